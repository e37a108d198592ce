import { createHash } from 'node:crypto'
import type { Link } from '../domain/entry.ts'
import type { WritingKind } from '../domain/writing.ts'
import { insertRows } from './insert-rows.ts'
import type { Db, Tables } from './tables.ts'

type Row = Tables['sent_mentions']
/** A link in a text of ours, of which its site is told. */
export type SentMention = Pick<Row, 'of' | 'of_id' | 'url' | 'source' | 'digest' | 'state' | 'tries'> & {
  stands: boolean
}

/** A text that was written since; `isShown`: readers may see it. `links`: those of its entry, which may be nobody else's. */
export type WrittenText = {
  of: Row['of']
  id: string
  at:
    | { series: string; edition: string; entry: string | null }
    | { kind: WritingKind; day: string; slug: string }
  text: string
  isShown: boolean
  links: Pick<Link, 'url' | 'role' | 'title' | 'visibility'>[]
}

/** Of entries only those that tell an address in words, or did so. */
export async function readWrittenSince(db: Db, since: number): Promise<WrittenText[]> {
  const editions = await db
    .selectFrom('editions')
    .innerJoin('series', 'series.id', 'editions.series_id')
    .where('editions.updated_at', '>=', since)
    .select([
      'editions.id',
      'editions.state',
      'editions.text',
      'editions.slug as edition',
      'series.slug as series',
      'editions.translations',
    ])
    .execute()
  const entries = await db
    .selectFrom('entries')
    .innerJoin('editions', 'editions.id', 'entries.edition_id')
    .innerJoin('series', 'series.id', 'editions.series_id')
    .where('entries.parent_id', 'is', null)
    .where(({ eb, or }) =>
      or([eb('entries.updated_at', '>=', since), eb('editions.updated_at', '>=', since)]),
    )
    .where(({ eb, or, exists, selectFrom }) =>
      or([
        eb('entries.note', 'like', '%http%'),
        exists(
          selectFrom('sent_mentions')
            .whereRef('sent_mentions.of_id', '=', 'entries.id')
            .where('sent_mentions.of', '=', 'entry')
            .select('sent_mentions.url'),
        ),
      ]),
    )
    .select([
      'entries.id',
      'entries.state',
      'entries.note as text',
      'entries.slug as entry',
      'editions.state as editionState',
      'editions.slug as edition',
      'series.slug as series',
    ])
    .execute()
  const writings = await db
    .selectFrom('writings')
    .where('updated_at', '>=', since)
    .select(['id', 'state', 'text', 'kind', 'day', 'slug'])
    .execute()
  const told: WrittenText[] = [
    ...editions.map(({ id, state, text, series, edition, translations }) => ({
      of: 'edition' as const,
      id,
      at: { series, edition, entry: null },
      text: [text, translations].filter(Boolean).join('\n'),
      isShown: state !== 'draft',
      links: [],
    })),
    ...writings.map(({ id, state, text, ...at }) => ({
      of: 'writing' as const,
      id,
      at,
      text,
      isShown: state === 'published',
      links: [],
    })),
  ]
  for (const { id, state, text, editionState, ...at } of entries)
    told.push({
      of: 'entry',
      id,
      at,
      text: text ?? '',
      isShown: state === 'published' && editionState !== 'draft',
      links: (await db
        .selectFrom('entry_links')
        .where('entry_id', '=', id)
        .select(['url', 'role', 'title', 'visibility'])
        .execute()) as WrittenText['links'],
    })
  return told
}

export function textDigest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22)
}

export async function readSentOf(db: Db, of: Row['of'], id: string): Promise<SentMention[]> {
  const rows = await db
    .selectFrom('sent_mentions')
    .where('of', '=', of)
    .where('of_id', '=', id)
    .selectAll()
    .execute()
  return rows.map(row => ({ ...row, stands: row.stands === 1 }))
}

/** Links that were not known; they are told from now on. */
export async function insertSent(
  db: Db,
  sent: Pick<SentMention, 'of' | 'of_id' | 'url' | 'source' | 'digest'>[],
  at: number,
): Promise<void> {
  const rows = sent.map(({ of, of_id, url, source, digest }) => ({
    ...{ of, of_id, url, source, digest },
    ...{ stands: 1, state: 'waiting' as const, tries: 0, due_at: at, at },
  }))
  await insertRows(db, 'sent_mentions', rows, { skipTaken: true })
}

export async function changeSent(
  db: Db,
  { of, of_id, url }: Pick<SentMention, 'of' | 'of_id' | 'url'>,
  told: Partial<Pick<Row, 'digest' | 'stands' | 'state' | 'tries' | 'at'>> & { due_at: number | null },
  onlyFor?: string,
): Promise<void> {
  await db
    .updateTable('sent_mentions')
    .set(told)
    .where('of', '=', of)
    .where('of_id', '=', of_id)
    .where('url', '=', url)
    // The text was changed meanwhile, and it is told once more.
    .$if(onlyFor !== undefined, query => query.where('digest', '=', onlyFor!))
    .execute()
}

export async function dropSent(
  db: Db,
  { of, of_id, url }: Pick<SentMention, 'of' | 'of_id' | 'url'>,
): Promise<void> {
  await db
    .deleteFrom('sent_mentions')
    .where('of', '=', of)
    .where('of_id', '=', of_id)
    .where('url', '=', url)
    .execute()
}

export async function readDueSent(db: Db, now: number, most: number): Promise<SentMention[]> {
  const rows = await db
    .selectFrom('sent_mentions')
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .limit(most)
    .selectAll()
    .execute()
  return rows.map(row => ({ ...row, stands: row.stands === 1 }))
}

export async function readNextSent(db: Db): Promise<number | null> {
  const { next } = await db
    .selectFrom('sent_mentions')
    .select(({ fn }) => fn.min<number | null>('due_at').as('next'))
    .executeTakeFirstOrThrow()
  return next === null ? null : Number(next)
}

/** Links that were taken out, once their sites have been told. */
export async function forgetSent(db: Db, before: number): Promise<void> {
  await db
    .deleteFrom('sent_mentions')
    .where('stands', '=', 0)
    .where('due_at', 'is', null)
    .where('at', '<', before)
    .execute()
}
