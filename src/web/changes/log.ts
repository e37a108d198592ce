import type { ToldUpdate } from '../../domain/update.ts'
import { dayOf } from '../../time/days.ts'
import { headingOf } from '../ui/update-words.ts'
import type { Key } from '../words.ts'

/** What was told at one revision: once under each heading. */
export type LogLine = { number: number; at: number; parts: { heading: Key; items: ToldUpdate[] }[] }
export type LogDay = { day: string; lines: LogLine[] }

/** What readers were told, newest first, by the days of a zone. What cannot be named any more is left out. */
export function logOf(updates: readonly ToldUpdate[], zone: string): LogDay[] {
  const days: LogDay[] = []
  for (const told of updates) {
    if (!isNamed(told)) continue
    const { number, at } = told
    const day = dayOf(at, zone)
    if (days.at(-1)?.day !== day) days.push({ day, lines: [] })
    const { lines } = days.at(-1)!
    if (lines.at(-1)?.number !== number) lines.push({ number, at, parts: [] })
    const { parts } = lines.at(-1)!
    const heading = headingOf(told)
    const part = parts.find(each => each.heading === heading)
    if (part) part.items.push(told)
    else parts.push({ heading, items: [told] })
  }
  return days
}

/** The title of what readers do not see any more is told only by the word that it was taken out. */
export function isNamed({ update, entry }: ToldUpdate): boolean {
  return entry !== null || update.kind === 'withdrawn'
}
