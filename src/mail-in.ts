import type { Config } from './config.ts'
import { targetsOf } from './domain/mail-in/recipient.ts'
import { createDns } from './outside/ask-dns.ts'
import type { MailListener } from './outside/listen-for-mail.ts'
import type { MailMeans } from './services/suggestions/mail-means.ts'
import type { Store } from './storage/store.ts'
import { noticeWords } from './web/notice-words.ts'
import { paths } from './web/paths.ts'

/** The longest mail that is taken in; of a longer one in a mailbox, the beginning is read. */
export const mostMailBytes = 25 * 1024 * 1024

export const noMailIn: Config['mailIn'] = { folder: null, listening: null, trustedHost: null }

/** What it takes to take in mails, for the work; null where none come in. */
export function mailMeans({ mailIn, mail, baseUrl }: Config): MailMeans | null {
  const { folder, listening, trustedHost } = mailIn
  const address = listening?.address ?? folder?.address.toLowerCase()
  if (!address) return null
  const own = [address, folder?.address, listening?.address, mail?.from.address, mail?.returns?.address]
  return {
    address,
    own: [...new Set(own.flatMap(each => (each ? [each.toLowerCase()] : [])))],
    baseUrl,
    dns: createDns(),
    trustedHost,
    linkTo: token => baseUrl + paths.suggestion(token),
    answers: mail !== null,
    words: noticeWords,
  }
}

/** Opens the listener that is set. @throws Error in words for the host when it cannot listen */
export async function openMailDoor(
  { mailIn: { listening }, baseUrl }: Config,
  store: Store,
  now: () => number,
): Promise<MailListener | null> {
  if (!listening) return null
  const [{ listenForMail }, { takeInMail }] = await Promise.all([
    import('./outside/listen-for-mail.ts'),
    import('./services/suggestions/take-in-mail.ts'),
  ])
  return listenForMail({
    listening,
    name: new URL(baseUrl).hostname,
    takes: recipient => targetsOf(recipient, listening.address) !== null,
    keep: async mail => {
      await takeInMail(store, { ...mail, door: 'listener', isWhole: true }, now())
    },
    tell: words => process.stderr.write(words),
    limits: { bytes: mostMailBytes },
  })
}
