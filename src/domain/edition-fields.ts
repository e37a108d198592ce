import type { Tag } from './entry.ts'
import type { ListKeys } from './merge-fields.ts'
import type { Edition } from './programme.ts'
import { slugOf, tagKey } from './slug.ts'

/** All of an edition itself that a revision can change; what is in it is another matter. */
export type EditionFields = Pick<
  Edition,
  | 'title'
  | 'slug'
  | 'text'
  | 'state'
  | 'startsOn'
  | 'endsOn'
  | 'homeZone'
  | 'assumedMinutes'
  | 'hashtags'
  | 'author'
  | 'coAuthors'
  | 'credit'
  | 'language'
  | 'translations'
  | 'publishAt'
  | 'publishedAt'
  | 'takesSuggestions'
> & { tags: string[]; categories: string[] }

export function fieldsOfEdition(
  edition: Omit<Edition, 'tags' | 'categories'>,
  words: { tags: Tag[]; categories: Tag[] },
): EditionFields {
  const names = (tags: Tag[]) => tags.map(({ name }) => name)
  return {
    title: edition.title,
    slug: edition.slug,
    text: edition.text,
    state: edition.state,
    startsOn: edition.startsOn,
    endsOn: edition.endsOn,
    homeZone: edition.homeZone,
    assumedMinutes: edition.assumedMinutes,
    hashtags: edition.hashtags,
    tags: names(words.tags),
    categories: names(words.categories),
    author: edition.author,
    coAuthors: edition.coAuthors,
    credit: edition.credit,
    language: edition.language,
    translations: edition.translations,
    publishAt: edition.publishAt,
    publishedAt: edition.publishedAt,
    takesSuggestions: edition.takesSuggestions,
  }
}

/** The fields that two people may add to at the same time. */
export const editionLists: ListKeys<EditionFields> = {
  hashtags: (hashtag: string) => hashtag.toLowerCase(),
  tags: tagKey,
  categories: slugOf,
  coAuthors: slugOf,
}

/** Acts that are recorded with an edition and change something else: what it names, or what is derived. */
const ofOthers = [
  'describe-series',
  'add-addresses',
  'derive-instants',
  'edit-organisation',
  'merge-organisations',
  'part-organisations',
  'hide-person',
  'show-person',
]

/** Whether a revision without an entry is one of the edition itself. */
export function isOfEdition({ entryId, act }: { entryId: string | null; act: string }): boolean {
  return entryId === null && !ofOthers.includes(act)
}
