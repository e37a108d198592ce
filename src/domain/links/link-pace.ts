import { apartMs, type LinkLife } from './link-life.ts'

const hour = 3_600_000
const day = 24 * hour

/** What the pace of a link depends on. Moments are epoch milliseconds. */
export type LinkPacing = {
  now: number
  metAt: number
  /** Start of the next thing that links to it and is not over, and end of the last; null: there is none. */
  next: number | null
  last: number | null
  life: LinkLife
  /** Seconds that the site asked to be left alone. */
  retryAfter?: number | undefined
  /** From 0 to 1. */
  chance: number
}

/** A link that came in is looked at soon: not at once, since what is pasted is read just then. */
export function firstLook(metAt: number, chance: number): number {
  return Math.round(metAt + hour / 6 + chance * hour)
}

/**
 * When a link is looked at next: a day after it came in, daily near the event, weekly within three months, monthly within
 * a year, and for ever after that a few times a year; sooner while something is being found out. Up to a tenth more or
 * less, so that not all are looked at together.
 */
export function nextLook(pacing: LinkPacing): number {
  const { now, chance, retryAfter = 0 } = pacing
  const wait = waitOf(pacing) * (0.9 + chance / 5)
  return Math.round(now + Math.max(wait, apartMs, Math.min(retryAfter * 1000, 7 * day)))
}

function waitOf({ now, metAt, next, last, life }: LinkPacing): number {
  const calm = calmWait(next === null ? Infinity : next - now, last === null ? Infinity : now - last)
  const young = now - metAt < 2 * day ? day : Infinity
  return Math.min(calm, young, findingOut(life, now))
}

function calmWait(ahead: number, since: number): number {
  if (ahead <= 2 * day) return apartMs
  if (ahead <= 14 * day || (since >= 0 && since <= 7 * day)) return day
  if (ahead <= 90 * day || (since >= 0 && since <= 90 * day)) return 7 * day
  if (ahead <= 400 * day || (since >= 0 && since <= 400 * day)) return 30 * day
  return 120 * day
}

/** What is not settled is looked at daily, what lasts for long less often. */
function findingOut({ run, state }: LinkLife, now: number): number {
  if (!run || run.kind === state || run.kind === 'elsewhere') return Infinity
  if (run.kind === 'down' && now - run.since > 10 * day) return 4 * day
  return run.kind === 'certificate' && run.times > 5 ? 7 * day : day
}
