import type { ExpressionBuilder } from 'kysely'
import type { Db, Tables } from './tables.ts'

/** Whose it is: what a visitor said, and what guests said who named a mailbox that this visitor has proved to read. */
export type SaidBy = { visitorId: string; mailKey: string | null }

export type OwnSaid = {
  id: string
  /** Of the edition, entry or text below which, or to which, it was said. */
  title: string
  state: string
  at: number
  text: string
  name: string | null
  url: string | null
  mail: string | null
}

/** The newest first. @param limit at most so many */
export async function listCommentsBy(db: Db, by: SaidBy, limit: number): Promise<OwnSaid[]> {
  const rows = await db
    .selectFrom('comments')
    .leftJoin('editions', 'editions.id', 'comments.edition_id')
    .leftJoin('entries', 'entries.id', 'comments.entry_id')
    .leftJoin('writings', 'writings.id', 'comments.writing_id')
    .where(({ eb, or }) =>
      or([
        eb('comments.visitor_id', '=', by.visitorId),
        ...(by.mailKey === null ? [] : [eb('comments.mail_key', '=', by.mailKey)]),
      ]),
    )
    .orderBy('comments.at', 'desc')
    .orderBy('comments.id', 'desc')
    .limit(limit)
    .select(['comments.id', 'comments.state', 'comments.at', 'comments.text', 'comments.mail'])
    .select(['comments.author_name as name', 'comments.author_url as url'])
    .select(({ fn }) => fn.coalesce('editions.title', 'entries.title', 'writings.title').as('title'))
    .execute()
  return rows.map(({ title, ...row }) => ({ ...row, title: title ?? '' }))
}

/** The newest first. @param limit at most so many */
export async function listSuggestionsBy(
  db: Db,
  by: SaidBy,
  limit: number,
): Promise<(OwnSaid & { label: string; organisation: string | null })[]> {
  return db
    .selectFrom('suggestions')
    .innerJoin('editions', 'editions.id', 'suggestions.edition_id')
    .where(isSuggestedBy(by))
    .orderBy('suggestions.made_at', 'desc')
    .orderBy('suggestions.id', 'desc')
    .limit(limit)
    .select(['suggestions.id', 'suggestions.state', 'suggestions.made_at as at', 'suggestions.words as text'])
    .select(['suggestions.name', 'suggestions.mail', 'suggestions.organisation', 'suggestions.label'])
    .select(({ val }) => ['editions.title', val<string | null>(null).as('url')])
    .execute()
}

/** As themselves, under their mailbox, or by a mail that says it is from there, proven or not. */
export function isSuggestedBy({ visitorId, mailKey }: SaidBy) {
  return ({ eb, or, selectFrom }: ExpressionBuilder<Tables, 'suggestions'>) =>
    or([
      eb('suggestions.visitor_id', '=', visitorId),
      ...(mailKey === null
        ? []
        : [
            eb('suggestions.mail_key', '=', mailKey),
            eb(
              'suggestions.id',
              'in',
              selectFrom('incoming_mails')
                .where('incoming_mails.mail_key', '=', mailKey)
                .where('incoming_mails.suggestion_id', 'is not', null)
                .select('incoming_mails.suggestion_id')
                .$castTo<{ suggestion_id: string }>(),
            ),
          ]),
    ])
}

/**
 * Comments of somebody who goes: their words without whoever said them, or without their words too, which leaves a place
 * above the answers of others.
 *
 * @returns ids of the comments
 */
export async function forgetCommentsBy(
  db: Db,
  by: SaidBy,
  { keepsWords, at }: { keepsWords: boolean; at: number },
): Promise<string[]> {
  const nobody = {
    author_name: null,
    author_url: null,
    visitor_id: null,
    mail: null,
    mail_key: null,
    from_key: null,
    service_from: null,
    edit_key: null,
    evidence: null,
    picture_id: null,
    updated_at: at,
  }
  const taken = { state: 'removed' as const, text: '', language: null, decided_by: 'writer', decided_at: at }
  const rows = await db
    .updateTable('comments')
    .set(keepsWords ? nobody : { ...nobody, ...taken, edited_at: null })
    .where(({ eb, or }) =>
      or([
        eb('visitor_id', '=', by.visitorId),
        ...(by.mailKey === null ? [] : [eb('mail_key', '=', by.mailKey)]),
      ]),
    )
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Of which network something came is of use against floods alone. */
export async function forgetFromKeys(db: Db, before: number): Promise<void> {
  await db
    .updateTable('comments')
    .set({ from_key: null, service_from: null })
    .where(({ eb, or }) => or([eb('from_key', 'is not', null), eb('service_from', 'is not', null)]))
    .where('at', '<', before)
    .execute()
  await db
    .updateTable('suggestions')
    .set({ from_key: null, service_from: null })
    .where(({ eb, or }) => or([eb('from_key', 'is not', null), eb('service_from', 'is not', null)]))
    .where('made_at', '<', before)
    .execute()
}

/** Mail addresses of guests, their pictures, and of what they can change it by, unless they are told of something still. */
export async function forgetGuestMails(db: Db, before: number): Promise<void> {
  await db
    .updateTable('comments')
    .set({ mail: null, mail_key: null, edit_key: null, picture_id: null })
    .where('mail', 'is not', null)
    .where('at', '<', before)
    .where(({ not, exists, selectFrom, fn }) =>
      not(
        exists(
          selectFrom('subscribers')
            .where('subscribers.channel', '=', 'mail')
            .where('subscribers.state', '=', 'confirmed')
            .whereRef('subscribers.address', '=', fn('lower', ['comments.mail']))
            .select('subscribers.id'),
        ),
      ),
    )
    .execute()
}
