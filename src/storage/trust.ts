import type { Offered } from '../domain/taking-part/verdict.ts'
import { prepared } from './prepared.ts'
import type { Db } from './tables.ts'

/** How many comments of one who takes part were approved, and how many were spam or taken away. */
export type Standing = { approved: number; bad: number }

/**
 * What is known of who brings something: by visitor, by account, or of a guest by the key of their mailbox. Anybody can
 * type a mail address: approved before is only what came from the same browser, too. Nor does what others said under it
 * tell against somebody who was approved in theirs.
 */
export async function readStanding(
  db: Db,
  { participant, mailKey, editKey }: Pick<Offered, 'participant' | 'mailKey' | 'editKey'>,
): Promise<Standing> {
  if (participant.kind === 'guest' && mailKey === null) return { approved: 0, bad: 0 }
  const rows =
    participant.kind === 'guest'
      ? await ofGuest(db, { mailKey })
      : await of[participant.kind](db, { id: participant.id })
  const count = (some: typeof rows, states: string[]) =>
    some.filter(({ state }) => states.includes(state)).reduce((sum, each) => sum + Number(each.count), 0)
  const own =
    participant.kind === 'guest'
      ? rows.filter(({ edit_key }) => edit_key !== null && edit_key === editKey)
      : rows
  const approved = count(own, ['approved'])
  return { approved, bad: count(approved > 0 ? own : rows, ['spam', 'removed']) }
}

const decided = (db: Db) =>
  db
    .selectFrom('comments')
    .where('state', '<>', 'pending')
    // What somebody took away themselves says nothing of them.
    .where(({ eb, or }) => or([eb('decided_by', 'is', null), eb('decided_by', '<>', 'writer')]))
    .groupBy(['state', 'edit_key'])
    .select(['state', 'edit_key', ({ fn }) => fn.countAll<number>().as('count')])

// What was said under a mailbox by somebody who signed in says nothing of a guest who only types it.
const ofGuest = prepared((db, { mailKey }: { mailKey: string | null }) =>
  decided(db).where('mail_key', '=', mailKey).where('visitor_id', 'is', null),
)

const of = {
  visitor: prepared((db, { id }: { id: string }) => decided(db).where('visitor_id', '=', id)),
  // What stands by itself where they are at home was let in by nobody else (`decided_by` holds names).
  curator: prepared((db, { id }: { id: string }) =>
    decided(db)
      .where('account_id', '=', id)
      .where('decided_by', 'is not', null)
      .whereRef('decided_by', '<>', 'author_name'),
  ),
}
