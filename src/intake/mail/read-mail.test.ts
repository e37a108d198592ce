import { describe, expect, test } from 'vitest'
import type { Finding, InspectLine } from '../../domain/finding.ts'
import { inspect } from '../inspect.ts'

const mail = (headers: string, body: string) =>
  `Return-Path: <ana@iom.example>\r\nMessage-ID: <1@iom.example>\r\nMIME-Version: 1.0\r\nDate: Tue, 01 Dec 2020 09:00:00 +0100\r\nFrom: =?utf-8?q?Ana_P=C3=A9rez?= <ana@iom.example>\r\nTo: curator@example.org\r\n${headers}\r\n\r\n${body}`.replace(
    /\r?\n/g,
    '\r\n',
  )
const parts = (...all: string[]) => `${all.map(part => `--b\r\n${part}\r\n`).join('')}--b--\r\n`
const multipart = 'Content-Type: multipart/mixed; boundary=b'
const read = async (text: string): Promise<InspectLine[]> => [...(await inspect(Buffer.from(text)))]
const findingsIn = (lines: InspectLine[]): Finding[] =>
  lines.flatMap(line => ('finding' in line ? [line.finding] : []))

const calendar = (
  method: string,
  status: string,
) => `Content-Type: text/calendar; charset=utf-8; method=${method}

BEGIN:VCALENDAR
VERSION:2.0
METHOD:${method}
BEGIN:VEVENT
UID:1@iom.example
DTSTAMP:20201201T080000Z
DTSTART:20201218T130000Z
DTEND:20201218T143000Z
SUMMARY:Webinar on wages
STATUS:${status}
END:VEVENT
END:VCALENDAR`

describe('a mail', () => {
  test('calls to an event by its text, in the words of who sent it', async () => {
    const lines = await read(
      mail(
        'Subject: Fwd: [network] Webinar on wages\r\nContent-Type: text/plain; charset=utf-8',
        'Dear all,\n\nJoin our webinar on Friday 18 December, 14:00–15:30 CET.\n\nRegister: https://zoom.us/webinar/register/abc\n\nBest, Ana',
      ),
    )
    expect(lines[0]).toMatchObject({
      programme: {
        title: 'Webinar on wages',
        published: '2020-12-01T09:00:00+01:00',
        authors: [{ name: 'Ana Pérez' }],
      },
    })
    const [event] = findingsIn(lines)
    expect(event).toMatchObject({ kind: 'event' })
    expect(event!.start).toBe('2020-12-18T14:00:00+01:00[Europe/Berlin]')
    expect(event!.links).toContainEqual(
      expect.objectContaining({ role: 'registration', url: 'https://zoom.us/webinar/register/abc' }),
    )
  })

  test('calls to an event in letters that are not Latin as well', async () => {
    const subject = `=?utf-8?B?${Buffer.from('Вечер памяти').toString('base64')}?=`
    const headers = `Subject: ${subject}\r\nContent-Type: text/plain; charset=utf-8`
    const lines = await read(mail(headers, 'Приглашаем вас 18 декабря 2020 в 19:00 (мск).'))
    expect(findingsIn(lines)).toMatchObject([
      { kind: 'event', title: 'Вечер памяти', start: '2020-12-18T19:00:00+03:00[Europe/Moscow]' },
    ])
  })

  test.each([
    ['REQUEST', 'CONFIRMED', 'scheduled'],
    ['CANCEL', 'CANCELLED', 'cancelled'],
  ])('with an invitation (%s) tells what the calendar says, once', async (method, status, told) => {
    const part = calendar(method, status)
    const attached = part
      .replace('method=', 'name=invite.ics; method=')
      .replace('\n\n', '\nContent-Disposition: attachment; filename=invite.ics\n\n')
    const text = 'Content-Type: text/plain\n\nYou are invited on 18 December.'
    const lines = await read(mail(`Subject: Invitation\r\n${multipart}`, parts(text, part, attached)))
    const found = findingsIn(lines)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ kind: 'event', title: 'Webinar on wages', uid: '1@iom.example' })
    expect(found[0]!.status).toBe(told)
  })

  test('that was forwarded is of its first sender and day', async () => {
    const body = `See below – could you add this?

---------- Forwarded message ---------
From: Migrant Forum <press@forum.example>
Date: Mon, 30 Nov 2020 10:00:00 +0800
Subject: Joint statement on International Migrants Day
To: <network@lists.example>

We, the undersigned organisations, call on all States to ratify the Convention.`
    const lines = await read(
      mail('Subject: Fwd: Joint statement\r\nContent-Type: text/plain; charset=utf-8', body),
    )
    expect(lines[0]).toMatchObject({
      programme: {
        title: 'Joint statement on International Migrants Day',
        published: '2020-11-30T10:00:00+08:00',
        authors: [{ name: 'Migrant Forum' }],
      },
    })
    expect(findingsIn(lines)).toMatchObject([
      {
        kind: 'statement',
        title: 'Joint statement on International Migrants Day',
        people: [{ name: 'Migrant Forum' }],
      },
    ])
  })

  test('of many events tells each', async () => {
    const html = `<html><body><p>This week:</p><ul>
<li><a href="https://a.example/1">Webinar on wages</a>, 18 December 2020, 14:00–15:30 CET</li>
<li><a href="https://b.example/2">Conference of the unions</a>, 18 December 2020, 16:00 CET</li></ul></body></html>`
    const lines = await read(mail('Subject: Newsletter\r\nContent-Type: text/html; charset=utf-8', html))
    expect(findingsIn(lines).map(({ title, start }) => [title, start?.slice(0, 16)])).toEqual([
      ['Webinar on wages', '2020-12-18T14:00'],
      ['Conference of the unions', '2020-12-18T16:00'],
    ])
  })

  test('in a mailbox stands beside others', async () => {
    const one = mail('Subject: Statement one\r\nContent-Type: text/plain', 'We call.')
    const two = mail('Subject: Statement two\r\nContent-Type: text/plain', 'We call again.')
    const box = [one, two]
      .map(text => `From ana@iom.example Tue Dec  1 09:00:00 2020\r\n${text}\r\n`)
      .join('\r\n')
    expect(findingsIn(await read(box)).map(({ title }) => title)).toEqual(['Statement one', 'Statement two'])
  })

  test.each([
    [
      'nested without end',
      mail(
        'Subject: x\r\nContent-Type: multipart/mixed; boundary=a',
        Array.from(
          { length: 300 },
          (_, level) =>
            `--${level ? `a${level}` : 'a'}\r\nContent-Type: multipart/mixed; boundary=a${level + 1}\r\n\r\n`,
        ).join(''),
      ),
    ],
    ['of a million headers', mail('X: 1\r\n'.repeat(200_000), 'x')],
    [
      'with an attachment that lies',
      mail(
        `Subject: x\r\n${multipart}`,
        parts('Content-Type: application/pdf; name=a.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA'),
      ),
    ],
  ])('%s does no harm', async (_, text) => {
    const lines = await read(text)
    for (const line of lines) if ('problem' in line) expect(line.problem.code).not.toBe('fault')
  })

  test('that answers an invitation announces nothing', async () => {
    const text = mail('Subject: Accepted: Webinar on wages', '').trimEnd()
    const lines = await read(
      `${text.replace(/\r\n$/, '')}\r\n${calendar('REPLY', 'CONFIRMED').replace(/\n/g, '\r\n')}`,
    )
    expect(lines).toMatchObject([{ problem: { code: 'answers-left-out' } }])
  })
})

test('a newsletter set out in tables tells each of its events', async () => {
  const html =
    '<html><body><table role="presentation"><tr><td><h1>This week</h1></td></tr><tr><td><h2>Events</h2><p><strong>Thursday 18 December, 14:00&ndash;15:30 CET</strong><br><a href="https://picum.example/fair">Fair recruitment: what next?</a><br>Organised by PICUM and ILO. <a href="https://us02web.zoom.us/webinar/register/WN_q">Register</a></p><p><strong>Friday 19 December, 10am EST</strong><br>Book launch: <em>Borders and bodies</em></p><p><strong>Saturday 20 December</strong><br>March for rights, Brussels, 13:00</p></td></tr></table></body></html>'
  const bytes = Buffer.from(
    `From: PICUM <news@picum.example>\r\nSubject: Bulletin\r\nDate: Mon, 15 Dec 2025 09:00:00 +0100\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}`,
  )
  const found = [...(await inspect(bytes, { as: 'mail' }))].flatMap(line =>
    'finding' in line ? [line.finding] : [],
  )
  expect(found.map(({ start, organisations }) => [start, organisations?.map(({ name }) => name)])).toEqual([
    ['2025-12-18T14:00:00+01:00[Europe/Berlin]', ['PICUM', 'ILO']],
    ['2025-12-19T10:00:00-05:00[America/New_York]', undefined],
    ['2025-12-20T13:00:00', undefined],
  ])
})

test('in a mail of plain text each line counts', async () => {
  const text =
    'オンラインシンポジウムのご案内です。\r\n\r\n日時：2025年12月18日（木）19:00〜21:00\r\nテーマ：移住労働者の権利\r\n場所：Zoom\r\n主催：移住連\r\n'
  const bytes = Buffer.from(
    `From: info@example.jp\r\nSubject: Annai\r\nDate: Wed, 10 Dec 2025 10:00:00 +0900\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${text}`,
  )
  const found = [...(await inspect(bytes, { as: 'mail' }))].flatMap(line =>
    'finding' in line ? [line.finding] : [],
  )
  expect(found.map(({ title, start, end }) => [title, start, end])).toEqual([
    ['移住労働者の権利', '2025-12-18T19:00:00', '2025-12-18T21:00:00'],
  ])
})
