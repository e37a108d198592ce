import { mailboxKey } from '../../domain/notice/mailbox-key.ts'
import type { Subscriber } from '../../domain/notice/subscription.ts'
import type { Visitor } from '../../domain/visitor.ts'
import type { SaidBy } from '../../storage/said-by.ts'
import { findSubscriberByKey } from '../../storage/subscribers.ts'
import type { Db } from '../../storage/tables.ts'
import { mailKeyOf, secretOfTakingPart } from '../taking-part/keys.ts'

/**
 * What belongs to a visitor: what they said as themselves. Whoever came in by their mailbox has proved to read it, so that
 * what guests said under its address is theirs too; what a provider tells of a mail address proves nothing here.
 */
export async function saidByVisitor(db: Db, { id, provider, subject }: Visitor): Promise<SaidBy> {
  const isMailbox = provider === 'mail'
  return { visitorId: id, mailKey: isMailbox ? mailKeyOf(await secretOfTakingPart(db), subject) : null }
}

/** Where the mailbox of such a visitor is told of things; null where it is told of none, or they came in otherwise. */
export async function subscriberOfVisitor(
  db: Db,
  { provider, mail }: Pick<Visitor, 'provider' | 'mail'>,
): Promise<Subscriber | null> {
  if (provider !== 'mail' || mail === null) return null
  return findSubscriberByKey(db, `mail ${mailboxKey(mail, mail.slice(mail.lastIndexOf('@') + 1), 'told')}`)
}
