import { addressOf } from '../../domain/address.ts'
import type { Programme } from '../../domain/programme.ts'
import { withoutPasscodes } from '../../domain/secret-link.ts'
import type { CalendarHead } from './item.ts'
import { plainWords } from './plain-words.ts'

const longestAbout = 300

/**
 * What the calendar of a whole edition says of itself.
 *
 * @param baseUrl of the site, without a slash at its end
 */
export function headOfEdition({ series, edition }: Programme, baseUrl: string): CalendarHead {
  const page = baseUrl + encodeURI(addressOf(series.slug, edition.slug))
  return {
    id: edition.id,
    name: edition.title,
    about: edition.text && aboutOf(edition.text),
    page,
    source: `${page}.ics`,
    accent: series.accent,
    language: edition.saidIn?.title ?? edition.language,
    changedAt: edition.updatedAt,
  }
}

/** The beginning of a text, cut at a word. */
export function aboutOf(text: string): string {
  const plain = plainWords(withoutPasscodes(text)).replace(/\s+/g, ' ')
  if (plain.length <= longestAbout) return plain
  const end = plain.lastIndexOf(' ', longestAbout)
  return `${plain.slice(0, end > 0 ? end : longestAbout).toWellFormed()} …`
}
