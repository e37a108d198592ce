import type { ExportItem } from './item.ts'

/**
 * qTranslate keeps all languages of an item in one text: `[:en]Hello[:fr]Bonjour[:]`, earlier `<!--:en-->Hello<!--:-->`.
 * Each becomes an item of its own, as other plugins have it, and a translation of the first. That one keeps the number,
 * the address and the comments; the others have theirs below `/fr/`, where the plugin shows them.
 */
export function inTongues(item: ExportItem): ExportItem[] {
  if (!mark.test(item.title) && !mark.test(item.content.slice(0, 2000))) return [item]
  const [title, content, excerpt] = [item.title, item.content, item.excerpt].map(partsOf)
  const tags = [...new Set([...title!.byTag.keys(), ...content!.byTag.keys()])].slice(0, mostTongues)
  const group = {
    domain: 'post_translations',
    slug: `qtranslate ${item.id ?? item.guid ?? item.url}`,
    name: '',
  }
  const all = tags.flatMap((tag, index) => {
    const own = { title: inTag(title!, tag), content: inTag(content!, tag), excerpt: inTag(excerpt!, tag) }
    if (own.title.trim() === '' && own.content.trim() === '') return []
    const terms = [...item.terms, { domain: 'language', slug: tag, name: tag }, group]
    return index === 0 ? [{ ...item, ...own, terms }] : [{ ...withoutNumber(item, tag), ...own, terms }]
  })
  return all.length > 0 ? all : [item]
}

const mostTongues = 30
const mark = /\[:[a-z]{2}\]|<!--:[a-z]{2}-->/
const marks = /(\[:(?:[a-z]{2})?\]|<!--:(?:[a-z]{2})?-->)/

type Parts = { byTag: Map<string, string>; pieces: { tag: string | null; words: string }[] }

function partsOf(text: string): Parts {
  const parts: Parts = { byTag: new Map(), pieces: [] }
  let tag: string | null = null
  for (const words of text.split(marks)) {
    if (marks.test(words)) tag = /[a-z]{2}/.exec(words)?.[0] ?? null
    else if (words !== '') {
      parts.pieces.push({ tag, words })
      if (tag && words.trim() !== '') parts.byTag.set(tag, words)
    }
  }
  return parts
}

/** What stands in none of them is of all. */
function inTag({ pieces }: Parts, wanted: string): string {
  return pieces.flatMap(({ tag, words }) => (tag === null || tag === wanted ? words : [])).join('')
}

function withoutNumber({ id, slug: _, url: address, ...item }: ExportItem, tag: string): ExportItem {
  const url = address ? URL.parse(address) : null
  if (url) url.pathname = `/${tag}${url.pathname}`
  return {
    ...item,
    guid: `${item.guid ?? address ?? id ?? ''}#${tag}`,
    ...(url && !url.search && { url: url.href }),
    comments: [],
  }
}
