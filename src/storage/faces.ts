import { sql } from 'kysely'
import { touchBlog } from './blog.ts'
import { prepared } from './prepared.ts'
import type { Db } from './tables.ts'

/** Whose picture it is: of a visitor, or of whoever gives a mail address, by its keyed hash. */
export type FaceOwner = { visitorId: string } | { mailKey: string }

/** `address`: where a provider said that there is one; `mail`: by which another server may know one. */
export type DueFace = {
  owner: FaceOwner
  address: string | null
  mail: string | null
  /** When it was asked for last. */
  askedAt: number | null
}

/**
 * A provider tells where somebody's picture is, or that there is none; it is fetched where it is another one than last
 * time, or could not be then.
 *
 * @param since what was asked for before that may be asked for again
 * @returns whether there is something to fetch
 */
export async function tellFace(db: Db, visitorId: string, address: string, since: number): Promise<boolean> {
  const owner = nameOf({ visitorId })
  const known = await db.selectFrom('faces').where('owner', '=', owner).selectAll().executeTakeFirst()
  const isKept = known?.address === address && (known.asked_at ?? since) > since
  if (isKept) return false
  await db
    .insertInto('faces')
    .values({ owner, address, picture_id: null, asked_at: null })
    .onConflict(conflict => conflict.column('owner').doUpdateSet({ address, asked_at: null }))
    .execute()
  return true
}

/** A provider tells of no picture any more. */
export async function untellFace(db: Db, visitorId: string): Promise<void> {
  await putFace(db, { visitorId }, null)
  await db.updateTable('faces').set({ address: null }).where('owner', '=', nameOf({ visitorId })).execute()
}

/** Pictures that providers told of and nobody has asked for yet. */
export async function listToldFaces(db: Db, limit: number): Promise<DueFace[]> {
  const rows = await db
    .selectFrom('faces')
    .where('address', 'is not', null)
    .where('asked_at', 'is', null)
    .orderBy('owner')
    .limit(limit)
    .selectAll()
    .execute()
  return rows.map(({ owner, address }) => ({ owner: ownerOf(owner), address, mail: null, askedAt: null }))
}

/**
 * Of those whose comments readers see and whose mail address is known, and of whom nothing else is: whose picture was
 * never asked for, or not since `since`, and who said something since.
 */
export async function listMailFaces(
  db: Db,
  { since, limit }: { since: number; limit: number },
): Promise<DueFace[]> {
  const isDue = sql<boolean>`(faces.asked_at is null or (faces.asked_at < ${since} and comments.at > faces.asked_at))`
  const guests = await db
    .selectFrom('comments')
    .leftJoin('faces', join => join.on(sql<boolean>`faces.owner = 'mail ' || comments.mail_key`))
    .where('comments.state', '=', 'approved')
    .where('comments.kind', '=', 'comment')
    .where('comments.visitor_id', 'is', null)
    .where('comments.account_id', 'is', null)
    .where('comments.mail', 'is not', null)
    .where('comments.mail_key', 'is not', null)
    .where(isDue)
    .groupBy('comments.mail_key')
    .orderBy('comments.mail_key')
    .limit(limit)
    .select(['comments.mail_key as key', ({ fn }) => fn.min('comments.mail').as('mail')])
    .select(({ fn }) => fn.min('faces.asked_at').as('asked_at'))
    .execute()
  const visitors = await db
    .selectFrom('comments')
    .innerJoin('visitors', 'visitors.id', 'comments.visitor_id')
    .leftJoin('faces', join => join.on(sql<boolean>`faces.owner = 'visitor ' || visitors.id`))
    .where('comments.state', '=', 'approved')
    .where('visitors.mail', 'is not', null)
    .where('visitors.picture_id', 'is', null)
    .where('faces.address', 'is', null)
    .where(isDue)
    .groupBy('visitors.id')
    .orderBy('visitors.id')
    .limit(limit)
    .select(['visitors.id as key', ({ fn }) => fn.min('visitors.mail').as('mail')])
    .select(({ fn }) => fn.min('faces.asked_at').as('asked_at'))
    .execute()
  const dueOf = (owner: FaceOwner, { mail, asked_at }: { mail: string | null; asked_at: number | null }) => ({
    owner,
    address: null,
    mail,
    askedAt: asked_at,
  })
  return [
    ...guests.map(row => dueOf({ mailKey: row.key! }, row)),
    ...visitors.map(row => dueOf({ visitorId: row.key }, row)),
  ].slice(0, limit)
}

/** Noted before it is asked for: whatever becomes of it, it is not asked for again soon. */
export async function markFaceAsked(db: Db, owner: FaceOwner, at: number | null): Promise<void> {
  await db
    .insertInto('faces')
    .values({ owner: nameOf(owner), address: null, picture_id: null, asked_at: at })
    .onConflict(conflict => conflict.column('owner').doUpdateSet({ asked_at: at }))
    .execute()
}

/** From now on it is shown beside all that its owner said; null: the drawn one. */
export async function putFace(db: Db, owner: FaceOwner, pictureId: string | null): Promise<void> {
  const name = nameOf(owner)
  const known = await db.selectFrom('faces').where('owner', '=', name).select('picture_id').executeTakeFirst()
  if (!known || known.picture_id === pictureId) return
  await db.updateTable('faces').set({ picture_id: pictureId }).where('owner', '=', name).execute()
  if ('visitorId' in owner)
    await db
      .updateTable('visitors')
      .set({ picture_id: pictureId })
      .where('id', '=', owner.visitorId)
      .execute()
  const { numUpdatedRows } = await db
    .updateTable('comments')
    .set({ picture_id: pictureId })
    .$if('visitorId' in owner, query =>
      query.where('visitor_id', '=', (owner as { visitorId: string }).visitorId),
    )
    .$if('mailKey' in owner, query =>
      query
        .where('mail_key', '=', (owner as { mailKey: string }).mailKey)
        .where('visitor_id', 'is', null)
        .where('account_id', 'is', null),
    )
    .executeTakeFirstOrThrow()
  if (known.picture_id !== null) await db.deleteFrom('pictures').where('id', '=', known.picture_id).execute()
  // Who has said nothing is on no page: whoever signs in again and again makes no page anew.
  if (numUpdatedRows > 0n) await touchBlog(db)
}

/** Whether somebody's picture is asked for or kept; taken for this transaction, so that they do not go within it. */
export async function hasFace(db: Db, owner: FaceOwner): Promise<boolean> {
  const name = nameOf(owner)
  const { numUpdatedRows } = await db
    .updateTable('faces')
    .set({ owner: name })
    .where('owner', '=', name)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Their picture, for what they say now. */
export async function findFace(db: Db, owner: FaceOwner): Promise<string | null> {
  const [row] = await faceOf(db, { owner: nameOf(owner) })
  return row?.picture_id ?? null
}

const faceOf = prepared((db, { owner }: { owner: string }) =>
  db.selectFrom('faces').where('owner', '=', owner).select('picture_id'),
)

/** All that is kept of somebody's picture, for themselves. */
export async function readFace(db: Db, owner: FaceOwner) {
  const row = await db
    .selectFrom('faces')
    .leftJoin('picture_sizes', 'picture_sizes.picture_id', 'faces.picture_id')
    .where('owner', '=', nameOf(owner))
    .select(['address', 'asked_at', 'picture_sizes.bytes'])
    .executeTakeFirst()
  return row && { address: row.address, askedAt: row.asked_at, bytes: row.bytes }
}

/** Pictures go with those they are of: with a visitor, and with the last comment that is known to be of a mail address. */
export async function forgetFaces(db: Db, owner: FaceOwner | null = null): Promise<void> {
  const gone = await db
    .deleteFrom('faces')
    .$if(owner !== null, query => query.where('owner', '=', nameOf(owner!)))
    .where(({ or, and, not, exists, selectFrom }) =>
      or([
        and([
          sql<boolean>`owner like 'mail %'`,
          not(exists(selectFrom('comments').where(sql<boolean>`mail_key = substr(owner, 6)`).select('id'))),
        ]),
        and([
          sql<boolean>`owner like 'visitor %'`,
          not(exists(selectFrom('visitors').where(sql<boolean>`id = substr(owner, 9)`).select('id'))),
        ]),
      ]),
    )
    .returning('picture_id')
    .execute()
  const pictures = gone.flatMap(({ picture_id }) => picture_id ?? [])
  for (const id of pictures) await db.deleteFrom('pictures').where('id', '=', id).execute()
  if (pictures.length > 0) await touchBlog(db)
}

function nameOf(owner: FaceOwner): string {
  return 'visitorId' in owner ? `visitor ${owner.visitorId}` : `mail ${owner.mailKey}`
}

function ownerOf(name: string): FaceOwner {
  const [kind, id = ''] = name.split(' ', 2)
  return kind === 'visitor' ? { visitorId: id } : { mailKey: id }
}
