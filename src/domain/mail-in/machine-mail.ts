/** Headers of a mail, by their names in small letters, in the order in which they stand. */
export type MailHeaders = readonly { key: string; value: string }[]

/** Stands in all that this site sends, with the host that it sends from: what comes back by a loop is known by it. */
export const ownHeader = 'X-Daylong-Site'

/**
 * Why no person wrote this to us, or `null`: a report of a mail server (`returned`), the note of somebody who is away
 * (`away`) or another machine (`machine`), what we sent ourselves (`own`). Such mails are neither taken in nor answered.
 *
 * @param sender of the envelope; empty where a mail server writes, null where it is not known
 * @param own our addresses, in small letters
 */
export function machineOf(
  headers: MailHeaders,
  sender: string | null,
  own: readonly string[],
): 'returned' | 'away' | 'machine' | 'own' | null {
  const first = (key: string) =>
    headers
      .find(header => header.key === key)
      ?.value.trim()
      .toLowerCase()
  const from = first('from') ?? ''
  const site = first(ownHeader.toLowerCase())
  if (site !== undefined && own.some(address => address.endsWith(`@${site}`))) return 'own'
  if (own.some(address => addressIn(from) === address)) return 'own'
  const type = first('content-type') ?? ''
  if (/^multipart\/report\b/.test(type) || first('return-path') === '<>' || sender === '') return 'returned'
  if (/^(?:mailer-daemon|postmaster|mail-daemon)@/.test(addressIn(from))) return 'returned'
  const auto = first('auto-submitted')
  if (auto?.startsWith('auto-replied') || first('x-autoreply') || first('x-autorespond')) return 'away'
  if (first('precedence') === 'auto_reply' || first('x-auto-response-suppress') === 'all') return 'away'
  if (auto !== undefined && !auto.startsWith('no')) return 'machine'
  if (first('x-loop') !== undefined) return 'machine'
  return null
}

/** Whether it came through a list or to many at once: it may be taken in, a newsletter is one, but nobody is answered. */
export function isOfMany(headers: MailHeaders): boolean {
  return headers.some(
    ({ key, value }) =>
      /^list-(?:id|post|unsubscribe|help)$/.test(key) ||
      (key === 'precedence' && /^\s*(?:bulk|list|junk)\b/i.test(value)) ||
      key === 'feedback-id',
  )
}

function addressIn(from: string): string {
  return (/<([^<>]*)>\s*$/.exec(from)?.[1] ?? from).trim()
}
