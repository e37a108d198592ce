import { sql } from 'kysely'
import type { EntryLine, LineEdition } from '../domain/entry-line.ts'
import type { EventTime } from '../domain/event-time.ts'
import { among } from './dialects/among.ts'
import { fromJson } from './json.ts'
import type { Db } from './tables.ts'

/** Entries that name an organisation or a person, or are about a subject. */
export type Naming = { of: 'organisation' | 'person' | 'tag'; id: string }

const links = {
  organisation: ['entry_organisations', 'organisation_id'],
  person: ['entry_people', 'person_id'],
  tag: ['entry_tags', 'tag_id'],
} as const

/** The editions in which readers see such entries, the newest first, and how many there are in each. */
export async function listEditionsNaming(
  db: Db,
  naming: Naming,
): Promise<{ edition: LineEdition; count: number }[]> {
  const rows = await shownEntries(db)
    .where(isNaming(naming))
    .groupBy('editions.id')
    .select(['editions.id', ({ fn }) => fn.countAll<number>().as('count')])
    .execute()
  const editions = await readLineEditions(
    db,
    rows.map(({ id }) => id),
  )
  const counts = new Map(rows.map(({ id, count }) => [id, Number(count)]))
  return editions.map(edition => ({ edition, count: counts.get(edition.id)! }))
}

/** Such entries, those of the newest edition first and as they stand in it. */
export async function listLinesNaming(
  db: Db,
  naming: Naming,
  { limit, offset }: { limit: number; offset: number },
): Promise<EntryLine[]> {
  const rows = await shownEntries(db)
    .where(isNaming(naming))
    .orderBy('editions.starts_on', 'desc')
    .orderBy('editions.id', 'desc')
    .orderBy('entries.position')
    .orderBy('entries.id')
    .limit(limit)
    .offset(offset)
    .select('entries.id')
    .execute()
  return readLines(
    db,
    rows.map(({ id }) => id),
    naming,
  )
}

/** These entries in this order. @param naming as what the one takes part in each */
export async function readLines(db: Db, ids: string[], naming?: Naming): Promise<EntryLine[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('entries')
    .leftJoin('entries as parent', 'parent.id', 'entries.parent_id')
    .where(among(db, 'entries.id', ids))
    .select([
      'entries.id',
      'entries.edition_id as editionId',
      'entries.slug',
      'entries.kind',
      'entries.title',
      'entries.language',
      'entries.translations',
      'entries.precision',
      'entries.wall_start as start',
      'entries.wall_end as end',
      'entries.zone',
      'entries.starts_at as startsAt',
      'entries.ends_at as endsAt',
      'entries.status',
      'entries.recording',
      'entries.published',
      'parent.slug as parentSlug',
      'parent.title as parentTitle',
    ])
    .execute()
  const roles = naming && naming.of !== 'tag' ? await readRoles(db, ids, naming) : new Map()
  const lines = rows.map(
    ({ translations, precision, start, end, zone, parentSlug, parentTitle, ...row }) => ({
      ...row,
      kind: row.kind as EntryLine['kind'],
      status: row.status as EntryLine['status'],
      recording: row.recording as EntryLine['recording'],
      translations: fromJson<EntryLine['translations']>(translations),
      time: { precision, start, end, zone } as EventTime,
      of: parentSlug === null ? null : { slug: parentSlug, title: parentTitle! },
      as: roles.get(row.id) ?? [],
    }),
  )
  const byId = new Map(lines.map(line => [line.id, line]))
  return ids.flatMap(id => byId.get(id) ?? [])
}

/** Editions by their ids, the newest first: to lead there. */
export async function readLineEditions(db: Db, ids: string[]): Promise<LineEdition[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('editions')
    .innerJoin('series', 'series.id', 'editions.series_id')
    .where(among(db, 'editions.id', ids))
    .orderBy('starts_on', 'desc')
    .orderBy('editions.id', 'desc')
    .select([
      'editions.id',
      'editions.slug',
      'editions.title',
      'editions.language',
      'editions.translations',
      'starts_on as startsOn',
      'ends_on as endsOn',
      'series.slug as series',
    ])
    .execute()
  return rows.map(({ translations, ...row }) => ({
    ...row,
    translations: fromJson<LineEdition['translations']>(translations),
  }))
}

async function readRoles(db: Db, ids: string[], { of, id }: Naming): Promise<Map<string, EntryLine['as']>> {
  const rows =
    of === 'person'
      ? await db
          .selectFrom('entry_people')
          .where('person_id', '=', id)
          .where(among(db, 'entry_id', ids))
          .orderBy('position')
          .select(['entry_id', 'role', 'affiliation'])
          .execute()
      : (
          await db
            .selectFrom('entry_organisations')
            .where('organisation_id', '=', id)
            .where(among(db, 'entry_id', ids))
            .orderBy('position')
            .select(['entry_id', 'role'])
            .execute()
        ).map(row => ({ ...row, affiliation: null }))
  const byEntry = Map.groupBy(rows, ({ entry_id }) => entry_id)
  return new Map(
    [...byEntry].map(([id, own]) => [id, own.map(({ role, affiliation }) => ({ role, affiliation }))]),
  )
}

/** What readers see: sessions where they see the event. */
export function shownEntries(db: Db) {
  return db
    .selectFrom('entries')
    .innerJoin('editions', 'editions.id', 'entries.edition_id')
    .leftJoin('entries as parent', 'parent.id', 'entries.parent_id')
    .where('editions.state', '<>', 'draft')
    .where('entries.state', '=', 'published')
    .where(({ or, eb }) => or([eb('parent.id', 'is', null), eb('parent.state', '=', 'published')]))
}

function isNaming({ of, id }: Naming) {
  const [table, column] = links[of]
  return sql<boolean>`entries.id in (select entry_id from ${sql.table(table)} where ${sql.ref(column)} = ${id})`
}
