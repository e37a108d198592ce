import { html } from 'hono/html'
import type { FC } from 'hono/jsx'
import type { Entry } from '../../domain/entry.ts'
import { lanesOf, type Window, windowOf } from '../../domain/fifty-hours.ts'
import { phaseOf, type Reckoning, type Span, spanOf, takesPlace, timedOf } from '../../domain/phase.ts'
import type { Edition } from '../../domain/programme.ts'
import { recordingOf } from '../../domain/recording.ts'
import { sayClock, sayZone } from '../../time/say-time.ts'
import { type AxisShape, axisOf, axisShapes, besideNow, scaleOf } from './axis.ts'
import type { Showing } from './showing.ts'
import { timedData } from './timed-data.ts'

/** The entries of an edition as bars in lanes over the hours of its days, the lowest lane first. */
export type Picture = { window: Window; bars: PictureBar[]; lanes: number; outside: number }
type PictureBar = { entry: Entry; span: Span; lane: number; recorded: boolean }

export function pictureOf(edition: Edition, entries: readonly Entry[], reckoning: Reckoning): Picture {
  const window = windowOf(edition.startsOn, edition.endsOn)
  const inside: { entry: Entry; span: Span }[] = []
  let outside = 0
  for (const entry of entries) {
    const span = entry.kind === 'event' && takesPlace(entry) ? spanOf(timedOf(entry), reckoning) : null
    if (!span) continue
    if (span.end <= window.startsAt || span.start >= window.endsAt) outside++
    else if (entry.time.precision === 'moment') inside.push({ entry, span })
  }
  // A bar that is thinner than the eye sees counts as long as one that is not.
  const least = (window.hours * 3_600_000) / 150
  const { lanes, count } = lanesOf(
    inside.map(({ span }) => ({ startsAt: span.start, endsAt: span.end })),
    least,
  )
  const bars = inside.map(({ entry, span }, index) => ({
    entry,
    span,
    lane: lanes[index]!,
    recorded: recordingOf(entry) === 'available',
  }))
  return { window, bars, lanes: count, outside }
}

type Props = {
  picture: Picture
  edition: Edition
  reckoning: Reckoning
  showing: Showing
  /** Where a bar leads: to its entry in the same page, or on another. */
  addressOf: (entry: Entry) => string
}

/** The fifty-hour day. Its words are in the sentence below it; the bars are a second way to what stands in the list. */
export const FiftyHours: FC<Props> = ({ picture, edition, reckoning, showing, addressOf }) => {
  const { window, bars, lanes } = picture
  const { zone, locale, dir, now, say } = showing
  const { at, bar } = scaleOf(window, dir)
  const pitch = pitchOf(lanes)
  const height = pitch - (pitch > 5 ? 2 : 1)
  const floor = headroom + Math.max(lanes * pitch, 48)
  const isOver = now >= window.endsAt
  return (
    <figure
      class="fifty"
      data-from={window.startsAt}
      data-to={window.endsAt}
      data-hours={window.hours}
      data-first={edition.startsOn}
      data-last={edition.endsOn}
    >
      <svg width="100%" height={floor + footroom} aria-hidden="true" focusable="false">
        <defs>
          <linearGradient id="sky">
            {['0', '.22', '.3', '.4', '.62', '.74', '.82', '1'].map((offset, index) => (
              <stop offset={offset} class={`s${index < 4 ? index : 7 - index}`} />
            ))}
          </linearGradient>
        </defs>
        <Axis window={window} showing={showing} edition={edition} floor={floor} />
        <g class="bars">
          {bars.map(({ entry, span, lane, recorded }) => {
            const { x, width } = bar(span.start, span.end)
            const { phase, probably } = phaseOf(timedOf(entry), now, reckoning)
            const look = `${phase ?? ''}${recorded ? ' rec' : ''}${probably ? ' probably' : ''}`
            const title = `${sayClock(span.start, zone, locale)} ${entry.title}`
            const y = floor - (lane + 1) * pitch + 1
            // There are hundreds of them: written as text they cost a third.
            return html`<a href="${addressOf(entry)}" data-t="${timedData(entry)}" tabindex="-1" class="${look}"><title>${title}</title><rect x="${x}" width="${width}" y="${y}" height="${height}" rx="${pitch > 5 ? 1.5 : 0}"/></a>`
          })}
        </g>
        <g class="now" visibility={isOver || now < window.startsAt ? 'hidden' : undefined}>
          <line x1={`${at(now)}%`} x2={`${at(now)}%`} y1="4" y2={floor + 5} />
          {(['picture.now', 'picture.now.brief'] as const).map(key => (
            <text
              class={key === 'picture.now' ? 'wide' : 'slim'}
              x={`${at(now)}%`}
              y="14"
              {...besideNow(at(now), dir)}
            >
              {say(key, { time: sayClock(now, zone, locale), zone: sayZone(zone, now) })}
            </text>
          ))}
        </g>
      </svg>
      <figcaption>
        <Legend picture={picture} reckoning={reckoning} showing={showing} />
      </figcaption>
    </figure>
  )
}

const headroom = 24
const footroom = 44

/** Few bars are drawn thick, many thin: the picture stays of one height. */
function pitchOf(lanes: number): number {
  if (lanes <= 8) return 14
  if (lanes <= 14) return 11
  if (lanes <= 24) return 8
  return Math.max(2, Math.floor(220 / lanes))
}

/** Drawn again by script when the reader's zone turns out to be another. */
const Axis: FC<{ window: Window; showing: Showing; edition: Edition; floor: number }> = ({
  window,
  showing,
  edition,
  floor,
}) => {
  const { dir, locale, zone } = showing
  const look = { floor, first: edition.startsOn, last: edition.endsOn, dir, locale, zone }
  return (
    <g class="axis" data-floor={floor}>
      {axisShapes(axisOf(window, zone), window, look).map(shape => (
        <Shape shape={shape} />
      ))}
    </g>
  )
}

const Shape: FC<{ shape: AxisShape }> = ({ shape }) => {
  const { name, attributes, text, children = [] } = shape
  const Name = name as 'g'
  return <Name {...attributes}>{text ?? children.map(child => <Shape shape={child} />)}</Name>
}

const Legend: FC<{ picture: Picture; reckoning: Reckoning; showing: Showing }> = ({
  picture,
  reckoning,
  showing,
}) => {
  const { say, now } = showing
  const counts = { on: 0, soon: 0, upcoming: 0, over: 0, rec: 0 }
  for (const { entry, recorded } of picture.bars) {
    const { phase } = phaseOf(timedOf(entry), now, reckoning)
    if (phase === 'over' && recorded) counts.rec++
    else if (phase) counts[phase]++
  }
  return (
    <>
      <span>{say('picture.hours', { count: picture.bars.length, hours: picture.window.hours })}</span>{' '}
      {(Object.keys(counts) as (keyof typeof counts)[]).map(name => (
        <span class={`key ${name}`} hidden={counts[name] === 0}>
          {say(`picture.${name}`, { count: counts[name] })}
        </span>
      ))}{' '}
      {picture.outside ? <span>{say('picture.outside', { count: picture.outside })}</span> : ''}
    </>
  )
}
