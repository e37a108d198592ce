import { type SearchQuery, wordingsOf } from './search-query.ts'
import { tokensOf } from './search-words.ts'

/** Something that was found, as much of it as its place among the others needs. */
export type SearchHit = {
  kind: 'entry' | 'edition' | 'writing'
  id: string
  editionId: string | null
  /** ISO date of its edition, or on which it came out. */
  day: string
  title: string
  /** Of an entry. */
  entryKind: string | null
  startsAt: number | null
  endsAt: number | null
}

/** `coming`: events that are not over; an edition by its id; `writings`: posts and pages. */
export type HitGroup = { key: 'coming' | 'writings' | (string & {}); hits: SearchHit[] }

/** An event without an end is looked for for as long. */
const assumedMs = 60 * 60_000

/**
 * What is still to come, the soonest first; then editions and the blog, those first that are called as was asked, then
 * the newest. Within each those that are called so come before those that tell of it. Pure, and the same for all stores.
 */
export function groupHits(hits: readonly SearchHit[], query: SearchQuery, now: number): HitGroup[] {
  const scores = new Map(hits.map(hit => [hit, scoreOf(hit, query)]))
  const groups = Map.groupBy(hits, hit => (isComing(hit, now) ? 'coming' : (hit.editionId ?? 'writings')))
  const score = (hit: SearchHit) => scores.get(hit)!
  const ranked = [...groups].map(([key, own]) => {
    const sorted =
      key === 'coming'
        ? own.toSorted((a, b) => a.startsAt! - b.startsAt! || score(b) - score(a) || inTime(a, b))
        : own.toSorted((a, b) => score(b) - score(a) || compare(b.day, a.day) || inTime(a, b))
    const isCalledSo = own.some(hit => score(hit) >= calledSo)
    return {
      key,
      hits: sorted,
      isCalledSo,
      day: own
        .map(({ day }) => day)
        .sort()
        .at(-1)!,
    }
  })
  ranked.sort(
    (a, b) =>
      Number(b.key === 'coming') - Number(a.key === 'coming') ||
      Number(b.isCalledSo) - Number(a.isCalledSo) ||
      compare(b.day, a.day) ||
      compare(a.key, b.key),
  )
  return ranked.map(({ key, hits }) => ({ key, hits }))
}

/** Everything that is looked for stands in the title. */
const calledSo = 2

/** What the title has of it, 0 to 2; an edition of that name stands before its entries. */
function scoreOf({ title, kind }: SearchHit, { all }: SearchQuery): number {
  if (all.length === 0) return 0
  const line = ` ${tokensOf(title).join(' ')} `
  let score = 0
  for (const term of all)
    if (
      wordingsOf(term).some(({ tokens, isPrefix }) =>
        line.includes(` ${tokens.join(' ')}${isPrefix ? '' : ' '}`),
      )
    )
      score += 2
  const share = score / all.length
  return share + (kind === 'edition' && share >= calledSo ? 1 : 0)
}

function isComing({ kind, entryKind, startsAt, endsAt }: SearchHit, now: number): boolean {
  return (
    kind === 'entry' && entryKind === 'event' && startsAt !== null && (endsAt ?? startsAt + assumedMs) > now
  )
}

/** What has no time stands last. */
function inTime(a: SearchHit, b: SearchHit): number {
  const [one, other] = [a, b].map(({ startsAt }) => startsAt ?? Number.MAX_VALUE) as [number, number]
  return one - other || compare(a.title, b.title) || compare(a.id, b.id)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
