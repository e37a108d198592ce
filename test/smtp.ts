import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { TLSSocket } from 'node:tls'
import { onTestFinished } from 'vitest'

export type TakenMail = {
  from: string
  to: string[]
  source: string
  isEncrypted: boolean
  login: string | null
}

type Behaviour = {
  /** Offers STARTTLS with these. */
  tls?: { key: string; cert: string }
  /** Expects TLS from the first byte. */
  isSecure?: boolean
  /** Takes this user and password (AUTH PLAIN), and no mail without. */
  login?: { user: string; password: string }
  /** What is answered to a command instead; `null`: nothing at all, ever. */
  answer?: (command: string) => string | null | undefined
}

/** A mail server for one test: enough of RFC 5321 that mails arrive, and that everything can go wrong. */
export async function openSmtp(behaviour: Behaviour = {}): Promise<{ port: number; mails: TakenMail[] }> {
  const mails: TakenMail[] = []
  const open = new Set<Socket>()
  const server = createServer(socket => {
    open.add(socket)
    socket.on('error', () => {})
    const isSecure = behaviour.isSecure ?? false
    converse(isSecure ? secured(socket, behaviour) : socket, { behaviour, mails, isEncrypted: isSecure })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    for (const socket of open) socket.destroy()
    server.close()
  })
  const address = server.address()
  return { port: typeof address === 'object' && address ? address.port : 0, mails }
}

function secured(socket: Socket, { tls }: Behaviour): TLSSocket {
  const safe = new TLSSocket(socket, { isServer: true, ...tls })
  safe.on('error', () => {})
  return safe
}

function converse(
  socket: Socket,
  told: { behaviour: Behaviour; mails: TakenMail[]; isEncrypted: boolean },
  isGreeted = false,
): void {
  const { behaviour, mails, isEncrypted } = told
  const reply = (line: string) => socket.write(`${line}\r\n`)
  let mail: TakenMail = { from: '', to: [], source: '', isEncrypted, login: null }
  let isData = false
  const lines = createInterface({ input: socket })
  const say = (command: string, usual: string) => {
    const answer = behaviour.answer?.(command)
    if (answer !== null) reply(answer ?? usual)
    return answer === undefined
  }
  if (!isGreeted) say('', '220 mail.test ESMTP')

  lines.on('line', line => {
    if (isData) {
      if (line !== '.') mail.source += `${line.replace(/^\./, '')}\n`
      else {
        isData = false
        if (say('.', '250 Taken')) mails.push(mail)
        mail = { ...mail, from: '', to: [], source: '' }
      }
      return
    }
    const [verb = ''] = line.toUpperCase().split(' ')
    if (verb === 'EHLO') {
      const offers = [
        ...(behaviour.tls && !isEncrypted ? ['STARTTLS'] : []),
        ...(behaviour.login ? ['AUTH PLAIN'] : []),
      ]
      const all = ['mail.test', ...offers]
      say('EHLO', all.map((each, at) => `250${at === all.length - 1 ? ' ' : '-'}${each}`).join('\r\n'))
    } else if (verb === 'STARTTLS' && behaviour.tls) {
      reply('220 Go on')
      lines.close()
      converse(secured(socket, behaviour), { ...told, isEncrypted: true }, true)
    } else if (verb === 'AUTH' && behaviour.login) {
      const [, user, password] = Buffer.from(line.split(' ')[2] ?? '', 'base64')
        .toString()
        .split('\0')
      const isRight = user === behaviour.login.user && password === behaviour.login.password
      if (isRight) mail.login = user
      reply(isRight ? '235 Welcome' : '535 5.7.8 Authentication failed')
    } else if (verb === 'MAIL') {
      if (behaviour.login && !mail.login) reply('530 5.7.0 Authentication required')
      else if (say('MAIL', '250 Fine')) mail.from = /<(.*)>/.exec(line)?.[1] ?? ''
    } else if (verb === 'RCPT') {
      if (say('RCPT', '250 Fine')) mail.to.push(/<(.*)>/.exec(line)?.[1] ?? '')
    } else if (verb === 'DATA') {
      if (say('DATA', '354 Go on')) isData = true
    } else if (verb === 'QUIT') {
      socket.end('221 Bye\r\n')
    } else {
      reply('502 Not known here')
    }
  })
}
