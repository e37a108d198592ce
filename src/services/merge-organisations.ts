import type { Content } from '../domain/content.ts'
import { fieldsOfEntry } from '../domain/entry-fields.ts'
import { Refusal } from '../domain/refusal.ts'
import { type Actor, recordAudit } from '../storage/audit.ts'
import { type AwaitedRow, readAwaitedRows } from '../storage/awaited.ts'
import { readEntries } from '../storage/entries.ts'
import { knownNames, nameKey } from '../storage/names.ts'
import {
  findOrganisation,
  holdOrganisations,
  type Organisation,
  putMerged,
  readAliases,
  readPlacesOf,
  updateOrganisation,
} from '../storage/organisations.ts'
import { type Change, recordRevision, takeEdition } from '../storage/revisions.ts'
import type { Store } from '../storage/store.ts'
import type { Db } from '../storage/tables.ts'
import { changeEntry } from './change-entry.ts'

/**
 * Makes two organisations one: every entry that names `from` names `into`, once; whoever says the old name from now on
 * means the other. Each edition in which something changes comes to its next revision.
 *
 * @returns how many entries and editions changed
 * @throws Refusal when one of them is gone, or both are one already
 */
export function mergeOrganisations(
  store: Store,
  { from, into }: { from: string; into: string },
  { who, at }: { who: Actor; at: number },
): Promise<{ entries: number; editions: number }> {
  return store.db.transaction().execute(async db => {
    if (from === into) throw new Refusal('organisation-same', {}, 'Both are one already.')
    const both = async () => [await takeOrganisation(db, from), await takeOrganisation(db, into)] as const
    const mayTakeAddress = (await both())[1].url === null
    const places = await readPlacesOf(db, mayTakeAddress ? [from, into] : [from])
    // In order, so that two who do this never wait for each other in a circle.
    for (const { editionId } of places) await takeEdition(db, editionId)
    // Somebody else may have made one of them the other meanwhile.
    await holdOrganisations(db, [from, into])
    const [one, other] = await both()
    const takesAddress = mayTakeAddress && other.url === null && one.url !== null
    const aliases = (await readAliases(db, from)).map(({ id }) => id)
    const entryRows = new Map<string, Awaited<ReturnType<typeof readEntries>>>()
    for (const { editionId, entryIds } of places)
      entryRows.set(editionId, await readEntries(db, { ids: entryIds }))
    const awaited = await readAwaitedRows(db, from, into)
    await putMerged(db, from, into)
    if (takesAddress) await updateOrganisation(db, into, { url: one.url })
    const merged: Organisation = { ...plain(other), url: other.url ?? one.url }
    const known = knownNames()
    let entries = 0
    for (const { editionId } of places) {
      const changes: Change[] = []
      for (const row of entryRows.get(editionId)!) {
        const fields = fieldsOfEntry(row)
        const organisations = named(fields.organisations, one, merged)
        const act = { by: who.name, at, name: 'merge-organisations' }
        const change = await changeEntry(db, known, row, { ...fields, organisations }, act)
        if (change) changes.push(change)
      }
      entries += changes.length
      const before: MergedOrganisation = { ...plain(one), aliases, takesAddress, awaited }
      changes.push({ entryId: null, act: 'merge-organisations', before, after: merged })
      await recordRevision(db, editionId, changes, { by: who.name, at, minor: true })
    }
    await recordAudit(db, {
      at,
      who,
      act: 'organisations-merged',
      subject: merged.name,
      details: { from: one.name },
    })
    return { entries, editions: places.length }
  })
}

/** What is recorded of one that became another, so that both can be parted as they were. */
export type MergedOrganisation = Organisation & {
  aliases: string[]
  /** Whether the other one got its address. */
  takesAddress?: boolean
  /** Where it was expected; `alone`: where the other one was not. */
  awaited?: AwaitedRow[]
}

/** @throws Refusal for one that is not there, or is another one by now */
export async function takeOrganisation(
  db: Db,
  id: string,
): Promise<Organisation & { folded: string; mergedInto: string | null }> {
  const found = await findOrganisation(db, id)
  if (!found || found.mergedInto !== null)
    throw new Refusal('organisation-gone', {}, 'There is no such organisation any more.')
  return found
}

export function plain({ id, name, url }: Organisation): Organisation {
  return { id, name, url }
}

/** The one in the place of the other, once, with the role that either has. */
function named(
  told: Content['organisations'],
  from: Organisation,
  into: Organisation,
): Content['organisations'] {
  const [old, key] = [nameKey(from.name), nameKey(into.name)]
  const own = told.filter(({ name }) => [old, key].includes(nameKey(name)))
  const role = own.find(each => each.role !== null)?.role ?? null
  const merged = { name: into.name, url: into.url, role }
  const first = told.indexOf(own[0]!)
  return told.flatMap((each, at) => (at === first ? [merged] : own.includes(each) ? [] : [each]))
}
