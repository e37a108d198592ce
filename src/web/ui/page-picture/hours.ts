import type { Entry } from '../../../domain/entry.ts'
import type { Edition } from '../../../domain/programme.ts'
import { usualWaking } from '../../../domain/waking.ts'
import type { GroundMark, Hours } from '../../../outlet/page-picture/page-picture.ts'
import { sayZone } from '../../../time/say-time.ts'
import { type Axis, axisOf, groundShapes, minutesIn } from '../axis.ts'
import { nameShapes, shareOf } from '../axis-names.ts'
import { shortened, withLabel } from '../bar-labels.ts'
import { leastLanes, mostAtOnce, pictureOf } from '../bars.ts'
import { reckoningOf, type Showing } from '../showing.ts'

/**
 * The hours of an edition as they lie on its page, for nobody in particular: in a zone that is told, without a now. Null where
 * the one is not in them.
 *
 * @param entries all of them, or the one that the picture is of
 */
export function hoursOf(
  edition: Edition,
  entries: readonly Entry[],
  showing: Showing,
  { isOne = false } = {},
): Hours | null {
  const { zone, say } = showing
  const picture = pictureOf(edition, entries, reckoningOf(edition, showing))
  if (isOne && picture.bars.length === 0) return null
  const { window, bars, lanes, columns, named, least } = picture
  const minutes = window.hours * 60
  const axis = axisOf(window, zone, usualWaking)
  const gap = Math.max(1, Math.round(minutes / 750))
  const thin = Math.ceil(least / 60_000)
  const of = (from: number, to: number) => ({
    x: minutesIn(window, from),
    width: minutesIn(window, to) - minutesIn(window, from),
  })
  const asLanes: Hours['bars'] = bars.map(({ span, lane, recorded }) => {
    const { x, width } = of(span.start, span.end)
    const look = isOne ? 'this' : recorded ? 'recorded' : 'event'
    return { x, width: Math.max(thin, width) - gap, y: isOne ? 1 : lane, height: isOne ? 2.4 : 0.8, look }
  })
  const asColumns: Hours['bars'] = columns.flatMap(({ from, to, count, recorded }) => [
    ...(recorded ? [{ ...of(from, to), y: 0, height: recorded, look: 'recorded' as const }] : []),
    ...(count > recorded
      ? [{ ...of(from, to), y: recorded, height: count - recorded, look: 'event' as const }]
      : []),
  ])
  return {
    zone: isOne ? null : `${say('zone.line')} ${sayZone(zone, window.startsAt, showing.locale)}`,
    minutes,
    across: columns.length ? mostAtOnce(columns) : Math.max(leastLanes, lanes),
    ground: groundOf(axis, edition, window),
    bars: columns.length ? asColumns : asLanes,
    labels:
      named && !isOne && lanes <= mostNamedLanes
        ? bars.map(({ entry, span, lane }) => {
            const { fits } = withLabel(span, entry.title, window, least)
            const at = shareOf(window, fits ? Math.max(span.end, span.start + least) : span.start)
            return { at, lane, isBefore: !fits, text: shortened(entry.title) }
          })
        : [],
    names: namesOf(axis, edition, window, showing),
  }
}

/** In more there is no room for letters that can be read. */
const mostNamedLanes = 9

type Numbers = { class: string } & Record<'x' | 'x1' | 'x2' | 'width', number>
type Window = ReturnType<typeof pictureOf>['window']

function groundOf(axis: Axis, { startsOn, endsOn }: Edition, window: Window): GroundMark[] {
  return groundShapes(axis, window, { first: startsOn, last: endsOn }).map(({ attributes }): GroundMark => {
    const { class: kind, x = 0, x1 = 0, x2 = 0, width = 0 } = attributes as Numbers
    if (kind === 'midnight' || kind === 'tick') return { kind, x: x1 }
    if (kind === 'base') return { kind, x: x1, width: x2 - x1 }
    return { kind: kind === 'own' ? 'own' : kind === 'awake lit' ? 'awake-own' : 'awake', x, width }
  })
}

function namesOf(
  axis: Axis,
  { startsOn, endsOn }: Edition,
  window: Window,
  { locale, zone }: Showing,
): Hours['names'] {
  const look = { first: startsOn, last: endsOn, dir: 'ltr' as const, locale, zone }
  return nameShapes(axis, window, look, 'flat').map(({ attributes, text = '' }) => {
    const name = String(attributes.class)
    const kind = name.startsWith('day') ? (name === 'day lit' ? 'own-day' : 'day') : 'hour'
    return { at: Number.parseFloat(String(attributes.x)), text, kind }
  })
}
