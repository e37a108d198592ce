import { Setback, type SetbackCode } from '../../domain/setback.ts'
import type { SetUp } from '../io.ts'
import type { Checked } from './checked.ts'

/** Whether a server would take mails. None is sent. */
export async function checkMail({ mail }: SetUp): Promise<Checked[]> {
  if (!mail)
    return [
      {
        check: 'mail',
        state: 'note',
        says: 'No mails are sent: they are kept in the outbox, where the owner reads them. SMTP_URL names a server.',
      },
    ]
  const { greetMailServer } = await import('../../outside/mail.ts')
  const server = `${mail.server.host}:${mail.server.port}`
  try {
    await greetMailServer(mail.server)
    return [{ check: 'mail', state: 'fine', says: `${server} takes mails from ${mail.from.address}.` }]
  } catch (error) {
    if (!(error instanceof Setback)) throw error
    const { code, values } = error.told
    return [
      {
        check: 'mail',
        state: 'wrong',
        says: `${server} ${words[code] ?? 'takes no mails.'} ${values.said ?? ''}`.trim(),
      },
    ]
  }
}

const words: Partial<Record<SetbackCode, string>> = {
  'mail-unreachable': 'does not answer. Is SMTP_URL right, and may this machine connect to it?',
  'mail-slow': 'does not answer in time.',
  'mail-unsafe': 'offers no encryption that can be trusted.',
  'mail-login': 'does not take the user and password of SMTP_URL.',
  'mail-refused': 'refuses.',
}
