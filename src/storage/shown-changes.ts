import type { Db } from './tables.ts'

/** What readers see otherwise since one revision. */
export type ShownChange = {
  number: number
  at: number
  /** Entries whose rows are others now, a session by its event; null: more than can be named, or the edition itself. */
  slugs: string[] | null
  /** How many things readers are told of it. */
  told: number
}

/**
 * The revisions of an edition after one of them at which something changed that readers see, in their order. What is
 * only a draft is not told of.
 *
 * @param most revisions that are worth telling one by one
 * @returns null where there are more
 */
export async function readShownChanges(
  db: Db,
  editionId: string,
  after: number,
  most: number,
): Promise<ShownChange[] | null> {
  const numbers = await db
    .selectFrom('revisions')
    .where('edition_id', '=', editionId)
    .where('number', '>', after)
    .groupBy('number')
    .orderBy('number')
    .limit(most + 1)
    .select([
      'number',
      ({ fn }) => fn.min<number>('at').as('at'),
      ({ fn }) => fn.countAll<number>().as('rows'),
    ])
    .execute()
  if (numbers.length > most) return null
  if (numbers.length === 0) return []
  const told = await readTold(db, editionId, after)
  const changes: ShownChange[] = []
  for (const { number, at, rows } of numbers) {
    const isLarge = Number(rows) > mostNamed
    const slugs = isLarge ? null : await readSlugs(db, editionId, number)
    if (slugs === null || slugs.length > 0)
      changes.push({ number, at: Number(at), slugs, told: told.get(number) ?? 0 })
  }
  return changes
}

/** An event has to stay small: it is kept for each reader until they have taken it. */
const mostNamed = 30

async function readTold(db: Db, editionId: string, after: number): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('updates')
    .where('edition_id', '=', editionId)
    .where('number', '>', after)
    .groupBy('number')
    .select(['number', ({ fn }) => fn.countAll<number>().as('count')])
    .execute()
  return new Map(rows.map(({ number, count }) => [number, Number(count)]))
}

async function readSlugs(db: Db, editionId: string, number: number): Promise<string[] | null> {
  const rows = await db
    .selectFrom('revisions')
    .leftJoin('entries', 'entries.id', 'revisions.entry_id')
    .leftJoin('entries as parents', 'parents.id', 'entries.parent_id')
    .leftJoin('updates', join =>
      join
        .onRef('updates.edition_id', '=', 'revisions.edition_id')
        .onRef('updates.number', '=', 'revisions.number')
        .onRef('updates.entry_id', '=', 'revisions.entry_id')
        .on('updates.kind', '=', 'withdrawn'),
    )
    .where('revisions.edition_id', '=', editionId)
    .where('revisions.number', '=', number)
    .select([
      'revisions.entry_id',
      'entries.slug',
      'entries.state',
      'parents.slug as parentSlug',
      'parents.state as parentState',
      'updates.kind as withdrawn',
    ])
    .execute()
  if (rows.some(({ entry_id }) => entry_id === null)) return null
  const shown = rows.flatMap(({ slug, state, parentSlug, parentState, withdrawn }) => {
    if (parentSlug !== null) return parentState === 'published' ? [parentSlug] : []
    return slug !== null && (state === 'published' || withdrawn !== null) ? [slug] : []
  })
  return [...new Set(shown)]
}

/**
 * The entries that changed after a revision, with the events of sessions that did.
 *
 * @returns null where it is not worth telling them from the rest: the edition itself changed, or very many did
 */
export async function readChangedIds(
  db: Db,
  editionId: string,
  after: number,
): Promise<ReadonlySet<string> | null> {
  const rows = await db
    .selectFrom('revisions')
    .leftJoin('entries', 'entries.id', 'revisions.entry_id')
    .where('revisions.edition_id', '=', editionId)
    .where('revisions.number', '>', after)
    .select(['revisions.entry_id', 'entries.parent_id'])
    .distinct()
    .limit(mostChanged + 1)
    .execute()
  if (rows.length > mostChanged || rows.some(({ entry_id }) => entry_id === null)) return null
  return new Set(rows.flatMap(({ entry_id, parent_id }) => [entry_id!, ...(parent_id ? [parent_id] : [])]))
}

const mostChanged = 1000

/** At which revision these editions are, and in which state. */
export async function readStandings(
  db: Db,
  ids: string[],
): Promise<{ id: string; revision: number; state: 'draft' | 'live' | 'archived' }[]> {
  return db.selectFrom('editions').where('id', 'in', ids).select(['id', 'revision', 'state']).execute()
}
