import type { Evidence } from '../domain/taking-part/verdict.ts'
import { fromJson, toJson } from './json.ts'
import type { Db } from './tables.ts'

/** What a service outside is asked of, and what it said. */
export type Asked = {
  state: string
  name: string | null
  url: string | null
  text: string
  language: string | null
  at: number
  isAnswer: boolean
  evidence: Evidence[]
  visitorId: string | null
  accountId: string | null
  mailKey: string | null
  editKey: string | null
  /** The network it came from. */
  from: string | null
  said: 'spam' | 'real' | null
  told: 'spam' | 'real' | null
  /** A curator has decided on it. */
  isDecided: boolean
}

type Of = { what: 'comment' | 'suggestion'; id: string }
const tableOf = { comment: 'comments', suggestion: 'suggestions' } as const

export async function findAsked(db: Db, { what, id }: Of): Promise<Asked | null> {
  return what === 'comment' ? findComment(db, id) : findSuggestion(db, id)
}

async function findComment(db: Db, id: string): Promise<Asked | null> {
  const row = await db.selectFrom('comments').where('id', '=', id).selectAll().executeTakeFirst()
  if (!row) return null
  return {
    ...{ state: row.state, name: row.author_name, url: row.author_url, text: row.text, at: row.at },
    ...{ language: row.language, visitorId: row.visitor_id, accountId: row.account_id },
    ...{ mailKey: row.mail_key, editKey: row.edit_key, isAnswer: row.parent_id !== null },
    ...{ from: row.service_from, said: row.service_said, told: row.service_told },
    evidence: fromJson<Evidence[]>(row.evidence) ?? [],
    isDecided: row.decided_by !== null,
  }
}

async function findSuggestion(db: Db, id: string): Promise<Asked | null> {
  const row = await db.selectFrom('suggestions').where('id', '=', id).selectAll().executeTakeFirst()
  if (!row) return null
  const given = await db
    .selectFrom('readings')
    .where('suggestion_id', '=', id)
    .where('form', '<>', 'file')
    .orderBy('id')
    .select('input')
    .execute()
  const decided = await db
    .selectFrom('suggestion_steps')
    .where('suggestion_id', '=', id)
    .where('who', '=', 'curator')
    .select('id')
    .executeTakeFirst()
  return {
    ...{ state: row.state, name: row.name, url: null, at: row.made_at, language: row.language },
    text: [row.words, ...given.map(({ input }) => input.slice(0, 20_000))].filter(Boolean).join('\n\n'),
    ...{ visitorId: row.visitor_id, accountId: row.account_id, mailKey: row.mail_key, editKey: null },
    ...{ isAnswer: false, from: row.service_from, said: row.service_said, told: row.service_told },
    evidence: fromJson<Evidence[]>(row.evidence) ?? [],
    isDecided: decided !== undefined,
  }
}

/** It is to be asked of these words: what was said of others before is void. */
export async function noteAsking(db: Db, { what, id }: Of, from: string | null): Promise<void> {
  await db
    .updateTable(tableOf[what])
    .set({ service_from: from, service_said: null, service_told: null })
    .where('id', '=', id)
    .execute()
}

export async function noteSaid(
  db: Db,
  { what, id }: Of,
  { said, evidence }: { said: 'spam' | 'real'; evidence: Evidence[] },
): Promise<void> {
  await db
    .updateTable(tableOf[what])
    .set({ service_said: said, evidence: toJson(evidence)! })
    .where('id', '=', id)
    .execute()
}

export async function noteTold(db: Db, { what, id }: Of, label: 'spam' | 'real'): Promise<void> {
  await db.updateTable(tableOf[what]).set({ service_told: label }).where('id', '=', id).execute()
}

/** Those of these comments of which it said something: it is told what a curator decides. */
export async function listAsked(db: Db, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('comments')
    .where('id', 'in', ids)
    .where('service_said', 'is not', null)
    .select('id')
    .execute()
  return rows.map(({ id }) => id)
}
