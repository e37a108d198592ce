import { isGlued, isMark, isWord } from './part.ts'
import type { Token } from './tokens.ts'

export function isPriceOrChain(tokens: Token[], at: number): boolean {
  const before = tokens[at - 1]
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
