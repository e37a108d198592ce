import { type Content, contentOfEntry, contentOfFinding } from '../domain/content.ts'
import type { EntryState } from '../domain/entry.ts'
import type { Finding } from '../domain/finding.ts'
import { instantsOf } from '../domain/instants-of.ts'
import type { ProblemCode } from '../domain/problem.ts'
import { slugOf } from '../domain/slug.ts'
import { isWithin, type Taking } from '../domain/source.ts'
import { weighChange } from '../domain/weigh-change.ts'
import { type EntryRow, readEntries, readEntryState } from '../storage/entries.ts'
import {
  hasEntriesOfOthers,
  hasIdentities,
  insertIdentities,
  readSnapshots,
  snapshotKey,
  updateIdentity,
} from '../storage/identities.ts'
import { type KnownNames, knownNames, nameAll } from '../storage/names.ts'
import { type Change, recordRevision, takeEdition } from '../storage/revisions.ts'
import { readNextPosition, readStoryEnds, type StoryEnds } from '../storage/story.ts'
import type { Db } from '../storage/tables.ts'
import { insertEntries, type NewEntry, updateEntry } from '../storage/write-entries.ts'
import { callByOwnNames } from './call-by-own-names.ts'
import { freeSlugs } from './free-slugs.ts'
import { itemOf, type Understood } from './import-item.ts'
import { type Known, keepUnstored, knowing, type Matched, matchItems } from './import-match.ts'
import type { ImportSummary } from './import-summary.ts'
import { unseenEvents } from './unseen-events.ts'

/** What an import knows from one batch to the next. */
export type Import = {
  editionId: string
  homeZone: string
  sourceId: string
  at: number
  by: string
  names: KnownNames
  known: Known
  /** Whether the source had told entries before. */
  wasRead: boolean
  story: StoryEnds
  slugNumbers: Map<string, number>
  /** Where in the story the last finding stands. */
  position: number
  /** The edition's when it was left; if it is another now, somebody else has written. */
  revision: number
  summary: ImportSummary
  /** What may be done without asking; left out: everything. */
  taking?: Taking
  /** What is new and may not become an entry by itself. */
  proposed: Finding[]
  /** Whether there were entries that the source does not know. */
  hadOthers: boolean
  /** Entries that others told, or a person wrote, before the source did. */
  joined: Set<string>
}

/** Takes up an edition for a source that is read: what is known of it, and where its story ends. */
export async function beginImport(
  db: Db,
  run: Pick<Import, 'editionId' | 'homeZone' | 'sourceId' | 'at' | 'by' | 'summary' | 'taking'>,
): Promise<Import> {
  const revision = (await takeEdition(db, run.editionId))!
  const known = knowing(run.editionId, run.sourceId)
  const story = await readStoryEnds(db, run.editionId)
  const wasRead = await hasIdentities(db, run.sourceId)
  const position = wasRead ? story.first - 1 : story.last
  if (run.taking) run.summary.proposed ??= { new: 0, changes: 0 }
  const hadOthers = await hasEntriesOfOthers(db, run.editionId, run.sourceId)
  const names = knownNames()
  return {
    ...run,
    names,
    known,
    wasRead,
    story,
    slugNumbers: new Map(),
    position,
    revision,
    proposed: [],
    hadOthers,
    joined: new Set(),
  }
}

/** Stores findings with their sessions, and one revision with all that they changed. */
export async function storeBatch(db: Db, run: Import, findings: Finding[]): Promise<void> {
  const revision = (await takeEdition(db, run.editionId))!
  if (revision !== run.revision) run.story = await readStoryEnds(db, run.editionId)
  const changes: Change[] = []
  let told = findings.map((found): Told => ({ found, event: null }))
  while (told.length > 0) {
    const matched = await storeLevel(db, run, told, changes)
    told = matched.flatMap(event => (event.found.sessions ?? []).map(session => ({ found: session, event })))
  }
  run.revision = changes.length > 0 ? await recordRevision(db, run.editionId, changes, run) : revision
  run.summary.revision = run.revision
}

type Told = {
  found: Finding
  /** What it is a session of. */
  event: Matched | null
}

/** Events first, then their sessions: these belong to entries that must be there. */
async function storeLevel(db: Db, run: Import, told: Told[], changes: Change[]): Promise<Matched[]> {
  const events = new Map<Finding, Matched>()
  const items = told.flatMap(({ found, event }) => {
    const told = understood(run, found)
    if (event) events.set(found, event)
    return told ? [itemOf(found, told, event?.entryId ?? null)] : []
  })
  const all = await matchItems(db, run.known, items, ({ content }) =>
    run.summary.refused.push({
      code: 'told-twice',
      title: content.title,
      reason: 'The file says exactly the same once more. Nothing is lost; it is stored once.',
    }),
  )
  const matched = all.filter(item => {
    const isStored = item.knownBy !== null || mayBecomeEntry(run, item, events.get(item.found))
    if (!isStored) keepUnstored(run.known, item)
    return isStored
  })
  const positions = await storeKnown(
    db,
    run,
    matched.filter(({ knownBy }) => knownBy !== null),
    changes,
  )
  await storeNew(db, run, matched, positions, changes)
  return matched
}

/** Of what is new: what is of no interest is left out, and what may not become an entry by itself is proposed. */
function mayBecomeEntry(run: Import, { content, found }: Matched, event: Matched | undefined): boolean {
  const { summary, proposed } = run
  const isOfEvent = event !== undefined && event.knownBy !== null
  const taking = takingWith(run, event?.entryId ?? null)
  if (!taking) return true
  const leaveOut = (code: ProblemCode, reason: string) =>
    void summary.notes.push({ code, title: content.title, reason })
  if (content.status === 'cancelled' && taking.days) {
    leaveOut('new-cancelled', 'It was cancelled before it ever was in the programme.')
    return false
  }
  if (!event && !isWithin(content, taking.days)) {
    leaveOut('other-days', 'It is on none of the days of this programme.')
    return false
  }
  // A session that is new is a change of an event that is known.
  if (event && !isOfEvent) return true
  if (isOfEvent ? taking.changes === 'accept' : taking.new !== 'propose') return true
  const whole = event?.found ?? found
  if (!proposed.includes(whole)) {
    proposed.push(whole)
    summary.proposed!.new++
  }
  return false
}

function understood(run: Import, found: Finding): Understood | null {
  try {
    const content = contentOfFinding(found, run.homeZone)
    const instants = instantsOf(content.time)
    if (content.title !== '') return { content, instants }
    run.summary.refused.push({
      code: 'title-missing',
      ...(found.url !== undefined && { where: found.url }),
      reason: 'It has no title. Give it one in the file.',
    })
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const { title, start = '', time = start } = found
    const told = { code: 'time-not-understood', title, reason: error.message } as const
    run.summary.refused.push({ ...told, ...(time && { values: { words: time.slice(0, 100) } }) })
  }
  return null
}

/** @returns where in the story each known entry stands */
async function storeKnown(
  db: Db,
  run: Import,
  matched: Matched[],
  changes: Change[],
): Promise<Map<string, number>> {
  const ids = matched.map(({ entryId }) => entryId)
  const snapshots = await readSnapshots(db, ids)
  const own = (item: Matched) => snapshots.get(snapshotKey({ entryId: item.entryId, sourceId: run.sourceId }))
  for (const item of matched) if (own(item)?.isJoined ?? true) run.joined.add(item.entryId)
  const differing = matched.filter(item => {
    const kept = own(item)
    return kept?.said !== item.said || kept.uid !== item.uid || !kept.untouched || kept.told
  })
  run.summary.unchanged += matched.length - differing.length
  const entries = await readEntries(db, { ids: differing.map(({ entryId }) => entryId) })
  const current = new Map(entries.map(row => [row.entry.id, row]))
  // All names at once and in order, so that two imports never wait for each other in a circle.
  await nameAll(
    db,
    run.names,
    differing.map(({ content }) => content),
  )
  const bases = differing.map(item => {
    const { said } = own(item) ?? snapshots.get(snapshotKey(item.knownBy!))!
    return JSON.parse(said) as Content
  })
  const called = await callByOwnNames(db, [...bases, ...differing.map(({ content }) => content)])
  for (const [index, item] of differing.entries()) {
    const [base, told] = [called[index]!, called[differing.length + index]!]
    const said = { base, told, isOwn: own(item) !== undefined }
    await updateKnown(db, run, item, said, current.get(item.entryId)!, changes)
  }
  return new Map([...snapshots].map(([key, { position }]) => [key.split(' ')[0]!, position]))
}

async function updateKnown(
  db: Db,
  run: Import,
  item: Matched,
  said: { base: Content; told: Content; isOwn: boolean },
  { entry, parentId }: EntryRow,
  changes: Change[],
): Promise<void> {
  const now = contentOfEntry(entry)
  const { content, changed, kept, asked, settled } = weighChange(
    said.base,
    now,
    said.told,
    takingWith(run, entry.id),
  )
  for (const field of kept) {
    run.summary.kept.push({
      entry: entry.slug,
      title: content.title,
      field,
      yours: shown(now[field]),
      file: shown(item.content[field]),
    })
  }
  if (changed.length > 0) {
    await updateEntry(db, run.names, entry.id, content, changed, run.at)
    const only = (said: Content) => Object.fromEntries(changed.map(field => [field, said[field]]))
    const of = { title: content.title, state: entry.state }
    const untold = parentId !== null && (await readEntryState(db, parentId))?.state !== 'published'
    changes.push({ entryId: entry.id, act: 'import', before: only(now), after: only(content), of, untold })
    run.summary.changed++
  } else run.summary.unchanged++
  if (asked.length > 0) run.summary.proposed!.changes++

  // What is asked is compared with what was settled last, until it is answered.
  const told = asked.length > 0 ? { said: JSON.stringify(settled), told: item.said } : { told: null }
  const identity = { ...item, ...told, sourceId: run.sourceId }
  const isApart = kept.length > 0 || asked.length > 0
  const togetherAt = isApart ? null : changed.length > 0 ? run.at : entry.updatedAt
  if (said.isOwn) await updateIdentity(db, identity, togetherAt)
  else await insertIdentities(db, [{ ...identity, isJoined: true }], togetherAt)
}

/** What may be done with an entry without asking: whoever says the same as others does not decide for them. */
function takingWith({ taking, joined }: Import, entryId: string | null): Taking | null {
  if (!taking?.onlyOwn || entryId === null || !joined.has(entryId)) return taking ?? null
  return { ...taking, changes: 'propose', cancels: false }
}

async function storeNew(
  db: Db,
  run: Import,
  matched: Matched[],
  positions: Map<string, number>,
  changes: Change[],
): Promise<void> {
  const fresh: (NewEntry & { item: Matched })[] = []
  const titles = matched.flatMap(({ knownBy, content }) => (knownBy === null ? [content.title] : []))
  const slugs = await freeSlugs(db, run.editionId, titles.map(slugOf), run.slugNumbers)
  let session = 0
  for (const item of matched) {
    const { entryId, knownBy, parentId, content, instants } = item
    if (knownBy !== null) {
      if (parentId === null) run.position = positions.get(entryId) ?? run.position
      continue
    }
    const slug = slugs[fresh.length]!
    const position = parentId === null ? await nextPosition(db, run, fresh) : session++
    // Its sessions are seen where the event is.
    const state: EntryState = parentId === null && run.taking?.new === 'draft' ? 'draft' : 'published'
    fresh.push({
      id: entryId,
      editionId: run.editionId,
      parentId,
      position,
      slug,
      content,
      instants,
      state,
      item,
    })
  }
  if (fresh.length === 0) return
  await insertEntries(db, run.names, fresh, run.at)
  await insertIdentities(
    db,
    fresh.map(({ item }) => ({ ...item, sourceId: run.sourceId })),
    run.at,
  )
  const unseen = await unseenEvents(
    db,
    fresh.map(({ parentId }) => parentId),
  )
  for (const { id, parentId, state = 'published', item } of fresh) {
    const untold = parentId !== null && unseen.has(parentId)
    changes.push({
      entryId: id,
      act: 'import',
      before: null,
      ...afterOf(state, item),
      ...(untold && { untold }),
    })
  }
  run.summary.new += fresh.length
}

/** Most are published, and are recorded as the JSON that there is already. */
function afterOf(state: EntryState, { said, content }: Matched): Pick<Change, 'after' | 'of'> {
  if (state === 'published') return { after: said }
  return { after: { ...content, state }, of: { title: content.title, state } }
}

/** After the finding before it: at the end of the story, or halfway to what follows there. */
async function nextPosition(db: Db, run: Import, waiting: NewEntry[]): Promise<number> {
  if (run.position >= run.story.last) run.story.last = run.position = Math.floor(run.position) + 1
  else {
    const stored = await readNextPosition(db, run.editionId, run.position)
    const following = waiting.map(({ position }) => position).filter(position => position > run.position)
    const next = Math.min(stored ?? Infinity, ...following)
    run.position = Number.isFinite(next) ? (run.position + next) / 2 : run.position + 1
  }
  return run.position
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
