import { offsetAt } from '../../time/days.ts'

/** What clocks in a zone show at a moment: `2020-12-18T09:00`. */
export function wallOf(epochMs: number, zone: string): string {
  return new Date(epochMs + offsetAt(epochMs, zone)).toISOString().slice(0, 16)
}
