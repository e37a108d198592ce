import { programmeIn } from '../domain/in-language.ts'
import type { Programme } from '../domain/programme.ts'
import { headOfEdition } from '../outlet/calendar/head-of-edition.ts'
import { itemsOf } from '../outlet/calendar/items-of.ts'
import { writeCalendar } from '../outlet/calendar/write-calendar.ts'
import { readGone } from '../storage/gone.ts'
import type { Store } from '../storage/store.ts'
import { type Io, UsageError } from './io.ts'

/** The calendar of an edition, as its address gives it. */
export async function calendarOf(
  io: Io,
  store: Store,
  programme: Programme,
  lang: string | undefined,
): Promise<string> {
  const words = await io.words(lang ?? programme.edition.language ?? 'en')
  if (lang !== undefined && words === null)
    throw new UsageError(`--lang is “${lang}”; expected a language of the pages, such as fr.`)
  const { say, language, locale } = words ?? (await io.words('en'))!
  const said = programmeIn(programme, language)
  const head = headOfEdition(said, io.baseUrl())
  const gone = await readGone(store.db, programme.edition.id, programme.edition.publishedAt)
  return writeCalendar(head, itemsOf(said, io.baseUrl()), { say, locale, now: io.now() }, gone).text
}
