/** An entry that a source told before, as far as it tells whether it should be told still. Moments: epoch milliseconds. */
export type ToldBefore = {
  id: string
  kind: string
  startsAt: number | null
  endsAt: number | null
  /** Day or moment on which a text came out, as it was told. */
  published: string | null
}

/** What a source tells today, beside which things. */
export type ToldNow = {
  /** How many findings it told the last time, and how many it tells now. */
  before: number
  now: number
  /** The latest start of an event among them. */
  lastStart: number | null
  /** The day of the oldest text among them. */
  oldest: string | null
  /** A feed shows the newest only. */
  isFeed: boolean
}

/**
 * Whether a source would tell this today if it still held: calendars let go what is over, many show only the next so
 * many events, and feeds only the newest texts.
 */
export function isCovered(one: ToldBefore, told: ToldNow, at: number): boolean {
  if (one.kind !== 'event' || told.isFeed) {
    const day = one.published?.slice(0, 10)
    return day !== undefined && told.oldest !== null && day > told.oldest
  }
  if (one.startsAt === null) return true
  if ((one.endsAt ?? one.startsAt) < at) return false
  const isBeyond = told.lastStart !== null && one.startsAt > told.lastStart
  return !isBeyond || told.now < told.before
}

/** The same of a session, of an event that is told today with sessions: until it is over. */
export function isSessionCovered(
  { startsAt, endsAt }: Pick<ToldBefore, 'startsAt' | 'endsAt'>,
  at: number,
): boolean {
  const until = endsAt ?? startsAt
  return until === null || until >= at
}

/**
 * Whether a source seems to be broken rather than to have news: it tells nothing, or less than half of what it told
 * and should still. Nothing is concluded from that.
 *
 * @param covered how many it should tell still; @param missing how many of them it does not tell
 */
export function isSuspicious(
  told: Pick<ToldNow, 'before' | 'now'>,
  { covered, missing }: { covered: number; missing: number },
): boolean {
  if (told.now === 0) return told.before > 0
  if (missing * 2 <= covered) return false
  return told.now * 2 < told.before || covered >= 4
}
