import { randomUUIDv7 } from 'node:crypto'
import type { CommentedOn, CommentState } from '../../domain/comment.ts'
import { addressOrNull } from '../../domain/content.ts'
import { titleText } from '../../intake/page/words-of.ts'
import type { ExportComment } from '../../intake/wordpress/item.ts'
import { touchBlog } from '../../storage/blog.ts'
import { insertComments, type NewComment, originsOf } from '../../storage/comments.ts'
import type { Db } from '../../storage/tables.ts'

/** So many comments are stored at once; all of one post are one transaction. */
const commentsAtOnce = 1000
const longest = 20_000

/**
 * What was said below an item and is not here yet, with who answered whom and what was approved, in parts to be stored
 * one after the other. Known ones stay as they are here. Neither mail nor IP addresses are taken over. Their texts are
 * in Markdown already.
 */
export async function commentsIn(
  db: Db,
  {
    site,
    item,
    comments,
    fallback,
  }: { site: string; item: string; comments: ExportComment[]; fallback: number },
): Promise<NewComment[][]> {
  const kept = comments
    .map((comment, index) => ({
      comment,
      origin: `${site}#${comment.id ? `c${comment.id}` : `${item}.${index}`}`,
    }))
    .filter(({ comment }) => comment.approved !== 'trash' && comment.approved !== 'post-trashed')
  if (kept.length === 0) return []
  const ids = await originsOf(
    db,
    kept.map(({ origin }) => origin),
  )
  const fresh = kept.filter(({ origin }) => {
    if (ids.has(origin)) return false
    ids.set(origin, randomUUIDv7())
    return true
  })
  // Parents first: an answer names one that must be there.
  const byId = new Map(fresh.map(each => [each.comment.id, each]))
  const ordered: typeof fresh = []
  const placed = new Set<unknown>()
  for (const each of fresh) {
    const way: typeof fresh = []
    for (let next: (typeof fresh)[number] | undefined = each; next && !placed.has(next); ) {
      placed.add(next)
      way.push(next)
      next = next.comment.parent ? byId.get(next.comment.parent) : undefined
    }
    for (const next of way.reverse()) ordered.push(next)
  }
  const isFresh = new Set(fresh)
  const stored = new Set(kept.filter(each => !isFresh.has(each)).map(({ origin }) => origin))
  const rows = ordered.map(({ comment, origin }): NewComment => {
    const parent = comment.parent && comment.parent !== '0' ? `${site}#c${comment.parent}` : null
    const isThere = parent !== null && parent !== origin && stored.has(parent)
    stored.add(origin)
    return {
      id: ids.get(origin)!,
      parentId: isThere ? ids.get(parent)! : null,
      kind: /^(?:pingback|trackback)$/.test(comment.type) ? 'mention' : 'comment',
      state: stateOf(comment),
      authorName: titleText(comment.author)?.slice(0, 200) ?? null,
      authorUrl: addressOrNull(comment.authorUrl)?.slice(0, 1000) ?? null,
      text: comment.content.slice(0, longest),
      at: momentOf(comment.dateGmt) ?? fallback,
      origin,
    }
  })
  return Array.from({ length: Math.ceil(rows.length / commentsAtOnce) }, (_, part) =>
    rows.slice(part * commentsAtOnce, (part + 1) * commentsAtOnce),
  )
}

/** @returns how many were new */
export async function bringInComments(
  db: Db,
  on: CommentedOn,
  rows: NewComment[],
  at: number,
): Promise<number> {
  const inserted = await insertComments(db, on, rows, at)
  if (inserted > 0) await touchBlog(db)
  return inserted
}

/** Whether what a plugin keeps as a comment was there for readers, a person has to say. */
function stateOf({ approved, type }: ExportComment): CommentState {
  const state = states.get(approved) ?? 'pending'
  return state === 'approved' && !forReaders.test(type) ? 'pending' : state
}

const states = new Map<string, CommentState>([
  ['1', 'approved'],
  ['approve', 'approved'],
  ['0', 'pending'],
  ['hold', 'pending'],
  ['spam', 'spam'],
])
const forReaders =
  /^(?:|comment|pingback|trackback|webmention|review|reply|mention|like|repost|bookmark|reaction|quote)$/

function momentOf(told: string | undefined): number | null {
  const moment = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(told ?? '')
    ? Date.parse(`${told!.replace(' ', 'T')}Z`)
    : Number.NaN
  return Number.isNaN(moment) || moment <= 0 ? null : moment
}
