import { randomUUIDv7 } from 'node:crypto'
import type { Selectable } from 'kysely'
import { addressKey } from '../domain/address-key.ts'
import type { Reason } from '../domain/recordings/match.ts'
import type { Offer, Wish } from '../domain/recordings/offer.ts'
import { fromJson, toJson } from './json.ts'
import type { Db, Tables } from './tables.ts'

/** Offers something about the recording of an entry, or says anew what is offered; an answer to it stays. */
export async function writeOffer(db: Db, entryId: string, wish: Wish, at: number): Promise<Offer> {
  const { kind, url, title, seconds, publishedAt, strength, reasons } = wish
  const told = { title, seconds, published_at: publishedAt, strength, reasons: toJson(reasons) }
  const row = await db
    .insertInto('recording_offers')
    .values({
      id: randomUUIDv7(),
      entry_id: entryId,
      kind,
      url,
      url_key: addressKey(url),
      ...told,
      found_at: at,
    })
    .onConflict(conflict => conflict.columns(['entry_id', 'kind', 'url_key']).doUpdateSet(told))
    .returningAll()
    .executeTakeFirstOrThrow()
  return offerOf(row)
}

/** What is offered that somebody is gone does not hold any more where it can be seen again. */
export async function dropRemovalOffers(db: Db, entryId: string, kept: string[]): Promise<void> {
  await db
    .deleteFrom('recording_offers')
    .where('entry_id', '=', entryId)
    .where('kind', '=', 'removed')
    .where('answer', 'is', null)
    .$if(kept.length > 0, query => query.where('url', 'not in', kept))
    .execute()
}

export async function findOffer(db: Db, id: string): Promise<Offer | null> {
  const row = await db.selectFrom('recording_offers').where('id', '=', id).selectAll().executeTakeFirst()
  return row ? offerOf(row) : null
}

/** All that was offered for one entry, or for those of an edition, the likeliest and latest first. */
export async function listOffers(
  db: Db,
  of: { entryId: string } | { editionIds: string[] },
): Promise<(Offer & { editionId: string })[]> {
  const all = db
    .selectFrom('recording_offers as offer')
    .innerJoin('entries', 'entries.id', 'offer.entry_id')
    .selectAll('offer')
    .select('entries.edition_id as editionId')
  const rows =
    'entryId' in of
      ? await all.where('offer.entry_id', '=', of.entryId).execute()
      : of.editionIds.length === 0
        ? []
        : await all.where('entries.edition_id', 'in', of.editionIds).execute()
  const rank = { sure: 0, likely: 1, possible: 2 }
  rows.sort(
    (a, b) => rank[a.strength] - rank[b.strength] || b.found_at - a.found_at || (a.id < b.id ? -1 : 1),
  )
  return rows.map(row => ({ ...offerOf(row), editionId: row.editionId }))
}

export async function answerOffer(
  db: Db,
  id: string,
  answer: { as: 'taken' | 'refused'; by: string; at: number } | null,
): Promise<void> {
  await db
    .updateTable('recording_offers')
    .set({
      answer: answer?.as ?? null,
      answered_by: answer?.by ?? null,
      answered_at: answer?.at ?? null,
    })
    .where('id', '=', id)
    .execute()
}

function offerOf(row: Selectable<Tables['recording_offers']>): Offer {
  return {
    id: row.id,
    entryId: row.entry_id,
    kind: row.kind,
    url: row.url,
    title: row.title,
    seconds: row.seconds,
    publishedAt: row.published_at,
    strength: row.strength,
    reasons: fromJson<Reason[]>(row.reasons) ?? [],
    foundAt: row.found_at,
    answer: row.answer && { as: row.answer, by: row.answered_by ?? '', at: row.answered_at ?? 0 },
  }
}
