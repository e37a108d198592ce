import type { Entry } from '../../domain/entry.ts'
import { sayInProgramme, textsOf } from '../../domain/figure/say-in-programme.ts'
import { programmeIn, seriesIn } from '../../domain/in-language.ts'
import type { Programme, Series } from '../../domain/programme.ts'
import { isKnownToReaders } from '../../domain/published.ts'
import { aboutOf, headOfEdition } from '../../outlet/calendar/head-of-edition.ts'
import type { CalendarHead, CalendarItem, GoneItem } from '../../outlet/calendar/item.ts'
import { itemsOf, soleItemOf } from '../../outlet/calendar/items-of.ts'
import { type WrittenCalendar, writeCalendar } from '../../outlet/calendar/write-calendar.ts'
import { type GoneEntry, readGone } from '../../storage/gone.ts'
import { readNamedFigures } from '../../storage/named-figures.ts'
import { readRevision } from '../../storage/programmes.ts'
import { readSeries } from '../../storage/series.ts'
import { sayDays } from '../../time/say-time.ts'
import { type AskedCalendar, calendarQuery } from '../calendar-query.ts'
import { filterQuery } from '../filter-query.ts'
import { type FoundIn, findIn } from '../find-in.ts'
import { namedFigures } from '../named-figures.ts'
import { paths, withKept } from '../paths.ts'
import type { Parts } from '../show.ts'
import { siteOf } from '../site-name.ts'
import { namesOfFilter } from '../ui/name-of-choice.ts'
import { versionOf } from '../ui/send.tsx'
import { type Showing, showingOf } from '../ui/showing.ts'
import { loadWords } from '../words.ts'

/** A calendar, with when what it holds last changed and what it depends on. */
type Built = WrittenCalendar & {
  changedAt: number
  version: string
  currentVersion: () => Promise<string>
}

/** The calendar at a path of one, two or three names; null where readers see nothing there. */
export async function buildCalendar(
  parts: Parts,
  [series, edition, entry]: string[],
  asked: AskedCalendar,
): Promise<Built | null> {
  if (edition === undefined) return ofSeries(parts, series!, asked)
  const programme = await parts.programmes(series!, edition)
  if (!programme || programme.edition.state === 'draft') return null
  const showing = await showingIn(parts, asked, programme.edition)
  const named = await namedFigures(parts.store, textsOf(programme), {
    of: programme.edition.endsOn,
    at: showing.now,
    language: showing.language,
    locale: showing.locale,
    site: siteOf(parts.config.baseUrl),
  })
  const said = sayInProgramme(programmeIn(programme, showing.language), named.figures, showing.locale)
  const { edition: told } = said
  const revised = {
    changedAt: told.updatedAt,
    version: `${told.revision} ${named.state}`,
    currentVersion: async () =>
      `${await readRevision(parts.store, series!, edition)} ${await named.version()}`,
  }
  const built =
    entry === undefined
      ? await ofEdition(parts, said, asked, showing)
      : await ofEntry(parts, said, entry, asked, showing)
  return built && { ...built, ...revised }
}

async function ofEdition(
  parts: Parts,
  programme: Programme,
  asked: AskedCalendar,
  showing: Showing,
): Promise<WrittenCalendar> {
  const { series, edition } = programme
  const { baseUrl } = parts.config
  const found = await findIn(parts.store, programme, asked.query, showing)
  const filter = found.isFiltering ? filterQuery(found.filter) : ''
  const path = paths.edition(series.slug, edition.slug)
  const whole = headOfEdition(programme, baseUrl)
  const head: CalendarHead = {
    ...whole,
    id: asked.written ? `${edition.id}?${asked.written}` : edition.id,
    name: nameOf(edition.title, found, showing),
    about: aboutIt(programme, whole.about, found, asked, showing),
    page: withKept(whole.page, filter),
    source: baseUrl + addressOf(path, asked, filter, showing),
  }
  const items = itemsOf({ ...programme, entries: found.entries }, baseUrl)
  // Of what is gone nobody knows any more whether it would be among what was chosen.
  const gone = filter || asked.hidesCancelled ? [] : await goneOf(parts, edition)
  return writeCalendar(head, shownOf(items, asked), readerOf(showing), gone)
}

/** An event as a file: nothing in it says that it is a calendar of its own. */
async function ofEntry(
  parts: Parts,
  programme: Programme,
  slug: string,
  asked: AskedCalendar,
  showing: Showing,
): Promise<WrittenCalendar | null> {
  const { baseUrl } = parts.config
  const entry = programme.entries.find(each => each.slug === slug)
  const { series, edition } = programme
  const head = (of: { id: string; slug: string }): CalendarHead => ({
    id: of.id,
    name: null,
    about: null,
    page: baseUrl + encodeURI(paths.entry(series.slug, edition.slug, of.slug)),
    source: null,
    accent: null,
    language: null,
    changedAt: edition.updatedAt,
  })
  if (!entry) {
    const gone = (await goneOf(parts, edition)).filter(each => each.slug === slug)
    return gone.length ? writeCalendar(head(gone[0]!), [], readerOf(showing), gone) : null
  }
  const items = itemsIn(programme, entry, asked, baseUrl)
  return items.length ? writeCalendar(head(entry), items, readerOf(showing)) : null
}

function itemsIn(programme: Programme, entry: Entry, asked: AskedCalendar, baseUrl: string): CalendarItem[] {
  if (asked.withSessions) return itemsOf({ ...programme, entries: [entry] }, baseUrl)
  const sole = soleItemOf(programme, entry, baseUrl)
  return sole ? [sole] : []
}

/** All editions that readers may see, the oldest first. */
async function ofSeries(parts: Parts, slug: string, asked: AskedCalendar): Promise<Built | null> {
  const { store, config, programmes } = parts
  const found = await readSeries(store, slug)
  if (!found || !isKnownToReaders(found)) return null
  const editions = found.editions.filter(({ state }) => state !== 'draft').reverse()
  const [newest] = found.editions
  const showing = await showingIn(parts, asked, {
    language: found.language ?? newest?.language ?? null,
    homeZone: newest?.homeZone ?? 'UTC',
  })
  const series: Series = seriesIn(found, showing.language)
  const items: CalendarItem[] = []
  const gone: GoneItem[] = []
  let chosen: FoundIn | null = null
  for (const edition of editions) {
    const read = await programmes(slug, edition.slug)
    if (!read) continue
    const named = await readNamedFigures(store, textsOf(read), { at: showing.now, of: read.edition.endsOn })
    const programme = sayInProgramme(programmeIn(read, showing.language), named, showing.locale)
    chosen = await findIn(store, programme, asked.query, showing)
    items.push(...itemsOf({ ...programme, entries: chosen.entries }, config.baseUrl))
    if (!chosen.isFiltering && !asked.hidesCancelled) gone.push(...(await goneOf(parts, read.edition)))
  }
  const path = paths.series(slug)
  const filter = chosen?.isFiltering ? filterQuery(chosen.filter) : ''
  const changedAt = Math.max(0, ...editions.map(({ updatedAt }) => updatedAt))
  const head: CalendarHead = {
    id: asked.written ? `${series.id}?${asked.written}` : series.id,
    name: chosen ? nameOf(series.title, chosen, showing) : series.title,
    about: series.text && aboutOf(series.text),
    page: config.baseUrl + encodeURI(path),
    source: config.baseUrl + addressOf(path, asked, filter, showing),
    accent: series.accent,
    language: series.saidIn?.title ?? series.language,
    changedAt,
  }
  const written = writeCalendar(head, shownOf(items, asked), readerOf(showing), gone)
  return {
    ...written,
    changedAt,
    version: versionOf(found),
    currentVersion: async () => versionOf(await readSeries(store, slug)),
  }
}

async function showingIn(
  parts: Parts,
  asked: AskedCalendar,
  { language, homeZone }: { language: string | null; homeZone: string },
): Promise<Showing> {
  const reader = asked.readerIn(language, parts.now())
  await loadWords(reader.language)
  return showingOf(reader, homeZone)
}

function readerOf({ say, locale, now }: Showing) {
  return { say, locale, now }
}

function shownOf(items: CalendarItem[], { hidesCancelled }: AskedCalendar): CalendarItem[] {
  return hidesCancelled ? items.filter(({ entry }) => entry.status !== 'cancelled') : items
}

function goneOf(
  { store }: Parts,
  { id, publishedAt }: { id: string; publishedAt: number | null },
): Promise<GoneEntry[]> {
  return readGone(store.db, id, publishedAt)
}

function nameOf(title: string, found: FoundIn, showing: Showing): string {
  return found.isFiltering ? `${title}: ${namesOfFilter(found, showing).join(', ')}` : title
}

/** What it is of, what it leaves out, and what was asked for and cannot be. */
function aboutIt(
  { edition }: Programme,
  about: string | null,
  found: FoundIn,
  asked: AskedCalendar,
  { say, locale }: Showing,
): string {
  const when = sayDays(edition.startsOn, edition.endsOn, locale)
  const untold = found.entries.filter(
    ({ kind, time }) => kind === 'event' && time.precision === 'not-told',
  ).length
  const unknown = [...new Set([...asked.unknown, ...found.unknown])].slice(0, 5)
  return [
    about ?? say('edition.description', { title: edition.title, when }),
    untold ? say('calendar.untold', { count: untold }) : '',
    ...unknown.map(told => say('notice.filter', { told })),
  ]
    .filter(Boolean)
    .join('\n\n')
}

function addressOf(path: string, asked: AskedCalendar, filter: string, { link }: Showing): string {
  const { hidesCancelled } = asked
  return encodeURI(link(paths.calendar(path, calendarQuery({ filter, hidesCancelled }))))
}
