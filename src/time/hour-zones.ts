import { beltIn, zoneOfBelt } from './belts.ts'
import { isMark, isWord, type Part, type ZoneWords } from './part.ts'
import type { SaidClock } from './said.ts'
import type { Token } from './tokens.ts'

/** "Central Time (Mexico)", "Mountain Time, Arizona": the place tells which clocks of that belt are meant. */
export function withinBelt([belt, ...others]: ZoneWords[], place: ZoneWords): ZoneWords[] | null {
  if (belt?.sort !== 'name' || others.length || place.sort !== 'place') return null
  const zone = zoneOfBelt(belt.said, place.said)
  return zone === null
    ? null
    : [{ ...belt, said: `${belt.said} (${place.said})`, choices: [{ ...belt.choices[0], zone }] }]
}

/** "Eastern (Brazil)": a place that does not have that belt of time speaks against it. */
export function isOfOtherBelt({ zones: [belt, ...others], to }: SaidClock, place: Part): boolean {
  return belt?.sort === 'name' && !others.length && beltIn(belt.said) !== null && place.from - to <= 1
}

export function leadsHour(
  tokens: Token[],
  place: ZoneWords & Part,
  last: SaidClock,
  behind: Part[],
): boolean {
  const [next, own] = behind[0]?.kind === 'date' ? behind.slice(1) : behind
  if (behind[0]?.kind === 'date' && next?.kind === 'clock') return isLedByPlace(last, place, tokens)
  const named = place.sort === 'place' || /\p{Script=Han}/u.test(place.said)
  if (!named || next?.kind !== 'clock' || next.from - place.to > 1) return false
  // "18 h, heure de Dakar (20 h à Paris)": the bracket opens behind the hour and its place.
  if (isMark(tokens[place.to], '(', '[')) return false
  if (hasOwnZone(next, own)) return false
  return place.from > last.to && isMark(tokens[place.from - 1], ',', ';', '/', '|', '-', '=', ':')
}

/** A zone stands right behind the hour; behind a sign a place leads the next one. */
function hasOwnZone(hour: Part, own: Part | undefined): boolean {
  const gap = own ? own.from - hour.to : 9
  return own?.kind === 'zone' && (gap === 0 || (gap === 1 && own.sort !== 'place'))
}

/** "13–14.30 (CET 12–13.30)": it leads the hour within its bracket. */
export function opensBracket(tokens: Token[], { from, to }: Part, [next, own]: Part[]): boolean {
  return (
    isMark(tokens[from - 1], '(') && next?.kind === 'clock' && next.from - to <= 1 && !hasOwnZone(next, own)
  )
}

/** "London 9am Nairobi 12pm Tokyo 6pm": where a place led the hour before, the next one leads its own. */
export function isOfRow(place: ZoneWords & Part, [next, own]: Part[]): boolean {
  const hasOwn = own?.kind === 'zone' && own.sort !== 'place' && own.from - (next?.to ?? 0) <= 1
  return place.sort === 'place' && next?.kind === 'clock' && next.from - place.to <= 1 && !hasOwn
}

/** "New York: 9 December 20:00 / Beijing: 10 December 09:00": a place led the first hour too. */
function isLedByPlace(last: SaidClock, place: Part, tokens: Token[]): boolean {
  const own = last.zones[0]
  return (
    own !== undefined &&
    own.sort !== 'abbreviation' &&
    last.to < place.from &&
    isMark(tokens[place.from - 1], '/', ';', '|', '=')
  )
}

/** "18:00 czasu warszawskiego (17:00 w Londynie)": the same for a place that is not understood. */
export function isElsewhere(tokens: Token[], { from, to }: Part): boolean {
  const isPlaced = isWord(
    tokens[to],
    'w',
    'we',
    'v',
    've',
    'in',
    'en',
    'em',
    'a',
    'i',
    'u',
    'στο',
    'στη',
    'στην',
  )
  const isName = /^\p{Lu}/u.test(tokens[to + 1]?.raw ?? '')
  return isMark(tokens[from - 1], '(') && isPlaced && isName && isMark(tokens[to + 2], ')')
}
