import { setImmediate } from 'node:timers/promises'
import { duplicatesOf, knowingEntries } from '../domain/duplicate.ts'
import type { KnownBy } from '../domain/identity/traits.ts'
import { Refusal } from '../domain/refusal.ts'
import { pairKey, readApart } from '../storage/apart.ts'
import { countStored, type EntryRow, readEntries } from '../storage/entries.ts'
import { readKnownBy } from '../storage/identities.ts'
import type { Store } from '../storage/store.ts'
import { calmly } from './calmly.ts'
import type { Import } from './import-batch.ts'
import { mergeEntries } from './merge-entries.ts'

/** An edition with more is compared at the desk, where one looks at what is found. */
const mostCompared = 10_000

type Told = Pick<Import, 'editionId' | 'by' | 'at'> & {
  sourceIds: ReadonlySet<string>
  /** Sources that together are as one: the events of one calendar. */
  sisters?: ReadonlySet<string>
  summary: Pick<Import['summary'], 'revision' | 'notes'>
}

/**
 * Makes one of what sources tell newly and what the edition had already from others, where that is sure: one event
 * that several organisers announce. What these sources, and their `sisters`, tell are different things: they are
 * compared with others alone. Each merging is a revision of its own, which can be undone, and is told in the
 * summary; what somebody has parted, or said to be two, stays two.
 */
export async function mergeToldTwice(
  store: Store,
  { editionId, sourceIds, sisters, by, at, summary }: Told,
): Promise<void> {
  if ((await countStored(store.db, editionId)) > mostCompared) return
  const rows = (await readEntries(store.db, { editionId })).filter(isSeenOnItsOwn)
  const knownBy = await readKnownBy(store.db, editionId)
  const { fresh = [], others = [] } = Object.groupBy(rows, row =>
    isToldOnlyBy(sourceIds, knownBy.get(row.entry.id)) && isUntouched(row) ? 'fresh' : 'others',
  )
  if (fresh.length === 0) return
  const isOfSisters = ({ entry }: EntryRow) =>
    knownBy.get(entry.id)?.sources.some(id => sisters?.has(id)) === true
  const known = await calmly(
    knowingEntries(
      others.filter(row => !isOfSisters(row)).map(({ entry }) => entry),
      knownBy,
    ),
    40,
  )
  const apart = await readApart(store.db, [editionId])
  const byId = new Map(others.map(({ entry }) => [entry.id, entry]))
  const kept = new Set<string>()
  for (const [number, { entry }] of fresh.entries()) {
    if (number % 5 === 4) await setImmediate()
    const alike = duplicatesOf(known, entry, knownBy.get(entry.id)).filter(
      ({ id, strength }) => strength === 'sure' && !kept.has(id) && !apart.has(pairKey(id, entry.id)),
    )
    // Which of two it is, a person has to say.
    if (alike.length !== 1) continue
    const other = byId.get(alike[0]!.id)!
    // Whether it takes place at all is not settled by the way.
    if (entry.status !== other.status) continue
    kept.add(other.id)
    const revision = await merged(store, editionId, { keep: other.id, other: entry.id }, { by, at })
    if (revision === null) continue
    summary.revision = revision
    summary.notes.push({
      code: 'merged',
      title: entry.title,
      reason: `It is the same as “${other.title}” and became one with it. If they are two, undo that in the history.`,
      values: { other: other.title },
    })
  }
}

function isSeenOnItsOwn({ entry, parentId }: EntryRow): boolean {
  return parentId === null && entry.state === 'published'
}

function isToldOnlyBy(sourceIds: ReadonlySet<string>, known: KnownBy | undefined): boolean {
  return known?.sources.length === 1 && sourceIds.has(known.sources[0]!)
}

/** Nobody has written it since it came: what was merged once and parted again is not merged again. */
function isUntouched({ entry }: EntryRow): boolean {
  return entry.updatedAt === entry.createdAt
}

async function merged(
  store: Store,
  editionId: string,
  told: { keep: string; other: string },
  act: { by: string; at: number },
): Promise<number | null> {
  try {
    return (await mergeEntries(store, editionId, { ...told, chosen: {} }, act)).revision
  } catch (error) {
    // Somebody withdrew or merged one of them at this moment.
    if (error instanceof Refusal) return null
    throw error
  }
}
