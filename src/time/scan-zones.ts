import { isSeasonFree, isShortCountry, meaningsOf } from './abbreviations.ts'
import { easternAt } from './broadcast-hours.ts'
import { monthOf, relativeDayOf, weekdayOf } from './calendar-words.ts'
import { isCountryHour } from './country-hours.ts'
import { flagAt } from './flags.ts'
import { fold } from './fold.ts'
import { isGlued, isMark, isNumber, isWord, type ZoneChoice } from './part.ts'
import { placeTimeAt } from './place-zones.ts'
import type { Token } from './tokens.ts'
import { bareNames, firstWords, longestName, ownTimes, sayTime, zoneNames } from './zone-names.ts'
import { signedOffsetAt, universalAt, type ZoneFound, zone, zuluAt } from './zone-offsets.ts'

/** A zone said at token `at`: an abbreviation, an offset, a name, an IANA zone, a place with "time". */
export function zoneWordsAt(tokens: Token[], at: number, behindHour = true): ZoneFound {
  const token = tokens[at]
  if (!token || token.kind === 'line' || token.kind === 'skip') return null
  if (token.kind === 'number') return null
  if (token.kind === 'mark')
    return flagAt(tokens, at) ?? (behindHour ? (easternAt(tokens, at) ?? signedOffsetAt(tokens, at)) : null)
  return (
    universalAt(tokens, at) ??
    zuluAt(tokens, at) ??
    dottedAt(tokens, at) ??
    ianaAt(tokens, at) ??
    namedAt(tokens, at, behindHour) ??
    abbreviationAt(tokens, at, behindHour) ??
    placeTimeAt(tokens, at)
  )
}

/** Lower-case letters are believed only where they are no word of a language. */
const lowerCase = new Set(
  'utc gmt zulu est edt pst pdt cst cdt mst mdt cet cest mez mesz bst ist jst kst aest aedt acst awst eet eest msk sgt hkt wib wita sast wat cat eat nzst nzdt pkt npt pht akst hst мск'.split(
    ' ',
  ),
)

function abbreviationAt(tokens: Token[], at: number, behindHour: boolean): ZoneFound {
  const token = tokens[at]
  if (token?.kind !== 'word') return null
  const raw = token.raw
  if (raw.length < 2 || raw.length > 6) return null
  const capital = raw === raw.toUpperCase() && raw !== raw.toLowerCase()
  const country = isShortCountry(raw)
  if (country && !(behindHour && isCountryHour(tokens, at))) return null
  if (!capital && !country && !(behindHour && isBelieved(tokens, at))) return null
  if (raw.length === 2 && (!capital || !behindHour)) return null
  const aoe = token.text === 'aoe'
  const meanings = meaningsOf(country ? fold(raw) : raw)
  if (!meanings.length) return null
  if (/^(ISRAEL|KSA|UAE|THA|GET|ART|EAT|CAT|MET|RET|ACT|COT|PET|BOT)$/.test(raw) && !behindHour) return null
  if (raw === 'ET' && isNumber(tokens[at + 1])) return null
  // Quebec's "heure de l'Est", "heure avancée …"; elsewhere words.
  if (/^(?:HE|HA[ACPRT])$/.test(raw) && !(isMark(tokens[at - 1], '(') && isMark(tokens[at + 1], ')')))
    return null
  // "2:00–3:30 p.m. AT", not "2 PM AT THE HALL", nor "090000 START-AT"
  if (raw === 'AT' && !isAtlantic(tokens, at)) return null
  // "7pm SA time", of South Africa or of South Australia.
  if (raw === 'SA' && !isWord(tokens[at + 1], 'time')) return null
  // "14 heures TU", not "14:00, TU Berlin".
  if (raw === 'TU' && /^\p{Lu}\p{Ll}/u.test(tokens[at + 1]?.raw ?? '')) return null
  const free = isSeasonFree(raw) || country || aoe
  const choices = meanings.map(meaning => ({
    zone: meaning.zone,
    ...(free ? {} : { literal: meaning.offsetMinutes }),
    ...(meaning.onlyHinted ? { onlyHinted: true as const } : {}),
  }))
  const to = isWord(tokens[at + 1], 'time') ? at + 2 : at + 1
  const fromMoscow = raw.toLowerCase() === 'мск' ? moscowAt(tokens, at) : null
  if (fromMoscow) return fromMoscow
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

function isAtlantic(tokens: Token[], at: number): boolean {
  const isBehindHalf = isWord(tokens[at - 1], 'am', 'pm', 'm') || isMark(tokens[at - 1], '.', '(')
  return isBehindHalf && (tokens[at + 1]?.kind !== 'word' || isWord(tokens[at + 1], 'time'))
}

/** "МСК+4": Russia counts its zones from Moscow's. */
function moscowAt(tokens: Token[], at: number): ZoneFound {
  const [sign, figure, behind] = [tokens[at + 1], tokens[at + 2], tokens[at + 3]]
  if (!isMark(sign, '+', '-') || !isGlued(sign) || !isNumber(figure, 1) || !isGlued(figure)) return null
  if (isMark(behind, ':') && isGlued(behind)) return null
  const hours = 3 + (sign?.text === '-' ? -1 : 1) * Number(figure.text)
  const offset = `${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}:00`
  return { part: zone(`МСК${sign?.text}${figure.text}`, 'offset', [{ zone: offset }]), to: at + 3 }
}

/** "C.E.T.", "G.M.T". */
function dottedAt(tokens: Token[], at: number): ZoneFound {
  if (tokens[at]?.raw.length !== 1) return null
  let letters = ''
  let here = at
  while (
    /^[A-Z]$/.test(tokens[here]?.raw ?? '') &&
    (here === at || isGlued(tokens[here])) &&
    letters.length < 5
  ) {
    letters += tokens[here]?.raw
    here++
    if (isMark(tokens[here], '.') && isGlued(tokens[here])) here++
    else break
  }
  if (letters.length < 3) return null
  const [first, ...others] = meaningsOf(letters)
  if (letters === 'UTC' || letters === 'GMT')
    return { part: zone(letters, 'abbreviation', [{ zone: 'UTC', literal: 0 }]), to: here }
  if (!first) return null
  const choices = [first, ...others].map(meaning => ({
    zone: meaning.zone,
    literal: meaning.offsetMinutes,
    ...(meaning.onlyHinted ? { onlyHinted: true as const } : {}),
  }))
  return { part: zone(letters, 'abbreviation', choices), to: here }
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

const seasons = new Map<string, 'standard' | 'summer'>(
  Object.entries({
    standard: 'standard',
    winter: 'standard',
    daylight: 'summer',
    summer: 'summer',
    sommerzeit: 'summer',
  }),
)

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
    const found = zoneNames.get(name)
    if (!found) continue
    const named = nameEnd(tokens, ends[length - 1] ?? at + 1, name)
    const capital = /^\p{Lu}/u.test(tokens[at]?.raw ?? '') || !/^[a-z]/.test(name)
    const alone =
      bareNames.has(name) &&
      behindHour &&
      (capital || /central|eastern/.test(name)) &&
      !isNamedAfter(tokens[ends[length - 1] ?? at + 1])
    if (!named.time && !named.season && !sayTime.test(name) && !ownTimes.has(name) && !alone) continue
    return { part: zone(name, 'name', [choiceOf(found, named.season)]), to: named.to }
  }
  return null
}

/** "3pm Central Library", "7 pm Pacific Hall": what follows makes it the name of a house. */
function isNamedAfter(next: Token | undefined): boolean {
  if (next?.kind !== 'word' || !next.spaced || !/^\p{Lu}\p{Ll}{2}/u.test(next.raw)) return false
  return !(monthOf(next.text) ?? weekdayOf(next.text) ?? relativeDayOf(next.text))
}

function nameEnd(tokens: Token[], at: number, name: string) {
  let to = at
  const word = tokens[to]?.kind === 'word' ? (tokens[to]?.text ?? '') : ''
  const season = seasons.get(word)
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
