import { addDays, startOfDay } from '../time/days.ts'
import { epochOf } from '../time/instants.ts'
import type { Entry, Link } from './entry.ts'
import { leads } from './link-health.ts'
import { type PhaseAt, phaseOf, type Reckoning, spanOf, takesPlace, timedOf } from './phase.ts'
import { recordingAt } from './recording.ts'
import { readToldTime } from './told-time.ts'

/** How long before the start a link that is shown near the start alone (it carries a passcode) appears. */
export const nearStartMs = 15 * 60_000

type LinkedEntry = Pick<
  Entry,
  'kind' | 'startsAt' | 'endsAt' | 'status' | 'time' | 'links' | 'recording' | 'registrationUntil'
>

/** `mark`: it leads nowhere any more, or somewhere else, and is shown as what it was. */
export type ShownLink = { link: Link; mark: 'gone' | 'changed-hands' | null }

/**
 * The links of an entry that are worth showing at a moment, in their order: join and livestream before and
 * during, registration before (and until its deadline), recording after; source, programme, slides and archived
 * copy always. Where the phase is not known, whatever may still be of use. What cannot be acted on any more
 * (join, livestream, registration gone) is hidden; what was a fact stays, marked.
 */
export function linksAt(entry: LinkedEntry, now: number, reckoning: Reckoning): ShownLink[] {
  const at = phaseOf(timedOf(entry), now, reckoning)
  const shown: ShownLink[] = []
  for (const link of entry.links) {
    const mark = leads(link) ? null : (link.health as 'gone' | 'changed-hands')
    if (!isInWindow(link, entry, at, now, reckoning)) continue
    if (mark === null || !isForActing(link)) shown.push({ link, mark })
  }
  return shown
}

/**
 * When registration closes, in epoch milliseconds; a day is included. Where the deadline has no zone it is in
 * the event's, else when it has passed everywhere. Null where none is told, or none that can be understood.
 */
export function registrationClosesAt(entry: Pick<Entry, 'registrationUntil' | 'time'>): number | null {
  const told = readToldTime(entry.registrationUntil ?? '')
  if (!told) return null
  const zone = told.offset ?? told.zone ?? entry.time.zone ?? '-12:00'
  try {
    return told.isDay ? startOfDay(addDays(told.wall, 1), zone) : epochOf(told.wall, zone)
  } catch {
    return null
  }
}

function isInWindow(link: Link, entry: LinkedEntry, at: PhaseAt, now: number, reckoning: Reckoning): boolean {
  if (link.visibility === 'near-start' && !isNearStart(entry, at, now, reckoning)) return false
  if (link.role === 'join' || link.role === 'livestream') return takesPlace(entry) && mayStillBeOn(at)
  if (link.role === 'registration') return takesPlace(entry) && isOpen(entry, at, now)
  if (link.role === 'recording') return recordingAt(entry, at) === 'available'
  return true
}

function isNearStart(entry: LinkedEntry, at: PhaseAt, now: number, reckoning: Reckoning): boolean {
  if (entry.time.precision === 'date-only') return at.today
  if (entry.time.precision !== 'moment' || at.phase === null || !mayStillBeOn(at)) return false
  const span = spanOf(timedOf(entry), reckoning)
  return span !== null && now >= span.start - nearStartMs
}

/** Whoever comes to an event that is only probably over must find the door. */
function mayStillBeOn({ phase, probably }: PhaseAt): boolean {
  return phase !== 'over' || probably
}

function isOpen(entry: LinkedEntry, { phase }: PhaseAt, now: number): boolean {
  const closes = registrationClosesAt(entry)
  return phase !== 'on' && phase !== 'over' && (closes === null || now < closes)
}

function isForActing({ role }: Link): boolean {
  return role === 'join' || role === 'livestream' || role === 'registration'
}
