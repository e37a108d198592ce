import { hash, randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import type { Place } from '../domain/entry.ts'
import { foldName } from '../domain/fold-name.ts'
import { slugOf, tagKey } from '../domain/slug.ts'
import { among } from './dialects/among.ts'
import { insertRows } from './insert-rows.ts'
import { recordRevision, takeEdition } from './revisions.ts'
import type { Db } from './tables.ts'

type NamedTable = 'organisations' | 'people' | 'places' | 'tags' | 'categories'

/** Ids of the organisations, people, places, tags and categories met so far in one act, by how each is compared. */
export type KnownNames = Record<NamedTable, Map<string, string>> & {
  /** Whether somebody who may publish says it: then it counts more than what only curators have seen so far. */
  isHeard: boolean
  /** Addresses that were told for organisations and people who are stored with none, or another one, by their ids. */
  addresses: Record<'organisations' | 'people', Map<string, string>>
}

export function knownNames(isHeard = false): KnownNames {
  return {
    isHeard,
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
 * Adds the addresses that were told to those who have none, and puts them in the place of what nobody but curators has
 * seen. Every edition that names one of these gets a revision, because its pages change: in a transaction of its own
 * that holds nothing yet. Editions are taken first and in order, as by everybody who changes what an organisation is,
 * so that two never wait for each other.
 *
 * @param seriesId only those whom no other series names: its pages are not to be changed from here; null: all
 * @returns whether there were any to add
 */
export async function addAddresses(
  db: Db,
  { addresses }: KnownNames,
  { seriesId, ...who }: { by: string; at: number; seriesId: string | null },
): Promise<boolean> {
  const naming = new Map<string, { editionId: string; isOwn: boolean }[]>()
  for (const table of namingTables) {
    for (const { id, editionId, series } of await readNaming(db, table, [...addresses[table].keys()])) {
      const places = naming.get(id) ?? []
      places.push({ editionId, isOwn: seriesId === null || series === seriesId })
      naming.set(id, places)
    }
  }
  for (const [id, places] of naming) if (!places.every(({ isOwn }) => isOwn)) naming.delete(id)
  const editions = new Set([...naming.values()].flat().map(({ editionId }) => editionId))
  for (const id of [...editions].sort()) await takeEdition(db, id)
  const added = new Map<string, string>()
  for (const table of namingTables)
    for (const [id, url] of [...addresses[table]].sort())
      if (naming.has(id) && (await putAddress(db, table, { id, url }, who.at))) added.set(id, url)
  if (added.size === 0) return false
  const changed = [...added.keys()].flatMap(id => naming.get(id)!.map(({ editionId }) => editionId))
  const after = { addresses: [...added.values()] }
  for (const id of [...new Set(changed)].sort())
    await recordRevision(db, id, [{ entryId: null, act: 'add-addresses', before: null, after }], who)
  return true
}

const namingTables = ['organisations', 'people'] as const
const namedBy = {
  organisations: ['entry_organisations', 'organisation_id'],
  people: ['entry_people', 'person_id'],
} as const

async function readNaming(
  db: Db,
  table: (typeof namingTables)[number],
  ids: string[],
): Promise<{ id: string; editionId: string; series: string }[]> {
  if (ids.length === 0) return []
  const [link, column] = namedBy[table]
  return db
    .selectFrom(link)
    .innerJoin('entries', 'entries.id', `${link}.entry_id`)
    .innerJoin('editions', 'editions.id', 'entries.edition_id')
    .where(among(db, column, ids))
    .select([sql.ref<string>(column).as('id'), 'editions.id as editionId', 'editions.series_id as series'])
    .distinct()
    .execute()
}

/** An address that readers see already is not replaced: whoever wants that goes to the organisation's own page. */
async function putAddress(
  db: Db,
  table: (typeof namingTables)[number],
  { id, url }: { id: string; url: string },
  at: number,
): Promise<boolean> {
  const [link, column] = namedBy[table]
  const { numUpdatedRows } = await db
    .updateTable(table)
    .set({ url })
    .where('id', '=', id)
    .where(({ and, eb, exists, not, or, selectFrom }) =>
      or([
        eb('url', 'is', null),
        and([
          eb('url', '<>', url),
          not(
            exists(
              selectFrom(link)
                .innerJoin('entries', 'entries.id', `${link}.entry_id`)
                .where(sql.ref(column), '=', id)
                .where('entries.state', '=', 'published')
                .where('entries.created_at', '<', at)
                .select('entries.id'),
            ),
          ),
        ]),
      ]),
    )
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
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

const mostKnown = 5000

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
  // A long import meets more than it is to hold: what it names again is asked for again.
  if (ids.size >= mostKnown) ids.clear()
  // In order, so that two imports that name the same things never wait for each other.
  const keys = [...found.keys()].filter(key => !ids.has(key)).sort()
  if (keys.length === 0) return
  const hasPages = table === 'organisations' || table === 'people'
  for (let attempt = 1, missing = keys; missing.length > 0; attempt++) {
    const rows = missing.map(key => {
      const told = found.get(key)!
      const slug = hasPages && { slug: numbered(slugOf(told.name!), attempt) }
      return { id: randomUUIDv7(), [keyColumn]: key, ...slug, ...told }
    })
    await insertRows(db, table, rows as never, { skipTaken: true })
    for (const { id, key } of await readStored(db, table, keyColumn, missing)) ids.set(key, id)
    // Whatever is not there now has the slug of another name.
    missing = missing.filter(key => !ids.has(key))
  }
  if (hasPages) await noteAddresses(db, table, known, found)
}

/** An address that nobody of these has, made of a name. */
export async function freeNameSlug(db: Db, table: 'organisations' | 'people', name: string): Promise<string> {
  for (let attempt = 1; ; attempt++) {
    const slug = numbered(slugOf(name), attempt)
    if (!(await db.selectFrom(table).where('slug', '=', slug).select('id').executeTakeFirst())) return slug
  }
}

/** Counted while that is likely to lead somewhere. */
function numbered(slug: string, attempt: number): string {
  if (attempt === 1) return slug
  return `${slug}-${attempt < 10 ? attempt : randomUUIDv7().slice(-12)}`
}

async function readStored(
  db: Db,
  table: NamedTable,
  keyColumn: 'folded' | 'slug',
  keys: string[],
): Promise<{ id: string; key: string }[]> {
  // An organisation that turned out to be another one lives on in that one's name.
  const id = table === 'organisations' ? sql<string>`coalesce(merged_into, id)` : sql.ref<string>('id')
  return db
    .selectFrom(table)
    .where(among(db, keyColumn, keys))
    .select([id.as('id'), sql.ref<string>(keyColumn).as('key')])
    .execute()
}

async function noteAddresses(
  db: Db,
  table: 'organisations' | 'people',
  known: KnownNames,
  found: Map<string, Columns>,
): Promise<void> {
  const told = [...found].filter(([, { url }]) => url).map(([key]) => key)
  if (told.length === 0) return
  const stored = await db
    .selectFrom(table)
    .where(among(db, 'folded', told))
    .$if(!known.isHeard, query => query.where('url', 'is', null))
    .$if(table === 'organisations', query => query.where(sql<boolean>`merged_into is null`))
    .select(['id', 'folded', 'url'])
    .execute()
  for (const { id, folded, url } of stored)
    if (url !== found.get(folded)!.url) known.addresses[table].set(id, found.get(folded)!.url!)
}
