import type { ExpressionBuilder, Selectable } from 'kysely'
import { type Organiser, type OrganiserTold, withoutOrganiser } from '../domain/organiser.ts'
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

/** What one mailbox told, the newest first. */
export async function listChangesBy(
  db: Db,
  mail: string,
): Promise<(OrganiserChange & { title: string; settledAt: number | null })[]> {
  const rows = await changes(db)
    .innerJoin('entries', 'entries.id', 'entry_id')
    .where(isBy(mail))
    .orderBy('organiser_changes.id', 'desc')
    .select(['entries.title', 'settled_at as settledAt'])
    .execute()
  return rows.map(row => ({ ...changeOf(row), title: row.title, settledAt: row.settledAt }))
}

/**
 * Somebody goes: what they told and nobody has answered yet goes with them. The rest stays with the organisation, and
 * history names that alone.
 */
export async function forgetChangesBy(db: Db, mail: string): Promise<void> {
  await db.deleteFrom('organiser_changes').where(isBy(mail)).where('state', '=', 'waiting').execute()
  const rows = await db
    .selectFrom('organiser_changes')
    .where(isBy(mail))
    .select(['entry_id', 'mail'])
    .execute()
  await forgetInHistory(db, rows)
  await db.updateTable('organiser_changes').set({ mail: '' }).where(isBy(mail)).execute()
}

export async function forgetOrganiserChanges(db: Db, before: number): Promise<void> {
  const old = await db
    .selectFrom('organiser_changes')
    .where('at', '<', before)
    .where('mail', '<>', '')
    .select(['entry_id', 'mail'])
    .execute()
  // Who told of the same entry since is still named there.
  const isNamed = async ({ entry_id, mail }: (typeof old)[number]) =>
    await db
      .selectFrom('organiser_changes')
      .where('entry_id', '=', entry_id)
      .where('mail', '=', mail)
      .where('at', '>=', before)
      .select('id')
      .executeTakeFirst()
  const gone: typeof old = []
  for (const each of old) if (!(await isNamed(each))) gone.push(each)
  await forgetInHistory(db, gone)
  await db.deleteFrom('organiser_changes').where('at', '<', before).execute()
}

/** Who changed these entries stays told by their organisation, without the address. */
async function forgetInHistory(db: Db, told: { entry_id: string; mail: string }[]): Promise<void> {
  for (const [entry, same] of Map.groupBy(told, ({ entry_id }) => entry_id)) {
    const rows = await db
      .selectFrom('revisions')
      .where('entry_id', '=', entry)
      .where('by', 'like', '%@% (%)')
      .select(['id', 'by'])
      .execute()
    for (const { id, by } of rows) {
      const bare = same.reduce((left, { mail }) => withoutOrganiser(left, mail), by)
      if (bare !== by) await db.updateTable('revisions').set({ by: bare }).where('id', '=', id).execute()
    }
  }
}

function isBy(mail: string) {
  return ({ eb, fn }: ExpressionBuilder<Tables, 'organiser_changes'>) =>
    eb(fn<string>('lower', ['mail']), '=', mail.toLowerCase())
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
