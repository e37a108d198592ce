import type { Entry } from '../../domain/entry.ts'
import { timedOf } from '../../domain/phase.ts'
import { recordingOf } from '../../domain/recording.ts'

/** What the page's script needs to know to say the phase: start, end (seconds), precision, floating, status. */
export function timedData(entry: Entry): string | undefined {
  const { startsAt, endsAt, precision, floating, status } = timedOf(entry)
  if (startsAt === null) return undefined
  const end = endsAt === null ? '' : endsAt / 1000
  return `${startsAt / 1000},${end},${precision},${floating ? 1 : ''},${status}${recordingOf(entry) === 'available' ? ',rec' : ''}`
}
