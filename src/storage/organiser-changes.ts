import type { Selectable } from 'kysely'
import type { Organiser, OrganiserTold } from '../domain/organiser.ts'
import { among } from './dialects/among.ts'
import { risingId } from './rising-id.ts'
import type { Db, Tables } from './tables.ts'

/** What an organiser said of an entry: it waits for a curator, or shows already and can be taken back. */
export type OrganiserChange = Omit<Organiser, 'id'> & {
  id: string
  editionId: string
  entryId: string
  at: number
  said: OrganiserTold
  state: 'waiting' | 'live' | 'accepted' | 'declined'
  revision: number | null
}

/** What waits of the same kind for the same entry was said before, and is replaced by it. */
export async function insertOrganiserChange(
  db: Db,
  { organisation, mail }: Omit<Organiser, 'id'>,
  change: Pick<OrganiserChange, 'editionId' | 'entryId' | 'at' | 'said' | 'revision'>,
): Promise<void> {
  const { editionId, entryId, at, said, revision } = change
  for (const earlier of await listOrganiserChanges(db, { entryId }))
    if (
      earlier.state === 'waiting' &&
      earlier.organisation.id === organisation.id &&
      earlier.said.kind === said.kind
    )
      await db.deleteFrom('organiser_changes').where('id', '=', earlier.id).execute()
  await db
    .insertInto('organiser_changes')
    .values({
      id: risingId(),
      organisation_id: organisation.id,
      edition_id: editionId,
      entry_id: entryId,
      mail,
      at,
      told: JSON.stringify(said),
      state: revision === null ? 'waiting' : 'live',
      revision,
      settled_at: null,
      settled_by: null,
    })
    .execute()
}

/** What no curator has answered yet, the oldest first. */
export async function listOrganiserChanges(
  db: Db,
  of: { editionIds: string[] } | { entryId: string },
): Promise<OrganiserChange[]> {
  const rows = await changes(db)
    .where('state', 'in', ['waiting', 'live'])
    .where('entryId' in of ? among(db, 'entry_id', [of.entryId]) : among(db, 'edition_id', of.editionIds))
    .orderBy('organiser_changes.id')
    .execute()
  return rows.map(changeOf)
}

export async function findOrganiserChange(db: Db, id: string): Promise<OrganiserChange | null> {
  const row = await changes(db).where('organiser_changes.id', '=', id).executeTakeFirst()
  return row ? changeOf(row) : null
}

/** @returns whether nobody had answered it */
export async function settleOrganiserChange(
  db: Db,
  id: string,
  { state, at, by }: { state: 'accepted' | 'declined'; at: number; by: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('organiser_changes')
    .set({ state, settled_at: at, settled_by: by })
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'live'])
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Whether curators were content with what came last of an organisation. */
export async function wasLastAccepted(db: Db, organisationId: string): Promise<boolean> {
  const row = await db
    .selectFrom('organiser_changes')
    .where('organisation_id', '=', organisationId)
    .where('settled_at', 'is not', null)
    .orderBy('settled_at', 'desc')
    .orderBy('id', 'desc')
    .select('state')
    .limit(1)
    .executeTakeFirst()
  return row?.state === 'accepted'
}

export async function forgetOrganiserChanges(db: Db, before: number): Promise<void> {
  await db.deleteFrom('organiser_changes').where('at', '<', before).execute()
}

function changes(db: Db) {
  return db
    .selectFrom('organiser_changes')
    .innerJoin('organisations', 'organisations.id', 'organisation_id')
    .selectAll('organiser_changes')
    .select('name')
}

function changeOf(row: Selectable<Tables['organiser_changes']> & { name: string }): OrganiserChange {
  const { id, at, mail, state, revision, name } = row
  return {
    ...{ id, at, mail, state, revision },
    organisation: { id: row.organisation_id, name },
    editionId: row.edition_id,
    entryId: row.entry_id,
    said: JSON.parse(row.told) as OrganiserTold,
  }
}
