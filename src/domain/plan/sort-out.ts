import { type Candidate, inOrder } from './candidate.ts'
import type { Decision } from './decision.ts'
import { type Hours, hindrancesOf } from './free-time.ts'
import { reasonOf, settleAlone } from './settle-alone.ts'
import type { Starred } from './starred.ts'
import { worthOf } from './worth.ts'

/** What is decided whatever else is starred, and what may be watched live, in the order of a plan. */
export function sortOut(starred: readonly Starred[], at: number, hours: Hours) {
  const decisions: Decision[] = []
  const timed: { item: Starred; start: number; end: number; alone: Timed }[] = []
  for (const item of starred) {
    const alone = settleAlone(item, at, hours.zone)
    if ('decision' in alone) decisions.push(alone.decision)
    else timed.push({ item, start: alone.start, end: alone.span.end, alone })
  }
  const hindrances = hindrancesOf(timed, hours)
  const byId = new Map(timed.map(each => [each.item.id, each]))

  const candidates: Candidate[] = []
  timed.forEach(({ item, start, end, alone }, index) => {
    const within = item.parentId === null ? undefined : byId.get(item.parentId)
    const isPinned = item.pin === 'live' || (within?.item.pin === 'live' && doOverlap(within, { start, end }))
    const hindrance = isPinned ? null : hindrances[index]!
    const otherwise = alone.otherwise(hindrance ?? 'overlap')
    if (hindrance !== null) decisions.push(otherwise)
    else if (start === end) decisions.push(atOnce(otherwise))
    else {
      const { start: begins, assumed } = alone.span
      const worth = worthOf(otherwise)
      const { id } = item
      candidates.push({ id, start, begins, end, assumed, worth, whole: null, sessions: [], otherwise })
    }
  })
  tieSessions(candidates, starred)
  return { decisions, candidates: candidates.sort(inOrder) }
}

type Timed = Exclude<ReturnType<typeof settleAlone>, { decision: Decision }>

/** What takes no time is in nobody's way. */
function atOnce(otherwise: Decision): Decision {
  return {
    ...otherwise,
    held: true,
    choice: 'live',
    reason: reasonOf(otherwise.pin === 'live' ? 'chosen' : 'free'),
  }
}

function tieSessions(candidates: readonly Candidate[], starred: readonly Starred[]): void {
  const parents = new Map(starred.flatMap(({ id, parentId }) => (parentId === null ? [] : [[id, parentId]])))
  if (parents.size === 0) return
  const byId = new Map(candidates.map(candidate => [candidate.id, candidate]))
  const wholeOf = (candidate: Candidate) => {
    const whole = byId.get(parents.get(candidate.id) ?? '')
    return whole && whole !== candidate && !byId.has(parents.get(whole.id) ?? '') ? whole : null
  }
  // A session that reaches beyond its whole makes it longer, and others may lie within it then.
  let apart = candidates.filter(candidate => wholeOf(candidate) !== null)
  for (let before = -1; before !== apart.length; ) {
    before = apart.length
    apart = apart.filter(candidate => !tie(wholeOf(candidate)!, candidate))
  }
  for (const { sessions } of candidates) sessions.sort(inOrder)
}

function tie(whole: Candidate, session: Candidate): boolean {
  if (!doOverlap(whole, session)) return false
  session.whole = whole
  whole.sessions.push(session)
  whole.start = Math.min(whole.start, session.start)
  whole.begins = Math.min(whole.begins, session.begins)
  whole.end = Math.max(whole.end, session.end)
  return true
}

type Stretch = { start: number; end: number }

function doOverlap(a: Stretch, b: Stretch): boolean {
  return a.start < b.end && b.start < a.end
}
