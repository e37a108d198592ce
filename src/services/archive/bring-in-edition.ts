import { addressOf } from '../../domain/address.ts'
import type { Archive, ArchiveItem, BegunEdition } from '../../domain/archive.ts'
import type { Finding, InspectLine } from '../../domain/finding.ts'
import { Refusal } from '../../domain/refusal.ts'
import { writingPath } from '../../domain/writing.ts'
import { programmeApart } from '../../intake/wordpress/export-apart.ts'
import type { ExportItem, ExportSite } from '../../intake/wordpress/item.ts'
import { authorOf } from '../../intake/wordpress/item-lines.ts'
import { findEdition, findEditionById } from '../../storage/editions.ts'
import { readSomeToldBy } from '../../storage/identities.ts'
import { findImported, putImported } from '../../storage/imported.ts'
import { indexable } from '../../storage/names.ts'
import { putRedirect } from '../../storage/redirects.ts'
import { readSeries, seriesSlugOf } from '../../storage/series.ts'
import { takeSource } from '../../storage/sources.ts'
import type { Store } from '../../storage/store.ts'
import type { Db } from '../../storage/tables.ts'
import { findWritingById } from '../../storage/writings.ts'
import { isDay } from '../../time/days.ts'
import { changeWriting } from '../change-writing.ts'
import { putEditionAuthors } from '../edition-words.ts'
import { importProgramme } from '../import-programme.ts'
import { reportOf } from '../import-summary.ts'
import type { BroughtIn } from './bring-in-writing.ts'
import { withKeptPictures } from './kept-pictures.ts'

/**
 * A round-up of an export becomes an edition with its entries, by the same import as any file: the same post again
 * changes nothing, and what was changed here stays.
 */
export async function bringInEdition(
  store: Store,
  {
    item,
    site,
    key,
    row,
    archive: { settings, head },
    begun,
    onBatch,
    by,
    at,
  }: {
    item: ExportItem
    site: ExportSite
    key: { site: string; item: string }
    row: ArchiveItem
    archive: Pick<Archive, 'settings' | 'head'>
    /** How far it came before whoever did it was gone. */
    begun: BegunEdition | null
    onBatch: (db: Db, begun: BegunEdition) => Promise<void>
    by: string
    at: number
  },
): Promise<BroughtIn & { entries: number; entryId: string | null }> {
  const { series, edition } = await placeOf(store, key, row)
  const known = await readSeries(store, series)
  const isThere = (await findEdition(store.db, series, edition)) !== null
  const zone = settings.zone ?? known?.editions[0]?.homeZone
  const read = await programmeApart(item, site, head.named ?? {}, zone ? { zone } : {})
  const lines = await Promise.all(read.lines.map(line => shownFromHere(store, line)))
  const toldZone = lines.some(line => 'programme' in line && line.programme.timeZone)
  const isShown = item.status === 'publish' && !item.isProtected
  const date = dayOfYear(known?.observed ?? null, edition) ?? dayOfPost(row.day, edition, read.findings)
  const file = `https://${key.site}#${key.item}`
  const summary = await importProgramme(store, lines, {
    series,
    edition,
    file,
    at,
    by,
    resume: begun,
    keep: (db, { done, summary }) => onBatch(db, { done, report: reportOf(summary) }),
    ...(date && !isThere && { date }),
    ...(zone && !toldZone && { zone }),
    ...(settings.publish && isShown && { publish: true }),
    // In an edition that readers see, an event that nobody could read there is a draft.
    ...(row.found.isEvent && !isShown && { taking: asDraft }),
  })
  if (summary.revision === null) {
    const [first] = summary.refused
    const reason = first?.reason ?? 'Nothing could be read from it.'
    // Said as any problem is, by its code.
    throw new Refusal(
      'export-nothing-read',
      { ...first?.values, code: first?.code ?? 'nothing-found' },
      reason,
    )
  }
  const name = row.found.isEvent ? undefined : authorOf(item, site)?.slice(0, 200)
  const id = await store.db.transaction().execute(async db => {
    const stored = (await findEdition(db, series, edition))!
    if (name && !stored.author) await putEditionAuthors(db, { ...stored, coAuthors: [name] }, at)
    // What it was before the review said otherwise leads here now.
    const before = await findImported(db, key.site, key.item)
    const writing = before?.kind === 'writing' ? await findWritingById(db, before.targetId) : null
    if (writing && writing.state !== 'withdrawn') {
      await changeWriting(db, writing, { state: 'withdrawn' }, { by, at, act: 'became-edition' })
      await putRedirect(db, writingPath(writing), addressOf(series, edition))
    }
    await putImported(db, key.site, key.item, { kind: 'edition', targetId: stored.id, said: null }, at)
    return stored.id
  })
  const entry = row.found.isEvent ? await entryOf(store.db, { editionId: id, file }) : null
  return {
    id,
    path: entry ? addressOf(series, edition, entry.slug) : addressOf(series, edition),
    outcome: !isThere ? 'new' : summary.new + summary.changed > 0 ? 'changed' : 'unchanged',
    kept: summary.kept.map(({ title, field }) => ({ title, field })),
    entries: summary.new,
    entryId: entry?.id ?? null,
  }
}

const asDraft = { new: 'draft', changes: 'accept', cancels: true, ours: [], days: null } as const

/** The entry that an event became. */
async function entryOf(
  db: Db,
  { editionId, file }: { editionId: string; file: string },
): Promise<{ id: string; slug: string } | null> {
  const source = await takeSource(db, editionId, indexable(file), 0)
  const [entry] = await readSomeToldBy(db, { editionId, sourceId: source.id }, '', 1)
  return entry ?? null
}

/** Pictures of the text that were fetched since are kept: what the post says of them is no other text. */
async function shownFromHere(store: Store, line: InspectLine): Promise<InspectLine> {
  if (!('programme' in line) || !line.programme.text) return line
  return { programme: { ...line.programme, text: await withKeptPictures(store.db, line.programme.text) } }
}

/** Where it went before, wherever that has moved since; else where the review put it. */
async function placeOf(
  store: Store,
  key: { site: string; item: string },
  { destination, edition }: ArchiveItem,
): Promise<{ series: string; edition: string }> {
  const before = await findImported(store.db, key.site, key.item)
  const known = before?.kind === 'edition' ? await findEditionById(store.db, before.targetId) : null
  const series = known && (await seriesSlugOf(store.db, known.seriesId))
  const told = destination.to === 'edition' ? destination.series : ''
  if (known && series === told) return { series, edition: known.slug }
  if (!edition)
    throw new Refusal('edition-slug-wrong', { edition: '' }, 'It is not told which edition it becomes.')
  return { series: told, edition }
}

/**
 * The day it came out, if that was in the year the edition is called by; else the day of that year on which most of
 * what it lists begins. A post that tells neither is of the day it came out on.
 */
function dayOfPost(published: string | null, edition: string, findings: Finding[]): string | null {
  const year = /^\d{4}/.exec(edition)?.[0]
  if (!year || published?.startsWith(year)) return published
  const days = findings.flatMap(({ start }) => (start?.startsWith(year) ? [start.slice(0, 10)] : []))
  const counts = [...Map.groupBy(days, day => day)].sort(
    (a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1),
  )
  return counts[0]?.[0] ?? published
}

/** A day that is the same each year, in the year an edition is called by. */
function dayOfYear(observed: string | null, edition: string): string | null {
  const year = /^\d{4}/.exec(edition)?.[0]
  const day = year && observed ? `${year}${observed.slice(1)}` : ''
  return isDay(day) ? day : null
}
