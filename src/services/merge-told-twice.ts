import { setImmediate } from 'node:timers/promises'
import { duplicatesOf, duplicatesWithin, knowEntries, nearest } from '../domain/duplicate.ts'
import type { KnownBy } from '../domain/identity/traits.ts'
import { Refusal } from '../domain/refusal.ts'
import { pairKey, readApart } from '../storage/apart.ts'
import { countStored, type EntryRow, readEntries } from '../storage/entries.ts'
import { readKnownBy } from '../storage/identities.ts'
import type { Store } from '../storage/store.ts'
import type { Import } from './import-batch.ts'
import { mergeEntries } from './merge-entries.ts'

/** An edition with more is compared at the desk, where one looks at what is found. */
const mostCompared = 10_000

type Told = Pick<Import, 'editionId' | 'by' | 'at'> & {
  sourceIds: ReadonlySet<string>
  summary: Pick<Import['summary'], 'revision' | 'notes'>
}

/**
 * Makes one of what sources tell newly and what the edition had already from others, where that is sure: one event
 * that several organisers announce. Of several sources each is compared with those before it as well. Each merging is a revision of its own, which can be undone, and is told in the
 * summary; what somebody has parted, or said to be two, stays two.
 */
export async function mergeToldTwice(
  store: Store,
  { editionId, sourceIds, by, at, summary }: Told,
): Promise<void> {
  if ((await countStored(store.db, editionId)) > mostCompared) return
  const rows = (await readEntries(store.db, { editionId })).filter(isSeenOnItsOwn)
  const knownBy = await readKnownBy(store.db, editionId)
  const { fresh = [], others = [] } = Object.groupBy(rows, row =>
    isToldOnlyBy(sourceIds, knownBy.get(row.entry.id)) && isUntouched(row) ? 'fresh' : 'others',
  )
  if (fresh.length === 0) return
  const known = knowEntries(
    others.map(({ entry }) => entry),
    knownBy,
  )
  const apart = await readApart(store.db, [editionId])
  const earlier = sourceIds.size > 1 ? twinsAmong(fresh, knownBy) : new Map<string, string[]>()
  const byId = new Map(rows.map(({ entry }) => [entry.id, entry]))
  const gone = new Set<string>()
  const kept = new Set<string>()
  for (const [number, { entry }] of fresh.entries()) {
    if (number % 50 === 49) await setImmediate()
    const source = knownBy.get(entry.id)!.sources[0]!
    const sure = duplicatesOf(known, entry, knownBy.get(entry.id)).filter(isSure)
    const alike = [...sure.map(({ id }) => id), ...(earlier.get(entry.id) ?? [])].filter(
      id => !gone.has(id) && !kept.has(`${source} ${id}`) && !apart.has(pairKey(id, entry.id)),
    )
    // Which of two it is, a person has to say.
    if (alike.length !== 1) continue
    const other = byId.get(alike[0]!)!
    // Whether it takes place at all is not settled by the way.
    if (entry.status !== other.status) continue
    kept.add(`${source} ${other.id}`)
    const revision = await merged(store, editionId, { keep: other.id, other: entry.id }, { by, at })
    if (revision === null) continue
    gone.add(entry.id)
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

function isSure({ strength }: { strength: string }): boolean {
  return strength === 'sure'
}

/** Of what is new from several sources: which of those before each it surely is. What one source tells are two things. */
function twinsAmong(fresh: EntryRow[], knownBy: Map<string, KnownBy>): Map<string, string[]> {
  const known = knowEntries(
    fresh.map(({ entry }) => entry),
    knownBy,
  )
  const place = new Map(fresh.map(({ entry }, index) => [entry.id, index]))
  const earlier = new Map<string, string[]>()
  for (const pair of nearest(duplicatesWithin(known)).filter(isSure)) {
    const [one, other] = [pair.id, pair.other]
    // A session has no place of its own here.
    if (!place.has(one) || !place.has(other)) continue
    if (knownBy.get(one)!.sources[0] === knownBy.get(other)!.sources[0]) continue
    const [first, second] = place.get(one)! < place.get(other)! ? [one, other] : [other, one]
    earlier.set(second, [...(earlier.get(second) ?? []), first])
  }
  return earlier
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
