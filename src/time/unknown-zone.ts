import { meaningsOf } from './abbreviations.ts'
import { monthOf, weekdayOf } from './calendar-words.ts'
import { tellsHome } from './home-times.ts'
import { isMark, isWord } from './part.ts'
import type { Token } from './tokens.ts'

/** Words right behind an hour (token `at`) that stand where a zone stands and name none we know: "15:00 QQT", "(Xyzburg time)". */
export function unknownZoneAt(tokens: Token[], at: number): string | null {
  const open = isMark(tokens[at], '(')
  const isApart = isMark(tokens[at], ',') && isWord(tokens[at + 1], ...timeBefore)
  const from = open || isApart ? at + 1 : at
  const token = tokens[from]
  if (token?.kind !== 'word' || (!token.spaced && !open)) return null
  const to = wordsEnd(tokens, from)
  const words = tokens.slice(from, to).map(word => word.raw)
  const ends = open ? isMark(tokens[to], ')') : endsThere(tokens, to)
  if (to > from + 1 && to <= from + 4 && saysTime(tokens[to - 1], tokens[from])) return words.join(' ')
  if (!ends || to !== from + 1) return null
  return looksLikeZone(token.raw, open) ? token.raw : null
}

function wordsEnd(tokens: Token[], from: number): number {
  let to = from
  while (tokens[to]?.kind === 'word' && to < from + 5) to++
  return to
}

/** "Xyzburg time", "heure Xyzburg", "Xyzburger Zeit". */
function saysTime(last: Token | undefined, first: Token | undefined): boolean {
  const named = /^\p{Lu}/u.test(first?.raw ?? '')
  if (tellsHome(first, last)) return true
  if (isWord(last, ...timeBehind)) return named
  return isWord(first, ...timeBefore) && /^\p{Lu}/u.test(last?.raw ?? '')
}

const timeBehind = 'time zeit saati ortszeit tid tijd aikaa laiku aeg ido'.split(' ')
const timeBefore = 'heure hora horario ora orario tempo ωρα waktu oras время час czas czasu توقيت'.split(' ')

function looksLikeZone(raw: string, open: boolean): boolean {
  if (noZone.has(raw.toLowerCase()) || meaningsOf(raw).length) return false
  if (/^[A-Z]{2,5}$/.test(raw)) return raw.endsWith('T') && raw.length > 2
  const name = open && /^\p{Lu}\p{Ll}{3,}$/u.test(raw)
  return name && !monthOf(raw.toLowerCase()) && !weekdayOf(raw.toLowerCase())
}

function endsThere(tokens: Token[], at: number): boolean {
  const token = tokens[at]
  return (
    !token ||
    token.kind === 'line' ||
    token.kind === 'number' ||
    isMark(token, ',', ';', ')', '/', '|', '-', '.')
  )
}

const noZone = new Set(
  'zoom online virtual hybrid webinar livestream live youtube facebook twitter teams english french spanish arabic russian chinese portuguese german italian dutch free public open closed confirmed tentative registration register link here part session panel event meeting sharp start starts ends end begin doors lunch break coffee unct lgbt pdf oct sept dst start virtuel ligne presencial presentiel gratis kostenlos deutsch english anglais francais español inglés'.split(
    ' ',
  ),
)
