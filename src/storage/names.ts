import { hash, randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import type { Place } from '../domain/entry.ts'
import { foldName } from '../domain/fold-name.ts'
import { slugOf } from '../domain/slug.ts'
import type { Db } from './tables.ts'

type NamedTable = 'organisations' | 'people' | 'places' | 'tags' | 'categories'

/** Ids of the organisations, people, places, tags and categories met so far in one act, by how each is compared. */
export type KnownNames = Record<NamedTable, Map<string, string>>

export function knownNames(): KnownNames {
  return {
    organisations: new Map(),
    people: new Map(),
    places: new Map(),
    tags: new Map(),
    categories: new Map(),
  }
}

type Named = {
  organisations: { name: string; url: string | null }[]
  people: { name: string; url: string | null }[]
  place: Place | null
  tags: string[]
}

/**
 * Makes sure that everything these contents name is stored, once for all editions, and known. An address that is
 * told for an organisation or a person that had none is added.
 */
export async function nameAll(db: Db, known: KnownNames, contents: Iterable<Named>): Promise<void> {
  const organisations = new Map<string, Columns>()
  const people = new Map<string, Columns>()
  const places = new Map<string, Columns>()
  const tags = new Map<string, Columns>()
  for (const content of contents) {
    for (const { name, url } of content.organisations) gather(organisations, nameKey(name), { name, url })
    for (const { name, url } of content.people) gather(people, nameKey(name), { name, url })
    if (content.place) places.set(placeKey(content.place), content.place)
    for (const name of content.tags) gather(tags, slugOf(name), { name })
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

/** By what organisations and people are known: their folded name. */
export function nameKey(name: string): string {
  return indexable(foldName(name))
}

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

const selectedAtOnce = 500

async function store(
  db: Db,
  table: NamedTable,
  keyColumn: 'folded' | 'slug',
  known: KnownNames,
  found: Map<string, Columns>,
): Promise<void> {
  const ids = known[table]
  // In order, so that two imports that name the same things never wait for each other.
  const unknown = [...found.keys()].filter(key => !ids.has(key)).sort()
  for (let start = 0; start < unknown.length; start += selectedAtOnce) {
    const keys = unknown.slice(start, start + selectedAtOnce)
    const rows = keys.map(key => ({ id: randomUUIDv7(), [keyColumn]: key, ...found.get(key)! }))
    await db
      .insertInto(table)
      .values(rows as never)
      .onConflict(conflict => conflict.doNothing())
      .execute()
    const key = sql.ref<string>(keyColumn)
    const stored = await db
      .selectFrom(table)
      .where(key, 'in', keys)
      .select(['id', key.as('key')])
      .execute()
    for (const { id, key } of stored) ids.set(key, id)
    if (table === 'organisations' || table === 'people') await addAddresses(db, table, keys, found)
  }
}

async function addAddresses(
  db: Db,
  table: 'organisations' | 'people',
  keys: string[],
  found: Map<string, Columns>,
): Promise<void> {
  const told = keys.filter(key => found.get(key)!.url)
  if (told.length === 0) return
  const without = await db
    .selectFrom(table)
    .where('folded', 'in', told)
    .where('url', 'is', null)
    .select('folded')
    .execute()
  for (const { folded } of without) {
    await db
      .updateTable(table)
      .set({ url: found.get(folded)!.url! })
      .where('folded', '=', folded)
      .execute()
  }
}
