import type { Verdict, VerdictKind, Why } from './verdict.ts'

const hour = 3_600_000
const day = 24 * hour

/** How a link stands, as readers are told; it changes only when several looks over some days agree. */
type LinkState = 'unknown' | 'fine' | 'moved' | 'gone' | 'changed-hands'

/**
 * What the looks at a link have come to. Moments are epoch milliseconds.
 *
 * - `state`, `since`: what is settled, and since when it was seen so
 * - `run`: looks that agree, one after the other, and have not settled anything (yet)
 * - `last`: what the last look said, whatever came of it
 * - `judged`: what a curator has looked at and found fine
 */
export type LinkLife = {
  state: LinkState
  since: number | null
  to: string | null
  run: Run | null
  last: Verdict | null
  judged: { kind: VerdictKind; to: string | null } | null
}
type Run = { kind: VerdictKind; why: Why; to: string | null; since: number; times: number; at: number }

export const newLife: LinkLife = {
  state: 'unknown',
  since: null,
  to: null,
  run: null,
  last: null,
  judged: null,
}

/** What a link is after one more look. */
export function settleLink(life: LinkLife, told: Verdict, at: number): LinkLife {
  const verdict = isJudged(life, told) ? ({ kind: 'fine', why: 'answers' } as const) : told
  const kept = { ...life, last: told }
  if (verdict.kind === 'unclear') return kept
  // A server that is down for a while says nothing against what was being found out.
  if (isWeak(verdict.kind) && life.run && !isWeak(life.run.kind)) return kept
  const run = goOn(life.run, verdict, at)
  if (!isEnough(run, life.state))
    return { ...kept, run: run.kind === 'fine' && life.state === 'fine' ? null : run }
  const state = stateOf(run.kind)
  if (state === null) return { ...kept, run }
  const isNew = state !== life.state || run.to !== life.to
  return {
    ...kept,
    state,
    to: run.to,
    since: isNew ? run.since : life.since,
    run: state === 'fine' ? null : run,
  }
}

/** How many looks over how long must agree before anything is said of a link. One failure never is enough. */
export function neededFor(why: Why, kind: VerdictKind): { times: number; span: number } {
  if (kind === 'fine') return { times: 1, span: 0 }
  if (kind === 'down') return { times: 10, span: 30 * day }
  return needs[why] ?? { times: 3, span: 3 * day }
}

/** What a curator is told of: something is wrong, or will be if it goes on. */
export function isAmiss({ state, run, judged }: LinkLife): boolean {
  if (state === 'gone' || state === 'changed-hands' || state === 'moved') return !isJudgedState(state, judged)
  if (!run || run.kind === 'fine') return false
  const soon = run.kind === 'certificate' || run.kind === 'elsewhere' ? 2 : 3
  return run.times >= soon && run.at - run.since >= day
}

/** The same, said of what a curator finds fine: it is remembered until a look says something else. */
export function judgeFine(life: LinkLife, at: number): LinkLife {
  const kind = life.run?.kind ?? stateKind(life.state)
  if (kind === null || kind === 'fine') return life
  const to = life.run?.to ?? life.to
  return { ...life, state: 'fine', since: at, to: null, run: null, judged: { kind, to } }
}

const needs: Partial<Record<Why, { times: number; span: number }>> = {
  moved: { times: 2, span: day },
  elsewhere: { times: 2, span: day },
  'taken-away': { times: 2, span: day },
  'no-host': { times: 4, span: 7 * day },
  'not-found-words': { times: 3, span: 7 * day },
  'for-anything': { times: 4, span: 7 * day },
  'to-front': { times: 3, span: 7 * day },
  'to-parent': { times: 4, span: 14 * day },
  'other-site': { times: 4, span: 14 * day },
}

/** Looks nearer to each other than this count as one, however often somebody asks. */
export const apartMs = 6 * hour

function goOn(run: Run | null, { kind, why, to = undefined }: Verdict, at: number): Run {
  const fresh = { kind, why, to: to ?? null, since: at, times: 1, at }
  if (!run || run.kind !== kind) return fresh
  // It leads somewhere else than it did: that is a new story.
  if ((kind === 'moved' || kind === 'elsewhere') && run.to !== fresh.to) return fresh
  if (at < run.since) return fresh
  if (at - run.at < apartMs) return { ...run, why, to: fresh.to }
  return { ...fresh, since: run.since, times: run.times + 1 }
}

function isEnough(run: Run, before: LinkState): boolean {
  // Whoever took over a site may show anything for a day.
  const need =
    run.kind === 'fine' && before === 'changed-hands' ? { times: 2, span: day } : neededFor(run.why, run.kind)
  return run.times >= need.times && run.at - run.since >= need.span
}

function stateOf(kind: VerdictKind): LinkState | null {
  if (kind === 'down') return 'gone'
  return kind === 'fine' || kind === 'moved' || kind === 'gone' || kind === 'changed-hands' ? kind : null
}

function stateKind(state: LinkState): VerdictKind | null {
  return state === 'unknown' ? null : state
}

function isWeak(kind: VerdictKind): boolean {
  return kind === 'down' || kind === 'certificate'
}

function isJudged({ judged }: LinkLife, { kind, to }: Verdict): boolean {
  if (!judged || judged.kind !== kind) return false
  return judged.to === null || judged.to === (to ?? null)
}

function isJudgedState(state: LinkState, judged: LinkLife['judged']): boolean {
  return judged?.kind === state
}
