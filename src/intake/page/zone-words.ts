import type { TimeContext } from '../../time/read-time.ts'
import { ofTime, zoneIn } from '../post/times/zone-said.ts'
import { labelOf } from '../post/words/label-words.ts'
import type { Line } from './visible-text.ts'

/**
 * The IANA zone that words name which are nothing else: "Eastern Time - US & Canada", "Europe Summer Time (Berlin,
 * GMT+02:00)", where the town in brackets tells what the belt does not.
 */
export function zoneOfWords(words: string, context: TimeContext): string | undefined {
  const bare = words
    .replace(/\s*\((?:change|ändern|modifier|cambiar|your (?:local )?time)[^()]*\)/giu, '')
    .trim()
  if (bare.length < 2 || bare.length > 70) return undefined
  return (
    zoneIn(bare, context) ??
    bare
      .split(/[(),;]/)
      .map(part => part.trim())
      .filter(part => part.length > 2 && /^\p{L}[\p{L} .'’/_-]+$/u.test(part))
      .map(part => zoneIn(part, context))
      .find(Boolean)
  )
}

/** A line of nothing but a zone, as sites print it below an hour: "AEDT", "(giờ Việt Nam)", "Berlin time". */
export function zoneOfLine(text: string, context: TimeContext): string | undefined {
  const isZone = text.length <= 60 && ofTime.test(text) && !/\p{Nd}/u.test(text.replace(offsets, ''))
  return isZone ? zoneOfWords(text, context) : undefined
}

const offsets = /(?:GMT|UTC)\s*[+−–-]?\s*\d{1,2}(?::?\d\d)?/gi

/** What a page says once of all its hours: "Time zone: Australia/Sydney", or in brackets on a line of its own. */
export function zoneOfPage(lines: Line[], context: TimeContext): string | undefined {
  for (const [at, { text }] of lines.slice(0, 200).entries()) {
    if (text.length > 90) continue
    if (/^\(.+\)$/.test(text)) {
      const zone = zoneOfLine(text, context)
      if (zone) return zone
    }
    const label = labelOf(text) ?? (text.length <= 30 ? labelOf(`${text}:`) : null)
    if (label?.key !== 'zone') continue
    const zone = zoneOfWords(text.slice(label.length).trim() || (lines[at + 1]?.text ?? ''), context)
    if (zone) return zone
  }
  return undefined
}
