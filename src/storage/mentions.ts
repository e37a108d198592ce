import { createHash } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { CommentedOn } from '../domain/comment.ts'
import { onOf } from './comments.ts'
import type { Db, Tables } from './tables.ts'

/** A page elsewhere that is said to link to one of ours. Moments are epoch milliseconds. */
export type Mention = {
  key: string
  source: string
  target: string
  on: CommentedOn
  commentId: string | null
  fromKey: string | null
  state: Tables['mentions']['state']
  tries: number
}

export function mentionKey(source: string, target: string): string {
  return createHash('sha256').update(`${source}\n${target}`).digest('base64url').slice(0, 32)
}

/** @param take for this transaction, to be changed in it */
export async function findMention(db: Db, key: string, { take = false } = {}): Promise<Mention | null> {
  if (take) await db.updateTable('mentions').set({ key }).where('key', '=', key).execute()
  const row = await db.selectFrom('mentions').where('key', '=', key).selectAll().executeTakeFirst()
  return row ? mentionOf(row) : null
}

/** Has a page looked at that is told of for the first time, or once more: told twice before that, it is looked at once. */
export async function askToLook(
  db: Db,
  { on, ...told }: Pick<Mention, 'source' | 'target' | 'on' | 'fromKey'>,
  at: number,
): Promise<void> {
  const fresh = { from_key: told.fromKey, tries: 0, due_at: at, asked_at: at }
  await db
    .insertInto('mentions')
    .values({
      key: mentionKey(told.source, told.target),
      source: told.source,
      target: told.target,
      edition_id: 'editionId' in on ? on.editionId : null,
      entry_id: 'entryId' in on ? on.entryId : null,
      writing_id: 'writingId' in on ? on.writingId : null,
      comment_id: null,
      state: 'waiting',
      ...fresh,
    })
    .onConflict(conflict => conflict.column('key').doUpdateSet(fresh))
    .execute()
}

export async function changeMention(
  db: Db,
  key: string,
  told: { state?: Mention['state']; commentId?: string | null; tries?: number; dueAt: number | null },
): Promise<void> {
  await db
    .updateTable('mentions')
    .set({
      state: told.state,
      comment_id: told.commentId,
      tries: told.tries,
      due_at: told.dueAt,
      ...(told.dueAt === null && { from_key: null }),
    })
    .where('key', '=', key)
    .execute()
}

export async function readDueMentions(db: Db, now: number, most: number): Promise<Mention[]> {
  const rows = await db
    .selectFrom('mentions')
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .limit(most)
    .selectAll()
    .execute()
  return rows.map(mentionOf)
}

export async function readNextMention(db: Db): Promise<number | null> {
  const { next } = await db
    .selectFrom('mentions')
    .select(({ fn }) => fn.min<number | null>('due_at').as('next'))
    .executeTakeFirstOrThrow()
  return next === null ? null : Number(next)
}

export async function countDueMentions(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('mentions')
    .where('due_at', 'is not', null)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** What never linked here, or does so no more. */
export async function forgetMentions(db: Db, before: number): Promise<void> {
  await db
    .deleteFrom('mentions')
    .where('state', 'in', ['refused', 'gone'])
    .where('due_at', 'is', null)
    .where('asked_at', '<', before)
    .execute()
}

/** What readers see of it, or curators wait to decide on. */
export async function findMentionComment(db: Db, id: string) {
  const row = await db
    .selectFrom('comments')
    .where('id', '=', id)
    .where('kind', '=', 'mention')
    .select(['state', 'author_name as name', 'text'])
    .executeTakeFirst()
  return row ?? null
}

export async function rewriteMention(
  db: Db,
  id: string,
  told: {
    name: string
    text: string
    state: Tables['comments']['state']
    evidence: string | null
    at: number
  },
): Promise<void> {
  await db
    .updateTable('comments')
    .set({
      author_name: told.name,
      text: told.text,
      state: told.state,
      evidence: told.evidence,
      edited_at: told.at,
      updated_at: told.at,
    })
    .where('id', '=', id)
    .execute()
}

function mentionOf(row: Selectable<Tables['mentions']>): Mention {
  const { key, source, target, comment_id, from_key, state, tries } = row
  return { key, source, target, on: onOf(row), commentId: comment_id, fromKey: from_key, state, tries }
}
