import type { Count } from '../domain/taking-part/spam-odds.ts'
import { among, amongTold, asList } from './dialects/among.ts'
import { prepared } from './prepared.ts'
import type { Db } from './tables.ts'

export type Lesson = { what: 'comment' | 'suggestion' | 'mention'; label: 'spam' | 'real'; tokens: string[] }

/** By this token the texts themselves are counted. */
export const allTexts = ''

/** What was learned of these texts stays as counts; which words stood in them is not known any more. */
export async function forgetLessonsOf(db: Db, ids: string[]): Promise<void> {
  await db
    .deleteFrom('spam_lessons')
    .where(among(db, 'of_id', ids))
    .execute()
}

/** Counts of those of these words that were ever in a lesson. */
export async function readCounts(db: Db, tokens: string[]): Promise<Map<string, Count>> {
  const rows = await countsOf(db, { tokens: asList(db, [allTexts, ...tokens]) })
  return new Map(rows.map(({ token, spam, real }) => [token, { spam, real }]))
}

const countsOf = prepared((db, { tokens }: { tokens: unknown }) =>
  db
    .selectFrom('spam_tokens')
    .where(amongTold(db, 'token', tokens))
    .select(['token', 'spam', 'real']),
)

/** Counts words once more. All lessons begin with the row of all texts: one waits for the other there, and nowhere else. */
export async function addCounts(db: Db, { label, tokens }: Lesson, at: number): Promise<void> {
  const [spam, real] = label === 'spam' ? [1, 0] : [0, 1]
  for (const part of partsOf(tokens))
    await db
      .insertInto('spam_tokens')
      .values(part.map(token => ({ token, spam, real, seen_at: at })))
      .onConflict(conflict =>
        conflict.column('token').doUpdateSet(({ eb, ref }) => ({
          spam: eb('spam_tokens.spam', '+', ref('excluded.spam')),
          real: eb('spam_tokens.real', '+', ref('excluded.real')),
          seen_at: ref('excluded.seen_at'),
        })),
      )
      .execute()
}

/** Takes such a count back; of a word that was forgotten meanwhile nothing is left to take. */
export async function takeCounts(db: Db, { label, tokens }: Lesson): Promise<void> {
  const column = label === 'spam' ? 'spam' : 'real'
  for (const part of partsOf(tokens)) {
    await db
      .updateTable('spam_tokens')
      .set(({ eb }) => ({ [column]: eb(column, '-', 1) }))
      .where(among(db, 'token', part))
      .where(column, '>', 0)
      .execute()
    await db
      .deleteFrom('spam_tokens')
      .where(among(db, 'token', part))
      .where('spam', '=', 0)
      .where('real', '=', 0)
      .execute()
  }
}

function partsOf(tokens: string[]): string[][] {
  const sorted = [...new Set(tokens)].sort()
  const parts = [[allTexts]]
  for (let start = 0; start < sorted.length; start += 400) parts.push(sorted.slice(start, start + 400))
  return parts
}

/** What was learned of one text; null: nothing. */
export async function findLesson(db: Db, ofId: string): Promise<Lesson | null> {
  const row = await db.selectFrom('spam_lessons').where('of_id', '=', ofId).selectAll().executeTakeFirst()
  return row ? { what: row.what, label: row.label, tokens: row.tokens.split(' ') } : null
}

export async function writeLesson(db: Db, ofId: string, lesson: Lesson, at: number): Promise<void> {
  const { what, label, tokens } = lesson
  await db
    .insertInto('spam_lessons')
    .values({ of_id: ofId, what, label, tokens: tokens.join(' '), at })
    .execute()
}

export async function deleteLesson(db: Db, ofId: string): Promise<void> {
  await db.deleteFrom('spam_lessons').where('of_id', '=', ofId).execute()
}

/** Keeps the memory small: lessons that nobody takes back any more, and beyond so many words those seen once and long ago. */
export async function forgetWords(db: Db, { before, most }: { before: number; most: number }): Promise<void> {
  await db.deleteFrom('spam_lessons').where('at', '<', before).execute()
  const { count } = await db
    .selectFrom('spam_tokens')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const over = Number(count) - most
  if (over <= 0) return
  await db
    .deleteFrom('spam_tokens')
    .where('token', 'in', query =>
      query
        .selectFrom('spam_tokens as old')
        .where('old.token', '<>', allTexts)
        .orderBy(({ eb }) => eb('old.spam', '+', eb.ref('old.real')))
        .orderBy('old.seen_at')
        .orderBy('old.token')
        .limit(over)
        .select('old.token'),
    )
    .execute()
}
