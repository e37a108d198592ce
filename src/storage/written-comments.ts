import type { Insertable } from 'kysely'
import type { CommentedOn, CommentState } from '../domain/comment.ts'
import { type CommentOwner, commentOf, onOf } from './comments.ts'
import { fromJson, toJson } from './json.ts'
import { prepared } from './prepared.ts'
import type { Db, Tables } from './tables.ts'

/** What somebody says here, with what is known of them. Moments are epoch milliseconds. */
export type WrittenComment = {
  id: string
  on: CommentedOn
  parentId: string | null
  kind?: 'mention'
  state: CommentState
  name: string
  url: string | null
  accountId: string | null
  visitorId: string | null
  mail: string | null
  mailKey: string | null
  fromKey: string | null
  editKey: string | null
  text: string
  language: string | null
  evidence: unknown[]
  pictureId?: string | null
  at: number
}

/** @returns false where a comment of this id is there already; nothing is changed then */
export async function insertComment(db: Db, written: WrittenComment): Promise<boolean> {
  const { on } = written
  const row = {
    id: written.id,
    edition_id: 'editionId' in on ? on.editionId : null,
    entry_id: 'entryId' in on ? on.entryId : null,
    writing_id: 'writingId' in on ? on.writingId : null,
    parent_id: written.parentId,
    kind: written.kind ?? ('comment' as const),
    state: written.state,
    author_name: written.name,
    author_url: written.url,
    account_id: written.accountId,
    visitor_id: written.visitorId,
    mail: written.mail,
    mail_key: written.mailKey,
    from_key: written.fromKey,
    edit_key: written.editKey,
    text: written.text,
    language: written.language,
    evidence: written.evidence.length ? toJson(written.evidence) : null,
    picture_id: written.pictureId ?? null,
    at: written.at,
    origin: null,
    updated_at: written.at,
  }
  return (await insert(db, row)).length === 1
}

const insert = prepared((db, row: Insertable<Tables['comments']>) =>
  db
    .insertInto('comments')
    .values(row)
    .onConflict(conflict => conflict.column('id').doNothing())
    .returning('id'),
)

const commentNamed = prepared((db, { id }: { id: string }) =>
  db.selectFrom('comments').where('id', '=', id).where('kind', '=', 'comment').selectAll(),
)

export type KeptComment = NonNullable<Awaited<ReturnType<typeof findComment>>>

/** A comment in every state, with what is known of who wrote it; taken for this transaction where it is to be changed. */
export async function findComment(db: Db, id: string, { take = false } = {}) {
  if (take) await db.updateTable('comments').set({ id }).where('id', '=', id).execute()
  const [row] = await commentNamed(db, { id })
  if (!row) return null
  return {
    ...commentOf(row),
    on: onOf(row),
    editKey: row.edit_key,
    visitorId: row.visitor_id,
    accountId: row.account_id,
    mail: row.mail,
    mailKey: row.mail_key,
    fromKey: row.from_key,
    decidedBy: row.decided_by,
    evidence: fromJson<unknown[]>(row.evidence) ?? [],
  }
}

/** Whether somebody has shown that a comment is theirs. */
export function isOwn(
  { editKey, visitorId, accountId }: Pick<KeptComment, 'editKey' | 'visitorId' | 'accountId'>,
  by: CommentOwner,
): boolean {
  return (
    (editKey !== null && editKey === by.editKey) ||
    (visitorId !== null && visitorId === by.visitorId) ||
    (accountId !== null && accountId === by.accountId)
  )
}

export async function rewriteComment(
  db: Db,
  id: string,
  told: { text: string; language: string | null; state: CommentState; evidence: unknown[]; at: number },
): Promise<void> {
  await db
    .updateTable('comments')
    .set({
      text: told.text,
      language: told.language,
      state: told.state,
      evidence: told.evidence.length ? toJson(told.evidence) : null,
      // Nobody has decided on these words.
      decided_by: null,
      decided_at: null,
      edited_at: told.at,
      updated_at: told.at,
    })
    .where('id', '=', id)
    .execute()
}

/** What was said goes, and all that is known of who said it; what others answered stays where it is. */
export async function eraseComment(db: Db, id: string, at: number): Promise<void> {
  await db
    .updateTable('comments')
    .set({
      state: 'removed',
      decided_by: 'writer',
      decided_at: at,
      updated_at: at,
      text: '',
      author_name: null,
      author_url: null,
      account_id: null,
      visitor_id: null,
      mail: null,
      mail_key: null,
      from_key: null,
      service_from: null,
      edit_key: null,
      language: null,
      evidence: null,
      edited_at: null,
      picture_id: null,
    })
    .where('id', '=', id)
    .execute()
}
