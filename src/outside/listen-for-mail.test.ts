import { execFile, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createTransport } from 'nodemailer'
import { describe, expect, onTestFinished, test } from 'vitest'
import { isMailAddress } from '../domain/mail.ts'
import { targetsOf } from '../domain/mail-in/recipient.ts'
import { type HandedMail, listenForMail } from './listen-for-mail.ts'
import { readMailListening } from './mail-listening.ts'

type Told = {
  protocol?: 'smtp' | 'lmtp'
  limits?: object
  keep?: (mail: HandedMail) => Promise<void>
  tls?: { cert: string; key: string }
}

async function open({ protocol = 'smtp', limits = {}, keep, tls = undefined }: Told = {}) {
  const taken: HandedMail[] = []
  const told: string[] = []
  const listening = {
    protocol,
    host: '127.0.0.1',
    port: 0,
    address: 'suggest@day.example',
    tls: tls ?? null,
  } as const
  const listener = await listenForMail({
    listening,
    name: 'day.example',
    takes: recipient => targetsOf(recipient, listening.address) !== null,
    keep: keep ?? (async mail => void taken.push(mail)),
    tell: words => told.push(words),
    limits,
  })
  onTestFinished(() => listener.close())
  return { port: listener.port, taken, told }
}

/** A client that says what it is told, line by line, and hears one answer to each. */
async function talk(port: number) {
  const socket = connect(port, '127.0.0.1')
  onTestFinished(() => void socket.destroy())
  socket.on('error', () => {})
  let heard = ''
  let wake = () => {}
  socket.on('close', () => wake())
  socket.on('data', data => {
    heard += data.toString('latin1')
    wake()
  })
  const answer = async (): Promise<string> => {
    for (;;) {
      const whole = /^(?:\d{3}-.*\r\n)*\d{3} .*\r\n/.exec(heard)?.[0]
      if (whole) {
        heard = heard.slice(whole.length)
        return whole.trim()
      }
      if (socket.destroyed) return 'closed'
      await new Promise<void>(go => {
        wake = go
      })
    }
  }
  await answer()
  return {
    socket,
    answer,
    hears: () => heard,
    say: (words: string) => {
      socket.write(`${words}\r\n`)
      return answer()
    },
  }
}

function mailer(port: number, more: object = {}) {
  const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true, ...more })
  onTestFinished(() => transport.close())
  return transport
}

const mail = {
  from: 'Ana <ana@iom.example>',
  to: 'suggest@day.example',
  subject: 'Webinar',
  text: 'On 18 December.',
}

describe('the door for mails', () => {
  test('takes in what is to us, and says so once it is kept', async () => {
    let isKept = false
    const { port } = await open({
      keep: async () => {
        await new Promise(resolve => setTimeout(resolve, 50))
        isKept = true
      },
    })
    const { response } = await mailer(port).sendMail(mail)
    expect(isKept).toBe(true)
    expect(response).toMatch(/^250 /)
  })

  test.skipIf(spawnSync('swaks', ['--version']).status !== 0)(
    'takes in what swaks hands over, where that is installed',
    async () => {
      const { port, taken } = await open()
      const told = { '--server': '127.0.0.1', '--port': String(port), '--from': 'ana@iom.example' }
      const said = { '--to': mail.to, '--h-Subject': mail.subject, '--body': mail.text, '--attach': 'a,b' }
      await promisify(execFile)('swaks', Object.entries({ ...told, ...said }).flat())
      expect(taken).toMatchObject([{ recipient: mail.to, sender: 'ana@iom.example' }])
      expect(Buffer.from(taken[0]!.bytes).toString()).toContain(mail.text)
    },
  )

  test('comes encrypted where a certificate is set, and is offered nothing of it where none is', async () => {
    const fixture = (name: string) => join(import.meta.dirname, 'fixtures', `${name}.pem`)
    const { port, taken } = await open({ tls: { cert: fixture('localhost.cert'), key: fixture('day.key') } })
    const safe = { ignoreTLS: false, requireTLS: true }
    // As mail servers do, which take any certificate of each other rather than none.
    await mailer(port, { ...safe, tls: { rejectUnauthorized: false } }).sendMail(mail)
    expect(taken.map(({ recipient }) => recipient)).toEqual([mail.to])
    const client = await talk(port)
    expect(await client.say('EHLO mx.iom.example')).toContain('STARTTLS')
    // What was said before the door was closed counts for nothing behind it.
    client.socket.write('STARTTLS\r\nMAIL FROM:<eve@evil.example>\r\n')
    expect(await client.answer()).toMatch(/^220/)
    const bare = await open()
    expect(await (await talk(bare.port)).say('EHLO mx.iom.example')).not.toContain('STARTTLS')
    await expect(mailer(bare.port, safe).sendMail(mail)).rejects.toThrow(/STARTTLS/)
    expect([taken.length, bare.taken.length]).toEqual([1, 0])
  })

  test('tells from where it came, for whom, and as it was written', async () => {
    const { port, taken } = await open()
    await mailer(port, { name: 'mx.iom.example' }).sendMail({
      ...mail,
      to: 'Suggest+migrants-day-2026@Day.example',
    })
    expect(taken).toHaveLength(1)
    expect(taken[0]).toMatchObject({
      recipient: 'Suggest+migrants-day-2026@day.example',
      sender: 'ana@iom.example',
      client: { ip: '127.0.0.1', helo: 'mx.iom.example' },
    })
    expect(Buffer.from(taken[0]!.bytes).toString()).toContain('On 18 December.')
  })

  test('speaks LMTP, where each receiver has an answer of its own', async () => {
    const { port, taken } = await open({ protocol: 'lmtp' })
    const { response } = await mailer(port, { lmtp: true }).sendMail(mail)
    expect(response).toMatch(/^250 /)
    expect(taken[0]!.client).toBeNull()
  })

  test('passes nothing on', async () => {
    const { port, taken } = await open()
    await expect(mailer(port).sendMail({ ...mail, to: 'somebody@elsewhere.example' })).rejects.toMatchObject({
      responseCode: 550,
    })
    const { say } = await talk(port)
    await say('EHLO x')
    await say('MAIL FROM:<a@b.example>')
    const odd = [
      '<suggest@day.example@evil.example>',
      '<@day.example:x@evil.example>',
      '<"suggest@day.example"@evil.example>',
      '<x%evil.example@day.example>',
      '<suggest@day.example.evil.example>',
      '<>',
    ]
    for (const to of odd) expect(await say(`RCPT TO:${to}`), to).toMatch(/^5/)
    expect(await say('AUTH PLAIN AGEAYg==')).toMatch(/^5/)
    expect(taken).toEqual([])
  })

  test('says 451 where the store is away, and the next try gets through', async () => {
    let isAway = true
    const taken: HandedMail[] = []
    const { port, told } = await open({
      keep: async each => {
        if (isAway) throw new Error('the store is away')
        taken.push(each)
      },
    })
    await expect(mailer(port).sendMail(mail)).rejects.toMatchObject({ responseCode: 451 })
    isAway = false
    await mailer(port).sendMail(mail)
    expect(taken).toHaveLength(1)
    expect(told).toEqual(['A mail could not be kept: the store is away\n'])
  })

  test('says 552 to what is too long, announced or not', async () => {
    const { port, taken } = await open({ limits: { bytes: 20_000 } })
    const long = { ...mail, text: 'x '.repeat(20_000) }
    await expect(mailer(port).sendMail(long)).rejects.toMatchObject({ responseCode: 552 })
    const { say } = await talk(port)
    await say('EHLO x')
    expect(await say('MAIL FROM:<a@b.example> SIZE=30000000')).toMatch(/^552/)
    await say('MAIL FROM:<a@b.example>')
    await say('RCPT TO:<suggest@day.example>')
    await say('DATA')
    expect(await say(`${`Subject: x\r\n\r\n${'y'.repeat(70)}\r\n`.repeat(500)}.`)).toMatch(/^552/)
    // The connection goes on after it.
    expect(await say('NOOP')).toMatch(/^250/)
    expect(taken).toEqual([])
  })

  test('ends a mail at a dot between two whole line ends alone', async () => {
    const { port, taken } = await open()
    const { socket, hears, say } = await talk(port)
    await say('EHLO x')
    await say('MAIL FROM:<a@b.example>')
    await say('RCPT TO:<suggest@day.example>')
    await say('DATA')
    const smuggled =
      'MAIL FROM:<evil@x.example>\r\nRCPT TO:<suggest@day.example>\r\nDATA\r\nSubject: Smuggled'
    for (const end of ['\n.\n', '\n.\r\n', '\r.\r', '\r\n.\n', '\r.\r\n'])
      socket.write(`Subject: x\r\n\r\nwords${end}${smuggled}`)
    await new Promise(resolve => setTimeout(resolve, 100))
    expect(hears()).toBe('')
    expect(await say('\r\n.')).toMatch(/^250/)
    expect(taken).toHaveLength(1)
    expect(taken[0]!.sender).toBe('a@b.example')
  })

  test('does what comes in one piece in its order, and no more than it is told', async () => {
    const { port, taken } = await open()
    const { socket, answer } = await talk(port)
    socket.write(
      'EHLO x\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<suggest@day.example>\r\nRCPT TO:<no@day.example>\r\nDATA\r\nSubject: x\r\n\r\nwords\r\n.\r\nNOOP\r\n',
    )
    const heard = []
    for (let n = 0; n < 7; n++) heard.push((await answer()).slice(0, 3))
    expect(heard).toEqual(['250', '250', '250', '550', '354', '250', '250'])
    expect(taken).toHaveLength(1)
  })

  test('takes a handful of receivers, of however many', async () => {
    const { port } = await open({ limits: { recipients: 5 } })
    const { socket, answer, say } = await talk(port)
    await say('EHLO x')
    await say('MAIL FROM:<a@b.example>')
    const count = 2000
    socket.write(Array.from({ length: count }, (_, n) => `RCPT TO:<suggest+${n}@day.example>\r\n`).join(''))
    let taken = 0
    for (let n = 0; n < count; n++) if ((await answer()).startsWith('250')) taken++
    expect(taken).toBe(5)
  })

  test('holds no connection for who says nothing, or says it letter by letter', async () => {
    const { port } = await open({ limits: { silenceMs: 200, wholeMs: 700 } })
    const silent = await talk(port)
    const slow = await talk(port)
    const letters = setInterval(() => slow.socket.write('E'), 50)
    onTestFinished(() => clearInterval(letters))
    await Promise.all([closed(silent.socket), closed(slow.socket)])
  })

  test('lets one address hold some connections, and bring some mails in an hour', async () => {
    const { port } = await open({ limits: { clientsEach: 2, mailsAnHour: 2 } })
    const first = await talk(port)
    await talk(port)
    const third = connect(port, '127.0.0.1')
    third.on('error', () => {})
    const [heard] = await once(third, 'data')
    expect(String(heard)).toMatch(/^421/)
    third.destroy()
    await first.say('EHLO x')
    for (const answer of ['250', '250', '451']) {
      expect((await first.say('MAIL FROM:<a@b.example>')).slice(0, 3)).toBe(answer)
      await first.say('RSET')
    }
  })

  test('forgets a mail whose sender went away in the middle', async () => {
    const { port, taken, told } = await open({ limits: { heldBytes: 100_000 } })
    for (let n = 0; n < 3; n++) {
      const { socket, say } = await talk(port)
      await say('EHLO x')
      await say('MAIL FROM:<a@b.example>')
      await say('RCPT TO:<suggest@day.example>')
      await say('DATA')
      socket.write(`Subject: x\r\n\r\n${'y'.repeat(60_000)}`)
      await new Promise(resolve => setTimeout(resolve, 30))
      socket.destroy()
      await closed(socket)
    }
    await mailer(port).sendMail({ ...mail, text: 'z'.repeat(50_000) })
    expect(taken).toHaveLength(1)
    expect(told).toEqual([])
  })
})

describe('the setting of the door', () => {
  test.each([
    ['smtp://0.0.0.0:2525?address=suggest@day.example', { protocol: 'smtp', port: 2525, tls: null }],
    [
      'lmtp://127.0.0.1:2424?address=Suggest@day.example',
      { protocol: 'lmtp', address: 'suggest@day.example' },
    ],
    ['smtp://0.0.0.0?address=s@d.example&cert=/c&key=/k', { port: 25, tls: { cert: '/c', key: '/k' } }],
  ])('%s', (told, read) => {
    expect(readMailListening(told, isMailAddress)).toMatchObject(read)
  })

  test.each([
    'lmtp://0.0.0.0:2424?address=suggest@day.example',
    'smtp://0.0.0.0:2525',
    'smtp://0.0.0.0:2525?address=suggest+x@day.example',
    'smtp://0.0.0.0:2525?address=suggest@day.example&cert=/c',
    'http://0.0.0.0:2525?address=suggest@day.example',
    'smtp://user:word@0.0.0.0?address=suggest@day.example',
  ])('is not %s', told => {
    expect(readMailListening(told, isMailAddress)).toBeNull()
  })
})

async function closed(socket: Socket): Promise<void> {
  if (!socket.destroyed) await once(socket, 'close')
}
