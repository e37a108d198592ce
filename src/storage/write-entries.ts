import { sql } from 'kysely'
import type { Content } from '../domain/content.ts'
import type { EntryState } from '../domain/entry.ts'
import type { Standing } from '../domain/entry-fields.ts'
import type { Instants } from '../domain/event-time.ts'
import { instantsOf } from '../domain/instants-of.ts'
import { isSecretLink } from '../domain/secret-link.ts'
import { tagKey } from '../domain/slug.ts'
import { among } from './dialects/among.ts'
import { insertRows } from './insert-rows.ts'
import { toJson } from './json.ts'
import { type KnownNames, nameAll, nameKey, placeKey } from './names.ts'
import { indexEntries } from './search-index.ts'
import type { Db } from './tables.ts'

export type NewEntry = {
  /** A UUIDv7. */
  id: string
  editionId: string
  parentId: string | null
  position: number
  slug: string
  /** Published, where nothing else is said. */
  state?: EntryState
  publishAt?: number | null
  content: Content
  /** Of the content's time. */
  instants: Instants
}

/** New entries with all they name and link to; events come before their sessions. */
export async function insertEntries(
  db: Db,
  known: KnownNames,
  entries: NewEntry[],
  at: number,
): Promise<void> {
  await nameAll(
    db,
    known,
    entries.map(({ content }) => content),
  )
  await insertRows(
    db,
    'entries',
    entries.map(({ id, editionId, parentId, position, slug, content, instants, state, publishAt }) => ({
      id,
      edition_id: editionId,
      parent_id: parentId,
      position,
      slug,
      state: state ?? 'published',
      publish_at: publishAt ?? null,
      ...columnsOf(content, instants, known),
      created_at: at,
      updated_at: at,
    })),
  )
  await insertLists(db, known, entries, () => true)
  await indexEntries(db, entries, { areNew: true })
}

/** Puts `content` in the place of what the entry said; `changed` tells in which fields it differs. */
export async function updateEntry(
  db: Db,
  known: KnownNames,
  id: string,
  content: Content,
  changed: (keyof Content)[],
  at: number,
): Promise<void> {
  await nameAll(db, known, [content])
  const { edition_id: editionId } = await db
    .updateTable('entries')
    .set(({ eb }) => ({
      ...columnsOf(content, instantsOf(content.time), known),
      sequence: eb('sequence', '+', 1),
      updated_at: at,
    }))
    .where('id', '=', id)
    .returning('edition_id')
    .executeTakeFirstOrThrow()
  const lists = changed.filter(field => field in tableOf) as ListField[]
  const health = lists.includes('links') ? await readHealth(db, id) : new Map()
  for (const list of lists) await db.deleteFrom(tableOf[list]).where('entry_id', '=', id).execute()
  await insertLists(db, known, [{ id, content }], list => lists.includes(list))
  for (const [url, known] of health) {
    await db.updateTable('entry_links').set(known).where('entry_id', '=', id).where('url', '=', url).execute()
  }
  await indexEntries(db, [{ id, editionId, content }])
}

/**
 * Calendars are to hear of these entries, or of the sessions of one, though nothing of what they say themselves has
 * changed: an organisation has another name, an event took its sessions along.
 */
export async function raiseSequences(
  db: Db,
  of: { ids: string[] } | { sessionsOf: string },
  at: number,
): Promise<void> {
  if ('ids' in of && of.ids.length === 0) return
  await db
    .updateTable('entries')
    .set(({ eb }) => ({ sequence: eb('sequence', '+', 1), updated_at: at }))
    .where('ids' in of ? among(db, 'id', of.ids) : sql<boolean>`${sql.ref('parent_id')} = ${of.sessionsOf}`)
    .execute()
}

/** How the entry stands from now on; what it says is another matter. */
export async function updateStanding(db: Db, id: string, standing: Standing): Promise<void> {
  const { state, publishAt, slug, position, parentId, mergedInto, deadLinks, textShown } = standing
  await db
    .updateTable('entries')
    .set({
      state,
      publish_at: publishAt,
      slug,
      position,
      parent_id: parentId,
      merged_into: mergedInto,
      text_shown: toJson(textShown),
    })
    .where('id', '=', id)
    .execute()
  await writeDead(db, id, deadLinks)
}

/** Which of its links are marked, and that the others are not. */
async function writeDead(db: Db, id: string, dead: Standing['deadLinks']): Promise<void> {
  const marks = ['gone', 'changed-hands'] as const
  const marked = await db
    .selectFrom('entry_links')
    .where('entry_id', '=', id)
    .where('health', 'in', marks)
    .select(['url', 'health'])
    .execute()
  const is = new Map(marked.map(({ url, health }) => [url, health]))
  for (const url of new Set([...is.keys(), ...Object.keys(dead ?? {})])) {
    const health = dead?.[url] ?? 'unknown'
    if (is.get(url) === health) continue
    await db
      .updateTable('entry_links')
      .set({ health })
      .where('entry_id', '=', id)
      .where('url', '=', url)
      .execute()
  }
}

const tableOf = {
  organisations: 'entry_organisations',
  people: 'entry_people',
  links: 'entry_links',
  tags: 'entry_tags',
} as const
type ListField = keyof typeof tableOf

function columnsOf(content: Content, { startsAt, endsAt }: Instants, known: KnownNames) {
  const { time } = content
  return {
    kind: content.kind,
    title: content.title,
    summary: content.summary,
    note: content.note,
    precision: time.precision,
    wall_start: time.start,
    wall_end: time.end,
    zone: time.zone,
    starts_at: startsAt,
    ends_at: endsAt,
    status: content.status,
    status_reason: content.statusReason,
    attendance: content.attendance,
    place_id: content.place && known.places.get(placeKey(content.place))!,
    recording: content.recording,
    registration_until: content.registrationUntil,
    languages: toJson(content.languages),
    interpretation: toJson(content.interpretation),
    captions: toJson(content.captions),
    sign_languages: toJson(content.signLanguages),
    image: content.image,
    image_alt: content.imageAlt,
    doubts: toJson(content.doubts),
    published: content.published,
    language: content.language,
    translations: toJson(content.translations),
  }
}

async function insertLists(
  db: Db,
  known: KnownNames,
  entries: { id: string; content: Content }[],
  wanted: (list: ListField) => boolean,
): Promise<void> {
  const rowsOf = <T, Row>(
    members: (content: Content) => T[],
    row: (member: T, entry_id: string, position: number) => Row,
  ): Row[] => {
    const rows: Row[] = []
    for (const { id, content } of entries) {
      const own = members(content)
      for (let position = 0; position < own.length; position++) rows.push(row(own[position]!, id, position))
    }
    return rows
  }
  if (wanted('organisations')) {
    const rows = rowsOf(
      // Two names may be of one, which took over the other.
      content => onceById(content.organisations, known),
      ({ name, role }, entry_id, position) => ({
        entry_id,
        position,
        organisation_id: known.organisations.get(nameKey(name))!,
        role,
      }),
    )
    await insertRows(db, 'entry_organisations', rows)
  }
  if (wanted('people')) {
    const rows = rowsOf(
      content => content.people,
      ({ name, role, affiliation }, entry_id, position) => ({
        entry_id,
        position,
        person_id: known.people.get(nameKey(name))!,
        role,
        affiliation,
      }),
    )
    await insertRows(db, 'entry_people', rows)
  }
  if (wanted('links')) {
    const rows = rowsOf(
      content => content.links,
      ({ role, url, title }, entry_id, position) => {
        const visibility = isSecretLink({ role, url, title }) ? 'near-start' : 'public'
        return { entry_id, position, role, url, title, visibility }
      },
    )
    await insertRows(db, 'entry_links', rows)
  }
  if (wanted('tags')) {
    const rows = rowsOf(
      content => content.tags,
      (tag, entry_id, position) => ({ entry_id, position, tag_id: known.tags.get(tagKey(tag))! }),
    )
    await insertRows(db, 'entry_tags', rows)
  }
}

function onceById(organisations: Content['organisations'], known: KnownNames): Content['organisations'] {
  if (organisations.length < 2) return organisations
  const ids = organisations.map(({ name }) => known.organisations.get(nameKey(name)))
  return organisations.filter((_, at) => ids.indexOf(ids[at]) === at)
}

/** What was found out about the addresses of an entry; it survives when the links are written again. */
async function readHealth(db: Db, id: string) {
  const rows = await db
    .selectFrom('entry_links')
    .where('entry_id', '=', id)
    .where(({ or, eb }) => or([eb('health', '<>', 'unknown'), eb('visibility', '<>', 'public')]))
    .select(['url', 'health', 'visibility'])
    .execute()
  return new Map(rows.map(({ url, ...known }) => [url, known]))
}
