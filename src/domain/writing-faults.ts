import { isDay } from '../time/days.ts'
import { type Fault, longestLine, longestText } from './edition-faults.ts'
import { Refusal } from './refusal.ts'
import { isSlug } from './slug.ts'
import type { WritingFields } from './writing.ts'

/** Everything in what a post or a page is to say that cannot be so. */
export function faultsOfWriting(fields: WritingFields): Fault<WritingFields>[] {
  const faults: Fault<WritingFields>[] = []
  const wrong = (field: keyof WritingFields, ...why: ConstructorParameters<typeof Refusal>) =>
    faults.push({ field, refusal: new Refusal(...why) })
  if (fields.title.trim() === '') wrong('title', 'title-missing', {}, 'It needs a title.')
  if (!isSlug(fields.slug))
    wrong('slug', 'writing-slug-wrong', { slug: fields.slug }, `“${fields.slug}” cannot be an address.`)
  if (!isDay(fields.day)) wrong('day', 'date-wrong', { date: fields.day }, `“${fields.day}” is no date.`)
  for (const field of ['title', 'excerpt', 'authors', 'tags', 'categories'] as const)
    if ((fields[field] ?? '').toString().length > longestLine)
      wrong(field, 'too-long', { most: longestLine }, `At most ${longestLine} characters.`)
  if (fields.text.length > longestText)
    wrong('text', 'too-long', { most: longestText }, `At most ${longestText} characters.`)
  return faults
}
