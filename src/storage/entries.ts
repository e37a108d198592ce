import { type Selectable, sql } from 'kysely'
import type { Entry, Link, OrganisationRef, PersonRef, Place, Tag } from '../domain/entry.ts'
import type { EventTime } from '../domain/event-time.ts'
import { fromJson } from './json.ts'
import type { Db } from './store.ts'
import type { Tables } from './tables.ts'

/** An entry with its sessions still beside it. */
export type EntryRow = { entry: Entry; parentId: string | null; position: number }

/** Every entry of an edition, sessions too, or those of these ids, in the order of the story, in five queries. */
export async function readEntries(
  db: Db,
  of: { editionId: string } | { ids: string[] },
): Promise<EntryRow[]> {
  if ('ids' in of && of.ids.length === 0) return []
  const asked =
    'ids' in of
      ? sql<boolean>`entries.id in (${sql.join(of.ids)})`
      : sql<boolean>`entries.edition_id = ${of.editionId}`
  const rows = await db
    .selectFrom('entries')
    .leftJoin('places', 'places.id', 'place_id')
    .where(asked)
    .selectAll('entries')
    .select(['places.name as place_name', 'address', 'country', 'lat', 'lon'])
    .orderBy('position')
    .orderBy('entries.id')
    .execute()
  const entries = rows.map(entryOf)
  const byId = new Map(entries.map(({ entry }) => [entry.id, entry]))

  const organisations = await db
    .selectFrom('entry_organisations as own')
    .innerJoin('entries', 'entries.id', 'own.entry_id')
    .innerJoin('organisations', 'organisations.id', 'own.organisation_id')
    .where(asked)
    .orderBy('own.position')
    .select(['own.entry_id', 'organisations.id', 'name', 'url'])
    .execute()
  for (const { entry_id, ...organisation } of organisations)
    byId.get(entry_id)?.organisations.push(organisation)

  const people = await db
    .selectFrom('entry_people as own')
    .innerJoin('entries', 'entries.id', 'own.entry_id')
    .innerJoin('people', 'people.id', 'own.person_id')
    .where(asked)
    .orderBy('own.position')
    .select(['own.entry_id', 'people.id', 'name', 'url', 'role', 'affiliation'])
    .execute()
  for (const { entry_id, ...person } of people) byId.get(entry_id)?.people.push(person)

  const links = await db
    .selectFrom('entry_links as own')
    .innerJoin('entries', 'entries.id', 'own.entry_id')
    .where(asked)
    .orderBy('own.position')
    .select(['own.entry_id', 'role', 'url', 'own.title', 'health', 'visibility'])
    .execute()
  for (const { entry_id, ...link } of links) byId.get(entry_id)?.links.push(link as Link)

  const tags = await db
    .selectFrom('entry_tags as own')
    .innerJoin('entries', 'entries.id', 'own.entry_id')
    .innerJoin('tags', 'tags.id', 'own.tag_id')
    .where(asked)
    .orderBy('own.position')
    .select(['own.entry_id', 'tags.slug', 'name'])
    .execute()
  for (const { entry_id, ...tag } of tags) byId.get(entry_id)?.tags.push(tag)

  return entries
}

/** Slug and title of these entries, in the order of the story. */
export async function readTitles(db: Db, ids: string[]): Promise<{ slug: string; title: string }[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('entries')
    .where('id', 'in', ids)
    .orderBy('position')
    .select(['slug', 'title'])
    .execute()
}

type EntryWithPlace = Selectable<Tables['entries']> & {
  place_name: string | null
  address: string | null
  country: string | null
  lat: number | null
  lon: number | null
}

function entryOf(row: EntryWithPlace): EntryRow {
  const entry: Entry = {
    id: row.id,
    slug: row.slug,
    kind: row.kind as Entry['kind'],
    title: row.title,
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
    attendance: row.attendance as Entry['attendance'],
    place: row.place_id === null ? null : placeOf(row),
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
    doubts: fromJson<Entry['doubts']>(row.doubts) ?? [],
    published: row.published,
    sequence: row.sequence,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    sessions: [],
  }
  return { entry, parentId: row.parent_id, position: row.position }
}

function placeOf(row: EntryWithPlace): Place {
  return { name: row.place_name, address: row.address, country: row.country, lat: row.lat, lon: row.lon }
}
