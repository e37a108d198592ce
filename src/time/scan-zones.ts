import { isSeasonFree, meaningsOf } from './abbreviations.ts'
import { type Found, isGlued, isMark, isNumber, isWord, type ZoneChoice, type ZoneWords } from './part.ts'
import { zonesOfPlaceName } from './places.ts'
import type { Token } from './tokens.ts'
import { bareNames, firstWords, longestName, sayTime, zoneNames } from './zone-names.ts'

type ZoneFound = Found<{ kind: 'zone' } & ZoneWords>

/** A zone said at token `at`: an abbreviation, an offset, a name, an IANA zone, a place with "time". */
export function zoneWordsAt(tokens: Token[], at: number, behindHour = true): ZoneFound {
  const token = tokens[at]
  if (!token || token.kind === 'line' || token.kind === 'skip') return null
  if (token.kind === 'number') return null
  if (token.kind === 'mark') return behindHour ? signedOffsetAt(tokens, at) : null
  return (
    universalAt(tokens, at) ??
    zuluAt(tokens, at) ??
    ianaAt(tokens, at) ??
    namedAt(tokens, at, behindHour) ??
    abbreviationAt(tokens, at, behindHour) ??
    placeTimeAt(tokens, at)
  )
}

function zone(said: string, sort: ZoneWords['sort'], choices: ZoneChoice[]): { kind: 'zone' } & ZoneWords {
  return { kind: 'zone', said, sort, choices }
}

/** "UTC", "GMT+5:30", "UTC/GMT -7 hours", "UTC−3". */
function universalAt(tokens: Token[], at: number): ZoneFound {
  if (!isWord(tokens[at], 'utc', 'gmt', 'tu', 'cut')) return null
  if (isWord(tokens[at], 'tu', 'cut') && tokens[at]?.raw !== 'TU') return null
  let to = at + 1
  if (isMark(tokens[to], '/') && isWord(tokens[to + 1], 'utc', 'gmt')) to += 2
  const time = isWord(tokens[to], 'time') ? to + 1 : to
  const offset = offsetAt(tokens, time)
  if (offset) {
    const said = `UTC${offset.text}`
    return { part: zone(said, 'offset', [{ zone: offset.text }]), to: offset.to }
  }
  if (isMark(tokens[to], '(') && isMark(tokens[to + 1], '+', '-')) {
    const inside = offsetAt(tokens, to + 1)
    if (inside && isMark(tokens[inside.to], ')')) {
      return { part: zone(`UTC${inside.text}`, 'offset', [{ zone: inside.text }]), to: inside.to + 1 }
    }
  }
  return {
    part: zone(tokens[at]?.raw.toUpperCase() ?? 'UTC', 'abbreviation', [{ zone: 'UTC', literal: 0 }]),
    to: time,
  }
}

/** "+8", "-03:00", "+0530", "- 7 hours"; a dash before another hour is a range and no offset. */
function offsetAt(tokens: Token[], at: number): { text: string; to: number } | null {
  const sign = tokens[at]
  const figure = tokens[at + 1]
  if (!isMark(sign, '+', '-', '±') || figure?.kind !== 'number' || figure.raw.length > 4) return null
  const spacedDash = isMark(sign, '-') && sign?.spaced && figure.spaced
  const long = figure.raw.length > 2
  let hours = Number(long ? figure.text.slice(0, -2) : figure.text)
  let minutes = Number(long ? figure.text.slice(-2) : 0)
  let to = at + 2
  const point = tokens[to]
  const more = tokens[to + 1]
  if (!long && isMark(point, ':', '.') && isGlued(point) && isNumber(more, 2) && isGlued(more)) {
    if (isMark(sign, '-') && (spacedDash || zoneOrHalf(tokens, to + 2))) return null
    minutes = Number(more.text)
    to += 2
    if (isMark(point, '.') && minutes === 50) minutes = 30
  } else if (
    isMark(point, '.') &&
    isGlued(point) &&
    isNumber(more, 1) &&
    isGlued(more) &&
    more.text === '5'
  ) {
    minutes = 30
    to += 2
  } else if (isMark(sign, '-') && zoneOrHalf(tokens, to)) return null
  if (isMark(sign, '-') && isWord(tokens[to], 'h') && isGlued(tokens[to]) && isNumber(tokens[to + 1], 2))
    return null
  if (isWord(tokens[to], 'hours', 'hour', 'hrs', 'h', 'heures', 'horas')) to++
  if (hours > 14 || minutes > 59) return null
  if (hours === 0 && minutes === 0) return { text: 'UTC', to }
  hours = Math.trunc(hours)
  const text = `${sign?.text === '-' ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
  return { text, to }
}

/** "UTC-3pm", "UTC–12:00 UTC": the figure behind the dash is an hour. */
function zoneOrHalf(tokens: Token[], at: number): boolean {
  const token = tokens[at]
  if (isWord(token, 'am', 'pm', 'utc', 'gmt') || (isWord(token, 'a', 'p') && isMark(tokens[at + 1], '.')))
    return true
  return token?.kind === 'word' && /^[A-Z]{2,5}$/.test(token.raw) && meaningsOf(token.raw).length > 0
}

/** "+01:00", "(+0530)" right behind an hour; "-05:00" only behind seconds, else it is a range. */
function signedOffsetAt(tokens: Token[], at: number): ZoneFound {
  const sign = tokens[at]
  const figure = tokens[at + 1]
  if (!isMark(sign, '+', '-') || !isGlued(figure) || !isNumber(figure)) return null
  const colon = isMark(tokens[at + 2], ':') && isGlued(tokens[at + 2])
  const iso = isGlued(sign) && isMark(tokens[at - 2], ':') && isMark(tokens[at - 4], ':')
  const iso8601 = isGlued(sign) && isWord(tokens[at - 4], 't')
  if (isMark(sign, '-') && !iso && !iso8601) return null
  if (isMark(sign, '+') && !(colon || figure.raw.length === 4 || isMark(tokens[at - 1], '('))) return null
  const offset = offsetAt(tokens, at)
  return offset && { part: zone(offset.text, 'offset', [{ zone: offset.text }]), to: offset.to }
}

function zuluAt(tokens: Token[], at: number): ZoneFound {
  if (tokens[at]?.raw !== 'Z' || !isGlued(tokens[at]) || !isNumber(tokens[at - 1])) return null
  return { part: zone('Z', 'offset', [{ zone: 'UTC' }]), to: at + 1 }
}

/** Lower-case letters are believed only where they are no word of a language. */
const lowerCase = new Set(
  'utc gmt est edt pst pdt cst cdt mst mdt cet cest mez mesz bst ist jst kst aest aedt acst awst eet eest msk sgt hkt wib wita sast wat cat eat nzst nzdt pkt npt pht akst hst мск'.split(
    ' ',
  ),
)

function abbreviationAt(tokens: Token[], at: number, behindHour: boolean): ZoneFound {
  const token = tokens[at]
  if (token?.kind !== 'word') return null
  const raw = token.raw
  if (raw.length < 2 || raw.length > 6) return null
  const capital = raw === raw.toUpperCase() && raw !== raw.toLowerCase()
  if (!capital && !(behindHour && isBelieved(tokens, at))) return null
  if (raw.length === 2 && (!capital || !behindHour)) return null
  const aoe = token.text === 'aoe'
  const meanings = meaningsOf(raw)
  if (!meanings.length) return null
  if (/^(ISRAEL|KSA|UAE|THA|GET|ART|EAT|CAT|MET|RET|ACT|COT|PET|BOT)$/.test(raw) && !behindHour) return null
  if (raw === 'ET' && isNumber(tokens[at + 1])) return null
  const free = isSeasonFree(raw) || aoe
  const choices = meanings.map(meaning => ({
    zone: meaning.zone,
    ...(free ? {} : { literal: meaning.offsetMinutes }),
    ...(meaning.onlyHinted ? { onlyHinted: true as const } : {}),
  }))
  const to = isWord(tokens[at + 1], 'time') ? at + 2 : at + 1
  // "CET/CEST", "EST/EDT": whichever is in force.
  const other =
    isMark(tokens[to], '/') || isWord(tokens[to], 'or') ? meaningsOf(tokens[to + 1]?.raw ?? '') : []
  const first = meanings[0]
  if (first && other[0] && other[0].zone === first.zone && other[0].summer !== first.summer) {
    return { part: zone(`${raw}/${tokens[to + 1]?.raw}`, 'name', [{ zone: first.zone }]), to: to + 2 }
  }
  if (raw === 'GMT' || raw === 'UTC') return null
  return { part: zone(raw.toUpperCase(), free ? 'name' : 'abbreviation', choices), to }
}

function isBelieved(tokens: Token[], at: number): boolean {
  const token = tokens[at]
  const text = token?.text ?? ''
  if (text === 'aoe') return true
  if (!lowerCase.has(text)) return false
  if (!/^(est|ist|cat|eat|wat|hst|eet|mst|pht)$/.test(text)) return true
  return (
    isWord(tokens[at - 1], 'am', 'pm', 'm') || isMark(tokens[at - 1], '.', '(') || isMark(tokens[at - 2], ':')
  )
}

/** "Europe/Berlin", "America/Argentina/Buenos_Aires". */
function ianaAt(tokens: Token[], at: number): ZoneFound {
  if (!isMark(tokens[at + 1], '/') || !isGlued(tokens[at + 1])) return null
  if (
    !/^(africa|america|antarctica|asia|atlantic|australia|europe|indian|pacific|etc)$/.test(
      tokens[at]?.text ?? '',
    )
  )
    return null
  let name = tokens[at]?.raw ?? ''
  let to = at + 1
  for (let count = 0; count < 8; count++) {
    const sign = tokens[to]
    const word = tokens[to + 1]
    if (word?.kind !== 'word' || !isGlued(word)) break
    if (isMark(sign, '/') && isGlued(sign)) name += `/${word.raw}`
    else break
    to += 2
    while (tokens[to]?.kind === 'word' && tokens[to]?.index === (tokens[to - 1]?.end ?? 0) + 1) {
      name += `_${tokens[to]?.raw}`
      to++
    }
  }
  for (
    let here = name;
    here.includes('/');
    here = here.slice(0, Math.max(here.lastIndexOf('_'), here.lastIndexOf('/')))
  ) {
    const known = ianaZone(here)
    if (known)
      return {
        part: zone(here, 'name', [{ zone: known }]),
        to: to - (name.split('_').length - here.split('_').length),
      }
  }
  return null
}

function ianaZone(name: string): string | null {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone && name
  } catch {
    return null
  }
}

const seasons: Record<string, 'standard' | 'summer'> = {
  standard: 'standard',
  winter: 'standard',
  daylight: 'summer',
  summer: 'summer',
  sommerzeit: 'summer',
}
const timeWords = [
  'time',
  'times',
  'zeit',
  'heure',
  'hora',
  'timezone',
  'tid',
  'tijd',
  'временю',
  'времени',
  'время',
  'uhrzeit',
]

function namedAt(tokens: Token[], at: number, behindHour: boolean): ZoneFound {
  if (!firstWords.has(tokens[at]?.text ?? '')) return null
  const words: string[] = []
  const ends: number[] = []
  for (let here = at; words.length < longestName && here < at + longestName * 2; here++) {
    const token = tokens[here]
    if (isMark(token, '.', "'", '-', '/', '(', ')') && words.length) continue
    if (token?.kind !== 'word') break
    words.push(token.text === 'توقيت' ? 'بتوقيت' : token.text)
    ends.push(here + 1)
  }
  for (let length = words.length; length > 0; length--) {
    const name = words.slice(0, length).join(' ')
    const found = zoneNames[name]
    if (!found) continue
    const named = nameEnd(tokens, ends[length - 1] ?? at + 1, name)
    const capital = /^\p{Lu}/u.test(tokens[at]?.raw ?? '') || !/^[a-z]/.test(name)
    const alone = bareNames.has(name) && behindHour && (capital || /central|eastern/.test(name))
    if (!named.time && !named.season && !sayTime.test(name) && !alone) continue
    return { part: zone(name, 'name', [choiceOf(found, named.season)]), to: named.to }
  }
  return null
}

function nameEnd(tokens: Token[], at: number, name: string) {
  let to = at
  const word = tokens[to]?.kind === 'word' ? (tokens[to]?.text ?? '') : ''
  const season = seasons[word]
  if (season) to++
  let time = word === 'sommerzeit'
  if (isWord(tokens[to], ...timeWords)) {
    to++
    time = true
  } else if (/^[^a-z]/.test(name) && (isWord(tokens[to], '时', '時') || isWord(tokens[to], '시간'))) {
    to += isWord(tokens[to + 1], '间', '間') ? 2 : 1
    time = true
  }
  if (time && isWord(tokens[to], 'zone')) to++
  return { to, season, time }
}

/** What a season in the name says literally is the zone's own offset in that season. */
function choiceOf(name: string, season: 'standard' | 'summer' | undefined): ZoneChoice {
  if (!season || name === 'UTC' || name.startsWith('-')) return { zone: name }
  const offsets = [1, 7].map(
    month =>
      Temporal.PlainDate.from({ year: 2022, month, day: 1 }).toZonedDateTime(name).offsetNanoseconds / 6e10,
  )
  return { zone: name, literal: season === 'standard' ? Math.min(...offsets) : Math.max(...offsets) }
}

const before = new Set(['heure', 'hora', 'ora', 'horario', 'waktu', 'heures', 'توقيت', 'بتوقيت'])

/** "Manila time", "heure de Paris", "hora de México", "hora local", "Lagos, Nigeria time". */
function placeTimeAt(tokens: Token[], at: number): ZoneFound {
  const token = tokens[at]
  if (token?.kind !== 'word') return null
  if (isLocal(tokens, at)) {
    // "heure locale, Rabat", "local time in Nairobi"
    const place =
      isMark(tokens[at + 2], ',', ':', '(') || isWord(tokens[at + 2], 'in') ? longestPlace(tokens, at + 3) : null
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
