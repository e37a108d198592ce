import { type Selectable, sql } from 'kysely'
import type {
  Entry,
  EntryState,
  Link,
  OrganisationRef,
  OrganisationRole,
  PersonRef,
  Place,
  Tag,
} from '../domain/entry.ts'
import type { EventTime } from '../domain/event-time.ts'
import { among } from './dialects/among.ts'
import { fromJson } from './json.ts'
import type { Db, Tables } from './tables.ts'

/** An entry with its sessions still beside it. */
export type EntryRow = {
  entry: Entry
  editionId: string
  parentId: string | null
  position: number
  mergedInto: string | null
}

/**
 * Every entry of an edition, sessions too, or those that readers see (`shownIn`), or those of these ids, or the sessions
 * of one, in the order of the story. Always eight queries.
 * Entries that share an organisation or a tag share its object.
 */
export async function readEntries(
  db: Db,
  of: { editionId: string } | { shownIn: string } | { sessionsOf: string } | { ids: string[] },
): Promise<EntryRow[]> {
  if ('ids' in of && of.ids.length === 0) return []
  const asked =
    'ids' in of
      ? among(db, 'entries.id', of.ids)
      : 'shownIn' in of
        ? sql<boolean>`${sql.ref('entries.edition_id')} = ${of.shownIn} and ${sql.ref('entries.state')} = 'published'`
        : 'sessionsOf' in of
          ? sql<boolean>`${sql.ref('entries.parent_id')} = ${of.sessionsOf}`
          : sql<boolean>`${sql.ref('entries.edition_id')} = ${of.editionId}`

  // Sorted here: rows this wide are sorted faster without the database.
  const rows = await db.selectFrom('entries').where(asked).selectAll().execute()
  rows.sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
  const places = await db
    .selectFrom('places')
    .where(amongIds(db, rows, 'place_id'))
    .select(['id', 'name', 'address', 'country', 'lat', 'lon'])
    .execute()
  const placesById = new Map(places.map(({ id, ...place }) => [id, place]))
  const entries = rows.map(row => entryOf(row, placesById))
  const byId = new Map(entries.map(({ entry }) => [entry.id, entry]))

  const organisations = await db
    .selectFrom('entry_organisations as own')
    .innerJoin('entries', 'entries.id', 'own.entry_id')
    .where(asked)
    .orderBy('own.position')
    .select(['own.entry_id', 'organisation_id', 'role'])
    .execute()
  const namedOrganisations = await db
    .selectFrom('organisations')
    .where(amongIds(db, organisations, 'organisation_id'))
    .select(['id', 'slug', 'name', 'url'])
    .execute()
  const organisationsById = new Map<string, OrganisationRef>(
    namedOrganisations.map(organisation => [organisation.id, { ...organisation, role: null }]),
  )
  for (const { entry_id, organisation_id, role } of organisations)
    add(
      byId.get(entry_id)!,
      'organisations',
      withRole(organisationsById.get(organisation_id)!, role as OrganisationRole | null),
    )

  const people = await db
    .selectFrom('entry_people as own')
    .innerJoin('entries', 'entries.id', 'own.entry_id')
    .innerJoin('people', 'people.id', 'own.person_id')
    .where(asked)
    .orderBy('own.position')
    .select(['own.entry_id', 'people.id', 'people.slug', 'is_hidden', 'name', 'url', 'role', 'affiliation'])
    .execute()
  for (const { entry_id, is_hidden, slug, ...person } of people)
    add(byId.get(entry_id)!, 'people', { ...person, slug: is_hidden ? null : slug })

  const links = await db
    .selectFrom('entry_links as own')
    .innerJoin('entries', 'entries.id', 'own.entry_id')
    .where(asked)
    .orderBy('own.position')
    .select(['own.entry_id', 'role', 'url', 'own.title', 'health', 'visibility'])
    .execute()
  for (const { entry_id, role, url, title, health, visibility } of links)
    add(byId.get(entry_id)!, 'links', { role, url, title, health, visibility } as Link)

  const tags = await db
    .selectFrom('entry_tags as own')
    .innerJoin('entries', 'entries.id', 'own.entry_id')
    .where(asked)
    .orderBy('own.position')
    .select(['own.entry_id', 'tag_id'])
    .execute()
  const namedTags = await db
    .selectFrom('tags')
    .where(amongIds(db, tags, 'tag_id'))
    .select(['id', 'slug', 'name'])
    .execute()
  const tagsById = new Map(namedTags.map(({ id, ...tag }) => [id, tag]))
  for (const { entry_id, tag_id } of tags) add(byId.get(entry_id)!, 'tags', tagsById.get(tag_id)!)
  return entries
}

/** Whether readers see an entry, or when they are to; null where there is none. */
export async function readEntryState(
  db: Db,
  id: string,
): Promise<{ state: EntryState; publishAt: number | null } | null> {
  const row = await db
    .selectFrom('entries')
    .where('id', '=', id)
    .select(['state', 'publish_at as publishAt'])
    .executeTakeFirst()
  return row ?? null
}

/** Whether an entry of the edition stands at this address now. */
export async function isSlugInUse(db: Db, editionId: string, slug: string): Promise<boolean> {
  const row = await db
    .selectFrom('entries')
    .where('edition_id', '=', editionId)
    .where('slug', '=', slug)
    .select('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Slug and title of these entries, in the order of the story. */
export async function readTitles(db: Db, ids: string[]): Promise<{ slug: string; title: string }[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('entries')
    .where(among(db, 'id', ids))
    .orderBy('position')
    .select(['slug', 'title'])
    .execute()
}

/** All that an edition has, sessions and what nobody sees included. */
export async function countStored(db: Db, editionId: string): Promise<number> {
  const { count } = await db
    .selectFrom('entries')
    .where('edition_id', '=', editionId)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** A list that is pushed to makes room for seventeen; most of these hold one or two. */
function add<List extends 'organisations' | 'people' | 'links' | 'tags'>(
  entry: Entry,
  list: List,
  member: Entry[List][number],
): void {
  const members = entry[list] as Entry[List][number][]
  if (members.length < 8) entry[list] = [...members, member] as Entry[List]
  else members.push(member)
}

/** Most have no role of their own, and share one object. */
function withRole(organisation: OrganisationRef, role: OrganisationRole | null): OrganisationRef {
  return role === null ? organisation : { ...organisation, role }
}

/** The rows of a noun that these rows point at. */
function amongIds<Column extends string>(db: Db, rows: Record<Column, string | null>[], column: Column) {
  const ids = new Set(rows.map(row => row[column]))
  return among(
    db,
    'id',
    [...ids].filter(id => id !== null),
  )
}

function entryOf(row: Selectable<Tables['entries']>, places: Map<string, Place>): EntryRow {
  const entry: Entry = {
    id: row.id,
    slug: row.slug,
    kind: row.kind as Entry['kind'],
    title: row.title,
    state: row.state,
    publishAt: row.publish_at,
    summary: row.summary,
    note: row.note,
    time: {
      precision: row.precision as EventTime['precision'],
      start: row.wall_start,
      end: row.wall_end,
      zone: row.zone,
    },
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    status: row.status as Entry['status'],
    statusReason: row.status_reason,
    attendance: row.attendance as Entry['attendance'],
    place: row.place_id === null ? null : places.get(row.place_id)!,
    organisations: [] as OrganisationRef[],
    people: [] as PersonRef[],
    links: [] as Link[],
    recording: row.recording as Entry['recording'],
    registrationUntil: row.registration_until,
    languages: fromJson<string[]>(row.languages) ?? [],
    interpretation: fromJson<string[]>(row.interpretation) ?? [],
    captions: fromJson<string[]>(row.captions) ?? [],
    signLanguages: fromJson<string[]>(row.sign_languages) ?? [],
    tags: [] as Tag[],
    image: row.image,
    imageAlt: row.image_alt,
    doubts: fromJson<Entry['doubts']>(row.doubts) ?? [],
    published: row.published,
    language: row.language,
    translations: fromJson<Entry['translations']>(row.translations),
    ...(row.text_shown !== null && { textShown: fromJson<NonNullable<Entry['textShown']>>(row.text_shown) }),
    sequence: row.sequence,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    sessions: [],
  }
  return {
    entry,
    editionId: row.edition_id,
    parentId: row.parent_id,
    position: row.position,
    mergedInto: row.merged_into,
  }
}
