import { randomUUIDv7 } from 'node:crypto'
import { noProof, type Offered } from '../../domain/taking-part/verdict.ts'
import { touchBlog } from '../../storage/blog.ts'
import { findCommented } from '../../storage/commented.ts'
import { toJson } from '../../storage/json.ts'
import {
  changeMention,
  findMention,
  findMentionComment,
  type Mention,
  rewriteMention,
} from '../../storage/mentions.ts'
import type { Store } from '../../storage/store.ts'
import type { Db } from '../../storage/tables.ts'
import { eraseComment, insertComment } from '../../storage/written-comments.ts'
import { weigh } from '../taking-part/weigh.ts'

type Told = { name: string; excerpt: string }

/**
 * Keeps that a page links here, below what it links to: weighed and held like a comment of somebody new. What it says now
 * stands in the place of what it said before, and waits again where that is something else; what a curator took away
 * stays away.
 */
export async function keepMention(store: Store, asked: Mention, told: Told, at: number): Promise<void> {
  await store.db.transaction().execute(async db => {
    const mention = await findMention(db, asked.key, { take: true })
    if (!mention) return
    const commented = await findCommented(db, mention.on)
    if (!commented || commented.commenting === 'hidden')
      return changeMention(db, mention.key, { state: 'refused', dueAt: null })
    const { commentId, source } = mention
    const { name, excerpt: text } = told
    const before = commentId === null ? null : await findMentionComment(db, commentId)
    const offered: Offered = {
      what: 'mention',
      participant: { kind: 'guest' },
      name,
      mailKey: null,
      editKey: null,
      fromKey: mention.fromKey,
      url: source,
      text,
      language: commented.language,
      seriesId: commented.seriesId,
      at,
      proof: noProof,
    }
    if (!before) {
      // Meanwhile nothing more may be said there.
      if (commented.commenting !== 'open')
        return changeMention(db, mention.key, { state: 'refused', dueAt: null })
      const id = randomUUIDv7()
      const { state, evidence } = await weigh(db, offered)
      await insertComment(db, { id, ...asComment(mention, told, at), state, evidence })
      await changeMention(db, mention.key, { state: 'kept', commentId: id, dueAt: null })
      if (state === 'approved') await touchBlog(db)
      return
    }
    await changeMention(db, mention.key, { state: 'kept', dueAt: null })
    if (before.name === name && before.text === text) return
    const isAway = before.state === 'spam' || before.state === 'removed'
    const verdict = await weigh(db, offered)
    const state = isAway ? before.state : verdict.state
    const evidence = verdict.evidence.length ? toJson(verdict.evidence) : null
    await rewriteMention(db, commentId!, { name, text, state, evidence, at })
    if (before.state === 'approved' || state === 'approved') await touchBlog(db)
  })
}

/** Takes out what a page that links here no more had become. */
export async function takeOutMention(store: Store, asked: Mention, at: number): Promise<void> {
  await store.db.transaction().execute(async db => {
    const mention = await findMention(db, asked.key, { take: true })
    if (!mention) return
    const { key, commentId, state } = mention
    const isGone = state === 'kept' || state === 'gone'
    await changeMention(db, key, { state: isGone ? 'gone' : 'refused', commentId: null, dueAt: null })
    if (commentId !== null) await erase(db, commentId, at)
  })
}

async function erase(db: Db, id: string, at: number): Promise<void> {
  const before = await findMentionComment(db, id)
  if (!before) return
  await eraseComment(db, id, at)
  if (before.state === 'approved') await touchBlog(db)
}

function asComment({ on, source, fromKey }: Mention, { name, excerpt }: Told, at: number) {
  return {
    on,
    parentId: null,
    kind: 'mention' as const,
    name,
    url: source,
    accountId: null,
    visitorId: null,
    mail: null,
    mailKey: null,
    fromKey,
    editKey: null,
    text: excerpt,
    language: null,
    at,
  }
}
