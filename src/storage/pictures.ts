import type { Picture } from '../domain/picture.ts'
import { among } from './dialects/among.ts'
import { insertRows } from './insert-rows.ts'
import type { Store } from './store.ts'
import type { Db } from './tables.ts'

/** @returns the picture that is already kept in these very bytes */
export async function findPicture(db: Db, sha256: string): Promise<Picture | null> {
  const row = await db
    .selectFrom('pictures')
    .where('sha256', '=', sha256)
    .select(['id', 'width', 'height'])
    .executeTakeFirst()
  return row ?? null
}

/** @returns false when the same picture is kept already; nothing is changed then */
export async function insertPicture(
  db: Db,
  picture: Picture & { sha256: string; sizes: { width: number; bytes: Uint8Array }[] },
  { by, at }: { by: string; at: number },
): Promise<boolean> {
  const { id, width, height, sha256, sizes } = picture
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('pictures')
    .values({ id, sha256, width, height, created_at: at, by })
    .onConflict(conflict => conflict.column('sha256').doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows !== 1n) return false
  await insertRows(
    db,
    'picture_sizes',
    sizes.map(size => ({ picture_id: id, ...size })),
  )
  return true
}

/** The narrowest that is at least so wide; the widest where none is, or none is asked for. */
export async function readPictureBytes(
  { db }: Store,
  id: string,
  atLeast = Number.POSITIVE_INFINITY,
): Promise<Uint8Array | null> {
  const sizes = await db.selectFrom('picture_sizes').where('picture_id', '=', id).select('width').execute()
  if (sizes.length === 0) return null
  const widths = sizes.map(({ width }) => width).sort((a, b) => a - b)
  const width = widths.find(each => each >= atLeast) ?? widths.at(-1)!
  const row = await db
    .selectFrom('picture_sizes')
    .where('picture_id', '=', id)
    .where('width', '=', width)
    .select('bytes')
    .executeTakeFirst()
  return row?.bytes ?? null
}

/** How large these are. */
export async function readPictureSizes(db: Db, ids: string[]): Promise<Map<string, Picture>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('pictures')
    .where(among(db, 'id', ids))
    .select(['id', 'width', 'height'])
    .execute()
  return new Map(rows.map(row => [row.id, row]))
}
