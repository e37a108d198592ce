import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'

export type Mail = { to: string; subject: string; text: string; html: string }

/** A mail server that keeps what it is given. */
export async function openPost(): Promise<{
  port: number
  mailTo: (to: string, about?: RegExp) => Promise<Mail>
  close: () => void
}> {
  const mails: Mail[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onData: async (stream, { envelope }, done) => {
      const {
        subject = '',
        text = '',
        html = '',
      } = await PostalMime.parse(await Array.fromAsync(stream).then(Buffer.concat))
      for (const { address } of envelope.rcptTo) mails.push({ to: address, subject, text, html })
      done()
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  const mailTo = async (to: string, about = /./) => {
    for (let tries = 0; tries < 200; tries++) {
      const mail = mails.findLast(mail => mail.to === to && about.test(mail.subject))
      if (mail) return mail
      await new Promise(resolve => setTimeout(resolve, 200))
    }
    throw new Error(`No mail to ${to} came.`)
  }
  return { port, mailTo, close: () => server.close(() => {}) }
}
