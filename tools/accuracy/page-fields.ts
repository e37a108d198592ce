import type { Finding } from '../../src/domain/finding.ts'
import { fold } from '../../src/time/fold.ts'

/** What a key may tell of a page besides its fields with marks of their own; told only where the page says it. */
export const moreFields = [
  'allDay',
  'place',
  'people',
  'languages',
  'interpretation',
  'captions',
  'signLanguages',
  'recording',
  'registrationUntil',
  'tags',
] as const
export type MoreField = (typeof moreFields)[number]

/** A field as one line of text, to be held against the key's. */
export function sayMore(field: MoreField, finding: Finding): string | undefined {
  if (field === 'place')
    return finding.place && [finding.place.name, finding.place.address].filter(Boolean).join(', ')
  if (field === 'people') return finding.people?.map(one => one.name).join(', ')
  const value = finding[field]
  return value === undefined ? undefined : String(value)
}

/** A place, people and tags have to hold what the key names; languages are the same ones; a deadline is of the same day. */
export function isMore(field: MoreField, wanted: unknown, finding: Finding): boolean {
  const read = sayMore(field, finding)!
  if (field === 'place') return fold(read).includes(fold(wanted as string))
  if (field === 'people' || field === 'tags')
    return (wanted as string[]).every(name => fold(read).includes(fold(name)))
  if (field === 'registrationUntil') return read.slice(0, 10) === wanted
  if (Array.isArray(wanted)) return read.split(',').toSorted().join() === wanted.toSorted().join()
  return read === String(wanted)
}
