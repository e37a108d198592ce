import { isDay } from '../time/days.ts'
import { canonicalZone } from '../time/zones.ts'
import type { EditionFields } from './edition-fields.ts'
import { Refusal } from './refusal.ts'
import { isSlug } from './slug.ts'

/** What cannot be so, and in which field; the refusal says why. */
export type Fault<Fields> = { field: keyof Fields; refusal: Refusal }

/** In characters. A text that is longer is shown as it was typed. */
export const longestText = 100_000
export const longestLine = 1000
const mostDays = 366
const mostMinutes = 24 * 60

/** Everything in what an edition is to say that cannot be so, in the order of its fields. */
export function faultsOfEdition(fields: EditionFields): Fault<EditionFields>[] {
  const faults: Fault<EditionFields>[] = []
  const wrong = (field: keyof EditionFields, ...why: ConstructorParameters<typeof Refusal>) =>
    faults.push({ field, refusal: new Refusal(...why) })
  const { title, slug, startsOn, endsOn, homeZone, assumedMinutes, author } = fields
  if (title.trim() === '') wrong('title', 'title-missing', {}, 'It needs a title.')
  if (!isSlug(slug))
    wrong(
      'slug',
      'edition-slug-wrong',
      { edition: slug },
      `“${slug}” cannot be the address of an edition. Use small letters, digits and hyphens, for example “2020”.`,
    )
  if (!isDay(startsOn)) wrong('startsOn', 'date-wrong', { date: startsOn }, `“${startsOn}” is no date.`)
  if (!isDay(endsOn)) wrong('endsOn', 'date-wrong', { date: endsOn }, `“${endsOn}” is no date.`)
  else if (isDay(startsOn) && endsOn < startsOn)
    wrong('endsOn', 'days-in-disorder', {}, 'The last day lies before the first one.')
  else if (isDay(startsOn) && Date.parse(endsOn) - Date.parse(startsOn) >= mostDays * 86_400_000)
    wrong('endsOn', 'days-too-many', { most: mostDays }, `An edition lasts ${mostDays} days at most.`)
  const zone = canonicalZone(homeZone)
  // An offset is no place to be at home in: its clocks do not follow the seasons.
  if (zone === null || /^[+-]/.test(zone))
    wrong('homeZone', 'zone-unknown', { zone: homeZone }, `“${homeZone}” is no time zone.`)
  if (!Number.isSafeInteger(assumedMinutes) || assumedMinutes < 1 || assumedMinutes > mostMinutes)
    wrong('assumedMinutes', 'minutes-wrong', { most: mostMinutes }, `1 to ${mostMinutes} minutes.`)
  if (author && author.name.trim() === '')
    wrong('author', 'author-nameless', {}, 'The author’s box needs a name.')
  for (const field of ['text', 'credit'] as const)
    if ((fields[field]?.length ?? 0) > longestText) tooLong(wrong, field, longestText)
  for (const field of ['title', 'hashtags', 'tags', 'categories'] as const)
    if (fields[field].toString().length > longestLine) tooLong(wrong, field, longestLine)
  return faults
}

function tooLong(
  wrong: (field: keyof EditionFields, ...why: ConstructorParameters<typeof Refusal>) => void,
  field: keyof EditionFields,
  most: number,
): void {
  wrong(field, 'too-long', { most }, `At most ${most} characters.`)
}
