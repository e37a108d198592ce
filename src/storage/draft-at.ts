import { findEdition } from './editions.ts'
import type { Db } from './tables.ts'

/**
 * Whether a path of a post, a page, an edition or an entry is that of a draft: whoever asks for an old address that
 * leads there is not to learn what it is called.
 */
export async function isDraftAt(db: Db, path: string): Promise<boolean> {
  const [, first = '', second = '', third] = path.replace(/[?#].*$/s, '').split('/')
  if (first === 'pages') return isDraftWriting(db, 'page', second)
  if (third === undefined) return (await findEdition(db, first, second))?.state === 'draft'
  if (/^\d{4}$/.test(first)) return isDraftWriting(db, 'post', third)
  const entry = await db
    .selectFrom('entries')
    .innerJoin('editions', 'editions.id', 'entries.edition_id')
    .innerJoin('series', 'series.id', 'editions.series_id')
    .where('series.slug', '=', first)
    .where('editions.slug', '=', second)
    .where('entries.slug', '=', third)
    .select(['entries.state', 'editions.state as of'])
    .executeTakeFirst()
  return entry?.state === 'draft' || entry?.of === 'draft'
}

async function isDraftWriting(db: Db, kind: 'post' | 'page', slug: string): Promise<boolean> {
  const writing = await db
    .selectFrom('writings')
    .where('kind', '=', kind)
    .where('slug', '=', slug)
    .select('state')
    .executeTakeFirst()
  return writing?.state === 'draft'
}
