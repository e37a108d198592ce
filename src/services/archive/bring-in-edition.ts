import { addressOf } from '../../domain/address.ts'
import type { Archive, ArchiveItem, BegunEdition, CountedEvent } from '../../domain/archive.ts'
import type { InspectLine } from '../../domain/finding.ts'
import { Refusal } from '../../domain/refusal.ts'
import { writingPath } from '../../domain/writing.ts'
import { programmeApart } from '../../intake/wordpress/export-apart.ts'
import type { ExportItem, ExportSite } from '../../intake/wordpress/item.ts'
import { authorOf } from '../../intake/wordpress/plain-finding.ts'
import { dueOf } from '../../intake/wordpress/published.ts'
import { findEdition } from '../../storage/editions.ts'
import { readSomeToldBy } from '../../storage/identities.ts'
import { findImported, putImported } from '../../storage/imported.ts'
import { indexable } from '../../storage/names.ts'
import { putRedirect } from '../../storage/redirects.ts'
import { readSeries } from '../../storage/series.ts'
import { takeSource } from '../../storage/sources.ts'
import type { Store } from '../../storage/store.ts'
import type { Db } from '../../storage/tables.ts'
import { findWritingById, takeWriting } from '../../storage/writings.ts'
import { changeWriting } from '../change-writing.ts'
import { putEditionAuthors } from '../edition-words.ts'
import { type ImportSummary, importProgramme } from '../import-programme.ts'
import { reportOf } from '../import-summary.ts'
import type { BroughtIn } from './bring-in-writing.ts'
import { dayOfPost, dayOfYear, placeOf } from './edition-of-item.ts'
import { asDraft, isOfHidden, type SaidOfHidden } from './hidden.ts'
import { withKeptPictures } from './kept-pictures.ts'
import { scheduleBrought } from './schedule-brought.ts'

/** `sourceId`: of what this post alone tells. */
export type BroughtEdition = BroughtIn & { entries: number; sourceId: string }

/**
 * A round-up of an export becomes an edition with its entries, by the same import as any file: the same post again
 * changes nothing, and what was changed here stays. Whoever brings in events compares them with what is there: to do it
 * for each alone would take most of the time.
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
    counted,
    onBatch,
    onEvent,
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
    /** What it told of an event then. */
    counted: CountedEvent | null
    onBatch: (db: Db, begun: BegunEdition) => Promise<void>
    onEvent: (db: Db, told: CountedEvent) => Promise<void>
    by: string
    at: number
  },
): Promise<BroughtEdition> {
  const { series, edition } = await placeOf(store, key, row)
  const known = await readSeries(store, series)
  const there = await findEdition(store.db, series, edition)
  const isThere = there !== null
  const zone = settings.zone ?? known?.editions[0]?.homeZone
  const read = await programmeApart(item, site, head.named ?? {}, zone ? { zone } : {})
  const isShown = item.status === 'publish' && !item.isProtected
  // Scheduled there, it comes out here at its moment, where editions are shown at once.
  const dueAt = settings.publish && !isShown ? dueOf(item) : null
  const isDue = dueAt !== null && dueAt > at
  const isScheduled = isDue && !row.found.isEvent && (!isThere || begun !== null)
  const isHidden = there?.state === 'draft' && (await isOfHidden(store.db, there.id, key))
  // What nobody could read there is not to be read in an edition of others, nor to be published with what is theirs.
  const told = isShown || !isThere ? read.lines : read.lines.filter(line => !('programme' in line))
  const lines = await Promise.all(told.map(line => shownFromHere(store, line)))
  const toldZone = lines.some(line => 'programme' in line && line.programme.timeZone)
  const date = dayOfYear(known?.observed ?? null, edition) ?? dayOfPost(row.day, edition, read.findings)
  const file = fileOf(key)
  const { isEvent } = row.found
  const toldOf = ({ new: fresh, changed }: ImportSummary): CountedEvent =>
    counted ?? {
      entries: fresh,
      outcome: !isThere ? 'new' : fresh + changed > 0 ? 'changed' : 'unchanged',
    }
  const summary = await importProgramme(store, lines, {
    series,
    edition,
    file,
    at,
    by,
    resume: begun,
    keep: (db, { done, summary }) =>
      isEvent ? onEvent(db, toldOf(summary)) : onBatch(db, { done, report: reportOf(summary) }),
    ...(isEvent && { mergeLater: true }),
    ...(date && !isThere && { date }),
    ...(zone && !toldZone && { zone }),
    ...(settings.publish && isShown && !isHidden && { publish: true }),
    ...(!isShown && !isScheduled && { taking: asDraft }),
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
  const name = isEvent || (isThere && !isShown) ? undefined : authorOf(item, site)?.slice(0, 200)
  const { id, sourceId } = await store.db.transaction().execute(async db => {
    const stored = (await findEdition(db, series, edition))!
    const { id } = stored
    if (name && !stored.author) await putEditionAuthors(db, { ...stored, coAuthors: [name] }, at)
    const said: SaidOfHidden | null = isShown || isEvent ? null : { hidden: true }
    await leadHere(db, key, { id, path: addressOf(series, edition), said }, { by, at })
    return { id, sourceId: (await takeSource(db, id, indexable(file), 0)).id }
  })
  const brought = { id, sourceId, path: addressOf(series, edition), ...toldOf(summary) }
  const entry = isDue && isEvent && brought.outcome !== 'unchanged' ? await entryOf(store.db, brought) : null
  if (isScheduled || entry)
    await scheduleBrought(store, { edition: id, entry: entry?.id ?? null }, dueAt!, { by, at })
  return {
    ...brought,
    kept: summary.kept.map(({ title, field }) => ({ title, field })),
  }
}

/** What it was before the review said otherwise leads here now. */
async function leadHere(
  db: Db,
  key: { site: string; item: string },
  { id, path, said }: { id: string; path: string; said: SaidOfHidden | null },
  { by, at }: { by: string; at: number },
): Promise<void> {
  const before = await findImported(db, key.site, key.item)
  if (before?.kind === 'writing') await takeWriting(db, before.targetId)
  const writing = before?.kind === 'writing' ? await findWritingById(db, before.targetId) : null
  if (writing && writing.state !== 'withdrawn') {
    await changeWriting(db, writing, { state: 'withdrawn' }, { by, at, act: 'became-edition' })
    await putRedirect(db, writingPath(writing), path)
  }
  await putImported(db, key.site, key.item, { kind: 'edition', targetId: id, said }, at)
}

/** By what the import knows an item. */
export function fileOf({ site, item }: { site: string; item: string }): string {
  return `https://${site}#${item}`
}

/** The entry that an event became, or became one with. */
export async function entryOf(
  db: Db,
  { id: editionId, sourceId }: Pick<BroughtEdition, 'id' | 'sourceId'>,
): Promise<{ id: string; slug: string } | null> {
  const [entry] = await readSomeToldBy(db, { editionId, sourceId }, '', 1)
  return entry ?? null
}

/** Pictures of the text that were fetched since are kept: what the post says of them is no other text. */
async function shownFromHere(store: Store, line: InspectLine): Promise<InspectLine> {
  if (!('programme' in line) || !line.programme.text) return line
  return { programme: { ...line.programme, text: await withKeptPictures(store.db, line.programme.text) } }
}
