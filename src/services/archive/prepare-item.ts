import type { Archive, ArchiveItem, ArchiveReport } from '../../domain/archive.ts'
import type { CommentedOn } from '../../domain/comment.ts'
import type { ExportItem, ExportSite } from '../../intake/wordpress/item.ts'
import { oldPathsOf } from '../../intake/wordpress/paths.ts'
import { translationGroupOf } from '../../intake/wordpress/tongue.ts'
import { settleArchiveItem } from '../../storage/archive-items.ts'
import { updateArchive } from '../../storage/archives.ts'
import { insertAttachments } from '../../storage/attachments.ts'
import type { Store } from '../../storage/store.ts'
import type { Db } from '../../storage/tables.ts'
import { countIn } from './archive-report.ts'
import { bringInComments, commentsIn } from './bring-in-comments.ts'
import { type BroughtEdition, bringInEdition, entryOf } from './bring-in-edition.ts'
import { type BroughtIn, bringInWriting, writingIn } from './bring-in-writing.ts'
import { keepOldPaths, keepWordPaths, wordPaths } from './keep-old-paths.ts'
import { picturesOf } from './kept-pictures.ts'

/** An item, and what was decided of it. `text`: as `ToldItem` has it. */
export type Given = { row: ArchiveItem; item: ExportItem; site: ExportSite; text: string | null }
/** What is stored of the whole with each item. */
export type Soon = {
  report: ArchiveReport
  progress: NonNullable<Archive['progress']>
  /** Keys of events that are one in several languages, by what these have in common. */
  translations: ReadonlyMap<string, string[]>
  /** Keys of all events. */
  events: ReadonlySet<string>
}

/** `editions`: those that events became entries of. */
export type Work = {
  store: Store
  archive: Archive
  soon: Soon
  at: number
  editions: (BroughtEdition & { row: ArchiveItem })[]
}
/** What is left to be done in one transaction. */
export type Act = (db: Db) => Promise<void>

/** Does what takes long, or has transactions of its own. */
export async function prepareItem(work: Work, given: Given): Promise<Act> {
  const { archive, soon, at } = work
  const { row, item, site } = given
  const { to } = row.destination
  const done = (db: Db, target: string | null) =>
    settleArchiveItem(db, archive.id, row.number, { state: 'done', target })
  if (to === 'out')
    return async db => {
      soon.report.left++
      await done(db, null)
    }
  const bringIn = to === 'edition' ? await prepareEdition(work, given) : await prepareWriting(work, given, to)
  const fallback = Date.parse(`${row.day ?? '2000-01-01'}T12:00:00Z`)
  const told = { site: archive.site!, item: row.key, comments: item.comments, fallback }
  return async db => {
    const { report } = soon
    const brought = await bringIn(db)
    for (const part of await commentsIn(db, told))
      report.comments += await bringInComments(db, brought.on, part, at)
    report.redirects += await keepOldPaths(db, oldPathsOf(item, site), brought.path)
    await keepWordPaths(db, wordPaths(item, site))
    await insertAttachments(db, picturesOf(item, site, archive.site!), at)
    countIn(report, to, brought)
    await done(db, brought.path)
  }
}

/** `on`: below what its comments stand. */
type Brought = BroughtIn & { entries: number; entryId: string | null; on: CommentedOn }

async function prepareWriting(
  { store, archive, at }: Work,
  { row, item, site, text }: Given,
  kind: 'post' | 'page',
): Promise<(db: Db) => Promise<Brought>> {
  const key = { site: archive.site!, item: row.key }
  const group = translationGroupOf(item)
  const said = await writingIn(store.db, item, { site, text, key, kind, at })
  return async db => {
    const brought = await bringInWriting(db, { said, group, key, kind, by: archive.by, at })
    return { ...brought, entries: 0, entryId: null, on: { writingId: brought.id } }
  }
}

/** An edition is an import of its own; how far it is is kept, so that whoever goes on counts what was done before, too. */
async function prepareEdition(work: Work, { row, item, site }: Given): Promise<(db: Db) => Promise<Brought>> {
  const { store, archive, soon, at } = work
  const { id, by } = archive
  const begun = archive.progress?.edition
  const brought = await bringInEdition(store, {
    item,
    site,
    row,
    archive,
    key: { site: archive.site!, item: row.key },
    begun: begun?.number === row.number && begun.done > 0 ? begun : null,
    counted: soon.progress.events?.[row.number] ?? null,
    onBatch: (db, begun) =>
      updateArchive(
        db,
        id,
        { progress: { ...soon.progress, edition: { ...begun, number: row.number } } },
        at,
      ),
    onEvent: async (db, told) => {
      soon.progress.events = { ...soon.progress.events, [row.number]: told }
      await updateArchive(db, id, { progress: soon.progress }, at)
    },
    by,
    at,
  })
  const { sourceId, ...told } = brought
  const on: CommentedOn = { editionId: brought.id }
  if (!row.found.isEvent) return async () => ({ ...told, entryId: null, on })
  work.editions.push({ ...brought, row })
  return async db => {
    const entry = await entryOf(db, brought)
    if (!entry) return { ...told, entryId: null, on }
    return { ...told, path: `${told.path}/${entry.slug}`, entryId: entry.id, on: { entryId: entry.id } }
  }
}
