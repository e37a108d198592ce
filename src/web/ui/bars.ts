import { html } from 'hono/html'
import type { Entry } from '../../domain/entry.ts'
import { lanesOf, type Window, windowOf } from '../../domain/fifty-hours.ts'
import { phaseOf, type Reckoning, type Span, spanOf, takesPlace, timedOf } from '../../domain/phase.ts'
import type { Edition } from '../../domain/programme.ts'
import { recordingOf } from '../../domain/recording.ts'
import { sayClock } from '../../time/say-time.ts'
import { scaleOf } from './axis.ts'
import { type Column, columnsOf } from './columns.ts'
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
}
type PictureBar = { entry: Entry; span: Span; lane: number; recorded: boolean }

/** More would be thinner than a line, and weigh more than the list they lead to. */
const mostBars = 500

export function pictureOf(edition: Edition, entries: readonly Entry[], reckoning: Reckoning): Picture {
  const window = windowOf(edition.startsOn, edition.endsOn)
  const bars: PictureBar[] = []
  let outside = 0
  for (const entry of entries) {
    const span = entry.kind === 'event' && takesPlace(entry) ? spanOf(timedOf(entry), reckoning) : null
    if (!span) continue
    if (span.end <= window.startsAt || span.start >= window.endsAt) outside++
    else if (entry.time.precision === 'moment')
      bars.push({ entry, span, lane: 0, recorded: recordingOf(entry) === 'available' })
  }
  if (bars.length > mostBars) return { window, bars, lanes: 0, columns: columnsOf(window, bars), outside }
  // A bar that is thinner than the eye sees counts as long as one that is not.
  const least = (window.hours * 3_600_000) / 150
  const spans = bars.map(({ span }) => ({ startsAt: span.start, endsAt: span.end }))
  const { lanes, count } = lanesOf(spans, least)
  for (const [index, bar] of bars.entries()) bar.lane = lanes[index]!
  return { window, bars, lanes: count, columns: [], outside }
}

type Look = {
  picture: Picture
  reckoning: Reckoning
  showing: Showing
  /** Where a bar leads: to its entry in the same page, or on another. */
  addressOf: (entry: Entry) => string
  headroom: number
}

/** Bars or columns, and the height on which they stand. There are hundreds of them: as text they cost a third. */
export function drawBars(look: Look) {
  return look.picture.columns.length ? drawColumns(look) : drawLanes(look)
}

function drawLanes({ picture, reckoning, showing, addressOf, headroom }: Look) {
  const { window, bars, lanes } = picture
  const { zone, locale, dir, now } = showing
  const { bar: across } = scaleOf(window, dir)
  const pitch = pitchOf(lanes)
  const height = pitch - (pitch > 5 ? 2 : 1)
  const floor = headroom + Math.max(lanes * pitch, 48)
  const shapes = bars.map(({ entry, span, lane, recorded }) => {
    const { x, width } = across(span.start, span.end)
    const { phase, probably } = phaseOf(timedOf(entry), now, reckoning)
    const look = `${phase ?? ''}${recorded ? ' rec' : ''}${probably ? ' probably' : ''}`
    const title = `${sayClock(span.start, zone, locale)} ${entry.title}`
    const y = floor - (lane + 1) * pitch + 1
    return html`<a href="${addressOf(entry)}" data-t="${timedData(entry)}" tabindex="-1" class="${look}"><title>${title}</title><rect x="${x}" width="${width}" y="${y}" height="${height}" rx="${pitch > 5 ? 1.5 : 0}"/></a>`
  })
  return { shapes, floor }
}

/** Few bars are drawn thick, many thin: the picture stays of one height. */
function pitchOf(lanes: number): number {
  if (lanes <= 8) return 14
  if (lanes <= 14) return 11
  if (lanes <= 24) return 8
  return Math.max(2, Math.floor(fullHeight / lanes))
}

const fullHeight = 220

/** A column has the phase of its time, like a bar that lasts as long; what was recorded stands below. */
function drawColumns({ picture, reckoning, showing, headroom }: Look) {
  const { window, columns } = picture
  const { say, zone, locale, dir, now } = showing
  const { bar: across } = scaleOf(window, dir)
  const floor = headroom + fullHeight
  const most = mostAtOnce(columns)
  const shapes = columns.map(({ from, to, count, recorded }) => {
    const { x, width } = across(from, to)
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
    const heightOf = (part: number) => Math.round((part / most) * fullHeight)
    const part = (rec: boolean, above: number, height: number) =>
      height > 0 &&
      html`<g class="${phase}${rec ? ' rec' : ''}" data-t="${times}${rec ? ',rec' : ''}"><title>${title}</title><rect x="${x}" width="${width}" y="${floor - above - height}" height="${height}"/></g>`
    const below = heightOf(recorded)
    return [part(true, 0, below), part(false, below, heightOf(count) - below)]
  })
  return { shapes, floor }
}

export function mostAtOnce(columns: readonly Column[]): number {
  return columns.reduce((most, { count }) => Math.max(most, count), 0)
}
