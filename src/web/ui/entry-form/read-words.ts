import type { EventTime } from '../../../domain/event-time.ts'
import type { FieldDoubt } from '../../../domain/finding.ts'
import { eventTimeOf } from '../../../domain/instants-of.ts'
import { readToldTime } from '../../../domain/told-time.ts'
import { addDays } from '../../../time/days.ts'
import { readTime } from '../../../time/read-time.ts'
import type { FormContext } from './form-state.ts'
import { partsOfTime, type WhenParts } from './when-parts.ts'

/** What words like "Fri 18 Dec, 3–4:30 pm CET" tell. `time` is null where they lack a zone: the parts ask for it. */
export type WordsRead = { time: EventTime | null; parts: WhenParts; doubts: FieldDoubt[]; times: number }

/**
 * The time that words tell to somebody who works on this edition: days without a year are near its days. Null where
 * they tell none.
 */
export function readWords(words: string, context: FormContext): WordsRead | null {
  const { readings, doubts, sessions } = readTime(words, { published: context.startsOn })
  const [reading] = readings
  if (!reading) return null
  const { start, end, allDay } = reading
  const found = { start, ...(end !== null && { end }), ...(allDay && { allDay }) }
  const lacksZone = doubts.some(({ code }) => code === 'zone-missing')
  const time = eventTimeOf(found, context.homeZone)
  const open = doubts.filter(
    ({ code, choices }) =>
      code !== 'zone-missing' && !(code === 'date-missing' && choices && isOfEdition(start, context)),
  )
  return {
    time: lacksZone ? null : time,
    parts: { ...partsOfTime(time), ...(lacksZone && { zone: '', everywhere: '' }) },
    doubts: open.map(doubt => ({ ...doubt, field: 'start' })),
    times: sessions?.length ?? 1,
  }
}

/** A weekday alone is that of the edition; it has but one of them, or is no longer than a week. */
function isOfEdition(start: string, { startsOn, endsOn }: FormContext): boolean {
  const day = readToldTime(start)?.wall.slice(0, 10) ?? ''
  return day >= startsOn && day <= endsOn && endsOn < addDays(startsOn, 7)
}
