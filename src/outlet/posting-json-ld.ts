import type { Writing } from '../domain/writing.ts'
import { cleanThing, safeJson } from './json-ld.ts'

/** A post (BlogPosting) or a page (WebPage) for machines, as JSON that may stand inside `<script>`. */
export function postingJsonLd(
  { kind, title, text, day, publishedAt, updatedAt, author, tags, categories }: Writing,
  told: {
    url: string
    description: string
    authorUrl: string | null
    comments: number
    image: string | null
  },
): string {
  const words = [...categories, ...tags].map(({ name }) => name)
  return safeJson({
    '@context': 'https://schema.org',
    '@type': kind === 'post' ? 'BlogPosting' : 'WebPage',
    '@id': told.url,
    url: told.url,
    mainEntityOfPage: kind === 'post' ? told.url : null,
    [kind === 'post' ? 'headline' : 'name']: title,
    description: told.description,
    image: told.image,
    datePublished: publishedAt === null ? day : new Date(publishedAt).toISOString(),
    dateModified: new Date(updatedAt).toISOString(),
    author: author && cleanThing({ '@type': 'Person', name: author.name, url: told.authorUrl }),
    keywords: words.join(', '),
    ...(kind === 'post' && { wordCount: text.split(/\s+/).length, commentCount: told.comments || null }),
  })
}
