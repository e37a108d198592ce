import { weekdayOf } from './calendar-words.ts'
import { isMark, isWord, type Part } from './part.ts'
import type { Token } from './tokens.ts'

const exceptWords =
  'except excluding closed ausser geschlossen sauf hormis ferme fermee excepto salvo menos cerrado exceto fechado tranne eccetto escluso chiuso behalve gesloten utom stangt undtagen unntatt lukket paitsi oprocz εκτος'.split(
    ' ',
  )
const links = 'on and or am an und le les et el los y il e i en op for the de die'.split(' ')

/** "daily except Mondays", "täglich außer montags": weekdays on which nothing is, and the parts without them. */
export function withoutExceptions(tokens: Token[], parts: Part[]): { parts: Part[]; except: number[] } {
  const from = parts[0]?.from ?? 0
  const to = Math.min((parts.at(-1)?.to ?? 0) + 12, from + 400)
  const except = new Map<number, number>()
  for (let at = from; at < to; at++) {
    if (!isWord(tokens[at], ...exceptWords)) continue
    for (let here = at + 1; here < at + 7; here++) {
      const weekday = weekdayIn(tokens[here])
      if (weekday) except.set(here, weekday)
      else if (!isMark(tokens[here], ',', '&', '/') && !isWord(tokens[here], ...links)) break
    }
  }
  const isLeft = (part: Part) => part.kind === 'weekday' && except.has(part.from)
  return { parts: except.size ? parts.filter(part => !isLeft(part)) : parts, except: [...except.values()] }
}

/** "Monday", "Mondays", "montags". */
function weekdayIn(token: Token | undefined): number | undefined {
  if (token?.kind !== 'word') return undefined
  return (weekdayOf(token.text) ?? weekdayOf(token.text.replace(/s$/, '')))?.value
}
