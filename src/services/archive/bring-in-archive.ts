import type { Archive, ArchiveItem } from '../../domain/archive.ts'
import type { Problem } from '../../domain/problem.ts'
import type { ExportSite } from '../../intake/wordpress/item.ts'
import { keyOf } from '../../intake/wordpress/look.ts'
import { readArchiveItems } from '../../storage/archive-items.ts'
import { findArchive, removeArchivePieces, updateArchive } from '../../storage/archives.ts'
import type { Store } from '../../storage/store.ts'
import { emptyReport } from './archive-report.ts'
import { bringInItems } from './bring-in-items.ts'
import { itemsOf } from './items-of.ts'
import { keepSiteWords } from './keep-site-words.ts'
import { linkPages } from './link-pages.ts'
import type { Given } from './prepare-item.ts'
import { type ArchiveSource, isPatient, type Patience } from './source.ts'

/**
 * Brings in what was decided, each post whole or not at all. Killed at any moment it goes on where it was; the same
 * export again changes nothing.
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
  const { wanted, of, translations, events } = await whatIsWanted(store, id)
  const rowOf = rowsOf(store, id)
  const parents = new Map<string, string>()
  const problems: Problem[] = []
  let last: ExportSite | null = null
  let done = 0
  const together = { writings: [] as Given[], events: [] as Given[] }
  const bringIn = (given: Given[]) =>
    bringInItems(
      store,
      archive,
      given.splice(0),
      { report, progress: { done, of }, translations, events },
      now(),
    )
  const bringInAll = async () => {
    await bringIn(together.writings)
    await bringIn(together.events)
  }
  for await (const { number, item, site, text } of itemsOf(source, wanted, problems)) {
    last = site
    if (item.type === 'page' && item.parent && item.parent !== '0') parents.set(keyOf(item), item.parent)
    const row = await rowOf(number)
    if (!row) continue
    done++
    if (row.state !== 'waiting') continue
    const given = { row, item, site, text }
    const group = groupOf(given)
    if (group) {
      together[group].push(given)
      if (together[group].length < mostTogether[group] && isPatient(patience)) continue
      await bringIn(together[group])
    } else {
      await bringInAll()
      await bringIn([given])
    }
    patience.onProgress?.(done)
    if (isPatient(patience)) continue
    await bringInAll()
    return false
  }
  await bringInAll()
  await linkPages(store, archive.site!, parents)
  if (last) await keepSiteWords(store, last)
  await finish(store, archive, report, now())
  return true
}

/**
 * Posts and pages are stored so many in one transaction: to make each of them durable would take as long as all the
 * rest. So many events are compared at once with what their editions hold.
 */
const mostTogether = { writings: 20, events: 100 }
const lightest = { comments: 20, characters: 100_000 }

/** Null for what is brought in by itself: a round-up, or what is large. */
function groupOf({ row, item }: Given): keyof typeof mostTogether | null {
  if (item.comments.length > lightest.comments || item.content.length > lightest.characters) return null
  if (row.destination.to !== 'edition') return 'writings'
  return row.found.isEvent ? 'events' : null
}

const windowSize = 500

/**
 * Of which items texts and comments are wanted, by their numbers; how many items there are; which are events, and which
 * of these are one in several languages, in their order.
 */
async function whatIsWanted({ db }: Store, id: string) {
  const wanted = { texts: new Set<number>(), comments: new Set<number>() }
  const translations = new Map<string, string[]>()
  const events = new Set<string>()
  let of = 0
  for (let after = -1; ; ) {
    const some = await readArchiveItems(db, id, { after, limit: windowSize })
    of += some.length
    for (const { number, state, destination, key, found } of some) {
      if (found.isEvent) events.add(key)
      if (found.isEvent && found.translations)
        translations.set(found.translations, [...(translations.get(found.translations) ?? []), key])
      if (state !== 'waiting' || destination.to === 'out') continue
      wanted.comments.add(number)
      if (destination.to !== 'edition') wanted.texts.add(number)
    }
    if (some.length < windowSize) return { wanted, of, translations, events }
    after = some.at(-1)!.number
  }
}

/** What was decided of an item; asked for one after the other in their order. */
function rowsOf({ db }: Store, id: string): (number: number) => Promise<ArchiveItem | undefined> {
  let rows = new Map<number, ArchiveItem>()
  let last = -1
  return async number => {
    if (number > last) {
      const next = await readArchiveItems(db, id, { after: last, limit: windowSize })
      rows = new Map(next.map(row => [row.number, row]))
      last = next.length < windowSize ? Number.POSITIVE_INFINITY : next.at(-1)!.number
    }
    return rows.get(number)
  }
}

function finish({ db }: Store, { id }: Archive, report: Archive['report'], at: number): Promise<void> {
  return db.transaction().execute(async db => {
    await updateArchive(db, id, { state: 'done', progress: null, report }, at)
    await removeArchivePieces(db, id)
  })
}
