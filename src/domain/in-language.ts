import type { Entry } from './entry.ts'
import type { EntryLine } from './entry-line.ts'
import { type Figure, figureWords } from './figure.ts'
import type { Edition, Programme, Series } from './programme.ts'
import type { Translations } from './translation.ts'

/** `saidIn`: in which language each field is said, once it is in a reader's; null: nobody has told. */
type Worded<Field extends string> = {
  language: string | null
  translations: Translations<Field>
  saidIn?: Partial<Record<Field, string | null>>
}

/**
 * A programme in the words that a reader of a language has most of: each text in it where somebody said it so, else as
 * it was written. What was written in another language keeps being told as that.
 *
 * @param language BCP 47, as translations are kept by
 */
export function programmeIn(programme: Programme, language: string): Programme {
  const series = seriesIn(programme.series, language)
  const edition = editionIn(programme.edition, language)
  const entries = entriesIn(programme.entries, language)
  if (series === programme.series && edition === programme.edition && entries === programme.entries)
    return programme
  return { ...programme, series, edition, entries }
}

export function seriesIn<Told extends Pick<Series, 'title' | 'text' | 'language' | 'translations'>>(
  series: Told,
  language: string,
): Told {
  return wordsIn(series, ['title', 'text'], language)
}

export function editionIn<Told extends Pick<Edition, 'title' | 'language' | 'translations'>>(
  edition: Told,
  language: string,
): Told {
  return wordsIn(edition, ['title', 'text'], language)
}

export function figureIn(figure: Figure, language: string): Figure {
  return wordsIn(figure, figureWords, language)
}

/** A line of a list: nothing of it is shown but its title. */
export function entryLineIn(line: EntryLine, language: string): EntryLine {
  return wordsIn(line, ['title'], language)
}

export function entriesIn(entries: Entry[], language: string): Entry[] {
  let changed = false
  const said = entries.map(entry => {
    const sessions = entry.sessions.length ? entriesIn(entry.sessions, language) : entry.sessions
    const own = sessions === entry.sessions ? entry : { ...entry, sessions }
    const worded = wordsIn(own, ['title', 'summary', 'note'], language)
    if (worded !== entry) changed = true
    return worded
  })
  return changed ? said : entries
}

/** What was told as `zh-Hans` or `fr-CA` is better than another language, too. */
function wordsOf<Field extends string>(translations: Translations<Field>, language: string) {
  const own = translations?.[language]
  if (own || !translations) return own
  const near = Object.keys(translations).find(tag => tag.split('-')[0] === language)
  return near === undefined ? undefined : translations[near]
}

/** The same object where nothing of it is said in the language. */
function wordsIn<Field extends string, Told extends Worded<Field>>(
  told: Told,
  fields: readonly Field[],
  language: string,
): Told {
  const words = wordsOf(told.translations, language)
  if (!words) return told
  const saidIn = Object.fromEntries(
    fields.map(field => [field, words[field] === undefined ? told.language : language]),
  )
  return { ...told, ...words, saidIn }
}
