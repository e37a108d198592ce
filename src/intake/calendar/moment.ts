import { epochOfWall } from '../../time/days.ts'
import type { Doubt } from '../../time/doubt.ts'
import { choicesIn, wallAt, wallText, zonedInstant, zonedWall } from '../zoned-time.ts'
import type { HomeZone } from './home-zone.ts'
import type { Property } from './property.ts'
import { msOf, plainWallMs, readWrittenTime } from './written-time.ts'
import type { ZoneReader } from './zone-reader.ts'

/** A DATE or DATE-TIME with its zone resolved. Wall times are milliseconds they would have in UTC. */
export type Moment = {
  wallMs: number
  /** A whole day, without a clock time. */
  day: boolean
  /** Where its clocks stand, and where a series repeats. Null: floating, or nothing tells it (`doubts`). */
  zone: string | null
  floating: boolean
  /** UTC times are shown in the calendar's own zone. */
  shownIn?: string
  doubts: Doubt[]
}

export type MomentContext = {
  zones: ZoneReader
  calendarZone: string | undefined
  /** The only zone that it defines. */
  soleZone?: string | undefined
  /** Where times without a zone are meant, if the calendar says so. */
  home?: HomeZone | undefined
}

/** Null where the value is no time. */
export function readMoment(value: string, params: Property['params'], context: MomentContext): Moment | null {
  const plainMs = plainWallMs(value)
  const written = plainMs === null ? readWrittenTime(value) : null
  if (plainMs === null && !written) return null
  const wallMs = plainMs ?? msOf(written!)
  if (written?.day) return { wallMs, day: true, zone: null, floating: false, doubts: none }
  const tzid = params.tzid
  if (written ? written.utc : value.endsWith('Z')) return inUtc(wallMs, tzid, context)
  if (tzid !== undefined && !/^floating$/i.test(tzid)) {
    const { zone, doubts } = context.zones(tzid, wallMs)
    return { wallMs, day: false, zone, floating: false, doubts }
  }
  const { home } = context
  const calendarZone = context.calendarZone ?? context.soleZone
  if (home && tzid === undefined) return { wallMs, day: false, ...home(wallMs), floating: false }
  if (!calendarZone) return { wallMs, day: false, zone: null, floating: true, doubts: none }
  const says = `a time without a zone is the same local time everywhere; the calendar as a whole names ${calendarZone}`
  return { wallMs, day: false, zone: null, floating: true, doubts: [{ code: 'zone-missing', says }] }
}

/** A TZID must not stand beside a Z (RFC 5545, section 3.2.19): the instant is kept, and doubted where it matters. */
function inUtc(wallMs: number, tzid: string | undefined, { zones, calendarZone }: MomentContext): Moment {
  const named = tzid ? zones(tzid, wallMs).zone : null
  const shownIn = named ?? calendarZone
  const moment: Moment = { wallMs, day: false, zone: 'UTC', floating: false, doubts: none }
  if (shownIn && shownIn !== 'UTC') moment.shownIn = shownIn
  if (named && epochOfWall(wallMs, named) !== wallMs) {
    const says = `the time is told in UTC and for ${named} at once; taken in UTC`
    moment.doubts = [{ code: 'zones-disagree', says, ...choicesIn(wallMs, ['UTC', named]) }]
  }
  return moment
}

/** One number per moment, by which moments of a series are the same or not. */
export function keyOf({ wallMs, zone }: Moment): number {
  return zone === null ? wallMs : epochOfWall(wallMs, zone)
}

/** The same clock on another day: where nothing else is told, a series repeats by its wall time. */
export function movedTo(moment: Moment, wallMs: number): Moment {
  return { ...moment, wallMs }
}

/** As in `Finding.start`, with the doubts that the clocks of its zone raise. */
export function textOfMoment({ wallMs, day, zone, shownIn }: Moment): { text: string; doubt?: Doubt } {
  if (day) return { text: wallText(wallMs).slice(0, 10) }
  if (zone === null) return { text: wallText(wallMs) }
  if (shownIn) return { text: zonedInstant(epochOfWall(wallMs, zone), shownIn) }
  return zonedWall(wallMs, zone)
}

/** A moment so many milliseconds later by the stopwatch. */
export function later(moment: Moment, ms: number): Moment {
  if (moment.zone === null) return movedTo(moment, moment.wallMs + ms)
  const epoch = epochOfWall(moment.wallMs, moment.zone) + ms
  return movedTo(moment, Date.parse(`${wallAt(epoch, moment.zone)}Z`))
}

const none: Doubt[] = []
