import type { Selectable } from 'kysely'
import { type BlogPost, blogDelayMs } from '../domain/blog-post.ts'
import { queueJob } from './jobs.ts'
import { fromJson } from './json.ts'
import type { Db, Tables } from './tables.ts'

export async function findBlogPost(db: Db, editionId: string): Promise<BlogPost | null> {
  const row = await db
    .selectFrom('blog_posts')
    .where('edition_id', '=', editionId)
    .selectAll()
    .executeTakeFirst()
  return row ? blogPostOf(row) : null
}

/** Puts it in the place of the one there was. */
export async function insertBlogPost(db: Db, post: BlogPost, at: number): Promise<void> {
  await deleteBlogPost(db, post.editionId)
  await db
    .insertInto('blog_posts')
    .values({ ...rowOf(post), edition_id: post.editionId, created_at: at, updated_at: at } as never)
    .execute()
}

export async function changeBlogPost(
  db: Db,
  editionId: string,
  change: Partial<Omit<BlogPost, 'editionId'>>,
  at: number,
): Promise<void> {
  await db
    .updateTable('blog_posts')
    .set({ ...rowOf(change), updated_at: at })
    .where('edition_id', '=', editionId)
    .execute()
}

export async function deleteBlogPost(db: Db, editionId: string): Promise<void> {
  await db.deleteFrom('blog_secrets').where('edition_id', '=', editionId).execute()
  await db.deleteFrom('blog_posts').where('edition_id', '=', editionId).execute()
}

export async function readBlogSecret(db: Db, editionId: string): Promise<string | null> {
  const row = await db
    .selectFrom('blog_secrets')
    .where('edition_id', '=', editionId)
    .select('sealed')
    .executeTakeFirst()
  return row?.sealed ?? null
}

export async function writeBlogSecret(db: Db, editionId: string, sealed: string): Promise<void> {
  await db
    .insertInto('blog_secrets')
    .values({ edition_id: editionId, sealed })
    .onConflict(conflict => conflict.column('edition_id').doUpdateSet({ sealed }))
    .execute()
}

/** Has the post of an edition written a little after a change, in the transaction of that change; changes until then are in it. */
export async function queueBlogPost(db: Db, editionId: string, at: number): Promise<void> {
  const waiting = await db
    .selectFrom('blog_posts')
    .leftJoin('jobs', join =>
      join
        .onRef('jobs.key', '=', 'blog_posts.edition_id')
        .on('jobs.kind', '=', 'write-blog-post')
        .on('jobs.state', '=', 'waiting'),
    )
    .where('blog_posts.edition_id', '=', editionId)
    .where('blog_posts.state', '=', 'active')
    .select('jobs.due_at')
    .executeTakeFirst()
  if (!waiting) return
  const dueAt = at + blogDelayMs
  if (waiting.due_at !== null && Number(waiting.due_at) <= dueAt) return
  await queueBlogPostAt(db, editionId, dueAt)
}

export async function queueBlogPostAt(db: Db, editionId: string, dueAt: number): Promise<void> {
  await queueJob(db, { kind: 'write-blog-post', data: { edition: editionId }, dueAt, key: editionId })
}

type Row = Selectable<Tables['blog_posts']>

function rowOf(told: Partial<BlogPost>): Partial<Row> {
  const { editionId: _, zones, sentAt, ...rest } = told
  return {
    ...rest,
    ...(zones !== undefined && { zones: JSON.stringify(zones) }),
    ...(sentAt !== undefined && { sent_at: sentAt }),
  }
}

function blogPostOf({ edition_id, zones, sent_at, created_at: _, updated_at: __, ...row }: Row): BlogPost {
  return {
    ...row,
    editionId: edition_id,
    zones: fromJson<string[]>(zones) ?? [],
    sentAt: sent_at === null ? null : Number(sent_at),
  } as BlogPost
}
