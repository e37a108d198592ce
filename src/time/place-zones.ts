import { isMark, isWord } from './part.ts'
import { zonesOfPlaceName } from './places.ts'
import type { Token } from './tokens.ts'
import { type ZoneFound, zone } from './zone-offsets.ts'

const before = new Set(['heure', 'hora', 'ora', 'horario', 'waktu', 'heures', 'توقيت', 'بتوقيت'])

/** "Manila time", "heure de Paris", "hora de México", "hora local", "Lagos, Nigeria time". */
export function placeTimeAt(tokens: Token[], at: number): ZoneFound {
  const token = tokens[at]
  if (token?.kind !== 'word') return null
  if (isLocal(tokens, at)) {
    // "heure locale, Rabat", "local time in Nairobi"
    const place =
      isMark(tokens[at + 2], ',', ':', '(') || isWord(tokens[at + 2], 'in')
        ? longestPlace(tokens, at + 3)
        : null
    if (place) return place
  }
  if (isLocal(tokens, at)) return { part: zone('local', 'local', []), to: at + 2 }
  if (before.has(token.text)) return placeBehind(tokens, at + 1)
  if (!/^\p{Lu}/u.test(token.raw)) return null
  for (let to = at + 1; to < at + 6; to++) {
    const here = tokens[to]
    if (
      isWord(here, 'time', 'zeit') ||
      (isWord(here, 'local', 'standard') && isWord(tokens[to + 1], 'time'))
    ) {
      const words = tokens
        .slice(at, to)
        .map(token => token.raw)
        .join(' ')
      const end = isWord(here, 'time', 'zeit') ? to + 1 : to + 2
      return placeZone(words, end)
    }
    if (here?.kind !== 'word' && !isMark(here, '.', ',', '-', "'")) return null
    if (
      here?.kind === 'word' &&
      !/^\p{Lu}/u.test(here.raw) &&
      !isWord(here, 'de', 'of', 'da', 'local', 'standard')
    )
      return null
  }
  return null
}

function placeBehind(tokens: Token[], at: number): ZoneFound {
  let here = at
  if (isWord(tokens[here], 'local', 'locale', 'oficial', 'legal')) here++
  if (!isWord(tokens[here], 'de', 'd', 'du', 'des', 'do', 'da', 'del', 'di', 'en', 'a', 'in')) {
    return isWord(tokens[here - 1], 'waktu', 'توقيت', 'بتوقيت') ? longestPlace(tokens, here) : null
  }
  here++
  if (isMark(tokens[here], "'")) here++
  if (isWord(tokens[here], 'la', 'l')) here++
  if (isMark(tokens[here], "'")) here++
  return longestPlace(tokens, here)
}

/** The longest run of capitalised words from `at` that is a place. */
export function longestPlace(tokens: Token[], at: number): ZoneFound {
  let end = at
  while (end < at + 5) {
    const token = tokens[end]
    if (token?.kind !== 'word' || !(/^[^\p{Ll}]/u.test(token.raw) || isWord(token, 'de', 'of', 'la'))) break
    end++
  }
  for (let to = end; to > at; to--) {
    if (!/^[^\p{Ll}]/u.test(tokens[to - 1]?.raw ?? '')) continue
    const found = placeZone(
      tokens
        .slice(at, to)
        .map(token => token.raw)
        .join(' '),
      to,
    )
    if (found) return found
  }
  return null
}

function placeZone(words: string, to: number): ZoneFound {
  const zones = zonesOf(words)
  const [first, ...others] = zones
  if (!first) return null
  const choices = [{ zone: first }, ...others.slice(0, 3).map(zone => ({ zone, onlyHinted: true as const }))]
  return { part: zone(words, 'place', choices), to }
}

/** Newsletters name the same few places again and again. */
const knownPlaces = new Map<string, string[]>()

function zonesOf(words: string): string[] {
  const known = knownPlaces.get(words)
  if (known) return known
  if (knownPlaces.size > 4000) knownPlaces.clear()
  const zones = zonesOfPlaceName(words)
  knownPlaces.set(words, zones)
  return zones
}

function isLocal(tokens: Token[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]]
  return (
    (isWord(token, 'local') && isWord(next, 'time')) ||
    (isWord(token, 'hora', 'heure', 'ora') &&
      isWord(next, 'local', 'locale') &&
      !isWord(tokens[at + 2], 'de', 'en', 'a'))
  )
}
