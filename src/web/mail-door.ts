import { editionForMail } from '../services/suggestions/edition-for-mail.ts'
import type { Parts, Settings } from './show.ts'

/** The address to which suggestions come by mail, and whether that is a mailbox of somebody's; null where none do. */
export function mailDoorOf({
  mailIn,
}: Pick<Settings, 'mailIn'>): { address: string; isMailbox: boolean } | null {
  if (mailIn?.listening) return { address: mailIn.listening.address, isMailbox: false }
  return mailIn?.folder ? { address: mailIn.folder.address, isMailbox: true } : null
}

/**
 * The address to which mails for this edition go. Of a mailbox it is known of none but the next, whether it takes what
 * stands behind a plus.
 */
export async function mailAddressOf(
  { store, config, now }: Pick<Parts, 'store' | 'config' | 'now'>,
  { series, edition }: { series: { slug: string }; edition: { id: string; slug: string } },
): Promise<string | null> {
  const door = mailDoorOf(config)
  if (!door) return null
  const { address, isMailbox } = door
  const told = { recipient: address, address }
  if ((await editionForMail(store.db, told, now()))?.id === edition.id) return address
  if (isMailbox) return null
  const at = address.lastIndexOf('@')
  return `${address.slice(0, at)}+${series.slug}-${edition.slug}${address.slice(at)}`
}
