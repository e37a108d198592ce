import { addressOf } from '../domain/address.ts'
import type { InspectLine, ProgrammeHead } from '../domain/finding.ts'
import type { Days } from '../domain/next-days.ts'
import { Refusal } from '../domain/refusal.ts'
import { freeSlug, slugOf } from '../domain/slug.ts'
import type { Actor } from '../storage/audit.ts'
import { findEdition } from '../storage/editions.ts'
import { findOldAddress } from '../storage/redirects.ts'
import { findSeriesById } from '../storage/series.ts'
import type { Store } from '../storage/store.ts'
import type { Db } from '../storage/tables.ts'
import { planEdition } from './import-edition.ts'
import { lookAhead } from './import-lines.ts'
import { type ImportSummary, importProgramme } from './import-programme.ts'
import { type InSeries, openEdition } from './open-edition.ts'

/** What is told of a new edition; null is found out: from what it starts from, else from its day and series. */
export type EditionToStart = {
  title: string | null
  slug: string | null
  days: Days | null
  homeZone: string | null
}

/** A file or a text that an edition starts from, as it was read. */
export type StartSource = { file: string; lines: InspectLine[] }

export type StartedEdition = { series: string; edition: string; summary: ImportSummary | null }

/**
 * Opens an edition, and puts what a file tells into it, as an import does. It is a draft.
 *
 * @throws Refusal when days, zone or address cannot be found out or cannot be so; nothing is stored then
 */
export async function startEdition(
  store: Store,
  where: InSeries,
  told: EditionToStart,
  source: StartSource | null,
  { who, at, onProgress }: { who: Actor; at: number; onProgress?: (done: number) => void },
): Promise<StartedEdition> {
  const head = source && headOf(source.lines)
  const { homeZone, ...days } = await planned(told, source, at)
  const series = 'id' in where ? await findSeriesById(store.db, where.id) : where.new
  if (!series) throw new Refusal('series-gone', {}, 'There is no such series any more.')
  const year = days.startsOn.slice(0, 4)
  const title = told.title ?? (head?.title?.trim() || `${series.title} ${year}`)
  const slug = told.slug ?? (await freeEditionSlug(store.db, series.slug, [year, slugOf(title)]))
  const opened = await openEdition(store, where, { title, slug, ...days, homeZone }, { who, at })
  if (!source) return { series: opened.series, edition: opened.edition, summary: null }
  const summary = await importProgramme(store, source.lines, {
    series: opened.series,
    edition: opened.edition,
    file: source.file,
    at,
    by: who.name,
    ...(onProgress && { onProgress }),
  })
  return { series: opened.series, edition: opened.edition, summary }
}

/** The first of these that no edition of the series has or had; else the last one with a number. */
export async function freeEditionSlug(db: Db, series: string, wanted: string[]): Promise<string> {
  const isTaken = async (slug: string) =>
    (await findEdition(db, series, slug)) !== null ||
    (await findOldAddress(db, addressOf(series, slug))) !== null
  for (const slug of wanted) if (!(await isTaken(slug))) return slug
  const taken = new Set<string>()
  for (;;) {
    const slug = freeSlug(wanted.at(-1)!, each => taken.has(each))
    if (!(await isTaken(slug))) return slug
    taken.add(slug)
  }
}

async function planned(
  { days, homeZone }: EditionToStart,
  source: StartSource | null,
  at: number,
): Promise<Days & { homeZone: string }> {
  if (days && homeZone) return { ...days, homeZone }
  if (!source) {
    throw days
      ? new Refusal('zone-missing', {}, 'Say in which zone it is at home.')
      : new Refusal('day-missing', {}, 'Say on which day it is.')
  }
  const options = { series: '', edition: '', file: source.file, at }
  const date = days ? `${days.startsOn}/${days.endsOn}` : undefined
  const found = await planEdition(
    { ...options, ...(date && { date }), ...(homeZone && { zone: homeZone }) },
    await lookAhead(source.lines, () => {}),
  )
  return { ...found, ...days }
}

function headOf(lines: InspectLine[]): ProgrammeHead | null {
  for (const line of lines) if ('programme' in line) return line.programme
  return null
}
