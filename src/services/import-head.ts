import { addressOrNull, clean } from '../domain/content.ts'
import { longestText } from '../domain/edition-faults.ts'
import type { ProgrammeHead } from '../domain/finding.ts'
import type { Author } from '../domain/programme.ts'
import { slugOf } from '../domain/slug.ts'
import {
  type EditionWord,
  editionWords,
  isLanguageTag,
  soundTranslations,
  type Translations,
} from '../domain/translation.ts'
import { type EditionRow, updateEdition } from '../storage/editions.ts'
import { type KnownNames, nameAll, nameCategories } from '../storage/names.ts'
import type { Change } from '../storage/revisions.ts'
import type { Db } from '../storage/tables.ts'
import { readEditionWords, writeEditionWords } from '../storage/tags.ts'
import type { ImportSummary } from './import-summary.ts'

/** What a file says of the edition itself, in the edition's own fields. */
export type SaidOfEdition = {
  title: string | null
  text: string | null
  hashtags: string[]
  author: Author | null
  tags: string[]
  categories: string[]
  language: string | null
  translations: Translations<EditionWord>
}

export function saidOfEdition(head: ProgrammeHead): SaidOfEdition {
  const author = head.authors?.[0]
  const words = (list: string[] | undefined) => (list ?? []).map(clean).filter(word => word !== '')
  return {
    title: clean(head.title ?? '') || null,
    text: clean(head.text ?? '') || null,
    hashtags: words(head.hashtags),
    author: author ? authorOf(author) : null,
    tags: words(head.tags),
    categories: words(head.categories),
    language: head.language && isLanguageTag(head.language) ? head.language : null,
    translations: soundTranslations(head.translations, editionWords, longestText),
  }
}

/**
 * Takes over what the file says of the edition, where nobody has said otherwise since it was read last (`before`; null
 * where it never was: then only what is still empty is filled, and all of a `isNew` edition).
 */
export async function mergeHead(
  db: Db,
  names: KnownNames,
  edition: EditionRow,
  { before, said, isNew }: { before: SaidOfEdition | null; said: SaidOfEdition; isNew: boolean },
  summary: ImportSummary,
): Promise<Change[]> {
  const words = await readEditionWords(db, edition.id)
  const now: SaidOfEdition = {
    title: edition.title,
    text: edition.text,
    hashtags: edition.hashtags,
    author: edition.author,
    tags: words.tags.map(({ name }) => name),
    categories: words.categories.map(({ name }) => name),
    language: edition.language,
    translations: edition.translations,
  }
  const taken: Partial<SaidOfEdition> = {}
  for (const field of Object.keys(said) as (keyof SaidOfEdition)[]) {
    if (isEmpty(said[field]) || same(field, said, now)) continue
    const isOurs = before ? same(field, now, before) || isEmpty(now[field]) : isNew || isEmpty(now[field])
    if (isOurs) Object.assign(taken, { [field]: said[field] })
    else {
      summary.kept.push({
        entry: null,
        title: edition.title,
        field,
        yours: shown(now[field]),
        file: shown(said[field]),
      })
    }
  }
  if (Object.keys(taken).length === 0) return []
  const { title, tags, categories, ...plain } = taken
  if (title || Object.keys(plain).length > 0)
    await updateEdition(db, edition.id, { ...plain, ...(title && { title }) })
  if (tags || categories) {
    const all = { tags: tags ?? now.tags, categories: categories ?? now.categories }
    await nameAll(db, names, [{ organisations: [], people: [], place: null, tags: all.tags }])
    await nameCategories(db, names, all.categories)
    await writeEditionWords(db, edition.id, {
      tags: idsOf(names.tags, all.tags),
      categories: idsOf(names.categories, all.categories),
    })
  }
  const only = (whole: SaidOfEdition) =>
    Object.fromEntries(Object.keys(taken).map(field => [field, whole[field as keyof SaidOfEdition]]))
  return [{ entryId: null, act: 'import', before: only(now), after: only({ ...now, ...taken }) }]
}

/** The author's box, from who a post says wrote it. */
function authorOf({ name, url, bio }: { name: string; url?: string; bio?: string }): Author {
  const address = addressOrNull(url)
  const links = address === null ? [] : [{ url: address, title: clean(name) }]
  return { name: clean(name), bio: clean(bio ?? '') || null, picture: null, links }
}

function idsOf(known: Map<string, string>, words: string[]): string[] {
  return [...new Set(words.map(word => known.get(slugOf(word))!))]
}

function isEmpty(value: unknown): boolean {
  return value === null || (Array.isArray(value) && value.length === 0)
}

/** A word may be stored as somebody else wrote it first. */
function same(field: keyof SaidOfEdition, a: SaidOfEdition, b: SaidOfEdition): boolean {
  if (field !== 'tags' && field !== 'categories') return JSON.stringify(a[field]) === JSON.stringify(b[field])
  const compared = (words: string[]) => [...new Set(words.map(slugOf))].join(' ')
  return compared(a[field]) === compared(b[field])
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
