import { html } from 'hono/html'
import type { Entry } from '../../domain/entry.ts'
import { lanesOf, type Window, windowOf } from '../../domain/fifty-hours.ts'
import { phaseOf, type Reckoning, type Span, spanOf, takesPlace, timedOf } from '../../domain/phase.ts'
import type { Edition } from '../../domain/programme.ts'
import { recordingOf } from '../../domain/recording.ts'
import { sayClock } from '../../time/say-time.ts'
import { minutesIn } from './axis.ts'
import { withLabel } from './bar-labels.ts'
import { type Column, columnsOf } from './columns.ts'
import { sessionsIn } from './session-bars.ts'
import type { Showing } from './showing.ts'
import { timedData } from './timed-data.ts'

/**
 * The entries of an edition over the hours of its days: as bars in lanes, the lowest lane first, or, where they are
 * too many to be told apart, as columns (which are empty otherwise).
 */
export type Picture = {
  window: Window
  bars: PictureBar[]
  lanes: number
  columns: Column[]
  outside: number
  /** So few that each is called by its name where there is room. */
  named: boolean
  /** How long a bar is drawn at least, in milliseconds: what is thinner the eye does not see. */
  least: number
}
type PictureBar = { entry: Entry; span: Span; lane: number; recorded: boolean }

/** More would be thinner than a line, and weigh more than the list they lead to. */
const mostBars = 500
const mostNamed = 24

export function pictureOf(edition: Edition, entries: readonly Entry[], reckoning: Reckoning): Picture {
  const window = windowOf(edition.startsOn, edition.endsOn)
  const bars: PictureBar[] = []
  let outside = 0
  for (const entry of entries) {
    const span = entry.kind === 'event' && takesPlace(entry) ? drawnSpanOf(entry, reckoning) : null
    if (!span) continue
    if (span.end <= window.startsAt || span.start >= window.endsAt) outside++
    else if (span.drawn) bars.push({ entry, span, lane: 0, recorded: recordingOf(entry) === 'available' })
  }
  const least = (window.hours * 3_600_000) / 150
  const drawn = { window, bars, outside, least }
  if (bars.length > mostBars) return { ...drawn, lanes: 0, columns: columnsOf(window, bars), named: false }
  const named = bars.length <= mostNamed
  const spans = bars.map(({ entry, span }) =>
    named ? withLabel(span, entry.title, window, least) : { startsAt: span.start, endsAt: span.end },
  )
  const { lanes, count } = lanesOf(spans, least)
  for (const [index, bar] of bars.entries()) bar.lane = lanes[index]!
  return { ...drawn, lanes: count, columns: [], named }
}

/**
 * What an event takes up in the picture: its own time; where only its sessions tell hours, from the first of them to
 * the last. What tells days alone is no bar.
 */
function drawnSpanOf(entry: Entry, reckoning: Reckoning): (Span & { drawn: boolean }) | null {
  const own = spanOf(timedOf(entry), reckoning)
  const isMoment = entry.time.precision === 'moment'
  if (isMoment && own && !own.assumed) return { ...own, drawn: true }
  const parts = entry.sessions
    .filter(session => session.time.precision === 'moment' && takesPlace(session))
    .map(session => spanOf(timedOf(session), reckoning)!)
  if (parts.length === 0) return own && { ...own, drawn: isMoment }
  const start = parts.reduce(
    (first, part) => Math.min(first, part.start),
    isMoment ? own!.start : parts[0]!.start,
  )
  const end = parts.reduce((last, part) => Math.max(last, part.end), start)
  return { start, end, assumed: own?.assumed ?? false, drawn: true }
}

type Look = {
  picture: Picture
  reckoning: Reckoning
  showing: Showing
  /** Where a bar leads: to its entry in the same page, or on another. */
  addressOf: (entry: Entry) => string
}

/**
 * Bars or columns as text: there are hundreds of them, and elements would cost a third of the page. They are drawn
 * over minutes and lanes, so that one drawing serves wide and small screens and both directions: the style turns it.
 *
 * @returns its measures with it: minutes, and lanes or how many are on at once
 */
export function drawBars(look: Look) {
  return look.picture.columns.length ? drawColumns(look) : drawLanes(look)
}

function drawLanes({ picture, reckoning, showing, addressOf }: Look) {
  const { window, bars, lanes } = picture
  const { zone, locale, now } = showing
  const least = Math.ceil(picture.least / 60_000)
  // Between two bars of a lane there is paper: a hair of a long window, minutes of a short one.
  const gap = Math.max(1, Math.round((window.hours * 60) / 750))
  const shapes = bars.map(({ entry, span, lane, recorded }) => {
    const x = minutesIn(window, span.start)
    const width = Math.max(least, minutesIn(window, span.end) - x) - gap
    const { phase, probably } = phaseOf(timedOf(entry), now, reckoning)
    const look = `${phase ?? ''}${recorded ? ' rec' : ''}${probably ? ' probably' : ''}`
    const title = `${sayClock(span.start, zone, locale)} ${entry.title}`
    const inside = entry.sessions.length ? sessionsIn({ entry, span, lane, window, reckoning, now }) : ''
    return html`<a href="${addressOf(entry)}" data-t="${timedData(entry)}" tabindex="-1" class="${look}"><title>${title}</title><rect${inside ? html` class="around"` : ''} x="${x}" width="${width}" y="${lane}" height=".8"/>${inside}</a>`
  })
  return { shapes, across: Math.max(leastLanes, lanes) }
}

/** Few bars are not drawn thicker than this many would be: what is left is sky. */
export const leastLanes = 5

/** A column has the phase of its time, like a bar that lasts as long; what was recorded stands below. */
function drawColumns({ picture, reckoning, showing }: Look) {
  const { window, columns } = picture
  const { say, zone, locale, now } = showing
  const shapes = columns.map(({ from, to, count, recorded }) => {
    const x = minutesIn(window, from)
    const width = minutesIn(window, to) - x
    const timed = {
      startsAt: from,
      endsAt: to,
      precision: 'moment',
      floating: false,
      status: 'scheduled',
    } as const
    const phase = phaseOf(timed, now, reckoning).phase ?? ''
    const title = say('picture.column', { time: sayClock(from, zone, locale), count })
    const times = `${from / 1000},${to / 1000},moment,,scheduled`
    const part = (rec: boolean, y: number, height: number) =>
      height > 0 &&
      html`<g class="${phase}${rec ? ' rec' : ''}" data-t="${times}${rec ? ',rec' : ''}"><title>${title}</title><rect x="${x}" width="${width}" y="${y}" height="${height}"/></g>`
    return [part(true, 0, recorded), part(false, recorded, count - recorded)]
  })
  return { shapes, across: mostAtOnce(columns) }
}

export function mostAtOnce(columns: readonly Column[]): number {
  return columns.reduce((most, { count }) => Math.max(most, count), 0)
}
