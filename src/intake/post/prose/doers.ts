import { monthOf, weekdayOf } from '../../../time/calendar-words.ts'
import { fold } from '../../../time/fold.ts'
import { roleOfWords } from '../../link-words.ts'
import { isSmallBody, looksLikeParty, namesJoined } from '../parties/names.ts'
import { looksLikeName } from '../parties/parties.ts'
import { bodyWord } from '../words/body-words.ts'
import { callsToAct } from '../words/calls-to-act.ts'
import { bringsOut } from '../words/cue-words.ts'
import { doesWords } from '../words/does-words.ts'

/**
 * The bodies that sentences say do something: "At 9, the University of A and B International look at …". A name that
 * might be a person's counts only behind an article. Empty where nobody is told so.
 */
export function doersIn(text: string): string[] {
  for (const verb of text.matchAll(acts)) {
    const found = nameBefore(text.slice(0, verb.index))
    const names = found ? namesJoined(found.name).filter(name => isBody(name, found.hasArticle)) : []
    if (names.length > 0) return names
  }
  return []
}

function isBody(name: string, hasArticle: boolean): boolean {
  if (/^\p{Ll}{2}/u.test(name)) return isSmallBody(name)
  if (!looksLikeParty(name) || openers.test(name) || callsToAct.test(name) || roleOfWords(name)) return false
  if (bodyWord.test(name) || /^\p{Lu}{3,}$/u.test(name)) return true
  return name.split(' ').length > 2 && (hasArticle || !looksLikeName(name)) && !noBodies.test(name)
}

/** The name that ends a text: capitals, the small words between them, and an article before them. */
function nameBefore(text: string): { name: string; hasArticle: boolean } | null {
  const words = text.split('\n').at(-1)!.trim().split(/\s+/).slice(-14)
  let from = words.length
  while (from > 0 && goesOnBefore(words, from)) from--
  while (from < words.length && link.test(words[from]!) && !article.test(words[from]!)) from++
  const elided = /^[lL]['’]/.test(words[from] ?? '')
  const hasArticle = article.test(words[from] ?? '') || elided || /^(?:at|from)$/.test(words[from - 1] ?? '')
  const name = words
    .slice(article.test(words[from] ?? '') ? from + 1 : from)
    .join(' ')
    .replace(/^[lL]['’]/, '')
  return name.length > 2 && name.length < 120 ? { name, hasArticle } : null
}

/** Whether the word before `at` is of the name that begins at `at`. */
function goesOnBefore(words: string[], at: number): boolean {
  const word = words[at - 1]!
  const next = words[at]
  if (next !== undefined && article.test(next) && !joins.test(word)) return false
  if (/[,.:;!?”"»)]$/.test(word) || /\p{Nd}/u.test(word)) return false
  if (weekdayOf(fold(word)) || monthOf(fold(word))) return false
  if (/^(?:[dlDL]['’])?(?:\p{Lu}|\p{Ll}+\p{Lu})/u.test(word))
    return !/^(?:On|In|At|Then|And|El|La|Le|Am|Um)$/.test(word)
  const isSmallBody = (one: string | undefined) =>
    one !== undefined && /^(?:[dl]['’])?\p{Ll}{4,}$/u.test(one) && bodyWord.test(one)
  return link.test(word) || article.test(word) || isSmallBody(word) || isSmallBody(words[at - 2])
}

const article = /^(?:the|der|die|das|la|le|les|el|los|las|il|lo|gli)$/iu
/** Behind these an article goes on with the name: "of the", "de la", "and the". */
const joins = /^(?:and|und|et|y|e|&|of|for|de|pour|para|für|von|par)$/iu
const link = /^(?:and|und|et|y|e|&|of|for|on|de|del|des|du|d[ao]s?|di|della|für|pour|para|per|with)$/iu
/** Behind an article these are people by their office, places and works. */
const noBodies =
  /(?<!\p{L})(?:minister|president|ambassador|commissioner|director|mayor|governor|secretary|professor|dr|king|queen|pope|bishop|rapporteur|hall|tower|church|square|park|bridge|room|garden|gardens|street|hotel|song|story|book|film|day|week|prize|award|treaty|convention)(?!\p{L})/iu

const openers =
  /^(?:This|That|Here|There|It|We|You|They|He|She|Who|What|Also|Next|Today|Tonight|Tomorrow|Join|Come|Everyone|Someone|Nobody)(?:\s|$)/u

const acts = new RegExp(`${bringsOut.source}|${doesWords.source}`, 'giu')
