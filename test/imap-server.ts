import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import type { MailFolder } from '../src/outside/mail-folder.ts'

/** A mail that lies in the folder; its flags are what clients made of it. */
type Lying = { uid: number; bytes: Buffer; flags: Set<string> }

export type ImapHere = {
  folder: MailFolder
  put: (mail: string | Uint8Array) => void
  mails: Lying[]
  logins: number
}

const login = { user: 'suggest', password: 'a word' }

/**
 * A mailbox of one folder for one test: a small server written for it, no real one – npm has none that is kept up and
 * runs without a database –, with as much of IMAP4rev1 (RFC 3501) as a client needs to look for what was not read, to
 * read it and to mark it.
 *
 * @param behaviour dropAt: the connection is lost at this command, once
 */
export async function openImap(behaviour: { dropAt?: RegExp } = {}): Promise<ImapHere> {
  const open = new Set<Socket>()
  const server = createServer(socket => {
    open.add(socket)
    socket.on('error', () => {})
    converse(socket)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    for (const socket of open) socket.destroy()
    server.close()
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const folder = {
    host: '127.0.0.1',
    port,
    isSecure: false,
    login,
    folder: 'INBOX',
    address: 'suggest@day.example',
  }
  const here: ImapHere = { folder, put, mails: [], logins: 0 }
  return here

  function put(mail: string | Uint8Array): void {
    here.mails.push({ uid: here.mails.length + 1, bytes: Buffer.from(mail as string), flags: new Set() })
  }

  function converse(socket: Socket): void {
    let heard = ''
    const say = (line: string) => socket.write(`${line}\r\n`)
    say('* OK ready')
    socket.on('data', data => {
      heard += data.toString('latin1')
      for (;;) {
        const literal = /^[^\r\n]*\{(\d+)\}\r\n/.exec(heard)
        if (literal) {
          const end = literal[0].length + Number(literal[1])
          if (heard.length < end) {
            say('+ go on')
            return
          }
          heard = `${literal[0].replace(/\{\d+\}\r\n$/, '')}"${heard.slice(literal[0].length, end)}"${heard.slice(end)}`
          continue
        }
        const at = heard.indexOf('\r\n')
        if (at < 0) return
        const line = heard.slice(0, at)
        heard = heard.slice(at + 2)
        if (behaviour.dropAt?.test(line)) {
          delete behaviour.dropAt
          socket.destroy()
          return
        }
        answer(line, say, socket)
      }
    })
  }

  function answer(line: string, say: (line: string) => void, socket: Socket): unknown {
    const [tag = '', ...rest] = line.split(' ')
    const words = rest.join(' ')
    const done = (code = '') => say(`${tag} OK ${code}done`)
    if (/^CAPABILITY/i.test(words)) {
      say('* CAPABILITY IMAP4rev1')
      return done()
    }
    if (/^LOGIN/i.test(words)) {
      if (!words.includes(login.user) || !words.includes(login.password))
        return say(`${tag} NO [AUTHENTICATIONFAILED] wrong`)
      here.logins++
      return done()
    }
    if (/^(?:LIST|LSUB)/i.test(words)) {
      say('* LIST (\\HasNoChildren) "/" "INBOX"')
      return done()
    }
    if (/^SELECT/i.test(words)) {
      say(`* ${here.mails.length} EXISTS`)
      say('* FLAGS (\\Seen \\Deleted)')
      say('* OK [PERMANENTFLAGS (\\Seen \\Deleted)] fine')
      say('* OK [UIDVALIDITY 7] fine')
      say(`* OK [UIDNEXT ${here.mails.length + 1}] fine`)
      return done('[READ-WRITE] ')
    }
    if (/^UID SEARCH/i.test(words)) {
      const unread = here.mails.filter(({ flags }) => !flags.has('\\Seen'))
      say(`* SEARCH${unread.map(({ uid }) => ` ${uid}`).join('')}`)
      return done()
    }
    const fetched = /^UID FETCH (\d+) .*BODY\.PEEK\[\](?:<0\.(\d+)>)?/i.exec(words)
    if (fetched) {
      const mail = here.mails.find(({ uid }) => uid === Number(fetched[1]))
      if (mail) {
        const part = mail.bytes.subarray(0, Number(fetched[2] ?? mail.bytes.length))
        const name = fetched[2] ? 'BODY[]<0>' : 'BODY[]'
        say(`* ${mail.uid} FETCH (UID ${mail.uid} RFC822.SIZE ${mail.bytes.length} ${name} {${part.length}}`)
        socket.write(part)
        say(')')
      }
      return done()
    }
    const stored = /^UID STORE (\d+) \+FLAGS(?:\.SILENT)? \(([^)]*)\)/i.exec(words)
    if (stored) {
      const mail = here.mails.find(({ uid }) => uid === Number(stored[1]))
      for (const flag of stored[2]!.split(' ')) mail?.flags.add(flag)
      if (mail) say(`* ${mail.uid} FETCH (UID ${mail.uid} FLAGS (${[...mail.flags].join(' ')}))`)
      return done()
    }
    if (/^LOGOUT/i.test(words)) {
      say('* BYE')
      done()
      return void socket.end()
    }
    if (/^(?:NOOP|CLOSE|UNSELECT|CHECK)/i.test(words)) return done()
    say(`${tag} BAD not known here`)
  }
}
