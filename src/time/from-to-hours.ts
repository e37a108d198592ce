import { fold } from './fold.ts'
import { exactHourWords, labelWords, twelveHourWords, untilWords } from './hour-words.ts'
import { areBetween } from './hours-with-endings.ts'
import { betweenWords, listWords, rangeWords } from './links.ts'
import { isMark, isNumber, isWord } from './part.ts'
import type { Token } from './tokens.ts'

/** Words from which hours are told, by tongue. */
const leads = new Set(
  'с з із од od от nuo no από prej nga daga kusukela kuanzia mula dari depi soti från من از له מ ከ từ laga'
    .split(' ')
    .map(word => fold(word).normalize('NFC')),
)

const signs = new Set([
  ...labelWords,
  ...'ora orele orën orës ساعت الساعة plkst τις jam pukul saa kl h la'
    .split(' ')
    .map(word => fold(word).normalize('NFC')),
])

const hourEnds = new Set([
  ...exactHourWords,
  ...twelveHourWords,
  ...'h ч час год val hod hodin hodiny hodine godzin uri ure sati часов часа години годин гадзін гадзіны'.split(
    ' ',
  ),
])

/** "с 10 до 12 часов", "nga ora 10 deri në 12", "între orele 10 și 12": bare figures are hours between such words. */
export function isFromTo(tokens: Token[], at: number): boolean {
  const lead = leadBefore(tokens, at)
  if (!lead) return false
  // Slovene "od 10. do 12. ure"
  const link = isMark(tokens[at + 1], '.') && tokens[at + 2]?.kind === 'word' ? at + 2 : at + 1
  const word = tokens[link]
  const isLink =
    word?.kind === 'word' &&
    (rangeWords.has(word.text) ||
      (betweenWords.has(lead) && (listWords.has(word.text) || word.text === 'si')))
  if (!isLink || (lead === 'no' && word.text !== 'lidz')) return false
  let end = link + 1
  while (isWord(tokens[end], ...signs, 'ne', 'ne') || isMark(tokens[end], '.')) end++
  const figure = tokens[end]
  return isNumber(figure) && figure.raw.length <= 2 && Number(figure.text) <= 24 && closes(tokens, end + 1)
}

function leadBefore(tokens: Token[], at: number): string | null {
  let here = at - 1
  while (here > at - 4 && (isWord(tokens[here], ...signs) || isMark(tokens[here], '.', '-'))) here--
  const word = tokens[here]?.kind === 'word' ? (tokens[here]?.text ?? '') : ''
  return leads.has(word) || betweenWords.has(word) ? word : null
}

/** An hour's own word, "until" behind it, or an end. */
function closes(tokens: Token[], at: number): boolean {
  const token = tokens[at]
  if (!token || token.kind === 'line') return true
  if (token.kind === 'mark') {
    if (isMark(token, '.') && isWord(tokens[at + 1], 'uri', 'ure')) return true
    return isMark(token, ',', ';', ')', '(', '|') || (isMark(token, '.') && !isNumber(tokens[at + 1]))
  }
  return (
    token.kind === 'word' &&
    (hourEnds.has(token.text) || untilWords.has(token.text) || areBetween(tokens, at))
  )
}
