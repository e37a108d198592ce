import { linkOf, rangeWords } from './links.ts'
import { isMark, isWord } from './part.ts'
import type { Token } from './tokens.ts'

const ends =
  'end ends ending finish finishes finishing close closes closing conclude concludes concluding wrap wraps over carriages ende endet schluss fin finit termine terminera finalizacion finaliza termina terminara encerramento encerra fine finisce conclude termine einde eindigt slut slutter slutar slutt avslutas avsluttes koniec konczy zakonczenie loppuu paattyy λήξη τελος telos'.split(
    ' ',
  )
/** Right before an hour they say that it is an end, whatever goes on until then. */
const untils = 'until till til bis до jusqua hasta ate tot fino do μεχρι εως'.split(' ')

/** What an event does until its end. */
const lasting =
  'and y et und e en og och i a runs run running continues continue continuing continuing lasts lasting goes going on through right up open opens is are by at around about we will it dauert geht lauft offen dure dura duurt varer varar pagar trwa se a alle ca kl klo um om uhr alkaen viimeistaan ab from'.split(
    ' ',
  )

/** "11 Uhr Gottesdienst, anschließend Kaffee bis 13 Uhr": up to four words before "until", and no sentence ends. */
export function tellsUntil(tokens: Token[], from: number, to: number): boolean {
  const last = isWord(tokens[to - 1], 'alle', 'a', 'las', 'as', 'le', 'ca', 'around', 'about')
    ? to - 2
    : to - 1
  if (!isWord(tokens[last], ...untils) || to - from > 9) return false
  const between = tokens.slice(from, last)
  const words = between.filter(token => token.kind === 'word').length
  return words <= 4 && between.every(token => token.kind === 'word' || isMark(token, ',', '(', ')', '-', '&'))
}

/** "kl. 15:30 slut", "17:00 Ende": said behind the hour, and nothing more behind it. */
export function isEndBehind(tokens: Token[], at: number): boolean {
  const next = tokens[at + 1]
  return (
    isWord(tokens[at], ...ends) &&
    (next === undefined || next.kind === 'line' || isMark(next, ',', '.', ';', ')', '|'))
  )
}

/** "10pm and runs till 1am", "6:30pm start, finishing by 8:30pm", "début 9h, fin 12h30": between an hour and the one in which it ends. */
export function tellsEnd(tokens: Token[], from: number, to: number): boolean {
  if (to - from > 10 || to <= from) return false
  let isEnd = false
  for (let here = from; here < to; here++) {
    const token = tokens[here]
    if (token?.kind === 'line') continue
    if (token?.kind === 'word') {
      if (isWord(token, ...ends) || (here > from && rangeWords.has(token.text))) isEnd = true
      else if (!isWord(token, ...lasting) && linkOf(tokens, here, here + 1).words) return false
    } else if (!isMark(token, ',', ':', ';', '|', '-', '.', '(')) return false
  }
  return isEnd
}
