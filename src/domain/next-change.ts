import { nextMidnight } from '../time/days.ts'
import type { Entry } from './entry.ts'
import { nearStartMs, registrationClosesAt } from './link-window.ts'
import { type Reckoning, soonMs, spanOf, surelyOverAt, timedOf } from './phase.ts'
import type { Edition } from './programme.ts'

/**
 * The next moment after `now` (epoch milliseconds) at which anything a page shows of a programme may change by
 * itself, for readers in `zone`: something is soon, begins, ends or counts as ended, a link's window opens or
 * closes, it is published, or the reader's day turns. Until then, and until the edition's revision changes, what
 * was rendered is valid. O(n).
 */
export function nextChange(
  {
    edition,
    entries,
  }: { edition: Pick<Edition, 'publishedAt' | 'assumedMinutes'>; entries: readonly Entry[] },
  now: number,
  zone: string,
): number {
  let next = nextMidnight(now, zone)
  const consider = (moment: number) => {
    if (moment > now && moment < next) next = moment
  }
  if (edition.publishedAt !== null) consider(edition.publishedAt)
  const reckoning = { zone, assumedMinutes: edition.assumedMinutes }
  for (const entry of entries) {
    momentsOf(entry, reckoning, consider)
    for (const session of entry.sessions) momentsOf(session, reckoning, consider)
  }
  return next
}

/** Tells each moment at which something about one entry (without its sessions) changes; in no order. */
function momentsOf(entry: Entry, reckoning: Reckoning, tell: (moment: number) => void): void {
  const closes = entry.registrationUntil === null ? null : registrationClosesAt(entry)
  if (closes !== null) tell(closes)
  const span = spanOf(timedOf(entry), reckoning)
  if (span === null) return
  tell(span.start)
  tell(span.end)
  if (entry.time.precision !== 'moment') return
  tell(span.start - soonMs)
  tell(span.start - nearStartMs)
  if (span.assumed) tell(surelyOverAt(span))
}
