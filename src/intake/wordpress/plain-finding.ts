import type { Finding, Provenance } from '../../domain/finding.ts'
import { summaryText, titleText } from '../page/words-of.ts'
import { isSubject } from '../person-name.ts'
import { kindWord } from '../post/words/kind-words.ts'
import type { ExportItem, ExportSite } from './item.ts'
import { htmlOf } from './markdown.ts'
import { publishedOf } from './published.ts'
import type { ShortcodeWorld } from './shortcodes.ts'
import { soundsOf } from './sounds.ts'
import { languageOf } from './tongue.ts'

/** What any item tells of itself, whatever it is. */
export function plainFinding(item: ExportItem, site: ExportSite): Finding {
  const summary = summaryText(item.excerpt.trim() || htmlOf(item.content, noWorld), item.url)
  const title =
    titleText(item.title) ??
    titleText(/\p{L}/u.test(item.slug ?? '') ? item.slug?.replaceAll('-', ' ') : undefined) ??
    firstWords(summary) ??
    item.slug ??
    ''
  const { categories, tags } = termsOf(item)
  const published = publishedOf(item)
  const author = authorOf(item, site)
  const word = kindWord(title)
  const language = languageOf(item)
  const sounds = soundsOf(item)
  return {
    kind: word && word.kind !== 'event' && item.type === 'post' ? word.kind : 'article',
    title,
    ...(item.url && { url: item.url }),
    ...(published && { published }),
    ...(summary && { summary: summary.slice(0, 1000) }),
    ...(author && { people: [{ name: author, role: 'author' }] }),
    ...(categories.length + tags.length > 0 && { tags: [...new Set([...categories, ...tags])] }),
    ...(language && { languages: [language] }),
    ...(sounds.length > 0 && { links: sounds.map(url => ({ role: 'recording' as const, url })) }),
    ...(item.guid && { uid: item.guid }),
  }
}

/** A note that nobody gave a title, and WordPress a number, is called by its first words. */
function firstWords(summary: string | undefined): string | undefined {
  const sentence = summary
    ?.replace(/ ?<https?:[^<>]*>/g, '')
    .split(/(?<=[.!?])\s|\n/)[0]
    ?.trim()
  if (!sentence) return undefined
  return sentence.length <= 80
    ? sentence.replace(/\.$/, '')
    : `${sentence.slice(0, sentence.lastIndexOf(' ', 78))} …`
}

/** A sight at the text needs no pictures. */
const noWorld: ShortcodeWorld = { pictures: () => [], onDropped: () => {} }

export function termsOf({ terms }: ExportItem): { categories: string[]; tags: string[] } {
  const named = (wanted: (domain: string) => boolean) => [
    ...new Set(terms.filter(({ domain }) => wanted(domain)).flatMap(({ name }) => titleText(name) ?? [])),
  ]
  return {
    categories: named(domain => /categor|_cat$/.test(domain)).filter(isSubject),
    tags: named(domain => /tag$/.test(domain)),
  }
}

export function authorOf({ creator }: ExportItem, { authors }: ExportSite): string | undefined {
  return titleText(authors.find(({ login }) => login === creator)?.name ?? creator)
}

export function fromExport(
  item: ExportItem,
  site: ExportSite,
  finding: Partial<Finding>,
): Record<string, Provenance> {
  const fields = Object.keys({ ...plainFinding(item, site), ...finding })
  return Object.fromEntries(
    fields.filter(field => !/^(?:kind|doubts|from)$/.test(field)).map(field => [field, 'wordpress']),
  )
}
