import { html } from 'hono/html'
import type { FC } from 'hono/jsx'
import type { Entry } from '../../domain/entry.ts'
import type { PhaseAt, Span } from '../../domain/phase.ts'
import { withoutPasscodes, withoutSecrets } from '../../domain/secret-link.ts'
import { dayOf } from '../../time/days.ts'
import { sayClock, sayDay, sayDayNear, sayWallClock, sayZone } from '../../time/say-time.ts'
import { phaseKey, recordingKey, statusKey, timeWords } from './entry-words.ts'
import type { Showing } from './showing.ts'
import { isOtherDay, isoOf, sayBeside, sayEnd, sayOwn } from './when.ts'

/** Whether an entry says its day itself: where no heading says it. */
export type DayHint = 'in-any-year' | 'always' | 'unless-today' | 'never'

/** The start in the reader's zone, and the organiser's own time and place below it. */
export const When: FC<{ entry: Entry; span: Span | null; showing: Showing; day: DayHint }> = ({
  entry,
  span,
  showing,
  day,
}) => {
  const { say, zone, zoneChosen, beside, locale, now } = showing
  const { precision, start, zone: ownZone } = entry.time
  if (!span || start === null) {
    const told =
      entry.kind === 'event'
        ? say('time.not-told')
        : entry.published
          ? sayDayNear(entry.published.slice(0, 10), now, locale)
          : say(`kind.${entry.kind}`)
    return html`<div class="${entry.kind === 'event' ? 'when gap' : 'when any'}">${told}</div>`
  }
  const today = day === 'never' ? '' : dayOf(span.start, zone)
  const saysDay =
    day === 'in-any-year' || day === 'always' || (day === 'unless-today' && today !== dayOf(now, zone))
  const hint = saysDay
    ? html`<span class="on-day">${day === 'in-any-year' ? sayDayNear(today, now, locale) : sayDay(today, 'short', locale)}</span>`
    : ''
  if (precision !== 'moment') {
    const words = say(precision === 'all-day' ? 'time.all-day' : 'time.hour-not-told')
    const until = entry.time.end
      ? html`<span class="own">${say('until', { time: sayDay(entry.time.end, 'short', locale) })}</span>`
      : ''
    return html`<div class="when">${hint}<span class="words">${words}</span>${until}</div>`
  }
  const wall = start.slice(0, 16)
  if (ownZone === null)
    return html`<div class="when">${hint}<time datetime="${wall}" data-floating>${sayWallClock(start, locale)}</time><span class="own">${say('own.floating')}</span></div>`
  const own = { wall, place: sayZone(ownZone, span.start, locale) }
  const elsewhen = isOtherDay(own, span.start, zone) ? ' elsewhen' : ''
  // Of two places that stand here by name already, the organiser's need not be called again.
  const isTold =
    beside !== null &&
    [beside, ...(zoneChosen ? [zone] : [])].some(each => sayZone(each, span.start, locale) === own.place)
  const theirs = isTold
    ? ''
    : html`<span class="own${elsewhen}" data-own="${own.wall} ${own.place}">${sayOwn(timeWords(showing), own, span.start, zone, locale)}</span>`
  return html`<div class="when">${hint}<time datetime="${isoOf(span.start)}">${sayClock(span.start, zone, locale)}</time>${Beside({ start: span.start, showing })}${theirs}</div>`
}

/** The same moment in a second place, where the reader asked for one; both are called by their names then. */
const Beside: FC<{ start: number; showing: Showing }> = ({ start, showing: { beside, zone, locale } }) => {
  if (beside === null) return ''
  const { clock, name } = sayBeside(start, beside, zone, locale)
  return html`<span class="here" data-zone-name>${sayZone(zone, start, locale)}</span><span class="beside" data-beside="${beside}"><b>${clock}</b> <span>${name}</span></span>`
}

/** Phase, end, status and recording in words. */
export const State: FC<{ entry: Entry; at: PhaseAt; span: Span | null; showing: Showing }> = ({
  entry,
  at,
  span,
  showing,
}) => {
  const { say, zone, locale } = showing
  const phase = phaseKey(at)
  const status = statusKey(entry)
  const recording = recordingKey(entry, at)
  const end =
    span && !span.assumed && entry.time.precision === 'moment' && span.end > span.start ? span.end : null
  if (!phase && !status && !recording && end === null && !span) return null
  const parts = [
    status && html`<strong class="status">${say(status)}</strong>`,
    status &&
      entry.statusReason &&
      html`<span class="reason"><bdi>${withoutPasscodes(withoutSecrets(entry.statusReason, entry.links))}</bdi></span>`,
    span && html`<span class="phase">${phase && say(phase)}</span>`,
    end !== null &&
      html`<time class="end" ${endAttributes(entry, end)}>${sayEnd(timeWords(showing), span!.start, end, zone, locale)}</time>`,
    recording && html`<span>${say(recording)}</span>`,
  ]
  return html`<p class="state">${parts}</p>`
}

/** An end that is the same on all clocks is no moment: no script says it in another zone. */
function endAttributes({ time }: Entry, end: number) {
  return time.zone === null && time.end !== null
    ? html`datetime="${time.end.slice(0, 16)}" data-floating`
    : html`datetime="${isoOf(end)}"`
}
