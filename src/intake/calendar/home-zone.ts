import { offsetAt } from '../../time/days.ts'
import type { Doubt } from '../../time/doubt.ts'
import type { Properties } from './property.ts'
import { readWrittenTime, wallMsOf } from './written-time.ts'
import { fixedOffset, likeliestFirst } from './zone-alike.ts'
import { zoneOfName } from './zone-names.ts'

/** The zone in which a calendar's times without one are meant, at a wall time (milliseconds it would have in UTC). */
export type HomeZone = (wallMs: number) => { zone: string; doubts: Doubt[] }

/** Clocks put forward from one moment to another, both in milliseconds since 1970. */
type Summer = { from: number; to: number; offset: number }

/**
 * The zone that a vCalendar 1.0 tells for all its times: by a name or an offset (`TZ:-05`), and by when its clocks are
 * put forward (`DAYLIGHT:TRUE;-04;20260308T020000;20261101T020000;EST;EDT`). Undefined where it tells none.
 */
export function homeZoneOf(told: Properties): HomeZone | undefined {
  const name = told
    .get('TZ')?.[0]
    ?.value.trim()
    .replace(/^([+-]\d\d)(\d\d)?$/, (_, hours, minutes = '00') => `${hours}:${minutes}`)
  const zone = name ? zoneOfName(name)?.zone : undefined
  if (!zone) return undefined
  const base = fixedMs(zone)
  if (base === null) return () => ({ zone, doubts: none })
  const daylight = told.get('DAYLIGHT') ?? []
  const summers = daylight.flatMap(({ value }) => summerOf(value, base) ?? [])
  const alike =
    summers.length > 0 ? likeliestFirst().find(zone => changesAlike(zone, base, summers)) : undefined
  if (alike) return () => ({ zone: alike, doubts: none })
  return wallMs => {
    const summer = summers.find(({ from, to, offset }) => wallMs - offset >= from && wallMs - offset < to)
    const at = summer ? fixedOffset(summer.offset) : zone
    if (summer || daylight.some(({ value }) => /^\s*FALSE/i.test(value))) return { zone: at, doubts: none }
    const says = `the calendar as a whole tells ${zone}, and not whether clocks are put forward then`
    return { zone: at, doubts: [{ code: 'zone-season', says }] }
  }
}

const none: Doubt[] = []
const hour = 3_600_000

function summerOf(value: string, base: number): Summer | null {
  const [is, told, from = '', to = ''] = value.split(';').map(part => part.trim())
  const offset = /^TRUE$/i.test(is ?? '') ? fixedMs(zoneOfName(told ?? '')?.zone ?? '') : null
  const [begin, end] = [wallMsOf(from), wallMsOf(to)]
  if (offset === null || begin === null || end === null) return null
  const isUtc = (wall: string) => readWrittenTime(wall)?.utc === true
  return { from: isUtc(from) ? begin : begin - base, to: isUtc(to) ? end : end - offset, offset }
}

/** Programs tell the change itself, the minute before it, or the hour after. */
function changesAlike(zone: string, base: number, summers: Summer[]): boolean {
  return summers.every(
    ({ from, to, offset }) =>
      offsetAt(from - 2 * hour, zone) === base &&
      offsetAt(from + 2 * hour, zone) === offset &&
      offsetAt(to - 2 * hour, zone) === offset &&
      offsetAt(to + 2 * hour, zone) === base,
  )
}

function fixedMs(zone: string): number | null {
  return zone === 'UTC' || /^[+-]/.test(zone) ? offsetAt(0, zone) : null
}
