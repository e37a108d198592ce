import type { Selectable } from 'kysely'
import type { Entry, Link, OrganisationRef, PersonRef, Place, Tag } from '../domain/entry.ts'
import type { EventTime } from '../domain/event-time.ts'
import { fromJson } from './json.ts'
import type { Db } from './store.ts'
import type { Tables } from './tables.ts'

/** An entry with its sessions still beside it. */
export type EntryRow = { entry: Entry; parentId: string | null; position: number }

/** Every entry of an edition, sessions too, in the order of the story, in five queries. */
export async function readEntries(db: Db, editionId: string): Promise<EntryRow[]> {
  const rows = await db
    .selectFrom('entries')
    .leftJoin('places', 'places.id', 'place_id')
    .where('edition_id', '=', editionId)
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
    .where('edition_id', '=', editionId)
    .orderBy('own.position')
    .select(['own.entry_id', 'organisations.id', 'name', 'url'])
    .execute()
  for (const { entry_id, ...organisation } of organisations)
    byId.get(entry_id)?.organisations.push(organisation)

  const people = await db
    .selectFrom('entry_people as own')
    .innerJoin('entries', 'entries.id', 'own.entry_id')
    .innerJoin('people', 'people.id', 'own.person_id')
    .where('edition_id', '=', editionId)
    .orderBy('own.position')
    .select(['own.entry_id', 'people.id', 'name', 'url', 'role', 'affiliation'])
    .execute()
  for (const { entry_id, ...person } of people) byId.get(entry_id)?.people.push(person)

  const links = await db
    .selectFrom('entry_links as own')
    .innerJoin('entries', 'entries.id', 'own.entry_id')
    .where('edition_id', '=', editionId)
    .orderBy('own.position')
    .select(['own.entry_id', 'role', 'url', 'own.title', 'health', 'visibility'])
    .execute()
  for (const { entry_id, ...link } of links) byId.get(entry_id)?.links.push(link as Link)

  const tags = await db
    .selectFrom('entry_tags as own')
    .innerJoin('entries', 'entries.id', 'own.entry_id')
    .innerJoin('tags', 'tags.id', 'own.tag_id')
    .where('edition_id', '=', editionId)
    .orderBy('own.position')
    .select(['own.entry_id', 'tags.slug', 'name'])
    .execute()
  for (const { entry_id, ...tag } of tags) byId.get(entry_id)?.tags.push(tag)

  return entries
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
