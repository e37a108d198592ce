import type { Entry } from '../../domain/entry.ts'
import { windowOf } from '../../domain/fifty-hours.ts'
import { clashesAmong } from '../../domain/plan/clashes-among.ts'
import { pausesWithin } from '../../domain/plan/daily-pause.ts'
import type { Decision } from '../../domain/plan/decision.ts'
import type { KeptPlan, Star } from '../../domain/plan/kept-plan.ts'
import { solvePlan } from '../../domain/plan/solve-plan.ts'
import { type Starred, starredOf } from '../../domain/plan/starred.ts'
import { type Alternative, whatIf } from '../../domain/plan/what-if.ts'
import type { Edition, Series } from '../../domain/programme.ts'
import { type Found, type Lost, readStarred } from '../../storage/starred.ts'
import type { Store } from '../../storage/store.ts'
import { paths } from '../paths.ts'
import { readTo } from '../ui/read-to.ts'
import type { Showing } from '../ui/showing.ts'

/** One line of a plan: what is starred, and what becomes of it. */
export type PlanRow = {
  /** The stars that lead to it: several where what was starred has become one. */
  ids: string[]
  entry: Entry
  parent: Found['parent']
  path: string
  decision: Decision
  /** When it was to begin as it was starred, where that is another time now. */
  movedFrom: number | null
  /** What becomes of the others where it is pinned the other way; null where it cannot be, or that was not looked at. */
  otherwise: Alternative['changes'] | null
  /** By which other names it was starred. */
  was: string[]
}

/** What is starred of one edition, in the order of time; what has none comes last. */
export type PlanPart = {
  series: Series
  edition: Edition
  rows: PlanRow[]
  isPast: boolean
  /** For what is written in the language of this edition. */
  showing: Showing
}

export type ShownPlan = {
  showing: Showing
  parts: PlanPart[]
  rows: ReadonlyMap<string, PlanRow>
  lost: (Lost & { id: string })[]
  seen: ReturnType<typeof solvePlan>['seen']
  clashes: ReturnType<typeof clashesAmong>
  starred: Starred[]
}

/**
 * What is starred, as it is solved for a reader: editions that are to come or on come first, those that are over after
 * them.
 *
 * @param showingIn how it is shown to the reader, in the zone of what comes first where they have told none
 */
export async function showPlan(
  store: Store,
  stars: readonly Star[],
  { pauses }: Pick<KeptPlan, 'pauses'>,
  showingIn: (homeZone: string) => Showing,
): Promise<ShownPlan> {
  const found = await readStarred(
    store,
    stars.map(({ entryId }) => entryId),
  )
  const lost: ShownPlan['lost'] = []
  const joined = new Map<string, Found & { stars: Star[]; names: string[] }>()
  for (const star of stars) {
    const each = found.get(star.entryId)!
    if ('state' in each) {
      lost.push({ ...each, id: star.entryId })
      continue
    }
    const known = joined.get(each.entry.id) ?? { ...each, stars: [], names: [] }
    known.stars.push(star)
    if (each.was !== null && each.was !== each.entry.title) known.names.push(each.was)
    joined.set(each.entry.id, known)
  }

  const starred = [...joined.values()].map(({ entry, parent, edition, stars }) =>
    starredOf(entry, {
      wish: stars.some(({ wish }) => wish === 'must') ? 'must' : 'like',
      pin: stars.find(({ pin }) => pin !== null)?.pin ?? null,
      parentId: parent?.id ?? null,
      assumedMinutes: edition.assumedMinutes,
    }),
  )
  const showing = showingIn(homeZoneOf([...joined.values()], showingIn('UTC').now))
  const { now, zone, waking } = showing
  const until = Math.min(
    now + farthestMs,
    starred.reduce((last, { endsAt, startsAt }) => Math.max(last, endsAt ?? startsAt ?? now), now),
  )
  const planFor = {
    at: now,
    zone,
    waking,
    pauses: pausesWithin(pauses, { from: now, to: until }, zone),
  }
  const plan = solvePlan(starred, planFor)
  const open = plan.decisions.filter(mayBeOtherwise).slice(0, mostAlternatives)
  const alternatives = new Map(
    open.map(({ id, choice }) => {
      const pin = choice === 'live' ? 'later' : 'live'
      return [id, whatIf(starred, plan, { id, pin }, planFor).changes]
    }),
  )

  const rows = new Map<string, PlanRow>()
  const parts = new Map<string, PlanPart>()
  for (const decision of plan.decisions) {
    const each = joined.get(decision.id)!
    const told = [each.entry, ...(each.parent ? [each.parent] : [])]
    const read = readTo({ series: each.series, edition: each.edition, entries: told }, showing)
    const [entry, parent = null] = read.programme.entries
    const otherwise = alternatives.get(decision.id) ?? null
    const row = { ...rowOf({ ...each, parent }, entry!, decision), otherwise }
    rows.set(decision.id, row)
    const part = parts.get(each.edition.id)
    if (part) part.rows.push(row)
    else
      parts.set(each.edition.id, {
        series: read.programme.series,
        edition: read.programme.edition,
        rows: [row],
        isPast: isPast(each.edition, now),
        showing: read.showing,
      })
  }
  return {
    showing,
    parts: [...parts.values()].sort(inOrder),
    rows,
    lost,
    seen: plan.seen,
    clashes: clashesAmong(starred, { at: now, zone, most: mostClashes }),
    starred,
  }
}

/** What is over, has no hour, does not take place or was pinned already cannot be had the other way. */
export function mayBeOtherwise({ span, choice, reason, pin }: Decision): boolean {
  const isOpen = choice === 'live' || choice === 'later' || choice === 'missed'
  return span !== null && isOpen && reason.code !== 'over' && pin === null
}

/** The next ones are looked at from both sides. */
const mostAlternatives = 60

/** Pauses are reckoned no farther ahead. */
const farthestMs = 400 * 86_400_000
/** Named one by one; who has more has to choose first. */
const mostClashes = 40

function rowOf(
  { stars, names, parent, series, edition }: Found & { stars: Star[]; names: string[] },
  entry: Entry,
  decision: Decision,
): Omit<PlanRow, 'otherwise'> {
  const moved = stars.find(
    ({ entryId, startsAt }) =>
      entryId === entry.id && startsAt !== null && entry.startsAt !== null && startsAt !== entry.startsAt,
  )
  return {
    ids: stars.map(({ entryId }) => entryId),
    entry,
    parent,
    path: parent
      ? paths.session(series.slug, edition.slug, parent.slug, entry.slug)
      : paths.entry(series.slug, edition.slug, entry.slug),
    decision,
    movedFrom: moved?.startsAt ?? null,
    was: names,
  }
}

function homeZoneOf(found: readonly Found[], now: number): string {
  const [first] = found.map(({ edition }) => ({ edition, isPast: isPast(edition, now) })).sort(inOrder)
  return first?.edition.homeZone ?? 'UTC'
}

function isPast({ startsOn, endsOn }: Edition, now: number): boolean {
  return windowOf(startsOn, endsOn).endsAt <= now
}

type Placed = Pick<PlanPart, 'isPast'> & { edition: Edition }

/** The next comes first; of those that are over, the last. */
function inOrder(a: Placed, b: Placed): number {
  if (a.isPast !== b.isPast) return a.isPast ? 1 : -1
  const [one, other] = [a.edition.startsOn, b.edition.startsOn]
  return one === other ? 0 : one < other === a.isPast ? 1 : -1
}
