import type { Db } from './tables.ts'

/** Uses a proof. @returns whether nobody had used it before */
export async function useProof(db: Db, key: string, until: number): Promise<boolean> {
  const row = await db
    .insertInto('used_proofs')
    .values({ key, until })
    .onConflict(conflict => conflict.doNothing())
    .returning('key')
    .executeTakeFirst()
  return row !== undefined
}

/** Forgets proofs that have expired anyway. */
export async function forgetProofs(db: Db, before: number): Promise<void> {
  await db.deleteFrom('used_proofs').where('until', '<', before).execute()
}
