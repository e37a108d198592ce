import type { Db } from './tables.ts'

/** The picture that was drawn of a page at this version of it; null where none is kept. */
export async function readDrawnPicture(db: Db, address: string, version: string): Promise<Uint8Array | null> {
  const row = await db
    .selectFrom('drawn_pictures')
    .where('address', '=', address)
    .where('version', '=', version)
    .select('bytes')
    .executeTakeFirst()
  return row?.bytes ?? null
}

/** In the place of the one that was drawn before. */
export async function putDrawnPicture(
  db: Db,
  { address, version, bytes, at }: { address: string; version: string; bytes: Uint8Array; at: number },
): Promise<void> {
  const told = { version, bytes, drawn_at: at }
  await db
    .insertInto('drawn_pictures')
    .values({ address, ...told })
    .onConflict(conflict => conflict.column('address').doUpdateSet(told))
    .execute()
}

/** Forgets the oldest, so that so many are left. */
export async function forgetDrawnPictures(db: Db, most: number): Promise<void> {
  const oldest = await db
    .selectFrom('drawn_pictures')
    .orderBy('drawn_at', 'desc')
    .offset(most)
    .limit(1)
    .select('drawn_at')
    .executeTakeFirst()
  if (oldest) await db.deleteFrom('drawn_pictures').where('drawn_at', '<=', oldest.drawn_at).execute()
}
