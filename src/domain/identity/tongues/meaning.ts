import { daysOf } from '../hours/named-days.ts'
import type { TitleWords } from '../titles/title-words.ts'
import { eachPhrase, eachSign, firstTheme, isUnspaced, lexicon, lookUp } from './lexicon.ts'

/** What a title speaks of, in whatever tongue: of what kind the event is, and of what it is about. */
export type Meaning = { kinds: ReadonlySet<number>; themes: ReadonlySet<number> }

type Said = Pick<TitleWords, 'all' | 'folded'> & { title?: string }

/** Without the day that it is for: that many are for. */
export function meaningOf(title: Said): Meaning {
  const known = meanings.get(title)
  if (known) return known
  const meaning = meant(title.title === undefined ? title : daysOf(title as TitleWords).rest)
  meanings.set(title, meaning)
  return meaning
}

/** Whether many speak of it: a word of the lexicon tells less than a name. */
export function isOfMany(word: string): boolean {
  return lookUp(word).some(each => each < lexicon().further)
}

/** A bit for each kind of event that a title names. */
export function kindBits(title: Said): number {
  let bits = 0
  if (isUnspaced(title.folded)) for (const kind of meaningOf(title).kinds) bits |= 1 << kind
  else
    for (const [at, word] of title.all.entries())
      if (!isMonth(title.all, at)) for (const each of lookUp(word)) if (each < 32) bits |= 1 << each
  return bits
}

/** “21 March”, “mars 8”: no march. */
function isMonth(all: readonly string[], at: number): boolean {
  return (
    /^(?:march|mars|marche|marz?o)$/.test(all[at]!) &&
    (/^\d/.test(all[at - 1] ?? '') || /^\d/.test(all[at + 1] ?? ''))
  )
}

const meanings = new WeakMap<object, Meaning>()

function meant({ all, folded }: Said): Meaning {
  const [kinds, themes] = [new Set<number>(), new Set<number>()]
  const add = (each: number) => (each < firstTheme ? kinds : themes).add(each)
  for (const word of new Set(all)) for (const each of lookUp(word)) add(each)
  eachPhrase(all, add)
  if (isUnspaced(folded)) eachSign(folded.replaceAll(' ', ''), add)
  return { kinds, themes }
}
