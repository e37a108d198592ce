import { plainLatin } from '../time/fold.ts'

/** In characters. Three of them make nine in an address when the script is not Latin. */
const longest = 64

/**
 * The last part of an address, from a title in any script: Latin letters lose their diacritics, other scripts stay
 * as they are. A title without any letter or digit is spelt by code points, so that it is never empty.
 */
export function slugOf(title: string): string {
  if (/^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/.test(title))
    return shortened(title.toLowerCase().replaceAll(' ', '-'))
  const slug = plainLatin(title)
    .replace(/['’ʼ‘`´\u00AD]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^[-\p{M}]+|-+$/gu, '')
  if (slug !== '') return shortened(slug)
  return shortened(Array.from(title.trim() || '-', sign => sign.codePointAt(0)!.toString(16)).join('-'))
}

/** The same for tags, which come again and again. */
export function tagKey(tag: string): string {
  let key = tagKeys.get(tag)
  if (key === undefined) {
    key = slugOf(tag)
    if (tagKeys.size >= 2000) tagKeys.clear()
    tagKeys.set(tag, key)
  }
  return key
}
const tagKeys = new Map<string, string>()

/**
 * The slug itself, or with the first number that makes it free. `numbers` remembers how far each was counted, so
 * that a thousand equal titles do not cost a million questions.
 */
export function freeSlug(
  slug: string,
  isTaken: (slug: string) => boolean,
  numbers = new Map<string, number>(),
): string {
  if (!isReservedEntrySlug(slug) && !isTaken(slug)) return slug
  for (let number = numbers.get(slug) ?? 2; ; number++) {
    const numbered = `${slug}-${number}`
    if (isTaken(numbered)) continue
    numbers.set(slug, number + 1)
    return numbered
  }
}

/** Whether it is a slug as `slugOf` makes them. */
export function isSlug(word: string): boolean {
  return word !== '' && word.length <= 200 && slugOf(word) === word
}

/** A series is the first word of an address: digits alone are years of old addresses, some words are the site's own. */
export function isSeriesSlug(word: string, reserved: Iterable<string>): boolean {
  return isSlug(word) && !/^\p{N}+$/u.test(word) && !new Set(reserved).has(word)
}

/** `/{series}/{edition}/live` is the stream of changes, `…/changes` their log, `…/cite` how the edition is cited, `…/share` how it is passed on, `…/suggest` where readers suggest what is missing. */
export function isReservedEntrySlug(slug: string): boolean {
  return ['live', 'changes', 'cite', 'share', 'suggest'].includes(slug)
}

function shortened(slug: string): string {
  if (slug.length <= longest) return slug
  const signs = Array.from(slug)
  if (signs.length <= longest) return slug
  const cut = signs.slice(0, longest).join('')
  const lastWord = cut.lastIndexOf('-')
  return (lastWord > longest / 2 ? cut.slice(0, lastWord) : cut).replace(/-+$/, '')
}
