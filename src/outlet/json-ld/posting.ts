import type { Writing } from '../../domain/writing.ts'
import { type SaidToMachines, saidOf } from './said.ts'
import { cleanThing, jsonLdOf, oneOrAll } from './thing.ts'
import { type Trail, trailOf } from './trail.ts'

/** A post (BlogPosting) or a page (WebPage) for machines, as JSON that may stand inside `<script>`. */
export function postingJsonLd(
  { kind, title, text, day, publishedAt, updatedAt, authors, tags, categories, language }: Writing,
  told: {
    url: string
    description: string
    /** Pages of its authors. */
    authorUrls: string[]
    said: SaidToMachines
    image: string | null
    trail: Trail
  },
): string {
  const words = [...categories, ...tags].map(({ name }) => name)
  return jsonLdOf(
    {
      '@type': kind === 'post' ? 'BlogPosting' : 'WebPage',
      '@id': told.url,
      url: told.url,
      mainEntityOfPage: kind === 'post' ? told.url : null,
      [kind === 'post' ? 'headline' : 'name']: title,
      description: told.description,
      inLanguage: language,
      image: told.image,
      datePublished: publishedAt === null ? day : new Date(publishedAt).toISOString(),
      dateModified: new Date(updatedAt).toISOString(),
      author: oneOrAll(
        authors.map(({ name }, index) =>
          cleanThing({ '@type': 'Person', name, url: told.authorUrls[index] }),
        ),
      ),
      keywords: words.join(', '),
      ...(kind === 'post' && { wordCount: text.split(/\s+/).length, ...saidOf(told.said) }),
    },
    trailOf(told.trail),
  )
}
