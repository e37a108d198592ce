import type { EditionListing } from '../../domain/programme.ts'
import { type ToldYears, tellYears } from '../../domain/tell-years.ts'
import { type EditionFigures, yearKinds } from '../../domain/years.ts'
import { sayMonth } from '../../time/say-time.ts'
import type { Showing } from '../ui/showing.ts'

/** One row of the chart: what is counted, a value for each slot, and the sentence that says what is to be seen. */
export type YearRow = {
  key: string
  name: string
  /** Null: there was no edition, or nothing can be said of it. */
  values: (number | null)[]
  says: string | null
  say: (value: number) => string
}

/** A place on the axis: an edition, or a year without one. */
export type YearSlot = { label: string; year: string; figures: EditionFigures | null; isComing: boolean }

const mostSlots = 60

/** The editions from the oldest to the newest, and between them the years in which there was none. */
export function slotsOf(
  editions: EditionListing[],
  figures: EditionFigures[],
  { locale }: Showing,
  today: string,
): YearSlot[] {
  const byId = new Map(figures.map(each => [each.editionId, each]))
  const counts = Map.groupBy(editions, ({ startsOn }) => startsOn.slice(0, 4))
  const oldestFirst = editions.toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1))
  const years = [...counts.keys()].map(Number).sort((a, b) => a - b)
  const hasGaps = years.at(-1)! - years[0]! < mostSlots
  const slots: YearSlot[] = []
  let before = Number.POSITIVE_INFINITY
  for (const { id, startsOn, endsOn } of oldestFirst) {
    const year = startsOn.slice(0, 4)
    for (let gap = before + 1; hasGaps && gap < Number(year); gap++)
      slots.push({ label: String(gap), year: String(gap), figures: null, isComing: false })
    before = Number(year)
    const label = counts.get(year)!.length === 1 ? year : sayMonth(startsOn.slice(0, 7), locale)
    slots.push({ label, year, figures: byId.get(id) ?? null, isComing: endsOn >= today })
  }
  return slots
}

/** Every row of which there is anything: kinds of entries first, peak hours, languages, organisations, recordings. */
export function rowsOf(slots: YearSlot[], showing: Showing): YearRow[] {
  const { say, locale } = showing
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const row = (
    key: string,
    name: string,
    valueIn: (figures: EditionFigures) => number | null,
    format = whole,
    isSummed = true,
  ): YearRow => {
    // Of what is still to come nobody knows that there will be none.
    const values = slots.map(({ figures, isComing }) => {
      const value = figures && valueIn(figures)
      return isComing && value === 0 ? null : value
    })
    const known = slots.flatMap(({ label }, index) => {
      const value = values[index]
      return value === null || value === undefined ? [] : [{ year: label, value }]
    })
    const told = tellYears(known, { isSummed })
    return {
      key,
      name,
      values,
      says: told && sayYears(told, name, format, showing),
      say: value => format.format(value),
    }
  }
  const measure = (
    what: 'hours' | 'languages' | 'organisers' | 'recorded',
    valueIn: (figures: EditionFigures) => number | null,
    format = whole,
  ) => row(what, say('years.measure', { what }), valueIn, format, what === 'hours')
  const areAllUntold = slots.every(
    ({ figures: f }) => !f || f.kinds.online + f.kinds.mixed + f.kinds.offline === 0,
  )
  const rows = [
    ...yearKinds.map(kind => {
      const name = say('years.kind', { kind: kind === 'untold' && areAllUntold ? 'event' : kind })
      return row(kind, name, ({ kinds }) => kinds[kind])
    }),
    // What nobody told is not none; and no event of ten minutes is none.
    measure('hours', ({ hours }) => Math.ceil(hours) || null),
    measure('languages', ({ languages }) => languages.size || null),
    measure('organisers', ({ organisers }) => organisers || null),
    measure('recorded', ({ share }) => share, percent),
  ]
  return rows.filter(({ values }) => values.some(value => value))
}

function sayYears(told: ToldYears, what: string, format: Intl.NumberFormat, { say }: Showing): string {
  switch (told.tells) {
    case 'from-to': {
      const { first, last, from, to } = told
      return say('years.from-to', { what, first, last, from: format.format(from), to: format.format(to) })
    }
    case 'few-before': {
      const { year, peak, few, count } = told
      return say('years.few-before', {
        what,
        year,
        peak,
        few: format.format(few),
        count: format.format(count),
      })
    }
    case 'only':
    case 'most': {
      const { peak, count } = told
      return say(`years.${told.tells}`, { what, peak, count: format.format(count) })
    }
    default: {
      const { year, peak, count } = told
      return say(`years.${told.tells}`, { what, year, peak, count: format.format(count) })
    }
  }
}
