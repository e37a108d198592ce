import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { openMailRun } from '../src/outside/mail.ts'
import type { Means } from '../src/services/notices/means.ts'
import { noticeWords } from '../src/web/notice-words.ts'

/** `session`: the connection over which it came. */
type Taken = { to: string; from: string; source: string; messageId: string; session: string }

/** A real mail server on this machine. It keeps what it takes. */
export type MailServerHere = { port: number; taken: Taken[]; close: () => Promise<void> }

/** @param refuse what is answered to an address instead: `550 5.1.1 No such user` */
export function openMailServer(
  refuse: (to: string) => string | null = () => null,
  port = 0,
): Promise<MailServerHere> {
  const taken: Taken[] = []
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo({ address }, _, done) {
      const told = refuse(address)
      done(
        told === null
          ? null
          : Object.assign(new Error(told.slice(4)), { responseCode: Number(told.slice(0, 3)) }),
      )
    },
    onData(stream, session, done) {
      const pieces: Buffer[] = []
      stream.on('data', piece => pieces.push(piece))
      stream.on('end', () => {
        const source = Buffer.concat(pieces).toString('utf8')
        const messageId = /^Message-ID:\s*<([^>]+)>/im.exec(source)?.[1] ?? ''
        const { mailFrom, rcptTo } = session.envelope
        taken.push({
          to: rcptTo[0]!.address,
          from: mailFrom ? mailFrom.address : '',
          source,
          messageId,
          session: session.id,
        })
        done()
      })
    },
  })
  server.on('error', () => {})
  return new Promise(resolve => {
    const listening = server.listen(port, '127.0.0.1', () =>
      resolve({
        port: (listening.address() as AddressInfo).port,
        taken,
        close: () => new Promise(done => server.close(() => done())),
      }),
    )
  })
}

/** What it takes to tell readers by the mail server at a port. */
export function meansTo(port: number): Means {
  const server = { host: '127.0.0.1', port, isSecure: false, mayBePlain: true, login: null }
  return {
    words: noticeWords,
    baseUrl: 'https://day.example',
    push: async () => ({ state: 'away', says: 'There is no push service in this test.' }),
    openMailRun: () => openMailRun(server, { name: 'Day', address: 'daylong@day.example' }),
  }
}
