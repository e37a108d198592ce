import type { Selectable } from 'kysely'
import { among } from './dialects/among.ts'
import { insertRows } from './insert-rows.ts'
import { fromJson, toJson } from './json.ts'
import type { Db, Tables } from './tables.ts'

export type Attachment = {
  id: string
  url: string
  site: string
  item: string | null
  ofItem: string | null
  title: string | null
  alt: string | null
  kind: 'picture' | 'file'
  pictureId: string | null
  state: 'listed' | 'kept' | 'failed'
  error: { code: string; says: string } | null
}

/** Those that are new; of what is known nothing is changed. */
export async function insertAttachments(
  db: Db,
  attachments: Omit<Attachment, 'pictureId' | 'state' | 'error'>[],
  at: number,
): Promise<void> {
  await insertRows(
    db,
    'attachments',
    attachments.map(({ id, url, site, item, ofItem, title, alt, kind }) => ({
      id,
      url,
      site,
      item,
      of_item: ofItem,
      title,
      alt,
      kind,
      picture_id: null,
      state: 'listed' as const,
      error: null,
      at,
    })),
    { skipTaken: true },
  )
}

/** Those with these ids in their site, or (`ofItem`) all pictures that hang on one item. */
export async function findAttachments(
  db: Db,
  site: string,
  asked: { items: string[] } | { ofItem: string },
): Promise<Attachment[]> {
  const rows = await db
    .selectFrom('attachments')
    .where('site', '=', site)
    .$if('items' in asked, query => query.where(among(db, 'item', 'items' in asked ? asked.items : [])))
    .$if('ofItem' in asked, query => query.where('of_item', '=', 'ofItem' in asked ? asked.ofItem : ''))
    .orderBy('id')
    .limit(500)
    .selectAll()
    .execute()
  return rows.map(attachmentOf)
}

/** Of a site, those in one state, in order after an id. */
export async function listAttachments(
  db: Db,
  site: string,
  {
    state,
    kind,
    after = '',
    limit = 50,
  }: { state: Attachment['state']; kind?: Attachment['kind']; after?: string; limit?: number },
): Promise<Attachment[]> {
  const rows = await db
    .selectFrom('attachments')
    .where('site', '=', site)
    .where('state', '=', state)
    .where('id', '>', after)
    .$if(kind !== undefined, query => query.where('kind', '=', kind!))
    .orderBy('id')
    .limit(limit)
    .selectAll()
    .execute()
  return rows.map(attachmentOf)
}

/** Whatever is kept here under these addresses. */
export async function keptAttachments(db: Db, urls: string[]): Promise<Attachment[]> {
  if (urls.length === 0) return []
  const rows = await db
    .selectFrom('attachments')
    .where(among(db, 'url', urls))
    .where('state', '=', 'kept')
    .selectAll()
    .execute()
  return rows.map(attachmentOf)
}

export async function countAttachments(
  db: Db,
  site: string,
): Promise<Record<Attachment['state'], number> & { files: number }> {
  const rows = await db
    .selectFrom('attachments')
    .where('site', '=', site)
    .groupBy(['state', 'kind'])
    .select(['state', 'kind', ({ fn }) => fn.countAll<number>().as('count')])
    .execute()
  const counts = { listed: 0, kept: 0, failed: 0, files: 0 }
  for (const { state, kind, count } of rows) {
    if (kind === 'file') counts.files += Number(count)
    else counts[state] += Number(count)
  }
  return counts
}

export async function settleAttachment(
  db: Db,
  id: string,
  told: { pictureId: string } | { error: { code: string; says: string } } | { again: true },
): Promise<void> {
  const state = 'pictureId' in told ? 'kept' : 'error' in told ? 'failed' : 'listed'
  await db
    .updateTable('attachments')
    .set({
      state,
      ...('pictureId' in told && { picture_id: told.pictureId }),
      error: 'error' in told ? toJson(told.error) : null,
    })
    .where('id', '=', id)
    .execute()
}

/** What could not be fetched is to be tried once more. */
export async function retryAttachments(db: Db, site: string): Promise<void> {
  await db
    .updateTable('attachments')
    .set({ state: 'listed', error: null })
    .where('site', '=', site)
    .where('state', '=', 'failed')
    .execute()
}

function attachmentOf(row: Selectable<Tables['attachments']>): Attachment {
  const { id, url, site, item, title, alt, kind, state } = row
  return {
    id,
    url,
    site,
    item,
    ofItem: row.of_item,
    title,
    alt,
    kind,
    pictureId: row.picture_id,
    state,
    error: fromJson<{ code: string; says: string }>(row.error),
  }
}
