import type { Store } from '../../storage/store.ts'
import type { Db } from '../../storage/tables.ts'
import { secretOf } from '../site-secret.ts'
import type { Auth } from './auth.ts'

/** What acts of signing in are done on. */
export type AuthSite = { store: Store; baseUrl: string }

/** What came of asking better-auth: cookies to hand on, and its answer or the code of its refusal. */
export type Outcome<T> = { cookies: string[]; answer: T } | { cookies: string[]; refused: string }

/** One transaction with better-auth inside: what it writes and what is recorded of it stand or fall together. */
export async function withAuth<T>(
  { store, baseUrl }: AuthSite,
  act: (db: Db, auth: Auth) => Promise<T>,
): Promise<T> {
  // Loaded before the transaction begins, which nobody else should have to wait for.
  const { makeAuth } = await import('./auth.ts')
  return store.db
    .transaction()
    .execute(async db => act(db, makeAuth(db, { baseUrl, secret: await secretOf(db) })))
}

/** better-auth over the store itself, for what reads. */
export async function openAuth({ store, baseUrl }: AuthSite): Promise<Auth> {
  const { makeAuth } = await import('./auth.ts')
  return makeAuth(store.db, { baseUrl, secret: await secretOf(store.db) })
}

/**
 * Asks better-auth. A refusal is an answer like any other: thrown, it would end the transaction and with it the count
 * of failures that better-auth keeps.
 */
export async function ask<T>(asked: Promise<{ headers?: Headers | null; response: T }>): Promise<Outcome<T>> {
  try {
    const { headers, response } = await asked
    return { cookies: headers?.getSetCookie() ?? [], answer: response }
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'APIError') throw error
    const { body, statusCode } = error as Refused
    // What somebody made up and called a passkey is no fault of ours, though it is said to be one.
    if (statusCode >= 500 && body?.code !== 'FAILED_TO_VERIFY_REGISTRATION') throw error
    return { cookies: [], refused: body?.code ?? body?.message ?? 'REFUSED' }
  }
}

type Refused = Error & { statusCode: number; body?: { code?: string; message?: string } }
