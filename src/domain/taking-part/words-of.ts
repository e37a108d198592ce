import { countLinks, hostsOf, link } from './links-of.ts'
import { shapesOf } from './shapes-of.ts'
import type { Offered } from './verdict.ts'

/** What the filter reads of something that somebody brings: text, name, website. */
export type Said = Pick<Offered, 'name' | 'url' | 'text' | 'language'>

/** So many are read of one text, the first: what is longer tells nothing new. */
const most = 700

/** From what a filter may look at a text, each for itself: single words and hosts, pairs of words, shapes. */
export const views = ['words', 'pairs', 'shapes'] as const
export type View = (typeof views)[number]

/** To which view one of `wordsOf` belongs. */
export function viewOf(word: string): View {
  if (word.startsWith('~ ')) return 'shapes'
  return word.includes(' ') && !/^(?:host|name|page|links|length) /.test(word) ? 'pairs' : 'words'
}

/**
 * The words of a text, each once: as they stand, in pairs, the hosts of links, and what a text looks like as a whole.
 * Scripts without spaces are read two signs at a time.
 */
export function wordsOf({ name, url, text, language }: Said): string[] {
  const found = new Set<string>()
  for (const host of hostsOf(text, url)) for (const part of partsOf(host)) found.add(`host ${part}`)
  for (const look of [...looksOf(text), ...shapesOf(text)]) found.add(look)
  if (language) found.add(`page in ${language.split('-')[0]}`)
  for (const word of plainWords(name ?? '')) found.add(`name ${word}`)
  let before = ''
  for (const word of plainWords(text)) {
    if (found.size >= most) break
    found.add(word)
    if (before) found.add(`${before} ${word}`)
    before = word
  }
  return [...found].slice(0, most)
}

/** `a.b.example.org` is of `b.example.org` and of `example.org` too. */
export function partsOf(host: string): string[] {
  const names = host.split('.')
  return names.length < 3 ? [host] : names.slice(0, -1).map((_, index) => names.slice(index).join('.'))
}

/** Words as they are compared, in their order. */
export function plainWords(text: string): string[] {
  const words: string[] = []
  // One sign may stand for eighteen.
  const whole = text.slice(0, longest).normalize('NFKC').slice(0, longest)
  const plain = whole.replace(hidden, '').replace(link, ' ').toLowerCase()
  for (const [word] of plain.matchAll(/[\p{L}\p{M}\p{N}$€£%'’-]+/gu)) {
    if (spaceless.test(word)) {
      const signs = [...word]
      for (let at = 0; at + 1 < signs.length; at++) words.push(signs[at]! + signs[at + 1]!)
    } else {
      const bare = word.replace(/^['’-]+|['’-]+$/g, '').replaceAll('’', "'")
      if (bare.length >= 2 && bare.length <= 24)
        words.push(/^\d+$/.test(bare) ? `${bare.length} figures` : bare)
    }
  }
  return words
}

/** In characters; the words that are kept of a text stand long before. */
const longest = 100_000

/** Signs that nobody sees, which take words apart for whoever compares them. */
export const hidden = /[\u00AD\u200B\u2060-\u2064\uFEFF\u{E0000}-\u{E007F}]/gu

const spaceless =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]/u

function looksOf(text: string): string[] {
  const links = countLinks(text)
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0
  return [
    `links ${links > 5 ? 'many' : links > 1 ? 'few' : links}`,
    `length ${Math.min(6, Math.floor(Math.log10(text.length + 1) * 2))}`,
    ...(letters > 20 && capitals / letters > 0.4 ? ['loud'] : []),
    ...(/!{2,}/.test(text) ? ['!!'] : []),
    ...(/[$€£]\s?\d/.test(text) ? ['money'] : []),
  ]
}
