import type { Entry } from '../entry.ts'
import type { Programme } from '../programme.ts'
import { type FiguresOfPage, hasFigures, sayFigures } from './in-text.ts'

/** All texts of a programme that readers see. */
export function textsOf({ series, edition, entries }: Programme): (string | null)[] {
  let texts = known.get(entries)
  if (!texts) known.set(entries, (texts = textsOfEntries(entries)))
  return [series.text, edition.text, edition.credit, ...texts]
}

/** Those of its entries that name a figure. */
export function textsOfEntries(entries: Entry[]): (string | null)[] {
  return entries.flatMap(({ note, summary }) => [note, summary]).filter(hasFigures)
}

/** A page is made again and again of the same entries. */
const known = new WeakMap<Entry[], (string | null)[]>()

/** The same with plain numbers in the place of the figures it names, for what is kept elsewhere. */
export function sayInProgramme(
  programme: Programme,
  figures: FiguresOfPage | null,
  locale: string,
): Programme {
  if (!figures) return programme
  const { series, edition, entries } = programme
  const say = (text: string | null) => text && sayFigures(text, figures, locale)
  return {
    ...programme,
    series: { ...series, text: say(series.text) },
    edition: { ...edition, text: say(edition.text), credit: say(edition.credit) },
    entries: sayInEntries(entries, figures, locale),
  }
}

export function sayInEntries(entries: Entry[], figures: FiguresOfPage | null, locale: string): Entry[] {
  const say = (text: string | null) => text && sayFigures(text, figures, locale)
  return entries.map(entry =>
    hasFigures(entry.note) || hasFigures(entry.summary)
      ? { ...entry, note: say(entry.note), summary: say(entry.summary) }
      : entry,
  )
}
