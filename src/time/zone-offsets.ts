import { meaningsOf } from './abbreviations.ts'
import { type Found, isGlued, isMark, isNumber, isWord, type ZoneChoice, type ZoneWords } from './part.ts'
import type { Token } from './tokens.ts'

export type ZoneFound = Found<{ kind: 'zone' } & ZoneWords>

export function zone(
  said: string,
  sort: ZoneWords['sort'],
  choices: ZoneChoice[],
): { kind: 'zone' } & ZoneWords {
  return { kind: 'zone', said, sort, choices }
}

/** "UTC", "GMT+5:30", "UTC/GMT -7 hours", "UTC−3". */
export function universalAt(tokens: Token[], at: number): ZoneFound {
  if (isWord(tokens[at], ...greenwich)) {
    const offset = offsetAt(tokens, at + 1)
    return offset && { part: zone(`UTC${offset.text}`, 'offset', [{ zone: offset.text }]), to: offset.to }
  }
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

/** Before an offset: "غرينتش+3", "Гринвич +3". */
const greenwich = ['غرينتش', 'غرينيتش', 'جرينتش', 'гринвич', 'гринвичу', 'گرینویچ']

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
export function signedOffsetAt(tokens: Token[], at: number): ZoneFound {
  const sign = tokens[at]
  const figure = tokens[at + 1]
  if (!isMark(sign, '+', '-') || !isGlued(figure) || !isNumber(figure)) return null
  const colon = isMark(tokens[at + 2], ':') && isGlued(tokens[at + 2])
  const iso =
    isGlued(sign) &&
    areGlued(tokens, at - 4, at) &&
    isMark(tokens[at - 2], ':') &&
    isMark(tokens[at - 4], ':')
  const iso8601 = isGlued(sign) && isWord(tokens[at - 4], 't')
  // "13:00:00 -0500" (RFC 5322)
  const mail = sign?.spaced && figure.raw.length === 4 && /^(?:0|1[0-4])/.test(figure.raw)
  if (isMark(sign, '-') && !iso && !iso8601 && !mail) return null
  // "7:30 PM +03"
  const short = sign?.spaced && /^(?:0\d|1[0-4])$/.test(figure.raw)
  if (isMark(sign, '+') && !(colon || short || figure.raw.length === 4 || isMark(tokens[at - 1], '(')))
    return null
  const offset = offsetAt(tokens, at)
  return offset && { part: zone(offset.text, 'offset', [{ zone: offset.text }]), to: offset.to }
}

/** "10:00:00": every token from … to stands right behind the one before, and figures stand between the signs. */
function areGlued(tokens: Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!isGlued(tokens[at])) return false
  return isNumber(tokens[from - 1]) && isNumber(tokens[from + 1]) && isNumber(tokens[to - 1])
}

export function zuluAt(tokens: Token[], at: number): ZoneFound {
  if (tokens[at]?.raw !== 'Z' || !isGlued(tokens[at]) || !isNumber(tokens[at - 1])) return null
  return { part: zone('Z', 'offset', [{ zone: 'UTC' }]), to: at + 1 }
}
