import type { Content } from '../../domain/content.ts'
import { type Correction, correctedLinks, linkOf } from '../../domain/correct-finding.ts'
import type { Finding } from '../../domain/finding.ts'
import { addDays, isDay } from '../../time/days.ts'
import { zonedWall } from '../../time/zoned-wall.ts'
import { zonesTyped } from '../ui/entry-form/read-zone.ts'
import { webAddress } from '../ui/entry-form/web-address.ts'
import type { Key } from '../words.ts'
import type { Typed } from './typed.ts'

/** What was read of one thing, as it stands in the form by which its sender corrects it. */
export function fillCorrection(
  finding: Finding | null,
  { title, time }: Pick<Content, 'title' | 'time'>,
): Typed {
  const { start, end, zone, precision } = time
  const clockOf = (wall: string | null) => (precision === 'moment' ? (wall?.slice(11, 16) ?? '') : '')
  return {
    title,
    date: start?.slice(0, 10) ?? '',
    from: clockOf(start),
    to: clockOf(end),
    zone: zone ?? '',
    ...Object.fromEntries(correctedLinks.map(role => [role, linkOf(finding, role)])),
  }
}

/** What differs from what was read; or why it cannot be understood. */
export function readCorrection(
  typed: Typed,
  finding: Finding | null,
  { filled, homeZone, locale }: { filled: Typed; homeZone: string; locale: string },
): { told: Correction; wrong: Key | null } {
  const told: Correction = {}
  const isChanged = (name: string) => typed[name] !== undefined && typed[name].trim() !== filled[name]
  if (isChanged('title')) told.title = typed.title!.slice(0, 500)
  for (const role of correctedLinks) {
    if (!isChanged(role)) continue
    const address = typed[role]!.trim()
    const url = address === '' ? '' : webAddress(address)
    if (url === null) return { told, wrong: 'suggest.wrong.address' }
    told.links = { ...told.links, [role]: url }
  }
  const isNew = finding === null && (typed.date ?? '') !== ''
  if (!isNew && !['date', 'from', 'to', 'zone'].some(isChanged)) return { told, wrong: null }
  const [date = '', from = '', to = '', zone = ''] = [typed.date, typed.from, typed.to, typed.zone].map(
    each => each?.trim() ?? '',
  )
  if (!isDay(date)) return { told, wrong: 'suggest.wrong.day' }
  if (from === '') return { told: { ...told, when: { start: date, end: null } }, wrong: null }
  if (!isClock(from) || (to !== '' && !isClock(to))) return { told, wrong: 'suggest.wrong.hour' }
  const wall = `${date}T${from}:00`
  const zones = zone === '' ? [homeZone] : zonesTyped(zone.slice(0, 100), wall, locale).zones
  if (zones.length !== 1) return { told, wrong: 'suggest.wrong.zone' }
  const at = (words: string) => zonedWall(words, zones[0]!).time
  // What ends before it began ends on the day after.
  const lastDay = to !== '' && to <= from ? addDays(date, 1) : date
  const when = { start: at(wall), end: to === '' ? null : at(`${lastDay}T${to}:00`) }
  return { told: { ...told, when }, wrong: null }
}

function isClock(words: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(words)
}
