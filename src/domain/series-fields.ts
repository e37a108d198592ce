import { isDay } from '../time/days.ts'
import { type Fault, longestLine, longestText } from './edition-faults.ts'
import type { Series } from './programme.ts'
import { Refusal } from './refusal.ts'
import { reservedWords } from './reserved-words.ts'
import { isSeriesSlug } from './slug.ts'

/** All of a series that can be changed. */
export type SeriesFields = Omit<Series, 'id' | 'saidIn'>

export function fieldsOfSeries({ id: _, saidIn: __, ...fields }: Series): SeriesFields {
  return fields
}

/** Everything in what a series is to say that cannot be so, in the order of its fields. */
export function faultsOfSeries(fields: SeriesFields): Fault<SeriesFields>[] {
  const faults: Fault<SeriesFields>[] = []
  const wrong = (field: keyof SeriesFields, ...why: ConstructorParameters<typeof Refusal>) =>
    faults.push({ field, refusal: new Refusal(...why) })
  const { title, slug, text, observed, founded, accent } = fields
  if (title.trim() === '') wrong('title', 'title-missing', {}, 'It needs a title.')
  if (title.length > longestLine)
    wrong('title', 'too-long', { most: longestLine }, `At most ${longestLine} characters.`)
  if (!isSeriesSlug(slug, reservedWords))
    wrong(
      'slug',
      'series-slug-wrong',
      { series: slug },
      `“${slug}” cannot be the address of a series. Use small letters, digits and hyphens, not digits alone, and no word the site itself uses, such as “tag” or “api”.`,
    )
  if ((text?.length ?? 0) > longestText)
    wrong('text', 'too-long', { most: longestText }, `At most ${longestText} characters.`)
  // In a leap year, so that 29 February is a day.
  if (observed !== null && !(/^--\d\d-\d\d$/.test(observed) && isDay(`2020${observed.slice(1)}`)))
    wrong('observed', 'observed-wrong', { day: observed }, `“${observed}” is no day of a year.`)
  if (founded !== null && !isFounding(founded))
    wrong('founded', 'founded-wrong', { date: founded }, `“${founded}” is no year, month or day.`)
  if (accent !== null && !/^#[0-9a-f]{6}$/.test(accent))
    wrong('accent', 'colour-wrong', { colour: accent }, `“${accent}” is no colour like #14606a.`)
  return faults
}

function isFounding(told: string): boolean {
  const [year = '', month = '01', day = '01'] = told.split('-')
  return /^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(told) && isDay(`${year}-${month}-${day}`)
}
