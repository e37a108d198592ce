import { Refusal } from '../../domain/refusal.ts'
import { readEntries } from '../../storage/entries.ts'
import { indexable } from '../../storage/names.ts'
import { findSourceId, readSourceNames } from '../../storage/sources.ts'
import { mergeEntries } from '../merge-entries.ts'
import { mergeToldTwice } from '../merge-told-twice.ts'
import { entryOf, fileOf } from './bring-in-edition.ts'
import type { Work } from './prepare-item.ts'

/** Events that others told already, or that were told in another language, become one before anything hangs on them. */
export async function mergeEvents(work: Work): Promise<void> {
  const { store, archive, editions, at } = work
  for (const each of editions) await mergeTranslation(work, each)
  for (const [editionId, told] of Map.groupBy(editions, ({ id }) => id))
    await mergeToldTwice(store, {
      editionId,
      sourceIds: new Set(told.map(({ sourceId }) => sourceId)),
      sisters: await eventsOf(work, editionId),
      by: archive.by,
      at,
      summary: { revision: null, notes: [] },
    })
}

/** What one calendar holds are different things, as in any calendar, however alike they are. */
async function eventsOf({ store, archive, soon }: Work, editionId: string): Promise<Set<string>> {
  const names = new Set([...soon.events].map(key => indexable(fileOf({ site: archive.site!, item: key }))))
  const sources = await readSourceNames(store.db, editionId)
  return new Set([...sources].flatMap(([id, name]) => (names.has(name) ? id : [])))
}

/** One event in several languages stays as it is called in the first; what somebody has parted since stays two. */
async function mergeTranslation(work: Work, told: Work['editions'][number]): Promise<void> {
  const { store, archive, soon, at } = work
  const { row, outcome } = told
  const all = soon.translations.get(row.found.translations ?? '') ?? []
  const earlier = all.slice(0, Math.max(0, all.indexOf(row.key)))
  if (earlier.length === 0 || outcome === 'unchanged') return
  const own = await entryOf(store.db, told)
  for (const key of earlier) {
    const file = fileOf({ site: archive.site!, item: key })
    const sourceId = await findSourceId(store.db, told.id, file)
    const kept = sourceId && (await entryOf(store.db, { id: told.id, sourceId }))
    if (!own || !kept || own.id === kept.id || !(await arePublic(work, [own.id, kept.id]))) continue
    try {
      const act = { by: archive.by, at }
      await mergeEntries(store, told.id, { keep: kept.id, other: own.id, chosen: {} }, act)
      return
    } catch (error) {
      // One of them was withdrawn here.
      if (!(error instanceof Refusal)) throw error
    }
  }
}

/** What nobody could read becomes no part of what all can. */
async function arePublic({ store }: Work, ids: string[]): Promise<boolean> {
  const entries = await readEntries(store.db, { ids })
  return entries.length === ids.length && entries.every(({ entry }) => entry.state === 'published')
}
