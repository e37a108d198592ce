import type { MailHeaders } from './machine-mail.ts'
import type { MailProof } from './proof.ts'
import { targetsOf } from './recipient.ts'

/**
 * Whether a mail that is proven may have been sent here by somebody else than who wrote it: it does not say, in what is
 * proven, that it is to us. A signature holds wherever a mail is sent on to (RFC 6376, 8.6).
 *
 * @param address ours
 */
export function mayBeHandedOn(
  { domain, by, isOfReceiver }: Pick<MailProof, 'domain' | 'by' | 'isOfReceiver'>,
  headers: MailHeaders,
  address: string,
): boolean {
  // Where SPF proves it, its own server handed it over, to the address it is for.
  if (domain === null || by === 'spf') return false
  const receivers = headers
    .filter(({ key }) => key === 'to' || key === 'cc')
    .flatMap(({ value }) => value.match(/[^\s<>(),;:"]+@[^\s<>(),;:"]+/g) ?? [])
  return !isOfReceiver || !receivers.some(each => targetsOf(each, address) !== null)
}
