import { type Content, contentOfEntry } from './content.ts'
import type { Entry, Link } from './entry.ts'
import type { TextShown } from './links/kept-text.ts'

/** How an entry stands in its edition, beside what it says. */
export type Standing = Pick<Entry, 'state' | 'publishAt' | 'slug'> & {
  /** Place in the story, or among the sessions of its event. */
  position: number
  /** The event it is a session of. */
  parentId: string | null
  /** The entry it was merged into; null where it was not, and where it is not withdrawn (any more). */
  mergedInto: string | null
  /** Which of its links lead nowhere any more, or to somebody else; null: none. */
  deadLinks: DeadLinks | null
  /** Why readers may see the text that was kept of it; null: they do not. */
  textShown: TextShown | null
}

export type DeadLinks = Record<string, 'gone' | 'changed-hands'>

/** Of these links, those that are marked; in their order. */
function deadLinksOf(links: readonly Pick<Link, 'url' | 'health'>[]): DeadLinks | null {
  const dead = links.flatMap(({ url, health }) =>
    health === 'gone' || health === 'changed-hands' ? [[url, health] as const] : [],
  )
  return dead.length > 0 ? Object.fromEntries(dead) : null
}

/** The same of links that may be others now: of one that is not there any more nothing is said. */
export function deadAmong(dead: DeadLinks | null, links: readonly Pick<Link, 'url'>[]): DeadLinks | null {
  if (dead === null) return null
  return deadLinksOf(links.map(({ url }) => ({ url, health: dead[url] ?? 'unknown' })))
}

/** All of an entry that a revision can change. */
export type EntryFields = Content & Standing

/** The fields of a stored entry. */
export function fieldsOfEntry(
  row: { entry: Entry } & Pick<Standing, 'position' | 'parentId' | 'mergedInto'>,
): EntryFields {
  const { entry, position, parentId, mergedInto } = row
  const { state, publishAt, slug, textShown = null } = entry
  const deadLinks = deadLinksOf(entry.links)
  const standing = { state, publishAt, slug, position, parentId, mergedInto, deadLinks, textShown }
  return { ...contentOfEntry(entry), ...standing }
}

/** The content among them. */
export function contentOfFields(fields: EntryFields): Content {
  const { state, publishAt, slug, position, parentId, mergedInto, deadLinks, textShown, ...content } = fields
  return content
}

/** In which fields two differ, in the order of the first. */
export function fieldsChanged<T extends object>(before: T, after: T): (keyof T)[] {
  return (Object.keys(after) as (keyof T)[]).filter(
    field => before[field] !== after[field] && JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  )
}

/** Only these fields. */
export function only<T extends object>(fields: T, names: readonly (keyof T)[]): Partial<T> {
  return Object.fromEntries(names.map(name => [name, fields[name]])) as Partial<T>
}
