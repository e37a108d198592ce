import { fieldsOfEntry } from '../domain/entry-fields.ts'
import { Refusal } from '../domain/refusal.ts'
import { readEntries } from '../storage/entries.ts'
import { knownNames } from '../storage/names.ts'
import { type Change, recordRevision } from '../storage/revisions.ts'
import type { Store } from '../storage/store.ts'
import { type CuratorAct, changeEntry, takeEntry } from './change-entry.ts'
import { inEdition } from './in-edition.ts'

/**
 * Puts entries behind another one in the story (null: first of all), in the order in which they stand there; sessions
 * among those of their event. Positions are fractions between their neighbours; when these lie too close together, the
 * whole story is numbered anew.
 *
 * @throws Refusal when one of them is not in the edition, or may not be moved
 */
export function moveEntries(
  store: Store,
  { ids, editionId }: { ids: string[]; editionId: string },
  after: string | null,
  act: CuratorAct,
): Promise<{ revision: number; changed: number }> {
  return inEdition(store, editionId, async (db, edition) => {
    const nothing = { revision: edition.revision, changed: 0 }
    if (ids.length === 0) return nothing
    const first = await takeEntry(db, ids[0]!, editionId)
    const target = after === null ? null : await takeEntry(db, after, editionId)
    const all = (await readEntries(db, { editionId })).filter(({ parentId }) => parentId === first.parentId)
    const moved = all.filter(({ entry }) => ids.includes(entry.id))
    if (moved.length < new Set(ids).size || (target && target.parentId !== first.parentId))
      throw new Refusal('entry-gone', {}, 'There is no such entry any more.')
    if (act.onlyDrafts && moved.some(({ entry }) => entry.state !== 'draft'))
      throw new Refusal('only-drafts', {}, 'Only an editor may change what readers see.')

    // Behind one of those that are moved means: behind the last one before it that stays.
    const stays = all.filter(row => !moved.includes(row))
    const place = after === null ? -1 : all.findIndex(({ entry }) => entry.id === after)
    const index = stays.filter(row => all.indexOf(row) <= place).length
    const story = stays.toSpliced(index, 0, ...moved)
    if (story.every((row, at) => row === all[at])) return nothing

    const positions = between(stays[index - 1]?.position, stays[index]?.position, moved.length)
    const order = positions
      ? moved.map((row, at) => ({ row, position: positions[at]! }))
      : story.map((row, at) => ({ row, position: at + 1 }))
    const known = knownNames()
    const changes: Change[] = []
    for (const { row, position } of order) {
      const next = { ...fieldsOfEntry(row), position }
      const change = await changeEntry(db, known, row, next, { ...act, onlyDrafts: false, name: 'move' })
      if (change) changes.push(change)
    }
    return { revision: await recordRevision(db, editionId, changes, act), changed: moved.length }
  })
}

/** So many numbers between two, each greater than the one before; null where no fraction is left for them. */
function between(low: number | undefined, high: number | undefined, count: number): number[] | null {
  const from = low ?? (high ?? count + 1) - count - 1
  const to = high ?? from + count + 1
  const step = (to - from) / (count + 1)
  const found = Array.from({ length: count }, (_, at) => from + step * (at + 1))
  const isFree = found.every((position, at) => position > (found[at - 1] ?? from) && position < to)
  return isFree ? found : null
}
