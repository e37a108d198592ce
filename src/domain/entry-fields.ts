import { type Content, contentOfEntry } from './content.ts'
import type { Entry } from './entry.ts'

/** How an entry stands in its edition, beside what it says. */
export type Standing = Pick<Entry, 'state' | 'publishAt' | 'slug'> & {
  /** Place in the story, or among the sessions of its event. */
  position: number
  /** The event it is a session of. */
  parentId: string | null
  /** The entry it was merged into; null where it was not, and where it is not withdrawn (any more). */
  mergedInto: string | null
}

/** All of an entry that a revision can change. */
export type EntryFields = Content & Standing

/** The fields of a stored entry. */
export function fieldsOfEntry(
  row: { entry: Entry } & Pick<Standing, 'position' | 'parentId' | 'mergedInto'>,
): EntryFields {
  const { entry, position, parentId, mergedInto } = row
  const { state, publishAt, slug } = entry
  return { ...contentOfEntry(entry), state, publishAt, slug, position, parentId, mergedInto }
}

/** The content among them. */
export function contentOfFields(fields: EntryFields): Content {
  const { state, publishAt, slug, position, parentId, mergedInto, ...content } = fields
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
