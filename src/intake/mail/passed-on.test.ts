import { expect, test } from 'vitest'
import type { Finding, InspectLine } from '../../domain/finding.ts'
import { inspect } from '../inspect.ts'

const mail = (headers: string, body: string | Buffer) =>
  Buffer.concat([
    Buffer.from(
      `From: Helper <help@ngo.example>\nTo: desk@x.example\nMessage-ID: <1@ngo.example>\nMIME-Version: 1.0\nDate: Thu, 20 May 2027 10:00:00 +0200\n${headers}\n\n`,
    ),
    Buffer.from(body),
  ])
const plain = 'Content-Type: text/plain; charset=UTF-8'

async function read(bytes: Uint8Array) {
  const lines: InspectLine[] = [...(await inspect(bytes))]
  const findings = lines.flatMap((line): Finding[] => ('finding' in line ? [line.finding] : []))
  const problems = lines.flatMap(line => ('problem' in line ? [line.problem] : []))
  const head = lines.flatMap(line => ('programme' in line ? [line.programme] : []))[0]
  return { findings, problems, head }
}

test('forwarded twice, it is the innermost: when that was sent is no time of the event', async () => {
  const body = `for the programme?

---------- Forwarded message ---------
From: Ana Silva <ana@sea.example>
Date: Wed, May 19, 2027 at 6:02 PM
Subject: FW: Save the date - Ocean rights dialogue

________________________________
From: Ocean Rights Network <events@oceanrights.example>
Sent: 18 May 2027 14:11
To: Ana Silva <ana@sea.example>
Subject: Save the date - Ocean rights dialogue

Please join our dialogue on Tuesday, 8 June 2027, 3:00-4:30 pm (London).
`
  const { findings, head } = await read(mail(`Subject: Fwd: FW: Ocean rights\n${plain}`, body))
  expect(head).toMatchObject({
    title: 'Save the date - Ocean rights dialogue',
    published: '2027-05-18T14:11:00',
    authors: [{ name: 'Ocean Rights Network' }],
  })
  expect(findings).toMatchObject([
    { start: '2027-06-08T15:00:00+01:00[Europe/London]', end: '2027-06-08T16:30:00+01:00[Europe/London]' },
  ])
  expect(findings[0]).not.toHaveProperty('sessions')
})

test('the head of what is forwarded stands in HTML as well', async () => {
  const html = `<div>fyi<br><div class="gmail_quote"><div class="gmail_attr">---------- Forwarded message ---------<br>From: <b>Atlas Lab</b> &lt;<a href="mailto:l@a.example">l@a.example</a>&gt;<br>Date: Wed, May 19, 2027 at 11:05 AM<br>Subject: Launch of the atlas<br>To: &lt;h@ngo.example&gt;<br></div><br><p>We launch the atlas on <b>Tuesday 8 June 2027 at 5:30 pm (Paris)</b>.</p><p><a href="https://a.example/register">Register here</a></p></div></div>`
  const { findings, head } = await read(
    mail('Subject: Fwd: Launch of the atlas\nContent-Type: text/html', html),
  )
  expect(head?.authors).toEqual([{ name: 'Atlas Lab' }])
  expect(findings).toMatchObject([
    {
      title: 'Launch of the atlas',
      start: '2027-06-08T17:30:00+02:00[Europe/Paris]',
      links: [{ role: 'registration', url: 'https://a.example/register' }],
    },
  ])
})

test('an answer that tells a time anew is newer than what it quotes', async () => {
  const body = `Dear Mina,
small change: the webinar is now on 24 June 2027 at 19:00 (Dhaka time).

-----Original Message-----
From: Mina <mina@x.example>
Sent: Sunday, 16 May 2027 09:12
To: Rafi <rafi@d.example>
Subject: Delta rivers webinar

Is it still 22 June 2027, 17:00 Dhaka time?
`
  const { findings } = await read(mail(`Subject: RE: Delta rivers webinar\n${plain}`, body))
  expect(findings).toMatchObject([
    { title: 'Delta rivers webinar', start: '2027-06-24T19:00:00+06:00[Asia/Dhaka]' },
  ])
})

test('a mail that only brings another one is of who sent that', async () => {
  const inner = `--b\n${plain}\n\nSee attached.\n--b\nContent-Type: message/rfc822\n\nFrom: Translators Guild <g@t.example>\nSubject: Tea\nDate: Wed, 19 May 2027 09:00:00 +0100\nMessage-ID: <0@t>\nMIME-Version: 1.0\n${plain}\n\nJoin us on 8 June 2027, 16:00 (London).\n--b--\n`
  const { findings, head } = await read(
    mail('Subject: Fwd: Tea\nContent-Type: multipart/mixed; boundary=b', inner),
  )
  expect(head?.authors).toEqual([{ name: 'Translators Guild' }])
  expect(findings).toMatchObject([{ start: '2027-06-08T16:00:00+01:00[Europe/London]' }])
})

test.each([
  ['UTF-8 that calls itself ASCII', 'us-ascii', 'utf8'],
  ['Latin 1 that calls itself UTF-8', 'UTF-8', 'latin1'],
] as const)('letters: %s', async (_, charset, written) => {
  const body = Buffer.from(
    'Conversatorio «Niñas»\n8 de junio de 2027, 10:00 a.m. (hora de Bogotá)\n',
    written,
  )
  const { findings } = await read(
    mail(
      `Subject: Conversatorio\nContent-Type: text/plain; charset=${charset}\nContent-Transfer-Encoding: 8bit`,
      body,
    ),
  )
  expect(findings).toMatchObject([{ start: '2027-06-08T10:00:00-05:00[America/Bogota]' }])
  expect(findings[0]!.note).toContain('Niñas')
})

test('the mail’s subject is the title where only a place stands below the day', async () => {
  const html =
    '<h1>Lesung „Wege“</h1><p>Donnerstag, 30. September 2027, 19:30 Uhr<br>Haus der Kulturen, Parkstraße 5</p><p>Es lesen drei.</p><a href="https://h.us1.list-manage.com/track/click?u=1">Jetzt anmelden</a><p><a href="https://h.us1.list-manage.com/unsubscribe?u=1">Abmelden</a></p>'
  const { findings } = await read(
    mail('Subject: Einladung: Lesung „Wege“\nContent-Type: text/html; charset=utf-8', html),
  )
  expect(findings).toMatchObject([
    {
      title: 'Lesung „Wege“',
      start: '2027-09-30T19:30:00',
      links: [{ role: 'registration', url: 'https://h.us1.list-manage.com/track/click?u=1' }],
    },
  ])
})

const invitation = (words: string) =>
  mail(
    'Subject: Invitation: Panel\nContent-Type: multipart/mixed; boundary=b',
    `--b\n${plain}\n\n${words}\n--b\nContent-Type: text/calendar; method=REQUEST\n\nBEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VEVENT\nUID:1\nDTSTART:20270603T150000Z\nDTEND:20270603T163000Z\nSUMMARY:Panel\nEND:VEVENT\nEND:VCALENDAR\n--b--\n`,
  )

test('an invitation is doubted where the mail says another time', async () => {
  const { findings } = await read(invitation('The panel is on Thursday, 3 June 2027 at 15:00 CEST.'))
  expect(findings).toMatchObject([
    {
      start: '2027-06-03T15:00:00+00:00[UTC]',
      doubts: [
        {
          code: 'sources-disagree',
          choices: [
            { start: '2027-06-03T15:00:00+00:00[UTC]', from: 'calendar' },
            { start: '2027-06-03T15:00:00+02:00[Europe/Berlin]', from: 'text' },
          ],
        },
      ],
    },
  ])
})

test.each([
  'The panel is on Thursday, 3 June 2027 at 17:00 CEST.',
  'On 3 June 2027, 15:00.',
  'On 3 June 2027, 17:00, at the town hall.',
  'Please register until 1 June 2027, 12:00 CEST.',
  'See you there!',
])('and not where it says the same, or nothing of it: %s', async words => {
  const { findings } = await read(invitation(words))
  expect(findings).toHaveLength(1)
  expect(findings[0]).not.toHaveProperty('doubts')
})

test('what Outlook packed is said to be unread, and the mail is kept', async () => {
  const body = `--b\n${plain}\n\n\n--b\nContent-Type: application/ms-tnef; name="winmail.dat"\nContent-Transfer-Encoding: base64\n\neJ8+IgEA\n--b--\n`
  const { findings, problems } = await read(
    mail('Subject: Hearing\nContent-Type: multipart/mixed; boundary=b', body),
  )
  expect(findings).toMatchObject([{ kind: 'statement', title: 'Hearing' }])
  expect(problems).toMatchObject([{ code: 'not-text', where: 'winmail.dat' }])
})

test.each([
  ['event', 'We launch the atlas on 8 June 2027 at 5:30 pm (Paris). Register: https://a.example/register'],
  ['event', 'You are welcome on 8 June 2027 at 5:30 pm (Paris).'],
  ['statement', 'Thanks to all who came on 8 May 2027 at 5:30 pm, you are welcome again.'],
  ['statement', 'Join us. The first part is on 8 June 2027, 5:30 pm. The second is on 9 June 2027, 8 am.'],
  ['statement', 'Our atlas is out. Answer by 8 June 2027, 12:00, please join in.'],
])('a mail in running words is an %s: %s', async (kind, words) => {
  const { findings } = await read(mail(`Subject: Our atlas\n${plain}`, words))
  expect(findings).toMatchObject([{ kind, title: 'Our atlas' }])
  expect(findings[0]!.start).toBe(kind === 'event' ? '2027-06-08T17:30:00+02:00[Europe/Paris]' : undefined)
})

const quoted = 'our webinar is on 24 June 2027, 19:00 (Dhaka time).\nRegister: https://d.example/register'

test.each([
  [
    'one line',
    `Great!\n\nOn Mon, May 17, 2027 at 9:12 AM Rafi <r@d.example> wrote:\n\n> Dear all,\n> ${quoted.replace('\n', '\n> ')}`,
  ],
  [
    'two lines',
    `Super!\n\nAm Mo., 17. Mai 2027 um 09:12 Uhr schrieb Rafi Karim\n<r@d.example>:\n\n${quoted}`,
  ],
  [
    'the head of Outlook',
    `Yes.\n\nFrom: Rafi <r@d.example>\nSent: Monday, 17 May 2027 09:12\nTo: Mina\nSubject: Delta rivers webinar\n\n${quoted}`,
  ],
])('what an answer quotes tells the event, and never when it was written: %s', async (_, words) => {
  const { findings } = await read(mail(`Subject: Re: Delta rivers webinar\n${plain}`, words))
  expect(findings).toMatchObject([
    {
      title: 'Delta rivers webinar',
      start: '2027-06-24T19:00:00+06:00[Asia/Dhaka]',
      links: [{ role: 'registration', url: 'https://d.example/register' }],
    },
  ])
  expect(findings[0]).not.toHaveProperty('sessions')
})

test('what somebody wrote elsewhere is no quotation of a mail', async () => {
  const words = 'Join us on 8 June 2027, 16:00 (London).\n\nIn 2026 the poet wrote:\n\nNobody leaves home.'
  const { findings } = await read(mail(`Subject: Reading\n${plain}`, words))
  expect(findings).toMatchObject([{ start: '2027-06-08T16:00:00+01:00[Europe/London]' }])
})

test.each([
  'Message: 1\nDate: Thu, 10 Jun 2027 09:10:00 +0100\nFrom: Inês <i@l.example>\nSubject: [law] Seminar: At sea\n',
  'Topic: Seminar: At sea\nUrl: https://g.example/t/1\n======================\n\n---------- 1 of 1 ----------\nFrom: Inês <i@l.example>\nDate: Jun 10 08:12AM +0200\nUrl: https://g.example/1\n',
])('a digest of a list is its messages: %s', async head => {
  const body = `Today's topics\n\n${head}\nPlease join on 24 June 2027, 17:00 (Lisbon time).\n\n------------------------------\n\n`
  const { findings } = await read(mail(`Subject: Law Digest, Vol 8, Issue 4\n${plain}`, body))
  expect(findings).toMatchObject([
    { title: 'Seminar: At sea', start: '2027-06-24T17:00:00+01:00[Europe/Lisbon]' },
  ])
})
