import type { FC } from 'hono/jsx'
import type { Entry } from '../../domain/entry.ts'
import type { Reckoning } from '../../domain/phase.ts'
import type { Edition } from '../../domain/programme.ts'
import { tellWaking } from '../../domain/waking.ts'
import { sayClock, sayZone } from '../../time/say-time.ts'
import { type Axis, axisOf, groundShapes, minutesIn, type Shape } from './axis.ts'
import { besideNow, type Lie, nameShapes } from './axis-names.ts'
import { drawLabels } from './bar-labels.ts'
import { drawBars, type Picture } from './bars.ts'
import { Legend } from './legend.tsx'
import type { Showing } from './showing.ts'

type Props = {
  picture: Picture
  edition: Edition
  reckoning: Reckoning
  showing: Showing
  /** Where a bar leads: to its entry in the same page, or on another. */
  addressOf: (entry: Entry) => string
  /** Whether the page has the sections that the legend can lead to. */
  sections?: boolean
}

/**
 * The fifty-hour day. Its words are in the sentence above it; the bars are a second way to what stands in the list,
 * and not told twice. It is drawn once, over minutes and lanes; the style lays it flat, or stands it up on a phone.
 */
export const FiftyHours: FC<Props> = ({ picture, edition, reckoning, showing, addressOf, sections }) => {
  const { window } = picture
  const { zone, dir, waking, now } = showing
  const { shapes, across } = drawBars({ picture, reckoning, showing, addressOf })
  const axis = axisOf(window, zone, waking)
  const long = window.hours * 60
  const isOver = now >= window.endsAt
  const hidden = isOver || now < window.startsAt ? 'hidden' : undefined
  return (
    <figure
      class={`fifty${isOver ? ' past' : ''}`}
      data-from={window.startsAt}
      data-to={window.endsAt}
      data-hours={window.hours}
      data-first={edition.startsOn}
      data-last={edition.endsOn}
      data-awake={tellWaking(waking)}
    >
      <figcaption>
        <Legend picture={picture} reckoning={reckoning} showing={showing} sections={sections ?? false} />
      </figcaption>
      <div class={`stage ${lengthOf(window.hours)}`}>
        <svg
          class="plot"
          viewBox="0 0 1 1"
          preserveAspectRatio="none"
          height={heightOf(picture, across)}
          aria-hidden="true"
          focusable="false"
        >
          <defs>
            <linearGradient id="sky">
              {['0', '.18', '.82', '1'].map((offset, index) => (
                <stop offset={offset} class={index % 3 ? 's1' : 's0'} />
              ))}
            </linearGradient>
          </defs>
          <g class="turn">
            <g class="ground" transform={`scale(${1 / long} 1)`}>
              {groundShapes(axis, window, { first: edition.startsOn, last: edition.endsOn }).map(shape => (
                <Drawn shape={shape} />
              ))}
            </g>
            <g class="bars" transform={`scale(${1 / long} ${1 / across})`}>
              {shapes}
            </g>
            <g class="now" transform={`scale(${1 / long} 1)`} visibility={hidden}>
              <line x1={minutesIn(window, now)} x2={minutesIn(window, now)} y2="1" />
            </g>
          </g>
        </svg>
        {picture.named ? (
          <svg class="labels" aria-hidden="true" focusable="false">
            {drawLabels(picture, dir, across)}
          </svg>
        ) : (
          ''
        )}
        <Names lie="flat" axis={axis} picture={picture} edition={edition} showing={showing} hidden={hidden} />
        <Names lie="tall" axis={axis} picture={picture} edition={edition} showing={showing} hidden={hidden} />
      </div>
    </figure>
  )
}

/** Few bars are drawn thick, many thin: the picture stays of one height. */
function heightOf({ named, columns }: Picture, across: number): number {
  if (columns.length) return fullHeight
  if (named) return Math.min(24 * across, 420)
  if (across <= 8) return 22 * across
  if (across <= 14) return 15 * across
  return Math.min(fullHeight, 10 * across)
}

const fullHeight = 230

/** How long the picture is where it stands. */
function lengthOf(hours: number): string {
  if (hours <= 60) return 'day'
  return hours <= 110 ? 'days' : 'week'
}

type NamesProps = {
  lie: Lie
  axis: Axis
  picture: Picture
  edition: Edition
  showing: Showing
  hidden?: string | undefined
}

/** Hours, days and what time it is now, in words; drawn again by script when the reader's zone turns out to be another. */
const Names: FC<NamesProps> = ({ lie, axis, picture: { window }, edition, showing, hidden }) => {
  const { zone, locale, dir, now, say } = showing
  const look = { first: edition.startsOn, last: edition.endsOn, dir, locale, zone }
  return (
    <svg class={`names ${lie}`} aria-hidden="true" focusable="false">
      <g>
        {nameShapes(axis, window, look, lie).map(shape => (
          <Drawn shape={shape} />
        ))}
      </g>
      <text class="now" visibility={hidden} {...besideNow(window, now, dir, lie)}>
        {say('picture.now', { time: sayClock(now, zone, locale), zone: sayZone(zone, now, locale) })}
      </text>
    </svg>
  )
}

const Drawn: FC<{ shape: Shape }> = ({ shape: { name, attributes, text } }) => {
  const Name = name as 'g'
  return <Name {...attributes}>{text}</Name>
}
