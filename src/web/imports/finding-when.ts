import { contentOfFinding } from '../../domain/content.ts'
import type { EventTime } from '../../domain/event-time.ts'
import type { Finding } from '../../domain/finding.ts'
import { sayDoubt } from '../ui/entry-words.ts'
import type { Showing } from '../ui/showing.ts'
import { sayEventTime } from '../ui/told-time.ts'

/** When a finding is, or what it is where it is no event; its time as it stands where that cannot be understood. */
export function findingWhen(finding: Finding, homeZone: string, showing: Showing): string {
  if (finding.kind !== 'event') return showing.say(`kind.${finding.kind}`)
  const time = timeOf(finding, homeZone)
  return time ? sayEventTime(time, showing) : (finding.start ?? '')
}

/** Why its time may be wrong, once per kind of doubt. */
export function findingDoubts(finding: Finding, homeZone: string, showing: Showing): string[] {
  const once = new Map((finding.doubts ?? []).map(doubt => [doubt.code, doubt]))
  if (once.size === 0) return []
  const time = timeOf(finding, homeZone)
  return [...once.values()].map(doubt => sayDoubt(doubt, { time }, showing))
}

/** Null where it cannot be understood. */
function timeOf(finding: Finding, homeZone: string): EventTime | null {
  try {
    return contentOfFinding(finding, homeZone).time
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
