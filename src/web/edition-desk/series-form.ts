import { faultsOfSeries, type SeriesFields } from '../../domain/series-fields.ts'
import type { Wrong } from './edition-form.ts'
import { type FormFields, languageIn, lineIn, textIn } from './typed.ts'

/** What a series says, as it stands in its form. The day it is observed on is a day of a leap year. */
export function fillSeries(fields: SeriesFields): FormFields {
  const { observed } = fields
  return {
    title: fields.title,
    slug: fields.slug,
    text: fields.text ?? '',
    'observed.month': observed?.slice(2, 4) ?? '',
    'observed.day': observed ? String(Number(observed.slice(5))) : '',
    founded: fields.founded ?? '',
    accent: fields.accent ?? '',
    language: fields.language ?? '',
  }
}

export function readSeriesForm(
  typed: FormFields,
  current: SeriesFields,
): { told: SeriesFields; wrong: Wrong<SeriesFields> } {
  const told: SeriesFields = {
    title: lineIn(typed.title),
    slug: lineIn(typed.slug) || current.slug,
    text: textIn(typed.text),
    observed: observedIn(typed),
    founded: lineIn(typed.founded) || null,
    accent: colourIn(typed),
    language: languageIn(typed, current.language),
    translations: current.translations,
  }
  const wrong: Wrong<SeriesFields> = {}
  for (const { field, refusal } of faultsOfSeries(told)) wrong[field] ??= refusal
  return { told, wrong }
}

function observedIn(typed: FormFields): string | null {
  const month = lineIn(typed['observed.month'])
  const day = lineIn(typed['observed.day'])
  return month === '' && day === '' ? null : `--${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** A colour field always says one: whether it is meant stands beside it. */
function colourIn(typed: FormFields): string | null {
  const told = lineIn(typed.accent).toLowerCase()
  return told === '' || typed['accent.own'] === 'no' ? null : told
}
