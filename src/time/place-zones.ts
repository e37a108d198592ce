import { zoneOfExonym } from './exonyms.ts'
import { fold } from './fold.ts'
import { homeTimeAt } from './home-times.ts'
import { localTimeAt } from './local-words.ts'
import { rivalsInCountry, rivalsOf } from './many-zones.ts'
import { isMark, isWord } from './part.ts'
import { countryOfPeople } from './people.ts'
import { zonesOfCountry, zonesOfPlaceName } from './places.ts'
import type { Token } from './tokens.ts'
import { type ZoneFound, zone } from './zone-offsets.ts'

const before = new Set(
  'heure heures hora horario ora orario waktu oras saat ortszeit lokalzeit gio ωρα время времени час часом часу توقيت بتوقيت'.split(
    ' ',
  ),
)
const behind = [
  'time',
  'zeit',
  'saati',
  'saatiyle',
  'tid',
  'ortszeit',
  'ido',
  'laiku',
  'laiks',
  'laika',
  'aeg',
  'aikaa',
]

/** "Manila time", "heure de Paris", "hora de México", "hora local", "Lagos, Nigeria time". */
export function placeTimeAt(tokens: Token[], at: number): ZoneFound {
  const token = tokens[at]
  if (token?.kind !== 'word') return null
  const local = localTimeAt(tokens, at)
  if (local?.isEverywhere) return { part: zone('local', 'floating', []), to: local.to }
  if (local) {
    // "heure locale, Rabat", "local time in Nairobi"
    const isBeside = isMark(tokens[local.to], ',', ':', '(') || isWord(tokens[local.to], 'in', 'en')
    const place = longestPlace(tokens, isBeside ? local.to + 1 : local.to)
    return place ?? { part: zone('local', 'local', []), to: local.to }
  }
  if (before.has(token.text)) {
    const place = placeBehind(tokens, at + 1)
    if (place) return place
  }
  const people = peopleTimeAt(tokens, at)
  if (people) return people
  const home = homeTimeAt(tokens, at)
  if (home) return home
  const foreign = slavicAt(tokens, at) ?? eastAsianAt(tokens, at) ?? southAsianAt(tokens, at)
  if (foreign) return foreign
  if (!/^\p{Lu}/u.test(token.raw)) return null
  for (let to = at + 1; to < at + 6; to++) {
    const here = tokens[to]
    if (isWord(here, ...behind) || (isWord(here, 'local', 'standard') && isWord(tokens[to + 1], 'time'))) {
      const words = tokens
        .slice(at, to)
        .map(token => token.raw)
        .join(' ')
      const end = isWord(here, ...behind) ? to + 1 : to + 2
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

const peopleBefore = new Set('tempo temps tiempo czas czasu orario'.split(' '))
const peopleBehind = ['time', 'tid', 'tijd', 'zeit', 'casu', 'cas', 'aikaa', 'временем', 'времени', 'часом']

/** "hora peruana", "tempo italiano", "heure locale française", "czasu polskiego", "Nederlandse tijd", "по польскому времени". */
function peopleTimeAt(tokens: Token[], at: number): ZoneFound {
  const text = tokens[at]?.text ?? ''
  const leads = before.has(text) || peopleBefore.has(text)
  const local = isWord(tokens[at + 1], 'local', 'locale', 'oficial', 'legal') ? at + 2 : at + 1
  if (leads) return peopleZone(tokens[local], local + 1)
  const first = isWord(tokens[at], 'по', 'за') ? at + 1 : at
  return isWord(tokens[first + 1], ...peopleBehind) ? peopleZone(tokens[first], first + 2) : null
}

function peopleZone(people: Token | undefined, to: number): ZoneFound {
  const code = people?.kind === 'word' ? countryOfPeople(people.raw) : null
  const first = code ? zonesOfCountry(code)[0] : undefined
  if (!code || !first || !people) return null
  const choices = [first, ...rivalsInCountry(code)].map(zone => ({ zone }))
  return { part: zone(people.raw, 'place', choices), to }
}

/** "9:00 hs. de Uruguay": a place behind the sign of an hour. */
export function placeOfHourAt(tokens: Token[], at: number): ZoneFound {
  const sign = isMark(tokens[at - 1], '.') ? at - 2 : at - 1
  return isWord(tokens[at], 'de', 'del', 'do', 'da') &&
    isWord(tokens[sign], 'hs', 'hrs', 'h', 'horas', 'hora', 'heures')
    ? longestPlace(tokens, at + 1)
    : null
}

/** "20:00 hrs, Abuja, Nigeria, 30 July": a place and where its country ends. */
export function placeWithCountry(tokens: Token[], at: number): ZoneFound {
  const place = longestPlace(tokens, at)
  if (!place || !isMark(tokens[place.to], ',')) return place
  const country = longestPlace(tokens, place.to + 1)
  if (!country) return place
  return placeZone(`${place.part.said}, ${country.part.said}`, country.to) ?? place
}

function placeBehind(tokens: Token[], at: number): ZoneFound {
  let here = at
  if (isWord(tokens[here], 'local', 'locale', 'oficial', 'legal')) here++
  if (!isWord(tokens[here], 'de', 'd', 'du', 'des', 'do', 'da', 'del', 'di', 'en', 'a', 'in', 'sa', 'ng')) {
    if (isMark(tokens[here], '(', ':')) here++
    return longestPlace(tokens, here)
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
  while (end < at + 6 && isOfPlace(tokens, end, at)) end++
  for (let to = end; to > at; to--) {
    const last = tokens[to - 1]
    if (last?.kind !== 'word' || !/^[^\p{Ll}]/u.test(last.raw)) continue
    const words = tokens.slice(at, to).map((token, index) => (index && token.spaced ? ' ' : '') + token.raw)
    const found = placeZone(words.join(''), to)
    if (found) return found
  }
  return null
}

/** A capitalised word, a small one between, the sign within "N'Djamena" and "Port-au-Prince". */
function isOfPlace(tokens: Token[], at: number, first: number): boolean {
  const token = tokens[at]
  if (isMark(token, "'", '-')) return at > first && !token?.spaced && tokens[at + 1]?.spaced === false
  if (token?.kind !== 'word') return false
  return /^[^\p{Ll}]/u.test(token.raw) || isWord(token, ...smallWords)
}

const smallWords = ['de', 'of', 'la', 'es', 'do', 'da', 'del', 'di', 'au']

/** "по Астане", "по киевскому времени", "за Києвом". */
function slavicAt(tokens: Token[], at: number): ZoneFound {
  if (isWord(tokens[at], 'время', 'час') && /(?:ское|ський|цкое)$/u.test(tokens[at + 1]?.raw ?? '')) {
    const known = zoneOfExonym(tokens[at + 1]?.raw ?? '')
    return known ? { part: zone(tokens[at + 1]?.raw ?? '', 'place', [{ zone: known }]), to: at + 2 } : null
  }
  if (!isWord(tokens[at], 'по', 'за')) return null
  const here = isWord(tokens[at + 1], 'времени', 'часом') ? at + 2 : at + 1
  const word = tokens[here]
  if (word?.kind !== 'word') return null
  const adjective = isWord(tokens[here + 1], 'времени', 'часом')
  if (!adjective && !/^\p{Lu}/u.test(word.raw)) return null
  const known = zoneOfExonym(word.raw)
  if (!known) return null
  return { part: zone(word.raw, 'place', [{ zone: known }]), to: adjective ? here + 2 : here + 1 }
}

/** "曼谷时间", "日本時間", "한국시간". */
function eastAsianAt(tokens: Token[], at: number): ZoneFound {
  const raw = tokens[at]?.raw ?? ''
  if (raw.charCodeAt(0) < 0x1100) return null
  if (!/^[\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}]/u.test(raw)) return null
  // "한국 표준시"
  if (isWord(tokens[at + 1], '표준시')) return placeZone(raw, at + 2)
  if (/.표준시$/.test(raw)) return placeZone(raw.slice(0, -3), at + 1)
  if (/시간$/.test(raw) || isWord(tokens[at + 1], '시간')) {
    const glued = /시간$/.test(raw)
    return placeZone(glued ? raw.slice(0, -2) : raw, glued ? at + 1 : at + 2)
  }
  let words = raw
  for (let to = at + 1; to < at + 9; to++) {
    const token = tokens[to]
    if (isWord(token, '时', '時') && isWord(tokens[to + 1], '间', '間')) return placeZone(bare(words), to + 2)
    // Japanese "日本標準時"
    if (isWord(token, '時', '时') && /標準$/.test(words)) return placeZone(bare(words), to + 1)
    if (token?.kind !== 'word' || token.spaced) return null
    words += token.raw
  }
  return null
}

/** "中国标准", "日本標準", "中國香港特別行政區": the place alone. */
function bare(words: string): string {
  return words
    .replace(/(?:标准|標準|当地|當地|特別行政區|特别行政区)$/, '')
    .replace(/^中[国國](?=香港|澳|台|臺)/, '')
}

/** "বাংলাদেশ সময়", "पाकिस्तान समय", "پاکستان وقت": scripts that know no capitals. */
function southAsianAt(tokens: Token[], at: number): ZoneFound {
  const token = tokens[at]
  // Without their vowels short words of these scripts are many a country.
  if (
    !isWord(tokens[at + 1], ...southAsianTime) ||
    !token ||
    token.text.length < 4 ||
    /^[\p{Lu}\p{Ll}]/u.test(token.raw)
  )
    return null
  return placeZone(token.raw, at + 2)
}

const southAsianTime = ['সময়', 'समय', 'وقت', 'நேரம்', 'సమయం'].map(word => fold(word).normalize('NFC'))

function placeZone(words: string, to: number): ZoneFound {
  const zones = zonesOf(words)
  const [first, ...others] = zones
  if (!first) return null
  const rivals = rivalsOf(words, zones)
  const choices = [
    { zone: first },
    ...rivals.map(zone => ({ zone })),
    ...others
      .filter(zone => !rivals.includes(zone))
      .slice(0, 3)
      .map(zone => ({ zone, onlyHinted: true as const })),
  ]
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
