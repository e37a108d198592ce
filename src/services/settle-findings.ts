import { type Content, contentOfFinding } from '../domain/content.ts'
import type { EntryState } from '../domain/entry.ts'
import { contentOfFields, type EntryFields, fieldsOfEntry } from '../domain/entry-fields.ts'
import type { Finding } from '../domain/finding.ts'
import { joinContents } from '../domain/join.ts'
import { newSessions } from '../domain/new-sessions.ts'
import { contentOfRead, openFindings, type Reading, sourceOf } from '../domain/reading.ts'
import { Refusal } from '../domain/refusal.ts'
import type { EditionRow } from '../storage/editions.ts'
import { type EntryRow, readEntries } from '../storage/entries.ts'
import { readSnapshots, snapshotKey } from '../storage/identities.ts'
import { unqueueJob } from '../storage/jobs.ts'
import type { KnownNames } from '../storage/names.ts'
import { findReading, keepSettled, waitAgain } from '../storage/readings.ts'
import { type Act, type Change, recordRevision } from '../storage/revisions.ts'
import type { Store } from '../storage/store.ts'
import type { Db } from '../storage/tables.ts'
import { type EntryToAdd, insertInto } from './add-entries.ts'
import { sessionsInto } from './add-sessions.ts'
import { type CuratorAct, changeEntry, isOpenDraft, takeEntry } from './change-entry.ts'
import { inEdition, namingInEdition } from './in-edition.ts'
import { asSeen, existing, queueReading, type Seen } from './open-readings.ts'
import { noteSettled } from './suggestions/note-settled.ts'
import { tellIdentity } from './tell-identity.ts'

/** What a curator decides of one finding of a reading, by its number. */
export type Settling = { number: number } & (
  | {
      as: 'entry'
      state: EntryState
      publishAt?: number | null
      /** What the curator says instead of the finding; of what could not be read, all of it. */
      content?: Content
    }
  | { as: 'merge'; into: string }
  | { as: 'drop' }
)

export type SettledFindings = {
  /** The entries that came of it, or had come of it before. */
  entries: {
    number: number
    id: string
    slug: string
    title: string
    state: EntryState
    as: 'entry' | 'merged'
  }[]
  /** Of the last change, to be undone; null where nothing changed. */
  revision: number | null
}

/**
 * Settles findings: each becomes an entry, a part of one that is there, or nothing. What is settled already stays as
 * it is, so that pressing twice, or in two windows, makes one entry.
 *
 * @throws Refusal when the reading or an entry is gone, the reading was read again since it was shown, a title is missing, or more than drafts would be touched
 */
export async function settleFindings(
  store: Store,
  reading: Seen,
  settlings: Settling[],
  act: CuratorAct,
): Promise<SettledFindings> {
  const [settled] = await namingInEdition(store, reading.editionId, act, async (db, edition, names) => {
    const found = asSeen(await findReading(db, reading.id), reading)
    // What is not read yet can only be dropped.
    const isWaiting = found.state === 'waiting'
    const open = new Set(isWaiting ? [0] : openFindings(found))
    const wanted = settlings.filter(({ number, as }) => (!isWaiting || as === 'drop') && open.delete(number))
    const settled = { ...found.settled }
    const added = await addFindings(db, edition, names, found, wanted, act)
    for (const [number, { id }] of added.entries) settled[number] = { as: 'entry', entry: id }
    let { revision } = added
    for (const one of wanted) {
      if (one.as === 'merge') {
        revision = (await mergeFinding(db, edition, names, found, one, act)) ?? revision
        settled[one.number] = { as: 'merged', entry: one.into }
      } else if (one.as === 'drop') settled[one.number] = { as: 'dropped' }
    }
    if (wanted.length > 0) {
      await keepSettled(db, found, settled, act.at)
      await unqueueJob(db, 'read', found.id)
      const came = wanted.flatMap(({ number }) => {
        const one = settled[number]
        return one && one.as !== 'dropped' ? [{ entry: one.entry, as: one.as }] : []
      })
      await noteSettled(db, found, came, act)
    }
    const entries = await entriesOf(
      db,
      settled,
      settlings.map(({ number }) => number),
    )
    return { entries, revision }
  })
  return settled
}

/**
 * Takes up a reading again: what was dropped is there to be decided once more.
 *
 * @throws Refusal when it is not there any more
 */
export function reopenReading(
  store: Store,
  { id, editionId }: Pick<Reading, 'id' | 'editionId'>,
  act: Act,
): Promise<void> {
  const { at } = act
  return inEdition(store, editionId, async db => {
    const reading = existing(await findReading(db, id))
    const kept = Object.entries(reading.settled).filter(([, { as }]) => as !== 'dropped')
    if (reading.readAt === null) {
      // It was put aside before anybody had read it.
      await waitAgain(db, id)
      await queueReading(db, id, at)
    } else await keepSettled(db, reading, Object.fromEntries(kept), at)
    await noteSettled(db, reading, [], act)
  })
}

async function addFindings(
  db: Db,
  edition: EditionRow,
  names: KnownNames,
  reading: Reading,
  settlings: Settling[],
  act: CuratorAct,
): Promise<{ entries: Map<number, { id: string; slug: string }>; revision: number | null }> {
  const wanted = settlings.filter(one => one.as === 'entry')
  if (wanted.length === 0) return { entries: new Map(), revision: null }
  const toAdd = wanted.map((one): EntryToAdd => {
    const finding = reading.findings[one.number]
    const content = one.content ?? contentOfRead(finding!, edition.homeZone, reading)
    const standing = { content, state: one.state, publishAt: one.publishAt ?? null }
    if (!finding) return standing
    return {
      ...standing,
      origin: { source: sourceOf(reading), finding },
      sessions: (finding.sessions ?? []).map(session => ({
        content: contentOfFinding(session, edition.homeZone),
        finding: session,
      })),
    }
  })
  const { revision, entries } = await insertInto(db, edition, names, toAdd, act)
  return { entries: new Map(wanted.map(({ number }, index) => [number, entries[index]!])), revision }
}

async function mergeFinding(
  db: Db,
  edition: EditionRow,
  names: KnownNames,
  reading: Reading,
  { number, into }: { number: number; into: string },
  act: CuratorAct,
): Promise<number | null> {
  const row = await takeEntry(db, into, edition.id)
  if (row.entry.state === 'withdrawn')
    throw new Refusal(
      'merge-into-withdrawn',
      {},
      'That entry is withdrawn. Bring it back first, or choose another.',
    )
  const finding = reading.findings[number]
  if (!finding) return null
  const fields = fieldsOfEntry(row)
  const next = mergedFields(fields, contentOfRead(finding, edition.homeZone, reading))
  const change = await changeEntry(db, names, row, next, { ...act, name: 'merge' })
  const told = { source: sourceOf(reading), finding }
  const sessions = row.parentId === null ? await addMissing(db, edition, names, row, told, act) : []
  // A source that told of it before is known by that, with what it says otherwise and nobody has answered.
  const known = await readSnapshots(db, [row.entry.id])
  const isTold = reading.sourceId && known.has(snapshotKey({ entryId: into, sourceId: reading.sourceId }))
  if (!isTold) await tellIdentity(db, edition, row, told, act.at)
  const changes = [...(change ? [change] : []), ...sessions]
  return changes.length ? recordRevision(db, edition.id, changes, act) : null
}

/** The sessions of a finding that the entry does not have yet. */
async function addMissing(
  db: Db,
  edition: EditionRow,
  names: KnownNames,
  { entry, editionId }: EntryRow,
  { source, finding: { sessions = [] } }: { source: string; finding: Finding },
  act: CuratorAct,
): Promise<Change[]> {
  if (sessions.length === 0) return []
  if (act.onlyDrafts && !isOpenDraft(entry))
    throw new Refusal('only-drafts', {}, 'Only an editor may change what readers see.')
  const own = await readEntries(db, { sessionsOf: entry.id })
  const told = new Map(sessions.map(session => [contentOfFinding(session, edition.homeZone), session]))
  const missing = newSessions(
    own.map(row => row.entry),
    [...told.keys()],
  )
  if (missing.length === 0) return []
  const changes = await sessionsInto(db, { id: entry.id, editionId }, names, missing, act.at)
  // What the source says of them from now on is a word about them.
  const rows = await readEntries(db, { ids: changes.map(({ entryId }) => entryId!) })
  const byId = new Map(rows.map(row => [row.entry.id, row]))
  for (const [index, { entryId }] of changes.entries())
    await tellIdentity(
      db,
      edition,
      byId.get(entryId!)!,
      { source, finding: told.get(missing[index]!)! },
      act.at,
    )
  return changes.map(change => ({ ...change, untold: entry.state !== 'published' }))
}

/** What becomes of an entry when a finding is put into it. */
function mergedFields(fields: EntryFields, told: Content): EntryFields {
  return { ...fields, ...joinContents(contentOfFields(fields), told).content }
}

async function entriesOf(
  db: Db,
  settled: Reading['settled'],
  numbers: number[],
): Promise<SettledFindings['entries']> {
  const told = numbers.flatMap(number => {
    const one = settled[number]
    return one && one.as !== 'dropped' ? [{ number, as: one.as, id: one.entry }] : []
  })
  const rows = await readEntries(db, { ids: told.map(({ id }) => id) })
  const byId = new Map(rows.map((row: EntryRow) => [row.entry.id, row.entry]))
  return told.flatMap(({ number, as, id }) => {
    const entry = byId.get(id)
    return entry ? [{ number, as, id, slug: entry.slug, title: entry.title, state: entry.state }] : []
  })
}
