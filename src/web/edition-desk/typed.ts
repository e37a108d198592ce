import { isLanguageTag } from '../../domain/translation.ts'
import { dayOf } from '../../time/days.ts'
import { sayClock } from '../../time/say-time.ts'
import { splitList } from '../ui/entry-form/names-typed.ts'

/** What stands in the fields of a form, by their names. */
export type FormFields = Record<string, string>

/**
 * Words of a list that stand in one field, between commas of any script or on lines. One of `known` that has a comma of
 * its own stays whole.
 */
export function wordsIn(typed: string | undefined, known: readonly string[]): string[] {
  const members = splitList(typed ?? '', known).flatMap(word =>
    known.includes(word) ? word : word.split(';'),
  )
  const words = members.map(word => word.replace(/\s+/g, ' ').trim())
  return [...new Set(words)].filter(word => word !== '')
}

/** A text as people mean it: line breaks as we keep them, nothing around it; null where nothing stands. */
export function textIn(typed: string | undefined): string | null {
  return (typed ?? '').replace(/\r\n?/g, '\n').trim() || null
}

/** One line of words. */
export function lineIn(typed: string | undefined): string {
  return (typed ?? '').replace(/\s+/g, ' ').trim()
}

/** A moment as a browser's field for day and hour shows it, on the clocks of a zone. */
export function localMoment(epochMs: number, zone: string): string {
  return `${dayOf(epochMs, zone)}T${sayClock(epochMs, zone, 'en-GB')}`
}

/** The language that was chosen for what is written; where the form does not ask, it stays as it is. */
export function languageIn(typed: FormFields, current: string | null): string | null {
  const told = typed.language
  if (told === undefined) return current
  return told !== '' && isLanguageTag(told) ? told : null
}
