import { describe, expect, test } from 'vitest'
import { readIncoming } from './incoming.ts'
import { ownWords } from './own-words.ts'

const read = (head: string, body: string) =>
  readIncoming(Buffer.from(`${head}\n\n${body}`.replace(/\r?\n/g, '\r\n')), 10e6)

describe('the words of a sender', () => {
  test.each([
    ['Please add this.\n\n-- \nAna\nIOM', 'Please add this.'],
    [
      'Please add this.\n\nOn Mon, 3 Jan 2022 at 10:00, Bo <bo@x.example> wrote:\n> Old\n> words',
      'Please add this.',
    ],
    ['Yes.\n\nAm 3.1.22 um 10:00 schrieb Bo:\n\n> Alt', 'Yes.'],
    [
      'New time: 15:00 CET\n\nFrom: Bo <bo@x.example>\nSent: Monday\nTo: Ana\nSubject: Webinar\n\nAt 14:00 CET',
      'New time: 15:00 CET',
    ],
    [
      'See below.\n\n---------- Forwarded message ---------\nFrom: X <x@x.example>\n\nAll words',
      'See below.',
    ],
    ['> Old\n\nNew below it.', 'New below it.'],
    ['Sent from my iPhone', ''],
    ['From: the heart.\nTo everybody who reads this.', 'From: the heart.\nTo everybody who reads this.'],
    ['Nous écrirons.\nIl a écrit :\n> vieux\nsuite', 'Nous écrirons.\nsuite'],
  ])('of %j are %j', (text, own) => {
    expect(ownWords(text)).toBe(own)
  })
})

describe('a mail that comes in', () => {
  test('tells who says they wrote it, and what', async () => {
    const told = await read(
      'From: =?utf-8?q?Ana_P=C3=A9rez?= <ana@iom.example>\nMessage-ID: <1@iom.example>\nSubject: Webinar\nContent-Language: fr\nContent-Type: text/plain; charset=utf-8',
      'Bonjour, à ajouter.\n\n-- \nAna',
    )
    expect(told).toMatchObject({
      from: { name: 'Ana Pérez', address: 'ana@iom.example' },
      messageId: '<1@iom.example>',
      subject: 'Webinar',
      language: 'fr',
      words: 'Bonjour, à ajouter.',
      isBroken: false,
    })
  })

  test('shows a subject and a name as their letters stand, in one line', async () => {
    const told = await read(
      'From: =?utf-8?Q?Ana=E2=80=AE=0D=0ABcc=3A_all=40x.example?= <ana@iom.example>\nSubject: =?utf-8?Q?=E2=80=AEgnp.exe=0D=0AX-Other=3A_1?=',
      'x',
    )
    expect(told.subject).toBe('gnp.exe X-Other: 1')
    expect(told.from!.name).toBe('Ana Bcc: all@x.example')
    expect(told.headers.map(({ key }) => key)).toEqual(['from', 'subject'])
  })

  test('keeps a poster and leaves the logo of a signature', async () => {
    const png = (size: number) =>
      Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(size)]).toString('base64')
    const part = (head: string, size: number) =>
      `--b\nContent-Type: image/png; name=a.png\nContent-Transfer-Encoding: base64\n${head}\n\n${png(size).replace(/(.{76})/g, '$1\n')}\n`
    const told = await read(
      'From: a@b.example\nContent-Type: multipart/mixed; boundary=b',
      `--b\nContent-Type: text/plain\n\nPoster\n${part('Content-Disposition: attachment; filename=day.png', 500)}${part('Content-Disposition: inline', 500)}--b--`,
    )
    expect(told.pictures.map(({ name }) => name)).toEqual(['day.png'])
  })

  test.each([
    ['no mail at all', Buffer.from([0, 255, 3, 13, 10, 13, 10, 200])],
    ['an empty one', Buffer.alloc(0)],
    ['nested 300 deep', Buffer.from(nested(300))],
    [
      'with headers of megabytes',
      Buffer.from(`From: a@b.example\r\nSubject: Kept\r\nX: ${'y'.repeat(2e6)}\r\n\r\nWords`),
    ],
    [
      'with a charset that there is not',
      Buffer.from('From: a@b.example\r\nContent-Type: text/plain; charset=klingon\r\n\r\nWords'),
    ],
    [
      'of 500 attachments',
      Buffer.from(
        `From: a@b.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n'.repeat(500)}--b--`,
      ),
    ],
  ])('is read as far as it can be: %s', async (_, bytes) => {
    const told = await readIncoming(bytes, 10e6)
    expect(told.pictures.length).toBeLessThanOrEqual(4)
  })

  test('that cannot be taken apart tells its head', async () => {
    const told = await readIncoming(Buffer.from(nested(300)), 10e6)
    expect(told).toMatchObject({ from: { address: 'a@b.example' }, subject: 'Deep', isBroken: true })
  })
})

function nested(levels: number): string {
  const inner = Array.from(
    { length: levels },
    (_, level) => `--a${level}\r\nContent-Type: multipart/mixed; boundary=a${level + 1}\r\n\r\n`,
  )
  return `From: a@b.example\r\nSubject: Deep\r\nContent-Type: multipart/mixed; boundary=a0\r\n\r\n${inner.join('')}`
}
