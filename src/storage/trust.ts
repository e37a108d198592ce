import type { Offered } from '../domain/taking-part/verdict.ts'
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
  const rows = await db
    .selectFrom('comments')
    .$if(participant.kind === 'visitor', query =>
      query.where('visitor_id', '=', participant.kind === 'visitor' ? participant.id : ''),
    )
    // What stands by itself where they are at home was let in by nobody else (`decided_by` holds names).
    .$if(participant.kind === 'curator', query =>
      query
        .where('account_id', '=', participant.kind === 'curator' ? participant.id : '')
        .where('decided_by', 'is not', null)
        .whereRef('decided_by', '<>', 'author_name'),
    )
    // What was said under a mailbox by somebody who signed in says nothing of a guest who only types it.
    .$if(participant.kind === 'guest', query =>
      query.where('mail_key', '=', mailKey).where('visitor_id', 'is', null),
    )
    .where('state', '<>', 'pending')
    // What somebody took away themselves says nothing of them.
    .where(({ eb, or }) => or([eb('decided_by', 'is', null), eb('decided_by', '<>', 'writer')]))
    .groupBy(['state', 'edit_key'])
    .select(['state', 'edit_key', ({ fn }) => fn.countAll<number>().as('count')])
    .execute()
  const count = (some: typeof rows, states: string[]) =>
    some.filter(({ state }) => states.includes(state)).reduce((sum, each) => sum + Number(each.count), 0)
  const own =
    participant.kind === 'guest'
      ? rows.filter(({ edit_key }) => edit_key !== null && edit_key === editKey)
      : rows
  const approved = count(own, ['approved'])
  return { approved, bad: count(approved > 0 ? own : rows, ['spam', 'removed']) }
}
