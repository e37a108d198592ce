import { fold } from './fold.ts'
import { isGlued, isMark, isWord } from './part.ts'
import type { Token } from './tokens.ts'

const money = new Set(
  'руб рублей рубля рубль грн гривень лв лева лей lei ron tl lira din dinara дин kn kc kcs zl zlotych ft forint usd eur euro euros сум som тенге тг драм манат manat ლარი gel amd azn kzt rs rupees rupiah ribu rb kip baht บาท đồng vnd vnđ php pesos naira ngn kes tzs birr ብር zar aed sar egp جنيه ريال درهم دينار دولار ₽'
    .split(' ')
    .map(word => fold(word).normalize('NFC')),
)

/** "15.00–18.30 руб.": what the figures count is told behind them. */
function isMoneyBehind(tokens: Token[], at: number): boolean {
  let here = at
  while (here < at + 8 && (tokens[here]?.kind === 'number' || isMark(tokens[here], '.', ',', '-'))) here++
  const next = tokens[here]
  return (
    isMark(next, '₽', '₴', '₺', '₹', '₸', '₾', '֏', '₪', '฿', '₫', '₱', '₦') ||
    (next?.kind === 'word' && money.has(next.text))
  )
}

export function isPriceOrChain(tokens: Token[], at: number): boolean {
  const before = tokens[at - 1]
  if (isMoneyBehind(tokens, at)) return true
  if (isMark(before, '$', '€', '£', '#', '№')) return true
  if (!before || !isGlued(tokens[at])) return false
  if (before.kind === 'number' || before.kind === 'skip') return true
  if (isMark(before, ':', '.')) return isGlued(before) && tokens[at - 2]?.kind === 'number'
  return (
    before.kind === 'word' &&
    /^[a-z]+$/.test(before.text) &&
    !/^(t|h|at|am|pm|um|das?|as|kl)$/.test(before.text)
  )
}

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
const moneyBehind =
  'pp eur euro euros gbp usd chf cad aud zar php inr pln zl sek nok dkk kr kc ft lei per each'.split(' ')
