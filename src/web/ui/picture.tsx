import type { FC } from 'hono/jsx'
import type { Entry } from '../../domain/entry.ts'
import type { Window } from '../../domain/fifty-hours.ts'
import { phaseOf, type Reckoning, timedOf } from '../../domain/phase.ts'
import type { Edition } from '../../domain/programme.ts'
import { sayClock, sayZone } from '../../time/say-time.ts'
import { type AxisShape, axisOf, axisShapes, besideNow, scaleOf } from './axis.ts'
import { drawBars, mostAtOnce, type Picture } from './bars.ts'
import type { Showing } from './showing.ts'

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
  const { window } = picture
  const { zone, locale, dir, now, say } = showing
  const { at } = scaleOf(window, dir)
  const { shapes, floor } = drawBars({ picture, reckoning, showing, addressOf, headroom })
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
        <g class="bars">{shapes}</g>
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
  const { columns, bars, window } = picture
  const whole = <span>{say('picture.hours', { count: bars.length, hours: window.hours })}</span>
  if (columns.length)
    return (
      <>
        {whole} <span>{say('picture.columns', { most: mostAtOnce(columns) })}</span>{' '}
        <Outside picture={picture} showing={showing} />
      </>
    )
  const counts = { on: 0, soon: 0, upcoming: 0, over: 0, rec: 0 }
  for (const { entry, recorded } of bars) {
    const { phase } = phaseOf(timedOf(entry), now, reckoning)
    if (phase === 'over' && recorded) counts.rec++
    else if (phase) counts[phase]++
  }
  return (
    <>
      {whole}{' '}
      {(Object.keys(counts) as (keyof typeof counts)[]).map(name => (
        <span class={`key ${name}`} hidden={counts[name] === 0}>
          {say(`picture.${name}`, { count: counts[name] })}
        </span>
      ))}{' '}
      <Outside picture={picture} showing={showing} />
    </>
  )
}

const Outside: FC<{ picture: Picture; showing: Showing }> = ({ picture, showing }) =>
  picture.outside ? <span>{showing.say('picture.outside', { count: picture.outside })}</span> : null
