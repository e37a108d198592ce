import { weighZone } from '../../time/weigh-zone.ts'
import { addDoubt, type EventTime } from './event-time.ts'
import type { SeenTime } from './times-seen.ts'
import { fieldDoubts, type TimeClues, withZone } from './zone-of-moment.ts'

/** A time as the text tells it, in the place's zone where the text names none. */
export function ofSeen(seen: SeenTime, clues: TimeClues): EventTime {
  const answer: EventTime = { doubts: [], from: { start: 'text' } }
  const isLocal = seen.start.includes('T') && !/[\]Z]$/.test(seen.start)
  if (!isLocal) {
    answer.start = seen.start
    if (seen.end) answer.end = seen.end
    if (seen.allDay && seen.end) answer.allDay = true
    for (const one of fieldDoubts(seen)) addDoubt(answer, one)
  } else {
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
