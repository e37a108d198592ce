import { hash, randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import type { Place } from '../domain/entry.ts'
import { foldName } from '../domain/fold-name.ts'
import { slugOf, tagKey } from '../domain/slug.ts'
import { among } from './dialects/among.ts'
import { insertRows } from './insert-rows.ts'
import { recordRevision } from './revisions.ts'
import type { Db } from './tables.ts'

type NamedTable = 'organisations' | 'people' | 'places' | 'tags' | 'categories'

/** Ids of the organisations, people, places, tags and categories met so far in one act, by how each is compared. */
export type KnownNames = Record<NamedTable, Map<string, string>> & {
  /** Addresses that were told for organisations and people who are stored without one, by their ids. */
  addresses: Record<'organisations' | 'people', Map<string, string>>
}

export function knownNames(): KnownNames {
  return {
    organisations: new Map(),
    people: new Map(),
    places: new Map(),
    tags: new Map(),
    categories: new Map(),
    addresses: { organisations: new Map(), people: new Map() },
  }
}

type Named = {
  organisations: { name: string; url: string | null }[]
  people: { name: string; url: string | null }[]
  place: Place | null
  tags: string[]
}

/** Makes sure that everything these contents name is stored, once for all editions, and known. */
export async function nameAll(db: Db, known: KnownNames, contents: Iterable<Named>): Promise<void> {
  const organisations = new Map<string, Columns>()
  const people = new Map<string, Columns>()
  const places = new Map<string, Columns>()
  const tags = new Map<string, Columns>()
  for (const content of contents) {
    for (const { name, url } of content.organisations) gather(organisations, nameKey(name), { name, url })
    for (const { name, url } of content.people) gather(people, nameKey(name), { name, url })
    if (content.place) places.set(placeKey(content.place), content.place)
    for (const name of content.tags) gather(tags, tagKey(name), { name })
  }
  await store(db, 'organisations', 'folded', known, organisations)
  await store(db, 'people', 'folded', known, people)
  await store(db, 'places', 'folded', known, places)
  await store(db, 'tags', 'slug', known, tags)
}

/** Makes sure that these categories are stored and known. */
export async function nameCategories(db: Db, known: KnownNames, names: string[]): Promise<void> {
  await store(db, 'categories', 'slug', known, new Map(names.map(name => [slugOf(name), { name }])))
}

/**
 * Adds the addresses that were told. Every edition that names one of these gets a revision, because its pages change:
 * in a transaction of its own that holds no edition yet, and in order, so that two never wait for each other.
 */
export async function addAddresses(
  db: Db,
  { addresses }: KnownNames,
  who: { by: string; at: number },
): Promise<void> {
  for (const table of ['organisations', 'people'] as const) {
    const ids = [...addresses[table].keys()].sort()
    for (const id of ids) {
      const url = addresses[table].get(id)!
      const { numUpdatedRows } = await db
        .updateTable(table)
        .set({ url })
        .where('id', '=', id)
        .where('url', 'is', null)
        .executeTakeFirstOrThrow()
      if (numUpdatedRows === 0n) addresses[table].delete(id)
    }
  }
  const { organisations, people } = addresses
  if (organisations.size + people.size === 0) return
  const editions = await db
    .selectFrom('entries')
    .leftJoin('entry_organisations', 'entry_organisations.entry_id', 'entries.id')
    .leftJoin('entry_people', 'entry_people.entry_id', 'entries.id')
    .where(({ or }) =>
      or([
        among(db, 'organisation_id', [...organisations.keys()]),
        among(db, 'person_id', [...people.keys()]),
      ]),
    )
    .select('edition_id')
    .distinct()
    .orderBy('edition_id')
    .execute()
  for (const { edition_id } of editions) {
    const after = { addresses: [...organisations.values(), ...people.values()] }
    await recordRevision(db, edition_id, [{ entryId: null, act: 'add-addresses', before: null, after }], who)
  }
}

/** By what organisations and people are known: their folded name. */
export function nameKey(name: string): string {
  let key = nameKeys.get(name)
  if (key === undefined) {
    key = indexable(foldName(name))
    if (nameKeys.size >= 5000) nameKeys.clear()
    nameKeys.set(name, key)
  }
  return key
}

/** An import asks for the same names again and again. */
const nameKeys = new Map<string, string>()

/** Two rooms of the same name in two towns are two places: all that is told must agree. */
export function placeKey(place: Place): string {
  const { name, address, country, lat, lon } = place
  return indexable(
    [foldName(name ?? ''), foldName(address ?? ''), country ?? '', lat ?? '', lon ?? ''].join('|'),
  )
}

/** PostgreSQL indexes no more than 2,700 bytes of a key; what is longer is told apart by its hash. */
export function indexable(key: string): string {
  return key.length <= 400 ? key : `${key.slice(0, 300)} ${hash('sha256', key, 'base64url')}`
}

type Columns = Partial<Place> & { url?: string | null }

function gather(found: Map<string, Columns>, key: string, member: Columns): void {
  const other = found.get(key)
  if (!other) found.set(key, member)
  else if (!other.url && member.url) found.set(key, { ...other, url: member.url })
}

async function store(
  db: Db,
  table: NamedTable,
  keyColumn: 'folded' | 'slug',
  known: KnownNames,
  found: Map<string, Columns>,
): Promise<void> {
  const ids = known[table]
  // In order, so that two imports that name the same things never wait for each other.
  const keys = [...found.keys()].filter(key => !ids.has(key)).sort()
  if (keys.length === 0) return
  const rows = keys.map(key => ({ id: randomUUIDv7(), [keyColumn]: key, ...found.get(key)! }))
  await insertRows(db, table, rows as never, { skipTaken: true })
  const key = sql.ref<string>(keyColumn)
  // An organisation that turned out to be another one lives on in that one's name.
  const id = table === 'organisations' ? sql<string>`coalesce(merged_into, id)` : sql.ref<string>('id')
  const stored = await db
    .selectFrom(table)
    .where(among(db, keyColumn, keys))
    .select([id.as('id'), key.as('key')])
    .execute()
  for (const { id, key } of stored) ids.set(key, id)
  if (table === 'organisations' || table === 'people') await noteAddresses(db, table, known, found)
}

async function noteAddresses(
  db: Db,
  table: 'organisations' | 'people',
  known: KnownNames,
  found: Map<string, Columns>,
): Promise<void> {
  const told = [...found].filter(([, { url }]) => url).map(([key]) => key)
  if (told.length === 0) return
  const without = await db
    .selectFrom(table)
    .where(among(db, 'folded', told))
    .where('url', 'is', null)
    .$if(table === 'organisations', query => query.where(sql<boolean>`merged_into is null`))
    .select(['id', 'folded'])
    .execute()
  for (const { id, folded } of without) known.addresses[table].set(id, found.get(folded)!.url!)
}
