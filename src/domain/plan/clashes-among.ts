import { clashSpanOf } from '../clash.ts'
import { firstFrom } from './first-from.ts'
import type { Starred } from './starred.ts'

/** Two of them, in the order of their start, and their overlap; `possible` where the end of one is not told. */
export type ClashOfTwo = { ids: [string, string]; from: number; to: number; possible: boolean }

/**
 * The clashes among what is starred, for a reader in a zone, that are not over at a moment: the first `most`, by the
 * start of the first of two, then of the second, and how many more there are. A session and its whole are no clash.
 * O(n log n), and what is named.
 */
export function clashesAmong(
  starred: readonly Starred[],
  { at, zone, most = 200 }: { at: number; zone: string; most?: number },
): { clashes: ClashOfTwo[]; more: number } {
  const items = starred
    .flatMap(({ id, parentId, kind, assumedMinutes, ...timed }) => {
      const span = kind === 'event' ? clashSpanOf(timed, { zone, assumedMinutes }) : null
      return span && span.end > at ? [{ id, parentId, ...span }] : []
    })
    .sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1))
  const clashes: ClashOfTwo[] = []
  let all = -relatedPairs(items)
  items.forEach((first, index) => {
    const until = firstFrom(items, first.end, index + 1)
    all += until - index - 1
    for (let place = index + 1; place < until && clashes.length < most; place++) {
      const second = items[place]!
      if (areRelated(first, second)) continue
      clashes.push({
        ids: [first.id, second.id],
        from: second.start,
        to: Math.min(first.end, second.end),
        possible: first.assumed || second.assumed,
      })
    }
  })
  return { clashes, more: all - clashes.length }
}

type Item = { id: string; parentId: string | null; start: number; end: number }

function areRelated(a: Item, b: Item): boolean {
  return a.parentId === b.id || b.parentId === a.id
}

function relatedPairs(items: readonly Item[]): number {
  const byId = new Map(items.map(item => [item.id, item]))
  return items.filter(item => {
    const whole = byId.get(item.parentId ?? '')
    return whole && whole !== item && whole.start < item.end && item.start < whole.end
  }).length
}
