import { languageTags } from '../page/language-tags.ts'
import type { ExportItem } from './item.ts'

type Tongued = Pick<ExportItem, 'terms' | 'meta'>

/** The language an item is written in (BCP 47), as Polylang keeps it (a term) or WPML exports it; null: it is not told. */
export function languageOf({ terms, meta }: Tongued): string | null {
  const own = terms.filter(({ domain }) => domain === 'language').flatMap(({ slug, name }) => [slug, name])
  const [tag] = languageTags([...own, meta.get('_wpml_import_language_code') ?? ''])
  return tag ?? null
}

/** What all translations of one item have in common, itself included; null: none are known. */
export function translationGroupOf({ terms, meta }: Tongued): string | null {
  const term = terms.find(({ domain }) => domain === 'post_translations')
  if (term?.slug) return term.slug.slice(0, 100)
  const group = meta.get('_wpml_import_translation_group')?.trim()
  return group ? `wpml ${group}`.slice(0, 100) : null
}
