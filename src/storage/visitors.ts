import type { Selectable } from 'kysely'
import type { Identity, Visitor } from '../domain/visitor.ts'
import type { Db, Tables } from './tables.ts'

/** Who is known on a device. @param token hash of what its cookie holds; @param seenSince when it was seen last at the earliest */
export async function findVisitorByToken(
  db: Db,
  token: string,
  seenSince: number,
): Promise<{ visitor: Visitor; signedInAt: number; deviceSeenAt: number } | null> {
  const row = await db
    .selectFrom('visitor_sign_ins as device')
    .innerJoin('visitors', 'visitors.id', 'device.visitor_id')
    .where('device.token', '=', token)
    .where('device.seen_at', '>', seenSince)
    .selectAll('visitors')
    .select(['device.made_at as signed_in_at', 'device.seen_at as device_seen_at'])
    .executeTakeFirst()
  return row
    ? { visitor: visitorOf(row), signedInAt: row.signed_in_at, deviceSeenAt: row.device_seen_at }
    : null
}

export async function findVisitorByIdentity(
  db: Db,
  { provider, issuer, subject }: Identity,
): Promise<Visitor | null> {
  const row = await db
    .selectFrom('visitors')
    .where('provider', '=', provider)
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .selectAll()
    .executeTakeFirst()
  return row ? visitorOf(row) : null
}

/** Somebody new; nothing where somebody of the same identity came in between. */
export async function insertVisitor(db: Db, visitor: Visitor): Promise<void> {
  const { id, provider, issuer, subject, name, url, mail } = visitor
  await db
    .insertInto('visitors')
    .values({
      ...{ id, provider, issuer, subject, name, url, mail },
      told_name: visitor.toldName,
      picture_id: visitor.pictureId,
      mail_key: visitor.mailKey,
      made_at: visitor.madeAt,
      seen_at: visitor.seenAt,
    })
    .onConflict(conflict => conflict.columns(['provider', 'issuer', 'subject']).doNothing())
    .execute()
}

export async function updateVisitor(
  db: Db,
  id: string,
  told: Partial<Pick<Visitor, 'name' | 'toldName' | 'url' | 'pictureId' | 'mail' | 'mailKey' | 'seenAt'>>,
): Promise<void> {
  await db
    .updateTable('visitors')
    .set({
      name: told.name,
      told_name: told.toldName,
      url: told.url,
      picture_id: told.pictureId,
      mail: told.mail,
      mail_key: told.mailKey,
      seen_at: told.seenAt,
    })
    .where('id', '=', id)
    .execute()
}

/** From now on this device is known. @param token hash of what its cookie will hold */
export async function insertVisitorSignIn(
  db: Db,
  {
    token,
    id,
    device,
    visitorId,
    at,
  }: {
    token: string
    id: string
    device: string | null
    visitorId: string
    at: number
  },
): Promise<void> {
  await db
    .insertInto('visitor_sign_ins')
    .values({ token, id, device, visitor_id: visitorId, made_at: at, seen_at: at })
    .execute()
}

export async function markDeviceSeen(db: Db, token: string, at: number): Promise<void> {
  await db.updateTable('visitor_sign_ins').set({ seen_at: at }).where('token', '=', token).execute()
}

/** Ends what lets a visitor in, on all devices or all but one. @returns on how many */
export async function deleteVisitorSignIns(db: Db, visitorId: string): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('visitor_sign_ins')
    .where('visitor_id', '=', visitorId)
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

/** Ends one of them. @returns how many: none where it is another one's, or over already */
export async function endVisitorSignIn(db: Db, visitorId: string, id: string): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('visitor_sign_ins')
    .where('visitor_id', '=', visitorId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

/** A device on which a visitor is known. */
export type VisitorSignIn = {
  id: string
  device: string | null
  isThis: boolean
  madeAt: number
  seenAt: number
}

/** Where a visitor is signed in, the last seen first. @param token hash of what the cookie of this device holds */
export async function listVisitorSignIns(
  db: Db,
  visitorId: string,
  { seenSince, token }: { seenSince: number; token: string | null },
): Promise<VisitorSignIn[]> {
  const rows = await db
    .selectFrom('visitor_sign_ins')
    .where('visitor_id', '=', visitorId)
    .where('seen_at', '>', seenSince)
    .orderBy('seen_at', 'desc')
    .orderBy('token')
    .selectAll()
    .execute()
  return rows.map(row => ({
    id: row.id ?? '',
    device: row.device,
    isThis: row.token === token,
    madeAt: row.made_at,
    seenAt: row.seen_at,
  }))
}

export async function deleteVisitorSignIn(db: Db, token: string): Promise<void> {
  await db.deleteFrom('visitor_sign_ins').where('token', '=', token).execute()
}

function visitorOf(row: Selectable<Tables['visitors']>): Visitor {
  const { id, provider, issuer, subject, name, url, mail } = row
  return {
    ...{ id, provider, issuer, subject, name, url, mail },
    toldName: row.told_name,
    pictureId: row.picture_id,
    mailKey: row.mail_key,
    madeAt: row.made_at,
    seenAt: row.seen_at,
  }
}
