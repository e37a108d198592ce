import type { Cited, CitedForm } from './cited.ts'
import { onOneLine } from './one-line.ts'

/** A `<meta>` for the head of a page: by its name, or by the property that it is in Open Graph's way. */
export type MetaTag = { name: string; content: string }

/**
 * What programs that collect references read in the head of a page: the names of Highwire Press, and those of Zotero's
 * "Embedded Metadata" where these have none – the type of the item, and what an event was part of.
 */
export function metaTagsOf(cited: Cited): MetaTag[] {
  const tags: [string, string | null | undefined][] = [
    ['citation_title', cited.title],
    ...cited.authors.map((author): [string, string] => ['citation_author', authorOf(author)]),
    ['citation_publication_date', cited.from?.replaceAll('-', '/')],
    ['citation_publisher', cited.publishers.join('; ')],
    ['citation_language', cited.language],
    ['citation_keywords', cited.tags.join('; ')],
    ['citation_public_url', cited.url],
    ['z:itemType', types[cited.form]],
    ['bib:presentedAt', cited.event],
  ]
  return tags.flatMap(([name, content]) => (content ? [{ name, content: onOneLine(content) }] : []))
}

const types: Record<CitedForm, string> = {
  presentation: 'presentation',
  video: 'videoRecording',
  document: 'document',
  webpage: 'webpage',
  post: 'blogPost',
}

/**
 * Zotero takes the last word of an author for the name of a family, unless there is a comma: behind the name of an
 * organisation it makes the whole one name. A semicolon would part two authors.
 */
function authorOf({ name, isPerson }: Cited['authors'][number]): string {
  const whole = name.replaceAll(';', ' ')
  return isPerson ? whole : `${whole.replace(/\s*,\s*/g, ' ')},`
}
