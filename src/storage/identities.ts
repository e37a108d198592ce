import { sql } from 'kysely'
import type { KnownBy } from '../domain/identity/traits.ts'
import { pastedText } from '../domain/reading.ts'
import { isGlobal } from '../domain/uid.ts'
import { among } from './dialects/among.ts'
import { insertRows } from './insert-rows.ts'
import { fromJson, toJson } from './json.ts'
import { indexable } from './names.ts'
import type { Db } from './tables.ts'

/**
 * By what a source knows an entry: its UID, where that alone tells it from all others; else a UID of the source's own
 * together with title and day; else title and day, or an address. What is not needed is null.
 */
export type Identity = {
  entryId: string
  sourceId: string
  uid: string | null
  urlKey: string | null
  titleKey: string | null
  /** Of what is stored: when its entry begins. */
  startsAt?: number | null
}

/**
 * Its UID there, what a source last said of an entry (JSON of a `Content`), what it has said since that nobody has
 * answered, whether nobody has written it since, and its place in the story.
 */
export type Snapshot = {
  uid: string | null
  said: string
  told: string | null
  untouched: boolean
  position: number
  /** Others had told of the entry, or a person had written it, before the source was known to tell of it. */
  isJoined: boolean
}

/** By what an identity may be looked for. Title and address tell only what has no UID. */
export type IdentityKey = 'uid' | 'titleKey' | 'urlKey' | 'entryId'

const columnOf = { uid: 'uid', titleKey: 'title_key', urlKey: 'url_key', entryId: 'entry_id' } as const

/** Identities in an edition that have one of these keys, in the order of the story. */
export async function findIdentities(
  db: Db,
  editionId: string,
  by: IdentityKey,
  keys: string[],
): Promise<Identity[]> {
  if (keys.length === 0) return []
  const rows = await db
    .selectFrom('identities')
    .where(among(db, columnOf[by], keys))
    .$if(by === 'titleKey' || by === 'urlKey', query => query.where('uid', 'is', null))
    // UIDs are indexed by source, and few sources of an edition have any.
    .$if(by === 'uid', query =>
      query.where('source_id', 'in', ({ selectFrom }) =>
        selectFrom('sources')
          .where('edition_id', '=', editionId)
          .where(({ exists, selectFrom }) =>
            exists(
              selectFrom('identities as own')
                .whereRef('own.source_id', '=', 'sources.id')
                .where('own.uid', '>', '')
                .select('own.entry_id'),
            ),
          )
          .select('sources.id'),
      ),
    )
    .select(({ selectFrom }) => [
      'entry_id as entryId',
      'source_id as sourceId',
      'uid',
      'url_key as urlKey',
      'title_key as titleKey',
      // Not joined: no planner is to begin with all entries of the edition.
      selectFrom('entries').whereRef('id', '=', 'entry_id').select('edition_id').as('edition'),
      selectFrom('entries').whereRef('id', '=', 'entry_id').select('position').as('position'),
      selectFrom('entries').whereRef('id', '=', 'entry_id').select('starts_at').as('startsAt'),
    ])
    .execute()
  return rows
    .filter(({ edition }) => edition === editionId)
    .sort((a, b) => a.position! - b.position! || (a.entryId < b.entryId ? -1 : 1))
    .map(({ edition: _, position: __, ...identity }) => identity)
}

/** By which UIDs a source knows its entries. */
export async function readUids(db: Db, source: { editionId: string; name: string }): Promise<string[]> {
  const rows = await db
    .selectFrom('identities')
    .innerJoin('sources', 'sources.id', 'source_id')
    .where('edition_id', '=', source.editionId)
    .where('name', '=', indexable(source.name))
    .where('uid', 'is not', null)
    .select('uid')
    .execute()
  return rows.map(({ uid }) => uid!)
}

/** What a source said last (JSON of a `Content`) of an entry that it knows by a UID. */
export type ToldUnderUid = Identity & { said: string; parentId: string | null }

/** What a source told under UIDs, in the order of the story. */
export function readToldUnderUids(db: Db, sourceId: string, limit: number): Promise<ToldUnderUid[]> {
  return db
    .selectFrom('identities')
    .innerJoin('entries', 'entries.id', 'entry_id')
    .where('source_id', '=', sourceId)
    .where('uid', 'is not', null)
    .orderBy('position')
    .orderBy('entry_id')
    .limit(limit)
    .select([
      'entry_id as entryId',
      'source_id as sourceId',
      'uid',
      'url_key as urlKey',
      'title_key as titleKey',
      'starts_at as startsAt',
      'snapshot as said',
      'parent_id as parentId',
    ])
    .execute()
}

/** Whether a source has told anything yet that is an entry. */
export async function hasIdentities(db: Db, sourceId: string): Promise<boolean> {
  const any = await db
    .selectFrom('identities')
    .where('source_id', '=', sourceId)
    .select('entry_id')
    .limit(1)
    .executeTakeFirst()
  return any !== undefined
}

/** Whether there are entries in an edition that a source does not know. */
export async function hasEntriesOfOthers(db: Db, editionId: string, sourceId: string): Promise<boolean> {
  const any = await db
    .selectFrom('entries')
    .where('edition_id', '=', editionId)
    .where(({ not, exists }) => not(exists(toldBy(db, sourceId))))
    .select('id')
    .limit(1)
    .executeTakeFirst()
  return any !== undefined
}

/** Some of the entries in an edition that a source knows, the next by slug. */
export async function readSomeToldBy(
  db: Db,
  { editionId, sourceId }: { editionId: string; sourceId: string },
  after: string,
  limit: number,
): Promise<{ id: string; slug: string; position: number }[]> {
  return db
    .selectFrom('entries')
    .where('edition_id', '=', editionId)
    .where('slug', '>', after)
    .where(({ exists }) => exists(toldBy(db, sourceId)))
    .orderBy('slug')
    .limit(limit)
    .select(['id', 'slug', 'position'])
    .execute()
}

function toldBy(db: Db, sourceId: string) {
  return db
    .selectFrom('identities')
    .where('entry_id', '=', sql.ref<string>('entries.id'))
    .where('source_id', '=', sourceId)
    .select('entry_id')
}

/** By what sources know the entries of an edition. Texts that were pasted are no source of which two would be told. */
export async function readKnownBy(db: Db, editionId: string): Promise<Map<string, KnownBy>> {
  const rows = await db
    .selectFrom('identities')
    .innerJoin('entries', 'entries.id', 'entry_id')
    .innerJoin('sources', 'sources.id', 'source_id')
    .where('entries.edition_id', '=', editionId)
    .select(['entry_id', 'source_id', 'uid', 'sources.name'])
    .execute()
  const known = new Map<string, { sources: string[]; uids: string[] }>()
  for (const { entry_id, source_id, uid, name } of rows) {
    let own = known.get(entry_id)
    if (!own) known.set(entry_id, (own = { sources: [], uids: [] }))
    if (name !== pastedText) own.sources.push(source_id)
    if (uid !== null && isGlobal(uid)) own.uids.push(uid)
  }
  return known
}

/** What sources last said of these entries, by `snapshotKey`. */
export async function readSnapshots(db: Db, entryIds: string[]): Promise<Map<string, Snapshot>> {
  if (entryIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('identities')
    .innerJoin('entries', 'entries.id', 'entry_id')
    .where(among(db, 'entry_id', entryIds))
    .select([
      'entry_id as entryId',
      'source_id as sourceId',
      'uid',
      'snapshot',
      'identities.told as told',
      'moved_from',
      'stored_at',
      'updated_at',
      'position',
    ])
    .execute()
  return new Map(
    rows.map(({ uid, snapshot, told, moved_from, stored_at, updated_at, position, ...row }) => [
      snapshotKey(row),
      {
        uid,
        said: snapshot,
        told,
        untouched: stored_at === updated_at,
        position,
        isJoined: moved_from !== null,
      },
    ]),
  )
}

export function snapshotKey({ entryId, sourceId }: { entryId: string; sourceId: string }): string {
  return `${entryId} ${sourceId}`
}

/** `told`: what the source says otherwise today, where a curator is asked about it. */
type Saying = { said: string; told?: string | null }

export async function insertIdentities(
  db: Db,
  identities: (Identity & Saying & { origins?: Record<string, string> | null; isJoined?: boolean })[],
  at: number | null,
): Promise<void> {
  await insertRows(
    db,
    'identities',
    identities.map(({ entryId, sourceId, uid, urlKey, titleKey, said, told, origins, isJoined }) => ({
      entry_id: entryId,
      source_id: sourceId,
      uid,
      url_key: urlKey,
      title_key: titleKey,
      snapshot: said,
      told: told ?? null,
      origins: toJson(origins),
      stored_at: at ?? apart,
      moved_from: isJoined ? entryId : null,
    })),
  )
}

/** Keeps what a source says of an entry today; `at` is the entry's `updated_at` if both say the same, else null. */
export async function updateIdentity(db: Db, identity: Identity & Saying, at: number | null): Promise<void> {
  const { entryId, sourceId, uid, urlKey, titleKey, said, told = null } = identity
  await db
    .updateTable('identities')
    .set({ uid, url_key: urlKey, title_key: titleKey, snapshot: said, told, stored_at: at ?? apart })
    .where('entry_id', '=', entryId)
    .where('source_id', '=', sourceId)
    .execute()
}

/**
 * The UID itself, or with the first number by which no other entry is known to the source: one UID may stand for two
 * things there, which are told apart by their order.
 */
export async function freeUid(db: Db, sourceId: string, uid: string, entryId?: string): Promise<string> {
  for (let number = 1; ; number++) {
    const own = number === 1 ? uid : `${uid} #${number}`
    const taken = await db
      .selectFrom('identities')
      .where('source_id', '=', sourceId)
      .where('uid', '=', own)
      .select('entry_id')
      .executeTakeFirst()
    if (!taken || taken.entry_id === entryId) return own
  }
}

/** By what names an entry is read, and what was said there last (JSON of a `Content`), the newest source first. */
export async function readEntrySources(
  db: Db,
  entryId: string,
): Promise<{ name: string; said: string; origins: Record<string, string> | null }[]> {
  const rows = await db
    .selectFrom('identities')
    .innerJoin('sources', 'sources.id', 'source_id')
    .where('entry_id', '=', entryId)
    .orderBy('read_at', 'desc')
    .orderBy('sources.id', 'desc')
    .select(['name', 'snapshot as said', 'origins'])
    .execute()
  return rows.map(({ origins, ...row }) => ({ ...row, origins: fromJson(origins) }))
}

/** What sources know as `from`, they know as `to` from now on; where they know both, nothing changes. */
export async function moveIdentities(db: Db, from: string, to: string): Promise<void> {
  const own = await db.selectFrom('identities').where('entry_id', '=', to).select('source_id').execute()
  const known = own.map(({ source_id }) => source_id)
  await db
    .updateTable('identities')
    .set({ entry_id: to, moved_from: from, stored_at: apart })
    .where('entry_id', '=', from)
    .$if(known.length > 0, query => query.where('source_id', 'not in', known))
    .execute()
}

/** Takes that back. */
export async function moveIdentitiesBack(db: Db, from: string): Promise<void> {
  await db
    .updateTable('identities')
    .set({ entry_id: from, moved_from: null, stored_at: apart })
    .where('moved_from', '=', from)
    .execute()
}

/** No entry was ever updated then. */
const apart = -1
