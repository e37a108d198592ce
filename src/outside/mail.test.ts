import { generateKeyPairSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import tls from 'node:tls'
import { expect, onTestFinished, test } from 'vitest'
import { openSmtp } from '../../test/smtp.ts'
import { Setback } from '../domain/setback.ts'
import { createMailer, type Dkim, type Patience } from './mail.ts'
import type { MailServer } from './mail-server.ts'
import { proveMail } from './prove-mail.ts'

const pem = (name: string) => readFileSync(new URL(`fixtures/${name}.pem`, import.meta.url), 'utf8')
const certificate = { key: pem('day.key'), cert: pem('localhost.cert') }
const mail = {
  id: '01a2',
  to: 'amina@example.org',
  subject: 'Einladung – دعوة',
  text: 'Come in:\nhttps://day.example/sign-in\n.\n',
  html: null,
}
const from = { name: 'Daylong', address: 'daylong@day.example' }

function send(
  server: Partial<MailServer> & { port: number },
  more: { patience?: Partial<Patience>; signal?: AbortSignal; html?: string; dkim?: Dkim } = {},
): Promise<void> {
  const plain = { host: 'localhost', isSecure: false, mayBePlain: true, login: null }
  const patience = { connecting: 5000, greeting: 5000, silence: 5000, ...more.patience }
  const signal = more.signal ?? new AbortController().signal
  return createMailer({ ...plain, ...server }, from, { patience, dkim: more.dkim ?? null })(
    { ...mail, html: more.html ?? null },
    signal,
  )
}

async function setbackOf(sending: Promise<void>): Promise<{ told: unknown; again: boolean }> {
  const error = await sending.then(
    () => null,
    (error: unknown) => error,
  )
  if (!(error instanceof Setback)) throw new Error('A setback was expected.', { cause: error })
  return { told: error.told, again: error.again }
}

function trustingOurs(): void {
  const before = tls.getCACertificates('default')
  tls.setDefaultCACertificates([...before, certificate.cert])
  onTestFinished(() => tls.setDefaultCACertificates(before))
}

test('a mail arrives as it was written, known by its id', async () => {
  const { port, mails } = await openSmtp()
  await send({ port })
  expect(mails).toMatchObject([
    { from: 'daylong@day.example', to: ['amina@example.org'], isEncrypted: false, login: null },
  ])
  const [head, body] = mails[0]!.source.split('\n\n', 2)
  expect(head).toContain('From: Daylong <daylong@day.example>')
  expect(head).toContain('To: amina@example.org')
  expect(head).toContain('Message-ID: <01a2@day.example>')
  expect(head).toContain('Auto-Submitted: auto-generated')
  expect(body).toBe('Come in:\nhttps://day.example/sign-in\n.\n')
})

test('a mail has its words for those who read no HTML as well', async () => {
  const { port, mails } = await openSmtp()
  await send({ port }, { html: '<p>Come in.</p>' })
  expect(mails[0]!.source).toMatch(
    /multipart\/alternative[\s\S]*text\/plain[\s\S]*text\/html[\s\S]*Come in\./,
  )
})

test('a mail that is signed is proven to be of the sender’s domain by those who receive it', async () => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  const { port, mails } = await openSmtp()
  await send({ port }, { dkim: { selector: 'autumn', key: privateKey }, html: '<p>Come in.</p>' })
  const record = `v=DKIM1; k=rsa; p=${publicKey.toString('base64')}`
  const dns = async (name: string) => (name === 'autumn._domainkey.day.example' ? [[record]] : [])
  const proven = async (source: string) =>
    proveMail(
      Buffer.from(source.replaceAll('\n', '\r\n')),
      { sender: null, client: null },
      { dns, host: 'mx.example', trustedHost: null },
    )
  const { source } = mails[0]!
  expect(await proven(source)).toMatchObject({
    by: 'dkim',
    dkim: [{ result: 'pass', domain: 'day.example' }],
  })
  const changed = source.replaceAll('Come in', 'Pay in')
  expect(await proven(changed)).toMatchObject({ by: null, dkim: [{ result: 'neutral' }] })
})

test('mails go encrypted where the server offers it, with user and password', async () => {
  trustingOurs()
  const login = { user: 'day', password: 'p@ss word' }
  const { port, mails } = await openSmtp({ tls: certificate, login })
  await send({ port, login, mayBePlain: false })
  expect(mails).toMatchObject([{ isEncrypted: true, login: 'day' }])
})

test('mails go encrypted from the first byte where the address says so', async () => {
  trustingOurs()
  const { port, mails } = await openSmtp({ tls: certificate, isSecure: true })
  await send({ port, isSecure: true, mayBePlain: false })
  expect(mails).toMatchObject([{ isEncrypted: true }])
})

test('without STARTTLS nothing is told to a server of another machine, the password least of all', async () => {
  const login = { user: 'day', password: 'secret' }
  const said: string[] = []
  const { port, mails } = await openSmtp({ login, answer: command => void said.push(command) })
  expect(await setbackOf(send({ port, login, mayBePlain: false }))).toEqual({
    told: { code: 'mail-unsafe', values: { server: `localhost:${port}` } },
    again: true,
  })
  expect(mails).toEqual([])
  expect(said).toEqual(['', 'EHLO'])
})

test.each([{ isSecure: false }, { isSecure: true }])(
  'a certificate nobody vouches for is not taken (from the first byte: $isSecure)',
  async ({ isSecure }) => {
    const { port, mails } = await openSmtp({ tls: certificate, isSecure })
    expect(await setbackOf(send({ port, isSecure, mayBePlain: false }))).toMatchObject({
      told: { code: 'mail-unsafe' },
    })
    expect(mails).toEqual([])
  },
)

test('where mails may go unencrypted, they go encrypted for any certificate', async () => {
  const { port, mails } = await openSmtp({ tls: certificate })
  await send({ port })
  expect(mails).toMatchObject([{ isEncrypted: true }])
})

test('a wrong password is said to be wrong, and not repeated', async () => {
  const { port } = await openSmtp({ login: { user: 'day', password: 'right' } })
  const setback = await setbackOf(send({ port, login: { user: 'day', password: 'wrong-secret' } }))
  expect(setback).toEqual({
    told: {
      code: 'mail-login',
      values: { server: `localhost:${port}`, said: '535 5.7.8 Authentication failed' },
    },
    again: true,
  })
  expect(JSON.stringify(setback)).not.toContain('secret')
})

test.each([
  ['RCPT', '550 5.1.1 No such user', false],
  ['RCPT', '451 4.7.1 Greylisted, come back', true],
  ['MAIL', '553 5.1.8 We do not know you', false],
  ['.', '554 5.7.1 It looks like spam', false],
  ['.', '452 4.3.1 Mailbox is full', true],
  ['', '421 4.3.2 Too busy', true],
])('what the server says to %s is told: %s', async (command, answer, again) => {
  const { port, mails } = await openSmtp({ answer: said => (said === command ? answer : undefined) })
  expect(await setbackOf(send({ port }))).toEqual({
    told: { code: 'mail-refused', values: { server: `localhost:${port}`, said: answer } },
    again,
  })
  expect(mails).toEqual([])
})

test.each(['', 'EHLO', 'RCPT', '.'])('a server that falls silent (at “%s”) is given up', async command => {
  const { port } = await openSmtp({ answer: said => (said === command ? null : undefined) })
  const patience = { greeting: 100, silence: 100 }
  expect(await setbackOf(send({ port }, { patience }))).toEqual({
    told: { code: 'mail-slow', values: { server: `localhost:${port}` } },
    again: true,
  })
})

test('a server that nobody has started is said to be out of reach', async () => {
  expect(await setbackOf(send({ port: await freePort() }))).toMatchObject({
    told: { code: 'mail-unreachable' },
    again: true,
  })
})

test('a server that talks nonsense, or hangs up, is said to be out of reach or not to take it', async () => {
  const { port } = await openSmtp({ answer: () => 'HTTP/1.1 400 Bad Request' })
  expect(await setbackOf(send({ port }))).toMatchObject({ again: true })
})

test('a mail that is called back is not sent', async () => {
  const { port, mails } = await openSmtp({ answer: said => (said === 'RCPT' ? null : undefined) })
  const calling = new AbortController()
  const sending = setbackOf(send({ port }, { signal: calling.signal }))
  setTimeout(() => calling.abort(), 100)
  expect(await sending).toMatchObject({ told: { code: 'mail-slow' } })
  expect(mails).toEqual([])
})

async function freePort(): Promise<number> {
  const { port } = await openSmtp()
  // Taken by nobody a moment later: one below is as good as free.
  const candidate = port - 1
  const isTaken = await new Promise<boolean>(resolve => {
    const socket = connect(candidate, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
  return isTaken ? freePort() : candidate
}
