import { type Content, contentOfEntry, contentOfFinding } from '../domain/content.ts'
import type { Entry } from '../domain/entry.ts'
import type { Finding } from '../domain/finding.ts'
import { instantsOf } from '../domain/instants-of.ts'
import { mergeContent } from '../domain/merge.ts'
import { freeSlug, slugOf } from '../domain/slug.ts'
import { readEntries } from '../storage/entries.ts'
import {
  insertIdentities,
  readIdentities,
  readSnapshots,
  snapshotKey,
  updateIdentity,
} from '../storage/identities.ts'
import { type KnownNames, knownNames, nameAll } from '../storage/names.ts'
import { type Change, recordRevision, takeEdition } from '../storage/revisions.ts'
import { readNextPosition, readStory, type Story } from '../storage/story.ts'
import type { Db } from '../storage/tables.ts'
import { insertEntries, type NewEntry, updateEntry } from '../storage/write-entries.ts'
import { callByOwnNames } from './call-by-own-names.ts'
import { itemOf, type Known, knowing, type Matched, matchItems, type Understood } from './import-match.ts'
import type { ImportSummary } from './import-summary.ts'

/** What an import knows from one batch to the next. */
export type Import = {
  editionId: string
  homeZone: string
  sourceId: string
  at: number
  by: string
  names: KnownNames
  known: Known
  story: Story
  slugNumbers: Map<string, number>
  /** Where in the story the last finding stands. */
  position: number
  /** The edition's when it was left; if it is another now, somebody else has written. */
  revision: number
  summary: ImportSummary
}

/** Takes up an edition for a source that is read: what is known of it, and where its story ends. */
export async function beginImport(
  db: Db,
  run: Pick<Import, 'editionId' | 'homeZone' | 'sourceId' | 'at' | 'by' | 'summary'>,
): Promise<Import> {
  const revision = await takeEdition(db, run.editionId)
  const known = knowing(run.sourceId, await readIdentities(db, run.editionId))
  const story = await readStory(db, run.editionId)
  const wasRead = [...known.byUid.values(), ...known.byTitle.values()]
    .flat()
    .some(own => own.sourceId === run.sourceId)
  const position = wasRead ? story.first - 1 : story.last
  return { ...run, names: knownNames(), known, story, slugNumbers: new Map(), position, revision }
}

/** Stores findings with their sessions, and one revision with all that they changed. */
export async function storeBatch(db: Db, run: Import, findings: Finding[]): Promise<void> {
  const revision = await takeEdition(db, run.editionId)
  if (revision !== run.revision) {
    run.known = knowing(run.sourceId, await readIdentities(db, run.editionId), run.known)
    run.story = await readStory(db, run.editionId)
  }
  const changes: Change[] = []
  let told = findings.map(found => ({ found, parentId: null as string | null }))
  while (told.length > 0) {
    const matched = await storeLevel(db, run, told, changes)
    told = matched.flatMap(({ found, entryId }) =>
      (found.sessions ?? []).map(session => ({ found: session, parentId: entryId })),
    )
  }
  run.revision = changes.length > 0 ? await recordRevision(db, run.editionId, changes, run) : revision
  run.summary.revision = run.revision
}

/** Events first, then their sessions: these belong to entries that must be there. */
async function storeLevel(
  db: Db,
  run: Import,
  told: { found: Finding; parentId: string | null }[],
  changes: Change[],
): Promise<Matched[]> {
  const items = told.flatMap(({ found, parentId }) => {
    const told = understood(run, found)
    return told ? [itemOf(found, told, parentId)] : []
  })
  const matched = matchItems(run.known, items, ({ content }) =>
    run.summary.refused.push({
      code: 'told-twice',
      title: content.title,
      reason: 'The file says exactly the same once more. Nothing is lost; it is stored once.',
    }),
  )
  const positions = await storeKnown(
    db,
    run,
    matched.filter(({ knownBy }) => knownBy !== null),
    changes,
  )
  await storeNew(db, run, matched, positions, changes)
  return matched
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
    run.summary.refused.push({ code: 'time-not-understood', title: found.title, reason: error.message })
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
  const differing = matched.filter(item => own(item)?.said !== item.said || !own(item)?.untouched)
  run.summary.unchanged += matched.length - differing.length
  const entries = await readEntries(db, { ids: differing.map(({ entryId }) => entryId) })
  const current = new Map(entries.map(({ entry }) => [entry.id, entry]))
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
    await updateKnown(db, run, item, { base, told }, current.get(item.entryId)!, changes)
  }
  return new Map([...snapshots].map(([key, { position }]) => [key.split(' ')[0]!, position]))
}

async function updateKnown(
  db: Db,
  run: Import,
  item: Matched,
  { base, told }: { base: Content; told: Content },
  entry: Entry,
  changes: Change[],
): Promise<void> {
  const now = contentOfEntry(entry)
  const { content, changed, kept } = mergeContent(base, now, told)
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
    changes.push({ entryId: entry.id, act: 'import', before: only(now), after: only(content) })
    run.summary.changed++
  } else run.summary.unchanged++

  const identity = { ...item, sourceId: run.sourceId }
  const togetherAt = kept.length > 0 ? null : changed.length > 0 ? run.at : entry.updatedAt
  if (item.knownBy!.sourceId === run.sourceId) await updateIdentity(db, identity, togetherAt)
  else await insertIdentities(db, [identity], togetherAt)
}

async function storeNew(
  db: Db,
  run: Import,
  matched: Matched[],
  positions: Map<string, number>,
  changes: Change[],
): Promise<void> {
  const fresh: (NewEntry & { item: Matched })[] = []
  let session = 0
  for (const item of matched) {
    const { entryId, knownBy, parentId, content, instants } = item
    if (knownBy !== null) {
      if (parentId === null) run.position = positions.get(entryId) ?? run.position
      continue
    }
    const slug = freeSlug(slugOf(content.title), taken => run.story.slugs.has(taken), run.slugNumbers)
    run.story.slugs.add(slug)
    const position = parentId === null ? await nextPosition(db, run, fresh) : session++
    fresh.push({ id: entryId, editionId: run.editionId, parentId, position, slug, content, instants, item })
  }
  if (fresh.length === 0) return
  await insertEntries(db, run.names, fresh, run.at)
  await insertIdentities(
    db,
    fresh.map(({ item }) => ({ ...item, sourceId: run.sourceId })),
    run.at,
  )
  for (const { id, item } of fresh)
    changes.push({ entryId: id, act: 'import', before: null, after: item.said })
  run.summary.new += fresh.length
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
