import { randomUUIDv7 } from 'node:crypto'
import type { Archive, ArchiveItem, ArchiveReport } from '../../domain/archive.ts'
import type { CommentedOn } from '../../domain/comment.ts'
import type { Problem } from '../../domain/problem.ts'
import { Refusal } from '../../domain/refusal.ts'
import { slugOf, tagKey } from '../../domain/slug.ts'
import { titleText } from '../../intake/page/words-of.ts'
import type { ExportItem, ExportSite } from '../../intake/wordpress/item.ts'
import { keyOf } from '../../intake/wordpress/look.ts'
import { oldPathsOf, oldWordPaths } from '../../intake/wordpress/paths.ts'
import { readArchiveItems, reopenArchiveItems, settleArchiveItem } from '../../storage/archive-items.ts'
import { findArchive, removeArchivePieces, takeArchive, updateArchive } from '../../storage/archives.ts'
import { insertAttachments } from '../../storage/attachments.ts'
import { touchBlog } from '../../storage/blog.ts'
import { findImported } from '../../storage/imported.ts'
import { queueJob } from '../../storage/jobs.ts'
import type { Store } from '../../storage/store.ts'
import type { Db } from '../../storage/tables.ts'
import { findWritingById, updateWriting } from '../../storage/writings.ts'
import { bringInComments, commentsIn } from './bring-in-comments.ts'
import { bringInEdition } from './bring-in-edition.ts'
import { type BroughtIn, bringInWriting, writingIn } from './bring-in-writing.ts'
import { itemsOf } from './items-of.ts'
import { keepOldPaths, keepWordPaths } from './keep-old-paths.ts'
import { keepSiteWords } from './keep-site-words.ts'
import { picturesIn } from './kept-pictures.ts'
import { type ArchiveSource, isPatient, type Patience } from './source.ts'

/** Everything that was decided is to be brought in, by a job. @throws Refusal when it is not the time for that */
export function beginBringingIn(store: Store, id: string, at: number, { queue = true } = {}): Promise<void> {
  return store.db.transaction().execute(async db => {
    const archive = await takeArchive(db, id)
    if (!archive) throw new Refusal('export-gone', {}, 'There is no such export any more.')
    if (archive.state !== 'review')
      throw new Refusal(
        'export-busy',
        {},
        'This export is being read or brought in. Wait until that is done.',
      )
    await reopenArchiveItems(db, id)
    await updateArchive(db, id, { state: 'bringing', report: emptyReport(), progress: null }, at)
    if (queue) await queueJob(db, { kind: 'bring-in-archive', data: { archive: id }, key: id, dueAt: at })
  })
}

/**
 * Brings in what was decided, one post after the other, each whole or not at all. Killed at any moment it goes on where
 * it was; the same export again changes nothing.
 *
 * @returns whether it is whole; false when patience ended before
 */
export async function bringInArchive(
  store: Store,
  id: string,
  source: ArchiveSource,
  patience: Patience & { onProgress?: (items: number) => void },
): Promise<boolean> {
  const { db } = store
  const archive = await findArchive(db, id)
  if (archive?.state !== 'bringing') return true
  const { now } = patience
  const report = archive.report ?? emptyReport()
  const waiting = { texts: new Set<number>(), comments: new Set<number>() }
  let of = 0
  for (let after = -1; ; ) {
    const some = await readArchiveItems(db, id, { after, limit: windowSize })
    of += some.length
    for (const { number, state, destination } of some)
      if (state === 'waiting' && destination.to !== 'out') {
        waiting.comments.add(number)
        if (destination.to !== 'edition') waiting.texts.add(number)
      }
    if (some.length < windowSize) break
    after = some.at(-1)!.number
  }
  const parents = new Map<string, string>()
  const problems: Problem[] = []
  let rows = new Map<number, ArchiveItem>()
  let window = -1
  let last: ExportSite | null = null
  let done = 0
  let together: Given[] = []
  const flush = async () => {
    const given = together
    together = []
    await bringInTogether(store, archive, given, { report, progress: { done, of } }, now())
  }
  for await (const { number, item, site, text } of itemsOf(source, waiting, problems)) {
    last = site
    if (item.type === 'page' && item.parent && item.parent !== '0') parents.set(keyOf(item), item.parent)
    if (number > window) {
      const next = await readArchiveItems(db, id, { after: window, limit: windowSize })
      rows = new Map(next.map(row => [row.number, row]))
      window = next.length < windowSize ? Number.POSITIVE_INFINITY : next.at(-1)!.number
    }
    const row = rows.get(number)
    if (!row) continue
    done++
    if (row.state !== 'waiting') continue
    const given = { row, item, site, text }
    const isLight = row.destination.to !== 'edition' && item.comments.length <= mostTogether
    if (isLight) together.push(given)
    if (isLight && together.length < mostTogether && isPatient(patience)) continue
    await flush()
    if (!isLight) await bringIn(store, archive, given, { report, progress: { done, of } }, now())
    patience.onProgress?.(done)
    if (!isPatient(patience)) return false
  }
  await flush()
  await linkPages(store, archive.site!, parents)
  if (last) await keepSiteWords(store, last)
  await db.transaction().execute(async db => {
    await updateArchive(db, id, { state: 'done', progress: null, report }, now())
    await removeArchivePieces(db, id)
  })
  return true
}

const windowSize = 500

/** Posts and pages are stored so many in one transaction: to make each of them durable would take as long as all the rest. */
const mostTogether = 20

type Given = { row: ArchiveItem; item: ExportItem; site: ExportSite; text: string | null }
type Soon = { report: ArchiveReport; progress: NonNullable<Archive['progress']> }

/** All of them at once; where one cannot be brought in, each for itself. */
async function bringInTogether(
  store: Store,
  archive: Archive,
  given: Given[],
  soon: Soon,
  at: number,
): Promise<void> {
  if (given.length === 0) return
  const before = structuredClone(soon.report)
  try {
    const acts: ((db: Db) => Promise<void>)[] = []
    for (const each of given) acts.push(await prepare(store, archive, each, soon, at))
    await store.db.transaction().execute(async db => {
      for (const act of acts) await act(db)
      await updateArchive(db, archive.id, soon, at)
    })
  } catch (error) {
    if ((error as Error).name === 'AbortError') throw error
    Object.assign(soon.report, before)
    for (const each of given) await bringIn(store, archive, each, soon, at)
  }
}

async function bringIn(store: Store, archive: Archive, given: Given, soon: Soon, at: number): Promise<void> {
  const { db } = store
  const { report } = soon
  const before = structuredClone(report)
  try {
    const act = await prepare(store, archive, given, soon, at)
    await db.transaction().execute(async db => {
      await act(db)
      // What is counted is stored with what is done: after a kill both are as they were.
      await updateArchive(db, archive.id, soon, at)
    })
  } catch (error) {
    if ((error as Error).name === 'AbortError') throw error
    Object.assign(report, before, { failed: before.failed + 1 })
    const says = (error instanceof Error ? error.message : String(error)).slice(0, 500)
    await db.transaction().execute(async db => {
      const told = error instanceof Refusal ? { key: error.key, values: error.values, message: says } : says
      await settleArchiveItem(db, archive.id, given.row.number, { state: 'failed', error: told })
      await updateArchive(db, archive.id, soon, at)
    })
  }
}

/** Does what takes long, or has transactions of its own. @returns what is left to be done in one */
async function prepare(
  store: Store,
  archive: Archive,
  { row, item, site, text }: Given,
  { report, progress }: Soon,
  at: number,
): Promise<(db: Db) => Promise<void>> {
  const { to } = row.destination
  const settle = (db: Db, target: string | null) =>
    settleArchiveItem(db, archive.id, row.number, { state: 'done', target })
  if (to === 'out')
    return async db => {
      report.left++
      await settle(db, null)
    }
  const key = { site: archive.site!, item: row.key }
  const act = { by: archive.by, at }
  const said = to === 'edition' ? null : await writingIn(store.db, item, { site, text, key, kind: to, at })
  const edition =
    to === 'edition' ? await bringInWhole(store, archive, { row, item, site }, progress, at) : null
  const fallback = Date.parse(`${row.day ?? '2000-01-01'}T12:00:00Z`)
  const told = { ...key, comments: item.comments, fallback }
  return async db => {
    const brought =
      to === 'edition'
        ? edition!
        : {
            ...(await bringInWriting(db, { said: said!, key, kind: to, ...act })),
            entries: 0,
            entryId: null,
          }
    const on = placeOf(to, brought)
    for (const part of await commentsIn(db, told)) report.comments += await bringInComments(db, on, part, at)
    report.redirects += await keepOldPaths(db, oldPathsOf(item, site), brought.path)
    await keepWordPaths(db, wordPaths(item, site))
    await insertAttachments(db, picturesOf(item, site, archive.site!), at)
    count(report, to, brought)
    await settle(db, brought.path)
  }
}

/** An edition is an import of its own; how far it is is kept, so that whoever goes on counts what was done before, too. */
function bringInWhole(
  store: Store,
  archive: Archive,
  { row, item, site }: Omit<Given, 'text'>,
  progress: Soon['progress'],
  at: number,
) {
  const { id, by } = archive
  const before = archive.progress?.edition
  const begun = before?.number === row.number && before.done > 0 ? before : null
  return bringInEdition(store, {
    item,
    site,
    row,
    archive,
    key: { site: archive.site!, item: row.key },
    begun,
    onBatch: (db, begun) =>
      updateArchive(db, id, { progress: { ...progress, edition: { ...begun, number: row.number } } }, at),
    by,
    at,
  })
}

/** Below what its comments stand. */
function placeOf(
  to: 'edition' | 'post' | 'page',
  { id, entryId }: { id: string; entryId: string | null },
): CommentedOn {
  if (entryId !== null) return { entryId }
  return to === 'edition' ? { editionId: id } : { writingId: id }
}

function count(
  report: ArchiveReport,
  to: 'edition' | 'post' | 'page',
  brought: BroughtIn & { entries: number; entryId: string | null },
): void {
  report.entries += brought.entries
  const isNewIn = brought.entryId !== null && brought.outcome === 'changed'
  if (brought.outcome === 'unchanged') report.unchanged++
  // An event is an entry of an edition, which it may be the first of.
  else if (!isNewIn) report[`${to}s`]++
  if (report.kept.length < 200) report.kept.push(...brought.kept.slice(0, 20))
}

/** Pages stand below those they stood below; each may come before or after the other in the file. */
async function linkPages(store: Store, site: string, parents: Map<string, string>): Promise<void> {
  for (const [child, parent] of parents) {
    await store.db.transaction().execute(async db => {
      const own = await findImported(db, site, child)
      const above = await findImported(db, site, parent)
      if (own?.kind !== 'writing' || above?.kind !== 'writing' || own.targetId === above.targetId) return
      const page = await findWritingById(db, own.targetId)
      if (page?.kind !== 'page' || page.parentId !== null) return
      if ((await findWritingById(db, above.targetId))?.kind !== 'page') return
      await updateWriting(db, page.id, { parentId: above.targetId })
      await touchBlog(db)
    })
  }
}

function wordPaths(item: ExportItem, site: ExportSite): { path: string; to: string }[] {
  return oldWordPaths(item, site).flatMap(({ path, domain, name }) => {
    const word = titleText(name)
    if (!word) return []
    return [{ path, to: domain === 'category' ? `/category/${slugOf(word)}` : `/tag/${tagKey(word)}` }]
  })
}

/** Pictures of the site itself that its texts show, whether the export lists them or not. */
function picturesOf(item: ExportItem, site: ExportSite, key: string) {
  const host = site.url ? URL.parse(site.url)?.hostname.replace(/^www\./, '') : undefined
  return picturesIn(item.content)
    .flatMap(({ original }) => {
      const url = URL.parse(original)
      const own = url?.hostname.replace(/^www\./, '')
      return url && (own === host || own?.endsWith('.files.wordpress.com')) ? [url.href] : []
    })
    .map(url => ({
      id: randomUUIDv7(),
      url,
      site: key,
      item: null,
      ofItem: item.id ?? null,
      title: null,
      alt: null,
      kind: 'picture' as const,
    }))
}

function emptyReport(): ArchiveReport {
  return {
    posts: 0,
    pages: 0,
    editions: 0,
    entries: 0,
    comments: 0,
    left: 0,
    unchanged: 0,
    failed: 0,
    redirects: 0,
    attachments: 0,
    kept: [],
  }
}
