import { randomUUIDv7 } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { Curator } from '../domain/curator.ts'
import { listGrants } from './grants.ts'
import type { Db, Tables } from './tables.ts'

export type Account = {
  id: string
  name: string
  email: string
  hasCodes: boolean
  language: string | null
  createdAt: number
}

/** @returns null where there is an account of this address already; nothing is changed then */
export async function insertAccount(
  db: Db,
  { name, email, at }: { name: string; email: string; at: number },
): Promise<Account | null> {
  const row = await db
    .insertInto('accounts')
    .values({
      id: randomUUIDv7(),
      name,
      email: mailKey(email),
      // An account is only made for an address that an owner told us, or that opened a link we sent to it.
      email_verified: 1,
      image: null,
      created_at: at,
      updated_at: at,
    })
    .onConflict(conflict => conflict.column('email').doNothing())
    .returningAll()
    .executeTakeFirst()
  return row ? accountOf(row) : null
}

export async function findAccount(db: Db, id: string): Promise<Account | null> {
  const row = await db.selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? accountOf(row) : null
}

export async function findAccountByMail(db: Db, email: string): Promise<Account | null> {
  const row = await db
    .selectFrom('accounts')
    .selectAll()
    .where('email', '=', mailKey(email))
    .executeTakeFirst()
  return row ? accountOf(row) : null
}

/** Every account with what it may do, by name. */
export async function listAccounts(db: Db): Promise<(Account & Curator)[]> {
  const rows = await db.selectFrom('accounts').selectAll().orderBy('name').orderBy('email').execute()
  const grants = Map.groupBy(await listGrants(db), ({ accountId }) => accountId)
  return rows.map(row => ({ ...accountOf(row), grants: grants.get(row.id) ?? [] }))
}

export async function renameAccount(
  db: Db,
  id: string,
  { name, at }: { name: string; at: number },
): Promise<void> {
  await db.updateTable('accounts').set({ name, updated_at: at }).where('id', '=', id).execute()
}

/** In which language somebody reads; nothing is written where that is known. */
export async function changeLanguage(db: Db, id: string, language: string): Promise<void> {
  await db
    .updateTable('accounts')
    .set({ language })
    .where('id', '=', id)
    .where(({ or, eb }) => or([eb('language', 'is', null), eb('language', '<>', language)]))
    .execute()
}

/** The hash of an account's password; null where it has none. */
export async function readPassword(db: Db, accountId: string): Promise<string | null> {
  const row = await db
    .selectFrom('credentials')
    .select('password')
    .where('provider', '=', 'credential')
    .where('subject', '=', accountId)
    .executeTakeFirst()
  return row?.password ?? null
}

/** Puts this hash in the place of the account's password. */
export async function writePassword(
  db: Db,
  accountId: string,
  { hash, at }: { hash: string; at: number },
): Promise<void> {
  await db
    .insertInto('credentials')
    .values({
      id: randomUUIDv7(),
      account_id: accountId,
      provider: 'credential',
      subject: accountId,
      password: hash,
      created_at: at,
      updated_at: at,
    })
    .onConflict(conflict =>
      conflict.columns(['provider', 'subject']).doUpdateSet({ password: hash, updated_at: at }),
    )
    .execute()
}

/** How an address is kept and compared. */
export function mailKey(email: string): string {
  return email.trim().normalize('NFC').toLowerCase()
}

function accountOf(row: Selectable<Tables['accounts']>): Account {
  const { id, name, email, has_codes, language, created_at } = row
  return { id, name, email, language, hasCodes: has_codes === 1, createdAt: created_at }
}
