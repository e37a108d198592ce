import { weekdayOf } from './calendar-words.ts'
import { looksLikeClock, opensHours } from './clock-signs.ts'
import { dayAt } from './day-numbers.ts'
import { rangeWords } from './links.ts'
import { type DatePart, type Found, isGlued, isMark, isNumber, isWord, type Part } from './part.ts'
import type { Token } from './tokens.ts'

/** "Friday 18th", "Friday the 18th": no month is told. */
export function weekdaysDayAt(tokens: Token[], at: number, before: Part | undefined): Found<DatePart> {
  if (before?.kind !== 'weekday' || at - before.to > 2) return null
  // Brazilian papers: "sexta-feira (18)".
  const inBrackets = isMark(tokens[at - 1], '(') && isMark(tokens[at + 1], ')')
  const named = isWord(tokens[at - 1], 'dia')
  const joins =
    named ||
    isWord(tokens[at - 1], 'the', 'le', 'el', 'den', 'dem') ||
    isMark(tokens[at - 1], ',') ||
    inBrackets
  if (at > before.to && !joins) return null
  const day = dayAt(tokens, at)
  const isDay =
    day &&
    (day.ordinal ||
      inBrackets ||
      named ||
      leadsLaterDay(tokens, day.to) ||
      leadsHour(tokens, behindPoint(tokens, day.to), before.languages))
  if (!day || !isDay || looksLikeClock(tokens, at)) return null
  return { part: { kind: 'date', days: [{ day: day.day }], link: 'one', languages: [] }, to: day.to }
}

/** "on the 14th at 6", "le 14 à 18h", "dia 14 às 19h": neither month nor weekday; the hour stands right behind. */
export function loneDayAt(tokens: Token[], at: number): Found<DatePart> {
  const article = tokens[at - 1]
  const languages = isWord(article, 'le') ? ['fr'] : []
  if (tokens[at]?.kind !== 'number' || !isWord(article, 'the', 'le', 'el', 'il', 'am', 'dia')) return null
  const isEnglish = isWord(article, 'the')
  const day = dayAt(tokens, at)
  if (!day || (isEnglish && !(day.ordinal && isWord(tokens[at - 2], 'on', 'to', 'until')))) return null
  const to = behindPoint(tokens, day.to)
  if (looksLikeClock(tokens, at) || !(leadsHour(tokens, to, languages) || leadsBareHour(tokens, to)))
    return null
  return { part: { kind: 'date', days: [{ day: day.day }], link: 'one', languages }, to: day.to }
}

/** "at 6", "às 19", "a las 18" */
function leadsBareHour(tokens: Token[], at: number): boolean {
  const hour = isWord(tokens[at], 'a') && isWord(tokens[at + 1], 'las') ? at + 2 : at + 1
  return (
    isWord(tokens[at], 'at', 'as', 'alle', 'um', 'a') &&
    isNumber(tokens[hour]) &&
    Number(tokens[hour]?.text) <= 24
  )
}

/** "desde las 22:00 del sábado 6 hasta las 5:00 del domingo 7 de febrero": the month stands with the day until which it lasts. */
function leadsLaterDay(tokens: Token[], at: number): boolean {
  if (!rangeWords.has(tokens[at]?.text ?? '')) return false
  for (let here = at + 1; here < at + 9; here++)
    if (weekdayOf(tokens[here]?.text ?? '')) return dayAt(tokens, here + 1) !== null
  return false
}

/** "Sonntag, 31., 10 Uhr" */
function behindPoint(tokens: Token[], at: number): number {
  const isPoint = isMark(tokens[at], '.') && isGlued(tokens[at]) && !isGlued(tokens[at + 1])
  return isPoint || isMark(tokens[at + 1], ',') ? at + 1 : at
}

/** "lundi 11 à 20 heures", "lunedì 11 alle 20.30", "Sunday 13, 10am": an hour behind the figure. French "à" is Spanish for "to". */
function leadsHour(tokens: Token[], at: number, languages: string[]): boolean {
  const word = tokens[at]
  const isLed = isWord(word, ...hourLeads) || (isWord(word, 'a') && languages.includes('fr'))
  const isApart =
    isMark(word, ',', ':', '|', '@') || (isMark(word, '-') && word?.spaced && !isGlued(tokens[at + 1]))
  if (isApart || isWord(word, 'de', 'das', 'des'))
    return looksLikeClock(tokens, at + 1) || opensHours(tokens, at + 1)
  return isLed && (looksLikeClock(tokens, at + 1) || isBareRange(tokens, at + 1))
}

/** "dalle 10 alle 13", "von 9 bis 12 Uhr" */
function isBareRange(tokens: Token[], at: number): boolean {
  return isNumber(tokens[at]) && rangeWords.has(tokens[at + 1]?.text ?? '') && isNumber(tokens[at + 2])
}

const hourLeads =
  'at from um ab von alle dalle om van vanaf kl klo kello ore godz h od fra fran entre between'.split(' ')
