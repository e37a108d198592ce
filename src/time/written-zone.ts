import { type AbbreviationMeaning, meaningsOf } from './abbreviations.ts'
import { beltIn, zoneOfBelt } from './belts.ts'
import { fold } from './fold.ts'
import { zonesOfPlaceName } from './places.ts'
import { zoneOfWindows } from './windows-zones.ts'
import { zoneNames } from './zone-names.ts'
import { canonicalZone } from './zones.ts'

/**
 * What stands in a zone's place: a zone of its own (`Europe/Berlin`, `Romance Standard Time`, "Manila time"), an
 * offset (`+05:30`, `UTC`), or letters with the meanings they may have (`[]`: unknown letters).
 */
export type WrittenZone =
  | { zone: string }
  | { offset: string }
  | { letters: string; meanings: AbbreviationMeaning[] }

export function readWrittenZone(words: string): WrittenZone {
  const written = words.trim().slice(0, 100)
  const offset = offsetIn(written)
  if (offset) return { offset }
  if (written.includes('/') && canonicalZone(written)) return { zone: canonicalZone(written)! }
  const letters = /^\(?([\p{Lu}\p{Ll}]{1,6})\)?$/u.exec(written)?.[1] ?? written
  const meanings = meaningsOf(letters)
  if (meanings.length > 0) return { letters, meanings }
  const windows = zoneOfWindows(written)
  if (windows) return { zone: windows }
  return belt(written) ?? firstOf(written) ?? longName(written)
}

/** "Mountain (US)", "Eastern Time (US & Canada)": never the zone of most people in that country. */
function belt(words: string): WrittenZone | null {
  const [, name = '', place = ''] = /^([^(]+)\(([^()]+)\)$/.exec(words) ?? []
  if (!beltIn(name)) return null
  const zone = zoneOfBelt(name, place)
  return zone ? { zone } : { letters: words, meanings: [] }
}

/** "CET/UTC+1", "Europe/Madrid (CET)": the same told twice. */
function firstOf(words: string): WrittenZone | null {
  const parts = words.split(/\s*[(),;|]\s*|\s+or\s+|\s+\/\s+/)
  const all = parts.length > 1 ? parts : words.split('/')
  if (all.length < 2) return null
  for (const part of all) {
    const read = /^(?:[\p{Lu}]{2,5}|[A-Z]\w+\/\w+|.*[+-]\d.*)$/u.test(part) ? readWrittenZone(part) : null
    if (read && !('letters' in read && read.meanings.length === 0)) return read
  }
  return null
}

/** `UTC`, `GMT+5:30`, `(UTC-03:00) Brasília`, `+0200`, `UTC+5.5`. */
function offsetIn(words: string): string | null {
  if (/^(?:UTC|GMT|Z|Zulu)$/i.test(words)) return 'UTC'
  const told =
    /^\(?(?:(?:UTC|GMT)\s*)?([+\-−–])\s*(\d{1,2})(?:(?::|(?=\d\d))([0-5]\d)|\.(5|25|75))?\)?(?=$|[\s)])/i.exec(
      words,
    )
  if (!told) return null
  const minutes = told[3] ?? String(60 * Number(`0.${told[4] ?? 0}`))
  const offset = canonicalZone(
    `${told[1] === '+' ? '+' : '-'}${told[2]!.padStart(2, '0')}:${minutes.padStart(2, '0')}`,
  )
  return offset === '+00:00' ? 'UTC' : offset
}

/** "Manila time", "India Standard Time"; else its initials: "Central European Summer Time". */
function longName(words: string): WrittenZone {
  const place = words
    .replace(/\b(?:standard|summer|winter|daylight|local|saving|savings|time)\b/gi, ' ')
    .trim()
  const zones = place.length > 3 ? zonesOfPlaceName(place) : []
  if (zones[0]) return { zone: zones[0] }
  const initials =
    words
      .replace(/\(.*?\)/g, ' ')
      .match(/\b\p{L}/gu)
      ?.join('')
      .toUpperCase() ?? ''
  if (/\btime\b/i.test(words) && meaningsOf(initials).length > 0) {
    return { letters: initials, meanings: meaningsOf(initials) }
  }
  const named = zoneNames.get(fold(words).replace(/ (?:standard |daylight )?time$/, ''))
  return named && /\s/.test(words) ? { zone: named } : { letters: words, meanings: [] }
}
