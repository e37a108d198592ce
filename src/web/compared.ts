import { LRUCache } from 'lru-cache'
import { knowingEntries, nearest, type Pair, pairsWithin } from '../domain/duplicate.ts'
import type { Programme } from '../domain/programme.ts'
import { calmly } from '../services/calmly.ts'
import { pairKey } from '../storage/apart.ts'
import { knownOf, standing } from './known-entries.ts'

/**
 * An edition with more is compared while others are served: 1,000 entries take seconds, 10,000 half a minute. So is one
 * that takes longer than that: of hundreds at one hour, each with many hosts, any two are compared.
 */
const mostAtOnce = 500
const longestMs = 400

type Compared = { revision: number; pairs: Pair[] }

const now = new WeakMap<Programme, Pair[]>()
const slow = new Set<string>()
const later = new LRUCache<string, Compared>({ max: 200 })
/** What is to be compared, by edition, one after the other. */
const waiting = new Map<string, Programme>()
let isGoing = false

/** Pairs of its entries that may well be one, the likeliest first. @param apart those of which somebody has said that they are two */
export function duplicatesIn(
  programme: Programme,
  apart: ReadonlySet<string>,
): { id: string; other: string }[] {
  const pairs = pairsOf(programme).filter(({ id, other }) => !apart.has(pairKey(id, other)))
  return nearest(pairs).filter(isWorthAQuestion)
}

/**
 * Pairs of the entries of a programme that look like one, the likeliest first. Of a large one those of an earlier
 * revision, or none, while it is compared.
 */
function pairsOf(programme: Programme): Pair[] {
  const kept = now.get(programme)
  if (kept) return kept
  const pairs = isSmall(programme) ? pairsAtOnce(programme) : null
  if (pairs) {
    now.set(programme, pairs)
    return pairs
  }
  const { id, revision } = programme.edition
  const before = later.get(id)
  if (before?.revision !== revision) compareLater(programme)
  const there = new Set(
    programme.entries.flatMap(entry => [entry.id, ...entry.sessions.map(each => each.id)]),
  )
  return before?.pairs.filter(pair => there.has(pair.id) && there.has(pair.other)) ?? []
}

/** Null where it takes too long; it is not tried again. */
function pairsAtOnce(programme: Programme): Pair[] | null {
  const until = performance.now() + longestMs
  const pairs: Pair[] = []
  for (const found of pairsWithin(knownOf(programme))) {
    pairs.push(...found)
    if (performance.now() < until) continue
    if (slow.size >= mostSlow) slow.clear()
    slow.add(programme.edition.id)
    return null
  }
  return inOrder(pairs)
}

const mostSlow = 1000

/** Whether what looks like one in a programme is not known yet, or only as of an earlier revision. */
export function isComparing(programme: Programme): boolean {
  return !isSmall(programme) && later.get(programme.edition.id)?.revision !== programme.edition.revision
}

function compareLater(programme: Programme): void {
  waiting.set(programme.edition.id, programme)
  if (isGoing) return
  isGoing = true
  void compareAll().finally(() => {
    isGoing = false
  })
}

async function compareAll(): Promise<void> {
  for (const [id, programme] of waiting) {
    waiting.delete(id)
    const { revision } = programme.edition
    if (later.get(id)?.revision === revision) continue
    try {
      const known = await calmly(knowingEntries(standing(programme), programme.knownBy), 40)
      const pairs: Pair[] = []
      await calmly(pairsWithin(known), 1, found => pairs.push(...found.filter(isWorthAQuestion)))
      later.set(id, { revision, pairs: inOrder(pairs) })
    } catch (error) {
      console.error(`comparing the entries of ${id} failed:`, error)
    }
  }
}

function isSmall({ edition, entries }: Programme): boolean {
  if (slow.has(edition.id)) return false
  return entries.reduce((count, { sessions }) => count + 1 + sessions.length, 0) <= mostAtOnce
}

/** What is only possible is shown to nobody here, and there may be hundreds of thousands of it. */
function isWorthAQuestion({ strength }: Pair): boolean {
  return strength !== 'possible'
}

function inOrder(pairs: Pair[]): Pair[] {
  return pairs.sort((a, b) => b.odds - a.odds)
}
