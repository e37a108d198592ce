import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import type { SMTPServer as Server, SMTPServerDataStream, SMTPServerSession } from 'smtp-server'
import type { MailListening } from './mail-listening.ts'

/** A mail as another server handed it over, for one receiver. */
export type HandedMail = {
  bytes: Uint8Array
  recipient: string
  /** Of the envelope; empty where a mail server reports something. */
  sender: string
  /** From where, and by which name it greeted; null where that is one's own server, which had it from somebody else. */
  client: { ip: string; helo: string } | null
}

export type MailListener = { port: number; close: () => Promise<void> }

type Given = {
  listening: MailListening
  /** The name that the server goes by. */
  name: string
  /** Whether mails to this address are taken. */
  takes: (recipient: string) => boolean
  /** Kept once this is fulfilled: only then does the other server hear that it was taken. */
  keep: (mail: HandedMail) => Promise<void>
  tell: (words: string) => void
  limits?: Partial<typeof usual>
}

/**
 * Bytes of one mail, receivers of one, clients in all and of one address, mails over one connection and from one address, how long nothing may
 * be said, and how long a connection may last: whoever speaks letter by letter holds none for long.
 */
const usual = {
  bytes: 30 * 1024 * 1024,
  recipients: 20,
  clients: 50,
  clientsEach: 8,
  mailsEach: 100,
  mailsAnHour: 120,
  silenceMs: 60_000,
  wholeMs: 600_000,
  /** What all connections together may hold in memory. */
  heldBytes: 128 * 1024 * 1024,
}

/**
 * Takes in mails (RFC 5321, RFC 2033) for one address. Nothing is ever passed on: it takes what is to us, and says 550 to
 * all else. 250 is said once a mail is kept; 451, so that the other server tries again, where that is not possible now.
 *
 * @throws Error in words for the host when the port cannot be listened on
 */
export async function listenForMail(given: Given): Promise<MailListener> {
  const { listening, name, takes, keep, tell } = given
  const limits = { ...usual, ...given.limits }
  const [{ SMTPServer }, { RateLimiterMemory }] = await Promise.all([
    import('smtp-server'),
    import('rate-limiter-flexible'),
  ])
  const isOwn = listening.protocol === 'lmtp'
  const clients = new Map<string, number>()
  const ends = new Map<string, { timer: NodeJS.Timeout; ip: string; mails: number }>()
  let held = 0
  const pace = new RateLimiterMemory({ points: limits.mailsAnHour, duration: 3600 })

  const server = new SMTPServer({
    name,
    banner: 'Daylong',
    lmtp: isOwn,
    size: limits.bytes,
    rejectOversized: true,
    maxClients: limits.clients,
    maxRecipients: limits.recipients,
    socketTimeout: limits.silenceMs,
    closeTimeout: 2000,
    disableReverseLookup: true,
    hideDSN: true,
    hideREQUIRETLS: true,
    authOptional: true,
    // Nobody signs in here, so nothing can be passed on for anybody.
    disabledCommands: [
      'AUTH',
      'WIZ',
      'SHELL',
      'KILL',
      'HELP',
      'XCLIENT',
      'XFORWARD',
      ...(listening.tls ? [] : ['STARTTLS']),
    ],
    ...(listening.tls && { cert: readFileSync(listening.tls.cert), key: readFileSync(listening.tls.key) }),
    logger: false,
    onConnect(session, done) {
      const ip = plainIp(session.remoteAddress)
      const others = clients.get(ip) ?? 0
      const timer = setTimeout(() => connectionOf(server, session.id)?.close(), limits.wholeMs)
      timer.unref()
      clients.set(ip, others + 1)
      ends.set(session.id, { timer, ip, mails: 0 })
      if (!isOwn && others >= limits.clientsEach) return done(refused(421, 'Too many connections from there'))
      done()
    },
    onClose(session) {
      const end = ends.get(session.id)
      if (!end) return
      clearTimeout(end.timer)
      ends.delete(session.id)
      const left = (clients.get(end.ip) ?? 1) - 1
      if (left > 0) clients.set(end.ip, left)
      else clients.delete(end.ip)
    },
    onMailFrom(_, session, done) {
      const end = ends.get(session.id)
      if (end && ++end.mails > limits.mailsEach) return done(refused(452, 'Enough for one connection'))
      if (isOwn) return done()
      void pace.consume(plainIp(session.remoteAddress)).then(
        () => done(),
        () => done(refused(451, 'Too many for now, try again later')),
      )
    },
    onRcptTo({ address }, _, done) {
      done(takes(address) ? null : refused(550, 'No such mailbox here'))
    },
    onData(stream, session, done) {
      void take(stream, session).then(
        told => done(told),
        // Whoever went away in the middle of it hears nothing, and tries again.
        () => done(refused(451, 'It did not come whole')),
      )
    },
  })

  async function take(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<Error | null> {
    const pieces: Buffer[] = []
    let size = 0
    let isTooMuch = false
    try {
      for await (const piece of stream as AsyncIterable<Buffer>) {
        // What is too long is read to its end, so that the other server hears why, but not held.
        if (size + piece.length > limits.bytes || held + piece.length > limits.heldBytes) isTooMuch = true
        if (isTooMuch) continue
        pieces.push(piece)
        size += piece.length
        held += piece.length
      }
      if (stream.sizeExceeded) return refused(552, `A mail may have ${limits.bytes} bytes`)
      if (isTooMuch) return refused(451, 'Too much at once, try again later')
      const bytes = Buffer.concat(pieces)
      const { mailFrom, rcptTo } = session.envelope
      const client = isOwn
        ? null
        : { ip: plainIp(session.remoteAddress), helo: String(session.hostNameAppearsAs || '').slice(0, 255) }
      const sender = mailFrom ? mailFrom.address : ''
      try {
        for (const { address: recipient } of rcptTo) await keep({ bytes, recipient, sender, client })
        return null
      } catch (error) {
        tell(`A mail could not be kept: ${(error as Error).message}\n`)
        return refused(451, 'It cannot be kept now, try again later')
      }
    } finally {
      held -= size
    }
  }

  // What goes wrong with one connection is over with it.
  server.on('error', () => {})
  return new Promise((resolve, reject) => {
    const listener = server.listen(listening.port, listening.host, () => {
      const { port } = listener.address() as AddressInfo
      resolve({ port, close: () => new Promise(done => server.close(() => done())) })
    })
    listener.once('error', (error: NodeJS.ErrnoException) => {
      const where = `${listening.host}:${listening.port}`
      reject(
        new Error(`Mails cannot be taken in at ${where} (MAIL_LISTEN): ${error.message}`, { cause: error }),
      )
    })
  })
}

function connectionOf(server: Server, id: string) {
  return [...server.connections].find(connection => connection.id === id)
}

function refused(responseCode: number, says: string): Error {
  return Object.assign(new Error(says), { responseCode })
}

/** Without what says that an IPv4 address came over a socket of IPv6. */
function plainIp(ip: string): string {
  return ip.replace(/^::ffff:(?=\d+\.)/i, '')
}
