import { randomUUIDv7 } from 'node:crypto'
import type { CommentedOn, CommentState } from '../src/domain/comment.ts'
import type { Evidence } from '../src/domain/taking-part/verdict.ts'
import { grantRole } from '../src/storage/grants.ts'
import type { Db } from '../src/storage/tables.ts'

/** A comment as if a guest had written it. @returns its id */
export async function aComment(
  db: Db,
  told: {
    on: CommentedOn
    state?: CommentState
    name?: string
    text?: string
    mailKey?: string | null
    editKey?: string | null
    fromKey?: string | null
    url?: string | null
    evidence?: Evidence[]
    at?: number
  },
): Promise<string> {
  const { on, state = 'pending', name = 'Amina', text = 'I shall listen from Nairobi.', url = null } = told
  const { editKey = 'browser of amina' } = told
  const { mailKey = 'key of amina', fromKey = null, at = Date.parse('2021-12-18T11:00:00Z') } = told
  const id = randomUUIDv7()
  await db
    .insertInto('comments')
    .values({
      id,
      edition_id: 'editionId' in on ? on.editionId : null,
      entry_id: 'entryId' in on ? on.entryId : null,
      writing_id: 'writingId' in on ? on.writingId : null,
      parent_id: null,
      kind: 'comment',
      state,
      author_name: name,
      author_url: url,
      account_id: null,
      text,
      at,
      origin: null,
      updated_at: at,
      mail_key: mailKey,
      edit_key: editKey,
      from_key: fromKey,
      language: 'en',
      evidence: told.evidence ? JSON.stringify(told.evidence) : null,
    })
    .execute()
  return id
}

/** An account with this id that moderates a series; null: the whole site. */
export async function aCurator(db: Db, id: string, seriesId: string | null = null): Promise<void> {
  const times = { created_at: 0, updated_at: 0 }
  await db
    .insertInto('accounts')
    .values({ id, name: id, email: `${id}@example.org`, image: null, ...times })
    .execute()
  await grantRole(db, { accountId: id, seriesId, role: 'moderator', at: 0 })
}
