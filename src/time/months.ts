import { distance } from 'fastest-levenshtein'
import { type CalendarWord, markedMonthOf, monthOf, opensLongMonth } from './calendar-words.ts'
import { fold } from './fold.ts'
import { isGlued, isMark, isNumber } from './part.ts'
import type { Token } from './tokens.ts'

/** A month's name at a token: its number and the token after it. */
export function monthAt(
  tokens: Token[],
  at: number,
): { month: number; to: number; word: CalendarWord; raw: string } | null {
  const token = tokens[at]
  if (token?.kind !== 'word') return null
  const next = tokens[at + 1]
  // Filipino "Dis. 9", not "dis 9".
  if (
    token.text === 'dis' &&
    !isMark(next, '.') &&
    !(token.raw === 'Dis' && (isNumber(next, 4) || isNumber(tokens[at + 3], 4)))
  )
    return null
  const long = longMonthAt(tokens, at)
  const word =
    croatMonth(tokens, at) ??
    long?.word ??
    markedMonthOf(token.raw.normalize('NFC')) ??
    monthOf(token.text) ??
    misspelt(tokens, at)
  if (!word) return null
  let to = long?.to ?? at + 1
  if (isMark(tokens[to], '॰', '׳', "'") && isGlued(tokens[to]) && word.short) to++
  if (
    isMark(tokens[to], '.') &&
    isGlued(tokens[to]) &&
    (word.short || token.text === 'may' || (token.text.length < 5 && isNumber(tokens[to + 1])))
  )
    to++
  if (tails.has(tokens[to]?.text ?? '-')) to++
  // "كانون الأول/ديسمبر", "ديسمبر (كانون الأول)": the month named twice.
  if (isMark(tokens[to], '/', '(')) {
    const again = monthAt(tokens, to + 1)
    if (again?.month === word.value) {
      to = again.to
      if (isMark(tokens[to], ')')) to++
    }
  }
  return { month: word.value, to, word, raw: token.raw }
}

/** Words for "month" behind its name: "ဒီဇင်ဘာလ", "желтоқсан айының". */
const tails = new Set(
  'මස လ айының айы ayının ayı oyi oyining сарын මාසයේ মাসের महिना महिने ماه ayinin'
    .split(' ')
    .map(word => fold(word).normalize('NFC')),
)

/** "18 listopada" is Polish November; Croats set a stop behind the day, and mean October. */
const croatMonths = new Map(Object.entries({ listopada: 10, lis: 10, lip: 6, pro: 12 }))

function croatMonth(tokens: Token[], at: number): CalendarWord | undefined {
  const value = croatMonths.get(tokens[at]?.text ?? '-')
  const isStop = isMark(tokens[at - 1], '.') && isNumber(tokens[at - 2])
  const short = tokens[at]?.text !== 'listopada'
  return value && isStop ? { value, languages: ['hr'], short, ...(short && { wary: true }) } : undefined
}

const longNames = ['january', 'february', 'august', 'september', 'october', 'november', 'december']

/** "18 Decmber", "Febuary 3": a slip of the pen beside a figure. */
function misspelt(tokens: Token[], at: number): CalendarWord | undefined {
  const token = tokens[at]
  const text = token?.text ?? ''
  if (text.length < 6 || text.length > 10 || !/^[JFASOND]/.test(token?.raw ?? '')) return undefined
  const beside = [at - 1, at - 2, at + 1].some(
    near => isNumber(tokens[near]) && (tokens[near]?.raw.length ?? 9) <= 2,
  )
  if (!beside) return undefined
  const most = text.startsWith('a') ? 1 : 2
  const meant = longNames.find(
    name => name[0] === text[0] && name.at(-1) === text.at(-1) && distance(name, text) <= most,
  )
  return meant === undefined ? undefined : monthOf(meant)
}

/** "كانون الأول", "Rabi' al-Awwal", "Dhu al-Qa'dah": a month of several words, with the signs between them. */
function longMonthAt(tokens: Token[], at: number): { word: CalendarWord; to: number } | null {
  if (!opensLongMonth(tokens[at]?.text ?? '')) return null
  let name = tokens[at]?.text ?? ''
  let found: { word: CalendarWord; to: number } | null = null
  for (let here = at + 1, words = 1; words < 4 && here < at + 8; here++) {
    const token = tokens[here]
    if (isMark(token, "'", '-', '`')) continue
    if (token?.kind !== 'word') break
    words++
    name += ` ${token.text}`
    const word = monthOf(name)
    if (word) found = { word, to: here + 1 }
  }
  return found
}
