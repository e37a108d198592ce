import { fold } from './fold.ts'
import { surelyHours } from './hour-words.ts'
import { isGlued, isMark, isWord } from './part.ts'
import type { Token } from './tokens.ts'

const setOf = (words: string) => new Set(words.split(' ').map(word => fold(word).normalize('NFC')))

const money = setOf(
  'руб рублей рубля рубль грн гривень лв лева динара usd eur euro euros сум тенге тг драм манат manat ლარი azn kzt rupees rupiah baht บาท đồng vnd vnđ pesos naira ngn tzs ብር aed egp جنيه ريال درهم دينار دولار kc kcs zl zlotych forint',
)

/** They are names and other words too: "20.00 Ron Carter Quartet", "18.00 PHP Meetup", Swedish "din", Italian "lei". */
const alsoOtherWords = setOf('lei ron lira din dinara tl som ft kn rs rb kip php gel amd kes zar sar birr')

/** What one pays it for, behind the money. */
const forWhat = setOf('per pro each par por pe p pp')

/** "15.00–18.30 руб.": what the figures count is told behind them. */
export function isMoneyBehind(tokens: Token[], at: number): boolean {
  let here = at
  while (here < at + 8 && (tokens[here]?.kind === 'number' || goesOn(tokens, here))) here++
  const next = tokens[here]
  if (isMark(next, '₽', '₴', '₺', '₹', '₸', '₾', '֏', '₪', '฿', '₫', '₱', '₦')) return true
  if (next?.kind !== 'word') return false
  return money.has(next.text) || (alsoOtherWords.has(next.text) && isMoney(tokens, at, here))
}

/** "15.00", "15 - 18"; not "18.00, 20". */
function goesOn(tokens: Token[], at: number): boolean {
  return isMark(tokens[at], '-') || (isMark(tokens[at], '.', ',') && isGlued(tokens[at + 1]))
}

/** Nothing says that the figures are an hour, and what stands behind the word does not go on with it. */
function isMoney(tokens: Token[], from: number, at: number): boolean {
  const next = tokens[at + 1]
  const isName = /^\p{Lu}\p{Ll}/u.test(tokens[at]?.raw ?? '')
  const isFeaturing = isWord(tokens[at], 'ft') && isMark(next, '.') && tokens[at + 2]?.kind === 'word'
  const lead = isMark(tokens[from - 1], '.', ':') ? from - 2 : from - 1
  const closes = next?.kind !== 'number' && (next?.kind !== 'word' || forWhat.has(next.text))
  return closes && !isName && !isFeaturing && !isWord(tokens[lead], ...leads)
}

const leads = [...surelyHours, ...'at ora saat soat pukul jam um alle'.split(' ')]

/** "tickets from 12.50", "Eintritt: ab 12.50", "12.50 pp": what it costs. */
export function isPriced(tokens: Token[], at: number): boolean {
  if (isWord(tokens[at + 3], ...moneyBehind)) return true
  for (let here = at - 1; here >= at - 3; here--) {
    if (isWord(tokens[here], ...costs)) return true
    if (!isMark(tokens[here], ':') && !isWord(tokens[here], ...fromWords)) return false
  }
  return false
}

const costs =
  'ticket tickets admission fee fees price prices cost costs donation entry eintritt kosten preis beitrag tarif entree prix billets entrada entradas precio bilhete bilhetes ingressos preco biglietto biglietti prezzo costo quota toegang kaartjes prijs intrade biljett entre billetter billett pris bilety bilet wstep cena liput lippu εισιτηριο εισοδος'.split(
    ' ',
  )
const fromWords =
  'from ab a partir de des da desde vanaf fra fran od alkaen only just now are is ca per'.split(' ')

/** Only behind figures that have a point. */
const moneyBehind = 'pp gbp chf cad aud inr pln sek nok dkk kr per each'.split(' ')
