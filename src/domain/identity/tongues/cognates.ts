import { distance } from 'fastest-levenshtein'
import { foldName } from '../../fold-name.ts'
import type { TitleWords } from '../titles/title-words.ts'
import { common, idle } from '../words/idle-words.ts'
import { numberOf } from '../words/number-words.ts'
import { isOneWord } from '../words/one-word.ts'
import { isOfMany } from './meaning.ts'

/**
 * How many words two titles of two tongues have in common besides those that many titles have: names, which are kept, and
 * words of one root; between two scripts, those that both write in Latin letters.
 */
export function wordsKept(a: TitleWords, b: TitleWords): number {
  if (a.script !== b.script) {
    const [its, another] = [inLatin(a), inLatin(b)]
    return its.filter(word => another.includes(word)).length
  }
  const others = namesOf(b)
  return namesOf(a).filter(word => others.some(other => isOneWord(word, other) || areOfOneRoot(word, other)))
    .length
}

/** “trinacional”, “trinational”; “fronteira”, “frontera”. */
export function areOfOneRoot(one: string, other: string): boolean {
  const [its, others] = [rootOf(one), rootOf(other)]
  if (its[0] !== others[0]) return false
  const least = Math.min(its.length, others.length)
  if (least < 4 || Math.abs(its.length - others.length) > 2) return false
  return its === others || (least >= 5 && distance(its, others) <= (least >= 8 ? 2 : 1))
}

function namesOf(title: TitleWords): readonly string[] {
  let known = names.get(title)
  if (!known) {
    known = [...new Set(title.all)].filter(
      word =>
        word.length >= 4 &&
        !idle.has(word) &&
        !common.has(word) &&
        numberOf(word) === null &&
        !isOfMany(word),
    )
    names.set(title, known)
  }
  return known
}

/** “GIS”, “BeatPlasticPollution”, “ISO”. */
function inLatin(title: TitleWords): readonly string[] {
  let known = latin.get(title)
  if (!known) {
    known = [
      ...new Set(foldName(title.title).match(/(?<![\p{L}\p{M}])[a-z][a-z0-9]{2,}(?![\p{L}\p{M}])/gu)),
    ].filter(word => !idle.has(word) && !common.has(word) && !isOfMany(word))
    latin.set(title, known)
  }
  return known
}

const latin = new WeakMap<TitleWords, readonly string[]>()

const names = new WeakMap<TitleWords, readonly string[]>()

/** As it sounds, without what each tongue puts at the end of such words. */
function rootOf(word: string): string {
  let root = roots.get(word)
  if (root === undefined) {
    root = word
      .replace(ending, '')
      .replace(/[tcz](?=i[aeou])/g, 's')
      .replace(/ph/g, 'f')
      .replace(/th/g, 't')
      .replace(/qu|[ckqg]+/g, 'k')
      .replace(/[bpv]/g, 'p')
      .replace(/z/g, 's')
      .replace(/[yj]/g, 'i')
      .replace(/(.)\1+/g, '$1')
    if (roots.size >= 20_000) roots.clear()
    roots.set(word, root)
  }
  return root
}

const roots = new Map<string, string>()

const ending =
  /(?:(?:[ts]|c)ion(?:e[sn]?|s|al(?:e[sn]?)?)?|ciones|[csz]?cao|[cs]oes|zion[ei]|tsi(?:ia|i|ya)|cj[aei]|ties|ty|tes?|dad(?:e?s)?|dade|ta|taet(?:en)?|tat(?:en)?|tet|ism[aeo]?s?|isch(?:e[rnms]?)?|iques?|ic[aoi]s?|icos?|al(?:e[sn]?|is)?|e?s|[aeo]s?|i)$/
