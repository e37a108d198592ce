import type { FoundTime } from '../../../time/find-times.ts'
import { zonesOfPlaceName } from '../../../time/places.ts'
import { readTime, type TimeContext } from '../../../time/read-time.ts'

/** Points and pictures in front of a line, blotted out: positions stay. */
export function withoutOrnaments(text: string): string {
  return text.replace(/^[^\p{L}\p{N}]+/u, signs => ' '.repeat(signs.length))
}

/** "…, 19.30.", "… – 08.00–11.00, …": below a day two figures between the marks of a line are its hour. */
export function dottedHour(text: string, day: string, context: TimeContext): FoundTime | null {
  const found = dotted.exec(text)
  if (!found) return null
  const phrase = found[0].trim()
  const answer = readTime(`${day}, ${phrase.replace(/(?<=\d)\.(?=\d)/g, ':')}`, context)
  if (!answer.readings[0]?.start.includes('T')) return null
  return { ...answer, phrase, index: found.index, length: found[0].length }
}

const dotted =
  /(?<=(?:^|[,;(]|\s[–—-])\s?)(?:[01]?\d|2[0-3])\.[0-5]\d(?:\s?[–-]\s?(?:[01]?\d|2[0-4])\.[0-5]\d)?(?=\s*(?:[,;)]|\.(?!\d)|\s[–—-]\s|$))/u

/** "…, heure de Bukavu et de Bruxelles": a second place of the same hour. */
export function secondPlace(after: string): number {
  const found =
    /^\s(?:et|and|und|y|e)\s(?:(?:de|of|in|do|da)\s|d['’]\s?)?(\p{Lu}[\p{L}-]+)(?=\s*(?:[–—:,)-]|$))/u.exec(
      after,
    )
  return found && zonesOfPlaceName(found[1]!).length > 0 ? found[0].length : 0
}
