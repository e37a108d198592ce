import { type EntryFields, fieldsOfEntry } from '../domain/entry-fields.ts'
import { same } from '../domain/merge-fields.ts'
import { Refusal } from '../domain/refusal.ts'
import { type Actor, recordAudit } from '../storage/audit.ts'
import { restoreAwaited } from '../storage/awaited.ts'
import { readEntries } from '../storage/entries.ts'
import { readMergesOf } from '../storage/history.ts'
import { knownNames } from '../storage/names.ts'
import {
  findOrganisation,
  holdOrganisations,
  putParted,
  readPlacesOf,
  updateOrganisation,
} from '../storage/organisations.ts'
import {
  type Change,
  type RevisionRow,
  readRevisions,
  recordRevision,
  takeEdition,
} from '../storage/revisions.ts'
import type { Store } from '../storage/store.ts'
import type { Db } from '../storage/tables.ts'
import { changeEntry } from './change-entry.ts'
import { type MergedOrganisation, plain } from './merge-organisations.ts'

/**
 * Takes the merging of an organisation into another one back: it is one of its own again, and entries name it as they
 * did, unless their organisations were changed since.
 *
 * @returns how many entries name it again, and in how many a later change stands
 * @throws Refusal when it was not merged
 */
export function partOrganisations(
  store: Store,
  id: string,
  { who, at }: { who: Actor; at: number },
): Promise<{ entries: number; kept: number }> {
  return store.db.transaction().execute(async db => {
    const merges = await readMergesOf(db, id)
    const last = merges.toSorted((a, b) => b.at - a.at)[0]
    const merged = (last?.before ?? {}) as Partial<MergedOrganisation>
    // Wherever the other one is named, the address is told that it gives back.
    const places = merged.takesAddress ? await readPlacesOf(db, [(await bothOf(db, id)).other.id]) : []
    const editionIds = new Set([...merges, ...places].map(({ editionId }) => editionId))
    for (const editionId of [...editionIds].sort()) await takeEdition(db, editionId)
    await holdOrganisations(db, [id])
    const { alone, other } = await bothOf(db, id)
    await putParted(db, id, merged.aliases ?? [])
    // What the other one took over it keeps where it has become a third one since.
    if (last?.after?.id === other.id) {
      await restoreAwaited(db, id, other.id, merged.awaited ?? [])
      if (merged.takesAddress && other.url === alone.url)
        await updateOrganisation(db, other.id, { url: null })
    }
    const known = knownNames()
    let [entries, kept] = [0, 0]
    for (const editionId of editionIds) {
      const number = merges.find(merge => merge.editionId === editionId)?.number
      const made = number === undefined ? [] : await readMerged(db, editionId, number)
      const changes: Change[] = []
      for (const row of await readEntries(db, { ids: made.map(({ entryId }) => entryId!) })) {
        const { before, after } = made.find(({ entryId }) => entryId === row.entry.id)!
        const fields = fieldsOfEntry(row)
        if (!sameNames(fields.organisations, after?.organisations as EntryFields['organisations'])) {
          kept++
          continue
        }
        const organisations = before!.organisations as EntryFields['organisations']
        const act = { by: who.name, at, name: 'part-organisations' }
        const change = await changeEntry(db, known, row, { ...fields, organisations }, act)
        if (change) changes.push(change)
      }
      entries += changes.length
      changes.push({ entryId: null, act: 'part-organisations', before: plain(other), after: plain(alone) })
      await recordRevision(db, editionId, changes, { by: who.name, at, minor: true })
    }
    const details = { from: other.name }
    await recordAudit(db, { at, who, act: 'organisations-parted', subject: alone.name, details })
    return { entries, kept }
  })
}

/** @throws Refusal when it is no other one */
async function bothOf(db: Db, id: string) {
  const alone = await findOrganisation(db, id)
  const other = alone?.mergedInto ? await findOrganisation(db, alone.mergedInto) : null
  if (!alone || !other) throw new Refusal('organisation-gone', {}, 'It was not merged into another one.')
  return { alone, other }
}

async function readMerged(db: Db, editionId: string, number: number): Promise<RevisionRow[]> {
  return (await readRevisions(db, editionId, { number })).filter(({ entryId }) => entryId !== null)
}

/** An address that was added since is no change of who takes part. */
function sameNames(a: EntryFields['organisations'], b: EntryFields['organisations'] | undefined): boolean {
  const bare = (all: EntryFields['organisations']) => all.map(({ name, role }) => ({ name, role }))
  return same(bare(a), bare(b ?? []))
}
