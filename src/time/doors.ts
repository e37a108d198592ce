import { linkOf } from './links.ts'
import { isMark, isWord, type Part } from './part.ts'
import type { Token } from './tokens.ts'

const doors =
  'doors door einlass portes puertas portas porte registration registrations login check einchecken zaal anmeldung accreditation inloop deuren dorene dorrarna dverr ovet dorar kapilar accueil ingresso acolhimento acreditacion recepcion arrival arrivals gather gathering assemble ontvangst ankomst mingel rejestracja ποροσελευση προσελευση 场'.split(
    ' ',
  )

/** What is served before it begins: only with an hour right behind, or it is an event of its own ("coffee morning"). */
const served =
  'coffee tea breakfast refreshments networking kaffee fruhstuck cafe caffe koffie kaffe kawa kahvi'.split(
    ' ',
  )
const servedFrom =
  'from at available served ab um von vanaf des desde dalle fra fran od alkaen a partir de'.split(' ')

/** "Doors open at 18:30, start 19:00", "registration 9:00–9:30, talks 9:30": when one may come is not when it begins. */
export function withoutDoors(tokens: Token[], parts: Part[]): Part[] {
  const early = new Set<Part>()
  let last: Part | undefined
  for (const part of parts) {
    if (part.kind !== 'clock') continue
    const link = last && early.has(last) ? linkOf(tokens, last.to, part.from) : null
    if (opensDoors(tokens, part.from) || (link?.range && link.words === 0)) early.add(part)
    last = part
  }
  return parts.some(part => part.kind === 'clock' && !early.has(part))
    ? parts.filter(part => !early.has(part))
    : parts
}

function opensDoors(tokens: Token[], at: number): boolean {
  let isServed = true
  for (let here = at - 1; here >= at - 4; here--) {
    const token = tokens[here]
    if (isWord(token, ...doors) || (isWord(token, '場') && isWord(tokens[here - 1], '開'))) return true
    if (isServed && isWord(token, ...served)) return true
    if (token?.kind !== 'word' && !isMark(token, ':')) return false
    isServed &&= isMark(token, ':') || isWord(token, ...servedFrom)
  }
  return false
}
