import type { FieldDoubt, Finding, Provenance } from '../../domain/finding.ts'
import { zoneOfPlace } from '../../time/places.ts'
import { weighZone } from '../../time/weigh-zone.ts'
import type { SeenTime } from './times-seen.ts'
import { fieldDoubts, linkFor, ofOffset, type TimeClues, withZone } from './zone-of-moment.ts'

/** When an event takes place, with the doubts about it and where start and end came from. */
export type EventTime = {
  start?: string
  end?: string
  time?: string
  allDay?: true
  floating?: true
  /** The words of the text. */
  told?: string
  doubts: FieldDoubt[]
  from: { start?: Provenance; end?: Provenance }
}

/** A time as the text tells it, in the place's zone where the text names none. */
export function ofSeen(seen: SeenTime, clues: TimeClues): EventTime {
  const answer: EventTime = { told: seen.phrase, doubts: [], from: { start: 'text' } }
  const isLocal = seen.start.includes('T') && !/[\]Z]$/.test(seen.start)
  if (seen.floating) answer.floating = true
  if (!isLocal || seen.floating) {
    answer.start = seen.start
    if (seen.end) answer.end = seen.end
    if (seen.allDay && seen.end) answer.allDay = true
    for (const one of fieldDoubts(seen))
      if (!seen.floating || one.code !== 'zone-missing') addDoubt(answer, one)
  } else {
    const linked = ofLink(seen, clues)
    if (linked) return linked
    const { place, zone } = clues
    const weighed = weighZone({
      wall: seen.start,
      ...(place && { place }),
      ...(zone && { contextZone: zone }),
    })
    answer.start = weighed.zone ? withZone(seen.start, weighed.zone).text : seen.start
    if (seen.end)
      answer.end = weighed.zone && seen.end.includes('T') ? withZone(seen.end, weighed.zone).text : seen.end
    for (const one of fieldDoubts(seen)) if (one.code !== 'zone-missing') addDoubt(answer, one)
    for (const one of weighed.doubts) addDoubt(answer, { ...one, field: 'start' })
  }
  if (answer.end) answer.from.end = 'text'
  return answer
}

/** The page's own "add to calendar" link tells the moment that the text gives in local time. */
function ofLink(seen: SeenTime, clues: TimeClues): EventTime | null {
  const link = linkFor(seen.start, clues)
  if (!link) return null
  const epoch = Date.parse(`${link.start.day}T${link.start.clock}Z`)
  const minutes = (Date.parse(`${seen.start}Z`) - epoch) / 60_000
  // A link that repeats the local hour with a Z says nothing of the zone.
  if (minutes === 0 || minutes % 15 !== 0 || Math.abs(minutes) > 14 * 60) return null
  const offset = `${minutes < 0 ? '-' : '+'}${String(Math.floor(Math.abs(minutes) / 60)).padStart(2, '0')}:${String(Math.abs(minutes) % 60).padStart(2, '0')}`
  const place = clues.place ? zoneOfPlace(clues.place) : null
  const start = ofOffset(seen.start, offset, place, clues)
  const end = seen.end?.includes('T') ? ofOffset(seen.end.slice(0, 19), offset, place, clues).text : undefined
  return {
    start: start.text,
    ...(end && { end }),
    told: seen.phrase,
    doubts: start.doubts,
    from: { start: 'text', ...(end && { end: 'text' as const }) },
  }
}

/** What it gives a finding. */
export function timeFields({
  start,
  end,
  time,
  allDay,
  floating,
  told,
  doubts,
}: EventTime): Partial<Finding> {
  return {
    ...(start && { start }),
    ...(end && { end }),
    ...(time && { time }),
    ...(allDay && { allDay }),
    ...(floating && { floating }),
    ...(told && (start || time) && { told: { [start ? 'start' : 'time']: told } }),
    ...(doubts.length > 0 && { doubts }),
  }
}

export function addDoubt(answer: EventTime, one: FieldDoubt): void {
  if (!answer.doubts.some(other => other.code === one.code && other.field === one.field))
    answer.doubts.push(one)
}
