import type { Selectable } from 'kysely'
import {
  openStates,
  type Sender,
  type StepDetail,
  type Suggestion,
  type SuggestionAct,
  type SuggestionState,
  type SuggestionStep,
} from '../domain/suggestion.ts'
import { among } from './dialects/among.ts'
import { fromJson, toJson } from './json.ts'
import { risingId } from './rising-id.ts'
import type { Db, Tables } from './tables.ts'

/** What is told of a suggestion when it comes; keys are keyed hashes. */
export type NewSuggestion = Omit<Suggestion, 'changedAt'> & {
  mailKey: string | null
  fromKey: string | null
  /** Of the form it was sent with. */
  formKey: string | null
}

/** @returns false where that form was sent before; nothing is stored then */
export async function insertSuggestion(db: Db, told: NewSuggestion): Promise<boolean> {
  const { sender } = told
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('suggestions')
    .values({
      id: told.id,
      edition_id: told.editionId,
      state: told.state,
      door: told.door,
      made_at: told.at,
      changed_at: told.at,
      language: told.language,
      words: told.words,
      label: told.label,
      name: sender.name,
      mail: sender.mail,
      organisation: sender.organisation,
      url: sender.url,
      visitor_id: sender.visitorId,
      account_id: sender.accountId,
      mail_key: told.mailKey,
      from_key: told.fromKey,
      form_key: told.formKey,
      verdict: told.verdict,
      evidence: told.evidence.length ? toJson(told.evidence) : null,
      is_credited: told.isCredited ? 1 : 0,
    })
    .onConflict(conflict => conflict.column('form_key').doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export async function findSuggestion(db: Db, id: string): Promise<Suggestion | null> {
  const row = await db.selectFrom('suggestions').where('id', '=', id).selectAll().executeTakeFirst()
  return row ? suggestionOf(row) : null
}

/** The one that was sent with this form. */
export async function findSentWith(db: Db, formKey: string): Promise<string | null> {
  const row = await db
    .selectFrom('suggestions')
    .where('form_key', '=', formKey)
    .select('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** Writes down a step, and what it leaves: inside a transaction that has taken the suggestion's edition. */
export async function keepStep(
  db: Db,
  { id, state }: Pick<Suggestion, 'id' | 'state'>,
  step: {
    at: number
    who: SuggestionStep['who']
    by: string | null
    act: SuggestionAct
    words?: string | null
    after?: SuggestionState
    detail?: StepDetail | null
  },
): Promise<void> {
  const { at, who, by, act, words = null, after = state, detail = null } = step
  await db
    .insertInto('suggestion_steps')
    .values({
      id: risingId(),
      suggestion_id: id,
      at,
      who,
      by,
      act,
      words,
      before: act === 'open' ? null : state,
      after,
      detail: toJson(detail),
    })
    .execute()
  await db.updateTable('suggestions').set({ state: after, changed_at: at }).where('id', '=', id).execute()
}

/** Its history, the oldest first. */
export async function listSteps(db: Db, suggestionId: string): Promise<SuggestionStep[]> {
  const rows = await db
    .selectFrom('suggestion_steps')
    .where('suggestion_id', '=', suggestionId)
    .orderBy('id')
    .selectAll()
    .execute()
  return rows.map(row => ({
    at: row.at,
    who: row.who,
    by: row.by,
    act: row.act as SuggestionAct,
    words: row.words,
    before: row.before as SuggestionState | null,
    after: row.after as SuggestionState,
    detail: fromJson<StepDetail>(row.detail),
  }))
}

/** Of these editions, in these states: the newest first. @param before the id of the last that was seen */
export async function listSuggestions(
  db: Db,
  asked: { editionIds: string[]; states: readonly SuggestionState[]; before?: string; limit: number },
): Promise<Suggestion[]> {
  const { editionIds, states, before, limit } = asked
  if (editionIds.length === 0 || states.length === 0) return []
  const rows = await db
    .selectFrom('suggestions')
    .where(among(db, 'edition_id', editionIds))
    .where('state', 'in', [...states])
    .$if(before !== undefined, query => query.where('id', '<', before!))
    .orderBy('id', 'desc')
    .limit(limit)
    .selectAll()
    .execute()
  return rows.map(suggestionOf)
}

/** How many there are in each state, by edition. */
export async function countSuggestions(
  db: Db,
  editionIds: string[],
): Promise<Map<string, Partial<Record<SuggestionState, number>>>> {
  const counts = new Map<string, Partial<Record<SuggestionState, number>>>()
  if (editionIds.length === 0) return counts
  const rows = await db
    .selectFrom('suggestions')
    .where(among(db, 'edition_id', editionIds))
    .groupBy(['edition_id', 'state'])
    .select(['edition_id', 'state', ({ fn }) => fn.countAll<number>().as('count')])
    .execute()
  for (const { edition_id, state, count } of rows) {
    const known = counts.get(edition_id) ?? {}
    known[state as SuggestionState] = Number(count)
    counts.set(edition_id, known)
  }
  return counts
}

/** How many wait for a curator. */
export async function countOpenSuggestions(db: Db, editionIds: string[]): Promise<number> {
  const counts = await countSuggestions(db, editionIds)
  return [...counts.values()].reduce(
    (sum, states) => sum + openStates.reduce((part, state) => part + (states[state] ?? 0), 0),
    0,
  )
}

/** How many of one who suggests were accepted: of a visitor, or of a guest by their mailbox. */
export async function countAccepted(
  db: Db,
  { mailKey, visitorId }: { mailKey: string | null; visitorId: string | null },
): Promise<number> {
  if (mailKey === null && visitorId === null) return 0
  const { count } = await db
    .selectFrom('suggestions')
    .where('state', '=', 'accepted')
    .$if(visitorId !== null, query => query.where('visitor_id', '=', visitorId))
    .$if(visitorId === null, query => query.where('mail_key', '=', mailKey).where('visitor_id', 'is', null))
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** How many came since a moment: to an edition, of a mailbox, of a network. */
export async function countSince(
  db: Db,
  asked: { editionId?: string; mailKey?: string; fromKey?: string },
  since: number,
): Promise<number> {
  const { editionId, mailKey, fromKey } = asked
  const { count } = await db
    .selectFrom('suggestions')
    .where('made_at', '>', since)
    .$if(editionId !== undefined, query => query.where('edition_id', '=', editionId!))
    .$if(mailKey !== undefined, query => query.where('mail_key', '=', mailKey!))
    .$if(fromKey !== undefined, query => query.where('from_key', '=', fromKey!))
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** What it is called, once that is known. */
export async function keepLabel(db: Db, id: string, label: string): Promise<void> {
  await db
    .updateTable('suggestions')
    .set({ label: label.slice(0, 200) })
    .where('id', '=', id)
    .execute()
}

/** What came of it in the programme. */
export async function linkEntries(
  db: Db,
  suggestionId: string,
  came: { entry: string; as: 'entry' | 'merged' }[],
): Promise<void> {
  if (came.length === 0) return
  await db
    .insertInto('suggestion_entries')
    .values(came.map(({ entry, as }) => ({ suggestion_id: suggestionId, entry_id: entry, as })))
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** The entries that came of it. */
export async function listEntriesOf(db: Db, suggestionId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('suggestion_entries')
    .where('suggestion_id', '=', suggestionId)
    .select('entry_id')
    .execute()
  return rows.map(({ entry_id }) => entry_id)
}

/** Who suggested an entry, or something that became a part of it. */
export async function listSuggestionsOf(db: Db, entryId: string): Promise<Suggestion[]> {
  const rows = await db
    .selectFrom('suggestions')
    .innerJoin('suggestion_entries', 'suggestion_entries.suggestion_id', 'suggestions.id')
    .where('suggestion_entries.entry_id', '=', entryId)
    .orderBy('suggestions.id')
    .selectAll('suggestions')
    .execute()
  return rows.map(suggestionOf)
}

/** Whom readers of an entry are told that it came from: who wished it. */
export async function listCredited(
  db: Db,
  entryId: string,
): Promise<{ name: string; organisation: string | null; url: string | null }[]> {
  const rows = await db
    .selectFrom('suggestions')
    .innerJoin('suggestion_entries', 'suggestion_entries.suggestion_id', 'suggestions.id')
    .where('suggestion_entries.entry_id', '=', entryId)
    .where('is_credited', '=', 1)
    .where('state', '<>', 'spam')
    .orderBy('suggestions.id')
    .select(['name', 'organisation', 'url'])
    .execute()
  return rows.flatMap(row => (row.name === null ? [] : [{ ...row, name: row.name }]))
}

/** Whether readers are told who suggested it. */
export async function putCredit(db: Db, id: string, isCredited: boolean): Promise<void> {
  await db
    .updateTable('suggestions')
    .set({ is_credited: isCredited ? 1 : 0 })
    .where('id', '=', id)
    .execute()
}

/** How much somebody has done with it. */
export async function countSteps(db: Db, id: string, who: SuggestionStep['who']): Promise<number> {
  const { count } = await db
    .selectFrom('suggestion_steps')
    .where('suggestion_id', '=', id)
    .where('who', '=', who)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Those that wait although their edition ended before this day (ISO). */
export async function listLateSuggestions(db: Db, lastDay: string): Promise<Suggestion[]> {
  const rows = await db
    .selectFrom('suggestions')
    .innerJoin('editions', 'editions.id', 'suggestions.edition_id')
    .where('editions.ends_on', '<=', lastDay)
    .where('suggestions.state', 'in', [...openStates])
    .selectAll('suggestions')
    .execute()
  return rows.map(suggestionOf)
}

function suggestionOf(row: Selectable<Tables['suggestions']>): Suggestion {
  const sender: Sender = {
    name: row.name,
    mail: row.mail,
    organisation: row.organisation,
    url: row.url,
    visitorId: row.visitor_id,
    accountId: row.account_id,
  }
  return {
    id: row.id,
    editionId: row.edition_id,
    state: row.state as SuggestionState,
    door: row.door,
    at: row.made_at,
    changedAt: row.changed_at,
    sender,
    language: row.language,
    words: row.words,
    label: row.label,
    verdict: row.verdict,
    evidence: fromJson<unknown[]>(row.evidence) ?? [],
    isCredited: row.is_credited === 1,
  }
}
