import { exactHourWords, untilWords } from './hour-words.ts'
import { areBetween } from './hours-with-endings.ts'
import { isGlued, isMark, isNumber, isWord } from './part.ts'
import { isDaily } from './phrase-words.ts'
import { zoneWordsAt } from './scan-zones.ts'
import type { Token } from './tokens.ts'

/** Words before a place: "a las 18 en la biblioteca", "à 18 dans la salle". */
const places =
  'en na no nel nella nello presso dans au aux chez im ins bei beim hos w via op bij con avec mit med com z ze'.split(
    ' ',
  )

/** What stands behind lets the figure be an hour: an end, a sign, a zone, a day; not the name of a thing counted. */
export function closes(tokens: Token[], at: number): boolean {
  const token = tokens[at]
  if (!token || token.kind === 'line' || token.kind === 'skip') return true
  if (token.kind === 'mark')
    return (
      !isMark(token, '%', '$', '€', '°', ':') &&
      !(isMark(token, '/') && !token.spaced) &&
      !(isMark(token, '.', '-') && isGlued(tokens[at + 1]) && isNumber(tokens[at + 1]) && isGlued(token))
    )
  if (token.kind === 'number') return false
  return (
    zoneWordsAt(tokens, at) !== null ||
    untilWords.has(token.text) ||
    exactHourWords.includes(token.text) ||
    areBetween(tokens, at) ||
    isDaily(token, tokens[at + 1], tokens[at + 2]) ||
    isWord(
      token,
      'on',
      'and',
      'am',
      'le',
      'el',
      'at',
      'in',
      'the',
      ...places,
      'monday',
      'tuesday',
      'wednesday',
      'thursday',
      'friday',
      'saturday',
      'sunday',
    )
  )
}
