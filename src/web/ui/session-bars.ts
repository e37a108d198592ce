import { html } from 'hono/html'
import type { Entry } from '../../domain/entry.ts'
import { lanesOf, type Window } from '../../domain/fifty-hours.ts'
import { phaseOf, type Reckoning, type Span, spanOf, takesPlace, timedOf } from '../../domain/phase.ts'
import { recordingOf } from '../../domain/recording.ts'
import { minutesIn } from './axis.ts'
import { timedData } from './timed-data.ts'

type Inside = {
  entry: Entry
  span: Span
  lane: number
  window: Window
  reckoning: Reckoning
  now: number
}

/** The sessions of an event inside its bar, those at once below each other; each has the phase of its own time. */
export function sessionsIn({ entry, span, lane, window, reckoning, now }: Inside) {
  const sessions = entry.sessions.flatMap(session => {
    const own =
      session.time.precision === 'moment' && takesPlace(session) ? spanOf(timedOf(session), reckoning) : null
    if (!own) return []
    const start = Math.max(own.start, span.start)
    const end = Math.min(own.end, span.end)
    return end > start ? [{ session, start, end }] : []
  })
  if (sessions.length === 0) return ''
  const { lanes, count } = lanesOf(sessions.map(({ start, end }) => ({ startsAt: start, endsAt: end })))
  const room = (whole - 2 * edge) / count
  const round = (value: number) => Math.round(value * 1000) / 1000
  return sessions.map(({ session, start, end }, index) => {
    const x = minutesIn(window, start)
    const width = minutesIn(window, end) - x
    const { phase } = phaseOf(timedOf(session), now, reckoning)
    const look = `${phase ?? ''}${recordingOf(session) === 'available' ? ' rec' : ''}`
    return html`<g class="${look}" data-t="${timedData(session)}" data-in><rect x="${x}" width="${Math.max(1, Math.round(width * 0.92))}" y="${round(lane + edge + lanes[index]! * room)}" height="${round(room * (count > 1 ? 0.85 : 1))}"/></g>`
  })
}

/** How much of its lane a bar takes, and what of it stays around its sessions. */
const whole = 0.8
const edge = 0.12
