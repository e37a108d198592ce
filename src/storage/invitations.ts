import { randomUUIDv7 } from 'node:crypto'
import type { Role } from '../domain/curator.ts'
import type { Db } from './tables.ts'

/** A role that is offered to a mail address. */
export type Invitation = {
  id: string
  email: string
  role: Role
  /** Null: for the whole site. */
  series: { id: string; slug: string; title: string } | null
  /** Who offers it; null where their account is gone. */
  by: { id: string; name: string } | null
  sentAt: number
  expiresAt: number
}

export async function insertInvitation(
  db: Db,
  told: {
    email: string
    role: Role
    seriesId: string | null
    by: string
    token: string
    at: number
    expiresAt: number
  },
): Promise<string> {
  const id = randomUUIDv7()
  await db
    .insertInto('invitations')
    .values({
      id,
      email: told.email,
      role: told.role,
      series_id: told.seriesId,
      invited_by: told.by,
      token: told.token,
      created_at: told.at,
      sent_at: told.at,
      expires_at: told.expiresAt,
    })
    .execute()
  return id
}

/** All that were neither accepted nor withdrawn, those that are too old by now among them; the latest first. */
export async function listInvitations(db: Db): Promise<Invitation[]> {
  const rows = await withNames(db)
    .orderBy('invitations.sent_at', 'desc')
    .orderBy('invitations.id', 'desc')
    .execute()
  return rows.map(invitationOf)
}

export async function findInvitation(
  db: Db,
  by: { id: string } | { token: string },
): Promise<Invitation | null> {
  const row = await withNames(db)
    .where('id' in by ? 'invitations.id' : 'invitations.token', '=', 'id' in by ? by.id : by.token)
    .executeTakeFirst()
  return row ? invitationOf(row) : null
}

/** Puts another token in the place of the one that was sent. */
export async function renewInvitation(
  db: Db,
  id: string,
  { token, at, expiresAt }: { token: string; at: number; expiresAt: number },
): Promise<void> {
  await db
    .updateTable('invitations')
    .set({ token, sent_at: at, expires_at: expiresAt })
    .where('id', '=', id)
    .execute()
}

/** @returns whether it was there: of those who take it at once, one is told so */
export async function deleteInvitation(db: Db, id: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('invitations').where('id', '=', id).executeTakeFirstOrThrow()
  return numDeletedRows === 1n
}

function withNames(db: Db) {
  return db
    .selectFrom('invitations')
    .leftJoin('series', 'series.id', 'invitations.series_id')
    .leftJoin('accounts', 'accounts.id', 'invitations.invited_by')
    .select([
      'invitations.id as id',
      'invitations.email as email',
      'invitations.role as role',
      'invitations.series_id as series_id',
      'series.slug as slug',
      'series.title as title',
      'accounts.id as by_id',
      'accounts.name as by_name',
      'invitations.sent_at as sent_at',
      'invitations.expires_at as expires_at',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof withNames>['execute']>>[number]

function invitationOf(row: Row): Invitation {
  const { id, email, role, series_id, slug, title, by_id, by_name, sent_at, expires_at } = row
  return {
    id,
    email,
    role,
    series: series_id === null ? null : { id: series_id, slug: slug ?? '', title: title ?? '' },
    by: by_id === null ? null : { id: by_id, name: by_name ?? '' },
    sentAt: sent_at,
    expiresAt: expires_at,
  }
}
