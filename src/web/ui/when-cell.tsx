import type { FC } from 'hono/jsx'
import type { Entry } from '../../domain/entry.ts'
import type { PhaseAt, Span } from '../../domain/phase.ts'
import { dayOf } from '../../time/days.ts'
import { sayClock, sayDay, sayWallClock, sayZone } from '../../time/say-time.ts'
import { phaseKey, recordingKey, statusKey, timeWords } from './entry-words.ts'
import type { Showing } from './showing.ts'
import { isoOf, sayEnd, sayOwn } from './when.ts'

/** Whether an entry says its day itself: where no heading says it. */
export type DayHint = 'always' | 'unless-today' | 'never'

/** The start in the reader's zone, and the organiser's own time and place below it. */
export const When: FC<{ entry: Entry; span: Span | null; showing: Showing; day: DayHint }> = ({
  entry,
  span,
  showing,
  day,
}) => {
  const { say, zone, locale, now } = showing
  const { precision, start, zone: ownZone } = entry.time
  if (!span || start === null) {
    const told =
      entry.kind === 'event'
        ? say('time.not-told')
        : entry.published
          ? sayDay(entry.published, 'short', locale)
          : say(`kind.${entry.kind}`)
    return <div class={entry.kind === 'event' ? 'when gap' : 'when any'}>{told}</div>
  }
  const today = day === 'never' ? '' : dayOf(span.start, zone)
  const saysDay = day === 'always' || (day === 'unless-today' && today !== dayOf(now, zone))
  const hint = saysDay ? <span class="on-day">{sayDay(today, 'short', locale)}</span> : ''
  if (precision !== 'moment') {
    return (
      <div class="when">
        {hint}
        <span class="words">{say(precision === 'all-day' ? 'time.all-day' : 'time.hour-not-told')}</span>
        {entry.time.end ? (
          <span class="own">{say('until', { time: sayDay(entry.time.end, 'short', locale) })}</span>
        ) : (
          ''
        )}
      </div>
    )
  }
  if (ownZone === null) {
    return (
      <div class="when">
        {hint}
        <time datetime={start.slice(0, 16)} data-floating>
          {sayWallClock(start, locale)}
        </time>
        <span class="own">{say('own.floating')}</span>
      </div>
    )
  }
  const own = { wall: start.slice(0, 16), place: sayZone(ownZone, span.start) }
  return (
    <div class="when">
      {hint}
      <time datetime={isoOf(span.start)}>{sayClock(span.start, zone, locale)}</time>
      <span class="own" data-own={`${own.wall} ${own.place}`}>
        {sayOwn(timeWords(showing), own, span.start, zone, locale)}
      </span>
    </div>
  )
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
  return (
    <p class="state">
      {status ? <strong class="status">{say(status)}</strong> : ''}
      {span ? <span class="phase">{phase ? say(phase) : ''}</span> : ''}
      {end === null ? (
        ''
      ) : (
        <time class="end" datetime={isoOf(end)}>
          {sayEnd(timeWords(showing), span!.start, end, zone, locale)}
        </time>
      )}
      {recording ? <span>{say(recording)}</span> : ''}
    </p>
  )
}
