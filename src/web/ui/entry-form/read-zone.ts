import { readToldTime } from '../../../domain/told-time.ts'
import type { DoubtCode } from '../../../time/doubt.ts'
import { zonesOfPlaceName } from '../../../time/places.ts'
import { readTime } from '../../../time/read-time.ts'
import { zonedWall } from '../../../time/zoned-wall.ts'
import { canonicalZone, searchZones } from '../../../time/zones.ts'

/** More that a word may mean is not offered. */
const mostZones = 6

/**
 * The zone that somebody typed beside a day and an hour – a zone's name, a city, a country, "UTC+8", "CET". Several
 * where the word may mean several that differ on that day, likeliest first, with the doubt that leaves them open;
 * none where it is not known here.
 */
export function zonesTyped(
  words: string,
  wall: string,
  locale: string,
): { zones: string[]; code: DoubtCode | null } {
  const exact = /[/]|^UTC$|^[+-]\d/.test(words) ? canonicalZone(words) : null
  if (exact) return { zones: [exact], code: null }
  return zonesInPhrase(words, wall) ?? zonesOfName(words, wall, locale)
}

/** As the reader of phrases takes it behind a day and an hour: abbreviations by their season, offsets, cities. */
function zonesInPhrase(words: string, wall: string): { zones: string[]; code: DoubtCode | null } | null {
  // At noon, which no change of clocks skips or repeats.
  const noon = `${wall.slice(0, 10)}T12:00`
  const { readings, doubts } = readTime(`${noon.replace('T', ' ')} ${words}`)
  const taken = readings.filter(({ start, end }) => start.startsWith(noon) && end === null)
  const doubt = doubts.find(({ code }) => code !== 'zone-missing')
  if (doubt && !doubt.code.startsWith('zone')) return null
  const zones = (doubt?.choices ?? taken.slice(0, 1)).flatMap(({ start }) => readToldTime(start)?.zone ?? [])
  return zones.length ? { zones: zones.slice(0, mostZones), code: doubt?.code ?? null } : null
}

function zonesOfName(
  words: string,
  wall: string,
  locale: string,
): { zones: string[]; code: DoubtCode | null } {
  const ofPlace = zonesOfPlaceName(words)
  const found = ofPlace.length ? ofPlace : searchZones(words, locale)
  const offsets = new Map(
    found.map(zone => [zonedWall(wall, zone).time.slice(19, 25), zone]).toReversed() as [string, string][],
  )
  const zones = found.filter(zone => [...offsets.values()].includes(zone)).slice(0, mostZones)
  return { zones, code: zones.length > 1 ? 'zone-ambiguous' : null }
}
