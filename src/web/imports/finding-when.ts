import { contentOfFinding } from '../../domain/content.ts'
import type { Finding } from '../../domain/finding.ts'
import type { Showing } from '../ui/showing.ts'
import { sayEventTime } from '../ui/told-time.ts'

/** When a finding is, or what it is where it is no event; its time as it stands where that cannot be understood. */
export function findingWhen(finding: Finding, homeZone: string, showing: Showing): string {
  if (finding.kind !== 'event') return showing.say(`kind.${finding.kind}`)
  try {
    return sayEventTime(contentOfFinding(finding, homeZone).time, showing)
  } catch (error) {
    if (error instanceof RangeError) return finding.start ?? ''
    throw error
  }
}
