import type { FieldDoubt } from '../../domain/finding.ts'
import { offsetAt } from '../../time/days.ts'
import type { PlaceWords } from '../../time/places.ts'
import { zoneOfPlace } from '../../time/places.ts'
import { weighZone } from '../../time/weigh-zone.ts'
import { zonedWall } from '../../time/zoned-wall.ts'
import { wallText, zonedInstant } from '../zoned-time.ts'
import type { CalendarLink } from './calendar-links.ts'
import type { Moment } from './moment.ts'
import type { SeenTime } from './times-seen.ts'

/** What else of the page bears on a time; `seen` and `links` only where they are about this very event. */
export type TimeClues = {
  place?: PlaceWords
  /** The zone to read times in where nothing tells one. */
  zone?: string
  published?: string
  language?: string
  seen: SeenTime[]
  links: CalendarLink[]
}

/** `epoch` and `zone` only where a zone is known. */
export type Zoned = { text: string; epoch?: number; zone?: string; doubts: FieldDoubt[] }

/** A moment with its hour, in the zone that the moment itself, a calendar link, the text or the place tells. */
export function inZone(moment: Moment, clues: TimeClues): Zoned {
  const wall = `${moment.day}T${moment.clock}`
  const placeZone = clues.place ? zoneOfPlace(clues.place) : null
  const seen = seenOn(moment.day!, clues)
  if (moment.zone)
    return unlessShownElse(exactIn(moment.zone, wall, moment.offset) ?? withZone(wall, moment.zone), seen)
  if (moment.offset === 'Z') return ofUtc(wall, placeZone?.zone, seen, clues)
  if (moment.offset) {
    const slip = placeZone && inOtherSeason(wall, moment.offset, placeZone.zone, seen)
    if (slip) return slip
    const zoned = ofOffset(wall, moment.offset, placeZone, clues)
    return (placeZone ? null : inZoneOfText(zoned, seen)) ?? unlessShownElse(zoned, seen)
  }
  return ofLocal(wall, seen, clues)
}

/** The offset beside a zone says which of two hours is meant when clocks are put back (RFC 9557, section 3.4). */
function exactIn(zone: string, wall: string, offset: string | undefined): Zoned | null {
  const epoch = offset ? Date.parse(`${wall}${offset}`) : Number.NaN
  if (Number.isNaN(epoch)) return null
  const text = zonedInstant(epoch, zone)
  return text.startsWith(wall) ? { text, epoch, zone, doubts: [] } : null
}

/**
 * The data of ticket shops has the zone of an account, and the text the zone of whoever wrote it: the same hour with
 * another zone behind it is the truer one, where no place speaks for either.
 */
function inZoneOfText(zoned: Zoned, seen: SeenTime[]): Zoned | null {
  const others = seen.filter(
    time => time.start.slice(0, 16) === zoned.text.slice(0, 16) && /\[/.test(time.start),
  )
  const [other] = others
  if (!other || others.some(time => Date.parse(bare(time.start)) === zoned.epoch)) return null
  const says = `The page's data says ${zoned.text.slice(11, 25)}, and its text ${other.phrase}.`
  const choices = [
    { start: other.start, ...(other.end && { end: other.end }), from: 'text' },
    { start: zoned.text },
  ]
  return {
    text: other.start,
    epoch: Date.parse(bare(other.start)),
    ...zoneField(other.start),
    doubts: [...fieldDoubts(other), { code: 'sources-disagree', field: 'start', says, choices }],
  }
}

/**
 * Plugins keep the offset of winter all the year: where the place had that one in the other half of the year, and the
 * text tells the same hour without a zone, it is the hour of its clocks.
 */
function inOtherSeason(wall: string, offset: string, zone: string, seen: SeenTime[]): Zoned | null {
  const taken = withZone(wall, zone)
  const half = new Date(Date.parse(`${wall}Z`) + 182 * 86_400_000).toISOString().slice(0, 19)
  const isOffset = (one: string) => one.slice(19, 25) === offset
  const isShown = seen.some(time => isLocal(time.start) && time.start.slice(0, 16) === wall.slice(0, 16))
  if (!isShown || isOffset(taken.text) || !isOffset(withZone(half, zone).text)) return null
  const says = `${wall}${offset} is not what clocks show in the place of the event (${zone}) at that time of the year; its text tells the same hour.`
  return { ...taken, doubts: [zonesDisagree(says, [taken.text, `${wall}${offset}[${offset}]`])] }
}

/** The text tells hours of that day, and none of them is the data's, on the clock or as a moment. */
function unlessShownElse(zoned: Zoned, seen: SeenTime[]): Zoned {
  const isShown = (time: SeenTime) =>
    time.start.slice(11, 16) === zoned.text.slice(11, 16) ||
    (/[\]Z]$/.test(time.start) && Date.parse(bare(time.start)) === zoned.epoch)
  if (!seen.length || seen.some(isShown) || zoned.doubts.length) return zoned
  const says = `The page's data says ${zoned.text.slice(11, 16)}, and its text ${hoursOf(seen)}.`
  return { ...zoned, doubts: [sourcesDisagree(says, zoned, seen)] }
}

/** The data's time was taken; each hour that the text tells may be meant. */
function sourcesDisagree(
  says: string,
  { text, zone }: Pick<Zoned, 'text' | 'zone'>,
  seen: SeenTime[],
): FieldDoubt {
  const shown = seen.slice(0, 3).map(time => {
    const inZone = (told: string) => (zone && isLocal(told) ? withZone(told, zone).text : told)
    return {
      start: inZone(time.start),
      ...(time.end?.includes('T') && { end: inZone(time.end) }),
      from: 'text' as const,
    }
  })
  return { code: 'sources-disagree', field: 'start', says, choices: [{ start: text }, ...shown] }
}

function isLocal(told: string): boolean {
  return told.includes('T') && !/[\]Z]$/.test(told)
}

function hoursOf(seen: SeenTime[]): string {
  return seen
    .map(time => time.start.slice(11, 16))
    .slice(0, 3)
    .join(', ')
}

export function withZone(wall: string, zone: string): Zoned {
  const { time, doubts } = zonedWall(wall, zone)
  return {
    text: time,
    epoch: Date.parse(bare(time)),
    zone,
    doubts: doubts.map(one => ({ ...one, field: 'start' })),
  }
}

/** An offset was written with intent; the place only gives it its name. */
export function ofOffset(
  wall: string,
  offset: string,
  place: ReturnType<typeof zoneOfPlace>,
  clues: TimeClues,
): Zoned {
  const epoch = Date.parse(`${wall}${offset}`)
  const named = [place?.zone, clues.zone, ...clues.seen.map(time => zoneIn(time.start))].find(
    zone => zone && zonedInstant(epoch, zone).startsWith(`${wall}${offset}`),
  )
  if (named) return { text: zonedInstant(epoch, named), epoch, zone: named, doubts: [] }
  const doubts: FieldDoubt[] = []
  if (place && place.by !== 'country') {
    const says = `${wall}${offset} is not what clocks show in the place of the event (${place.zone}); it was kept as it is written.`
    const start = `${wall}${offset}[${offset}]`
    doubts.push(zonesDisagree(says, [start, withZone(wall, place.zone).text]))
  }
  return { text: `${wall}${offset}[${offset}]`, epoch, zone: offset, doubts }
}

/** Universal time, or a plugin that writes a Z behind local time: the text tells. */
function ofUtc(wall: string, placeZone: string | undefined, seen: SeenTime[], clues: TimeClues): Zoned {
  const epoch = Date.parse(`${wall}Z`)
  const zone = placeZone ?? clues.zone
  const isShown = (text: string) => seen.some(time => time.start.slice(11, 16) === text.slice(11, 16))
  const local = zone ? zonedInstant(epoch, zone) : null
  if (zone && local && offsetAt(epoch, zone) !== 0 && isShown(wall) && !isShown(local)) {
    const says = `The page's data says ${wall}Z, and its text the same hour without calling it UTC; the local time of ${zone} was taken.`
    const taken = withZone(wall, zone)
    const choices = [{ start: taken.text, from: 'text' }, { start: local }]
    const disagreement: FieldDoubt = { code: 'sources-disagree', field: 'start', says, choices }
    return { ...taken, doubts: [...taken.doubts, disagreement] }
  }
  if (!zone) {
    const shown = seen.find(
      time => /\[(?!UTC|[+-])/.test(time.start) && Date.parse(bare(time.start)) === epoch,
    )
    return {
      text: shown?.start ?? `${wall}+00:00[UTC]`,
      epoch,
      zone: zoneIn(shown?.start) ?? 'UTC',
      doubts: [],
    }
  }
  const hour = Number(local!.slice(11, 13))
  const isNight = offsetAt(epoch, zone) !== 0 && hour < 6 && !isShown(local!)
  const says = `In ${zone} this is ${local!.slice(11, 16)} at night: perhaps local time was written as UTC.`
  const doubts = isNight ? [zonesDisagree(says, [local!, withZone(wall, zone).text])] : []
  return { text: local!, epoch, zone, doubts }
}

/** No zone in the data: the calendar link's instant, the text's words, the place, in this order. */
function ofLocal(wall: string, seen: SeenTime[], clues: TimeClues): Zoned {
  const shown = seen.find(time => time.start.slice(11, 16) === wall.slice(11, 16))
  const link = linkFor(wall, clues)
  if (link) {
    const epoch = Date.parse(`${link.start.day}T${link.start.clock}Z`)
    const isSame = wallText(epoch) === wall
    if (!isSame) {
      const minutes = (Date.parse(`${wall}Z`) - epoch) / 60_000
      if (minutes % 15 === 0 && Math.abs(minutes) <= 14 * 60)
        return ofOffset(wall, offsetText(minutes), clues.place ? zoneOfPlace(clues.place) : null, clues)
    } else if (!shown && seen.length === 1) {
      return ofShownInstant(epoch, seen[0]!, clues)
    }
  }
  if (shown && /[\]Z]$/.test(shown.start)) {
    return {
      text: shown.start,
      epoch: Date.parse(bare(shown.start)),
      ...zoneField(shown.start),
      doubts: fieldDoubts(shown),
    }
  }
  const { place, zone: contextZone } = clues
  const weighed = weighZone({ wall, ...(place && { place }), ...(contextZone && { contextZone }) })
  const zoned: Zoned = weighed.zone ? withZone(wall, weighed.zone) : { text: wall, doubts: [] }
  const doubts: FieldDoubt[] = weighed.doubts.map(one => ({ ...one, field: 'start' }))
  if (seen.length && !shown) {
    const says = `The page's data says ${wall.slice(11, 16)}, and its text ${hoursOf(seen)}.`
    doubts.push(sourcesDisagree(says, zoned, seen))
  }
  return { ...zoned, doubts: [...zoned.doubts, ...doubts] }
}

/** The data repeats what the calendar link says in UTC, and the text shows another hour: that is the local one. */
function ofShownInstant(epoch: number, shown: SeenTime, clues: TimeClues): Zoned {
  const wall = shown.start.slice(0, 19)
  const minutes = (Date.parse(`${wall}Z`) - epoch) / 60_000
  const says = `The page's data gives ${wallText(epoch)} without a zone; that is UTC by its calendar link, and ${wall.slice(11, 16)} in its text.`
  if (minutes % 15 !== 0 || Math.abs(minutes) > 14 * 60) {
    const choices = [{ start: wall, from: 'text' }, { start: `${wallText(epoch)}+00:00[UTC]` }]
    return { text: wall, doubts: [{ code: 'sources-disagree', field: 'start', says, choices }] }
  }
  return ofOffset(wall, offsetText(minutes), clues.place ? zoneOfPlace(clues.place) : null, clues)
}

/** Hours told in the text for a day. */
export function seenOn(day: string, clues: TimeClues): SeenTime[] {
  return clues.seen.filter(time => time.start.length > 10 && time.start.startsWith(day))
}
/** The moment that the page's calendar links give for an hour; undefined where they give several. */
export function linkFor(wall: string, clues: TimeClues): CalendarLink | undefined {
  const fitting = clues.links.filter(
    ({ start, shown }) =>
      start.offset === 'Z' && start.clock && near(start, wall) && (!shown || shown === wall.slice(11, 16)),
  )
  return new Set(fitting.map(({ start }) => `${start.day}T${start.clock}`)).size === 1
    ? fitting[0]
    : undefined
}

function near(moment: Moment, wall: string): boolean {
  return Math.abs(Date.parse(`${moment.day}T${moment.clock}Z`) - Date.parse(`${wall}Z`)) <= 14.5 * 3_600_000
}

export function bare(text: string): string {
  return text.replace(/\[[^\]]*\]$/, '')
}

function zoneIn(text: string | undefined): string | undefined {
  return /\[([^\]]+)\]$/.exec(text ?? '')?.[1]
}

function zoneField(text: string): { zone?: string } {
  const zone = zoneIn(text)
  return zone ? { zone } : {}
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${String(Math.floor(size / 60)).padStart(2, '0')}:${String(size % 60).padStart(2, '0')}`
}

export function fieldDoubts(seen: SeenTime): FieldDoubt[] {
  return seen.doubts.map(one => ({ ...one, field: 'start' }))
}

function zonesDisagree(says: string, starts: string[]): FieldDoubt {
  return { code: 'zones-disagree', field: 'start', says, choices: starts.map(start => ({ start })) }
}
