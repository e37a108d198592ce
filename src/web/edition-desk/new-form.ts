import { type Days, nextObserved } from '../../domain/next-days.ts'
import type { Series } from '../../domain/programme.ts'
import { Refusal } from '../../domain/refusal.ts'
import { slugOf } from '../../domain/slug.ts'
import type { InSeries } from '../../services/open-edition.ts'
import type { EditionToStart } from '../../services/start-edition.ts'
import { isDay } from '../../time/days.ts'
import { zoneIn } from './edition-form.ts'
import { newSeries } from './new-page.tsx'
import { type FormFields, lineIn } from './typed.ts'

type ReadNew = {
  where: InSeries
  told: EditionToStart
  wrong: Partial<Record<string, Refusal>>
}

/**
 * What a form says of a new edition. A day that is left empty is the next one that the series is observed on.
 *
 * @param series the one that was chosen; null: a new one
 * @param today ISO date
 */
export function readNew(
  typed: FormFields,
  series: Series | null,
  { hasSource, today, locale }: { hasSource: boolean; today: string; locale: string },
): ReadNew {
  const wrong: ReadNew['wrong'] = {}
  const startsOn = lineIn(typed.startsOn) || (series?.observed && nextObserved(series.observed, today)) || ''
  const days = daysIn(startsOn, lineIn(typed.endsOn), hasSource, wrong)
  const zoneTold = lineIn(typed.homeZone)
  const homeZone = zoneIn(zoneTold, days?.startsOn ?? today, locale)
  if (zoneTold && !homeZone)
    wrong.homeZone = new Refusal('zone-unknown', { zone: zoneTold }, `“${zoneTold}” is no time zone.`)
  if (!zoneTold && !hasSource) wrong.homeZone = new Refusal('zone-missing', {}, 'A zone is missing.')
  const told = { title: lineIn(typed.title) || null, slug: lineIn(typed.slug) || null, days, homeZone }
  if (series) return { where: { id: series.id }, told, wrong }
  const title = lineIn(typed['series.title'])
  if (title === '') wrong['series.title'] = new Refusal('title-missing', {}, 'A title is missing.')
  const observed = typed['series.yearly'] && days ? `-${days.startsOn.slice(4)}` : null
  return { where: { new: { title, slug: slugOf(title), observed } }, told, wrong }
}

export function isOfNewSeries(typed: FormFields): boolean {
  return (typed.series ?? newSeries) === newSeries
}

function daysIn(startsOn: string, lastDay: string, hasSource: boolean, wrong: ReadNew['wrong']): Days | null {
  if (startsOn === '') {
    if (!hasSource) wrong.startsOn = new Refusal('day-missing', {}, 'A day is missing.')
    return null
  }
  const endsOn = lastDay || startsOn
  if (!isDay(startsOn))
    wrong.startsOn = new Refusal('date-wrong', { date: startsOn }, `“${startsOn}” is no date.`)
  else if (!isDay(endsOn))
    wrong.endsOn = new Refusal('date-wrong', { date: endsOn }, `“${endsOn}” is no date.`)
  else if (endsOn < startsOn) wrong.endsOn = new Refusal('days-in-disorder', {}, 'The last day comes first.')
  return { startsOn, endsOn }
}
