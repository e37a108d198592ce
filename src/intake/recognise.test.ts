import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { recognise } from './recognise.ts'

const of = (content: string | Uint8Array, name?: string) => {
  const found = recognise(typeof content === 'string' ? Buffer.from(content) : content, name)
  return 'kind' in found ? found.kind : found.problem.code
}

describe('content goes before the name', () => {
  test.each([
    ['BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR', 'notes.txt', 'calendar'],
    ['\uFEFF  \nbegin:vevent\nSUMMARY:Walk\nend:vevent', undefined, 'calendar'],
    ['<?xml version="1.0"?>\n<!-- made by hand --><schedule><conference/></schedule>', 'a.ics', 'schedule'],
    ['{"schedule": {"conference": {"title": "x"}}}', 'a.csv', 'schedule'],
    ['title,date,place\nWalk,2021-03-10,Lyon\n', 'a.txt', 'csv'],
    ['Mi programa\n\nTítulo;Fecha\nCharla;10/03/2021\n', undefined, 'csv'],
    ['[{"title":"Walk","date":"2021-03-10"}]', undefined, 'csv'],
    ['{"count":1,"events":[{"title":"Walk"}]}', undefined, 'csv'],
    ['<!doctype html><html><body><p>Hello</p></body></html>', undefined, 'page'],
    ['<div itemscope itemtype="https://schema.org/Event"></div>', undefined, 'page'],
    ['<script type="application/ld+json">{}</script>', 'a.txt', 'page'],
    ['{"version":"1.0","type":"video","provider_name":"Example"}', undefined, 'page'],
    ['<?xml version="1.0"?><oembed><version>1.0</version></oembed>', undefined, 'page'],
    ['<h2>Programme</h2><p>One</p>', 'a.md', 'post'],
    ['# Events this week\n\n- Walk, 10 March\n', undefined, 'post'],
    [
      'On this day, we walk, and sing; the title, date and place are below.\nMore, to come.\n',
      undefined,
      'post',
    ],
    ['<rss version="2.0"><channel/></rss>', 'a.xml', 'feed'],
    ['<rss xmlns:wp="http://wordpress.org/export/1.2/"/>', 'a.xml', 'wordpress'],
    ['{"version":"https://jsonfeed.org/version/1.1","items":[]}', undefined, 'feed'],
    ['{"@context":"https://schema.org","@type":"Event"}', undefined, 'page'],
    ['From: a@example.org\nTo: b@example.org\nMIME-Version: 1.0\nSubject: Walk\n\nHello', undefined, 'mail'],
    ['<?xml version="1.0"?><note/>', undefined, 'unknown-format'],
    ['{"width": 1}', undefined, 'unknown-format'],
  ])('%j named %s is %s', (content, name, kind) => {
    expect(of(content, name)).toBe(kind)
  })

  test('a calendar in UTF-16 is one', () => {
    expect(of(Buffer.from('\uFEFFBEGIN:VCALENDAR\nEND:VCALENDAR\n', 'utf16le'))).toBe('calendar')
  })
})

describe('what is no text is called what it is', () => {
  test.each([
    ['zip archive', Buffer.from('PK\x03\x04rest')],
    ['office document', Buffer.from('PK\x03\x04..[Content_Types].xml')],
    ['gzip', gzipSync('BEGIN:VCALENDAR')],
    ['Outlook', Buffer.from('\x78\x9f\x3e\x22\x01\0', 'latin1')],
    [
      'Outlook',
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(504),
        Buffer.from('__nameid_version1.0', 'utf16le'),
      ]),
    ],
    ['office document', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['not a text', Buffer.from(Array.from({ length: 500 }, (_, at) => (at * 37) % 256))],
  ])('%s', (words, bytes) => {
    const found = recognise(bytes, 'programme.ics')
    expect('problem' in found && found.problem.says).toContain(words)
  })

  test('PDFs, pictures and spreadsheets have readers of their own, whatever they are named', () => {
    expect(recognise(Buffer.from('%PDF-1.7\n'), 'programme.ics')).toEqual({ kind: 'pdf' })
    const sheet = Buffer.from('PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet')
    expect(recognise(sheet, 'programme.ics')).toEqual({ kind: 'spreadsheet' })
    expect(recognise(Buffer.from('\x89PNG\r\n', 'latin1'), 'page.html')).toEqual({ kind: 'picture' })
  })

  test('nothing and white space are empty', () => {
    expect([of(''), of(' \n\n '), of('\uFEFF')]).toEqual(['empty', 'empty', 'empty'])
  })
})

test('where the content does not tell, the name does', () => {
  expect(of('nothing to see', 'a.ics')).toBe('calendar')
  expect(of('nothing to see', 'a.tsv')).toBe('csv')
  expect(of('nothing to see', 'a.eml')).toBe('mail')
  expect(of('nothing to see', 'README')).toBe('post')
})

test('a mail that brings an invitation is a mail, what a site says instead of data is none', () => {
  const mail = `From: a@b.example\r\nTo: c@d.example\r\nMIME-Version: 1.0\r\nContent-Type: text/calendar; method=REQUEST\r\n\r\nBEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`
  expect(recognise(Buffer.from(mail))).toEqual({ kind: 'mail' })
  expect(recognise(Buffer.from('{"error":"rate limited","status":429}'))).toMatchObject({
    problem: { code: 'no-access', says: expect.stringContaining('rate limited') },
  })
  expect(
    recognise(Buffer.from('<?xml version="1.0"?><xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"/>')),
  ).toMatchObject({
    problem: { code: 'not-a-schedule' },
  })
})
