import { isFreeHost } from '../domain/mail-in/free-hosts.ts'
import { registrableDomain } from '../domain/mail-in/proof.ts'
import type { Organiser, OrganiserRule } from '../domain/organiser.ts'
import { among } from './dialects/among.ts'
import type { Db } from './tables.ts'

/** Of these organisations, those for which a mailbox at a domain speaks that a curator has confirmed, with the domain. */
export async function readProving(
  db: Db,
  organisationIds: string[],
): Promise<{ organisationId: string; domain: string }[]> {
  if (organisationIds.length === 0) return []
  const rows = await db
    .selectFrom('organisation_domains')
    .innerJoin('organisations', 'organisations.id', 'organisation_id')
    .where(among(db, 'organisation_id', organisationIds))
    .where('state', '=', 'confirmed')
    .where('merged_into', 'is', null)
    .select(['organisation_id as organisationId', 'domain'])
    .execute()
  return rows.filter(({ domain }) => !isFreeHost(domain))
}

/** Whether a mailbox speaks for an organisation: its domain is one of theirs, whole and exactly. */
export async function speaksFor(db: Db, mail: string, organisationId: string): Promise<boolean> {
  const domain = registrableDomain(mail.slice(mail.lastIndexOf('@') + 1))
  return (await readProving(db, [organisationId])).some(each => each.domain === domain)
}

export async function insertOrganiser(
  db: Db,
  made: { id: string; organisationId: string; mail: string; token: string; at: number; expiresAt: number },
): Promise<void> {
  const { id, organisationId, mail, token, at, expiresAt } = made
  await db
    .insertInto('organisers')
    .values({
      ...{ id, organisation_id: organisationId, mail, token },
      ...{ device: null, asked_at: at, opened_at: null, expires_at: expiresAt },
    })
    .execute()
}

/** Whose link this is, while it opens something. @param token the hash of what stands in it */
export async function findOrganiserLink(db: Db, token: string, at: number): Promise<Organiser | null> {
  const row = await organisers(db)
    .where('token', '=', token)
    .where('opened_at', 'is', null)
    .where('expires_at', '>', at)
    .executeTakeFirst()
  return row ? organiserOf(row) : null
}

/** Uses a link up: of several who press at once, one comes in. @returns whether it was this one */
export async function openOrganiser(
  db: Db,
  id: string,
  { device, at, expiresAt }: { device: string; at: number; expiresAt: number },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('organisers')
    .set({ device, opened_at: at, expires_at: expiresAt })
    .where('id', '=', id)
    .where('opened_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Who is at a device, until it expires. @param device the hash of what its cookie holds */
export async function findOrganiserAt(db: Db, device: string, at: number): Promise<Organiser | null> {
  const row = await organisers(db)
    .where('device', '=', device)
    .where('expires_at', '>', at)
    .executeTakeFirst()
  return row ? organiserOf(row) : null
}

export async function endOrganiser(db: Db, device: string): Promise<void> {
  await db.deleteFrom('organisers').where('device', '=', device).execute()
}

/** The links and devices by which a mailbox comes in, or did lately. */
export async function listOrganisersOf(
  db: Db,
  mail: string,
): Promise<{ organisation: string; askedAt: number; openedAt: number | null; expiresAt: number }[]> {
  return organisers(db)
    .where(({ eb, fn }) => eb(fn<string>('lower', ['mail']), '=', mail.toLowerCase()))
    .orderBy('asked_at')
    .clearSelect()
    .select([
      'name as organisation',
      'asked_at as askedAt',
      'opened_at as openedAt',
      'expires_at as expiresAt',
    ])
    .execute()
}

/** Nobody of this mailbox is let in any more, on any device. */
export async function deleteOrganisersOf(db: Db, mail: string): Promise<void> {
  await db
    .deleteFrom('organisers')
    .where(({ eb, fn }) => eb(fn<string>('lower', ['mail']), '=', mail.toLowerCase()))
    .execute()
}

/** What opens nothing any more goes. */
export async function forgetOrganisers(db: Db, now: number): Promise<void> {
  await db.deleteFrom('organisers').where('expires_at', '<=', now).execute()
}

export async function readOrganiserRule(db: Db, organisationId: string): Promise<OrganiserRule | null> {
  const row = await db
    .selectFrom('organisations')
    .where('id', '=', organisationId)
    .select('organiser_rule')
    .executeTakeFirst()
  return row?.organiser_rule ?? null
}

export async function putOrganiserRule(
  db: Db,
  organisationId: string,
  rule: OrganiserRule | null,
): Promise<void> {
  await db
    .updateTable('organisations')
    .set({ organiser_rule: rule })
    .where('id', '=', organisationId)
    .execute()
}

function organisers(db: Db) {
  return db
    .selectFrom('organisers')
    .innerJoin('organisations', 'organisations.id', 'organisation_id')
    .select(['organisers.id', 'mail', 'organisation_id', 'name'])
}

function organiserOf(row: { id: string; mail: string; organisation_id: string; name: string }): Organiser {
  return { id: row.id, mail: row.mail, organisation: { id: row.organisation_id, name: row.name } }
}
