import { isOpenToOrganisers, type Organiser } from '../../domain/organiser.ts'
import { type EditionRow, findEditionById, findEditions } from '../../storage/editions.ts'
import { type EntryRow, readEntries, readEntryState } from '../../storage/entries.ts'
import { readEntriesOf } from '../../storage/organisations.ts'
import type { Db } from '../../storage/tables.ts'

export type OfOrganiser = { row: EntryRow; edition: EditionRow }

/** More than one organisation takes part in within the editions that are open to it. */
const mostEntries = 300

/** What an organiser may tell of: what readers see of their organisation, in editions that are live or to come. */
export async function readOwnEntries(db: Db, organiser: Organiser, at: number): Promise<OfOrganiser[]> {
  const named = await readEntriesOf(db, organiser.organisation.id, mostEntries)
  const editions = new Map(
    (
      await findEditions(db, [
        ...new Set(named.flatMap(({ state, edition }) => (state === 'published' ? edition.id : []))),
      ])
    ).map(edition => [edition.id, edition]),
  )
  const own: OfOrganiser[] = []
  for (const row of await readEntries(db, { ids: named.map(({ id }) => id) })) {
    const edition = editions.get(row.editionId)
    if (edition && (await isOwn(db, { row, edition }, organiser, at))) own.push({ row, edition })
  }
  return own.sort((a, b) => (a.row.entry.startsAt ?? Infinity) - (b.row.entry.startsAt ?? Infinity))
}

/** One of them; null for whatever else an address or a form names. */
export async function findOwnEntry(
  db: Db,
  id: string,
  organiser: Organiser,
  at: number,
): Promise<OfOrganiser | null> {
  const [row] = await readEntries(db, { ids: [id] })
  const edition = row && (await findEditionById(db, row.editionId))
  return row && edition && (await isOwn(db, { row, edition }, organiser, at)) ? { row, edition } : null
}

async function isOwn(
  db: Db,
  { row, edition }: OfOrganiser,
  { organisation }: Organiser,
  at: number,
): Promise<boolean> {
  if (row.entry.state !== 'published' || !isOpenToOrganisers(edition, at)) return false
  if (row.parentId !== null && (await readEntryState(db, row.parentId))?.state !== 'published') return false
  return row.entry.organisations.some(({ id }) => id === organisation.id)
}
