import { bearable } from '../domain/bearable.ts'
import type { Comment, CommentedOn, Commenting } from '../domain/comment.ts'
import type { SaidToMachines } from '../outlet/json-ld/said.ts'
import type { Commented } from '../storage/commented.ts'
import { countBefore, countComments, countUnder, readComments } from '../storage/comments.ts'
import type { Store } from '../storage/store.ts'
import type { Db } from '../storage/tables.ts'
import { paths } from './paths.ts'
import { plainOf } from './ui/markdown.ts'

/** What was said below a thing, as one page of it shows it. */
export type SaidBelow = {
  on: CommentedOn
  /** Path of the thing. */
  path: string
  commenting: Commenting
  comments: Comment[]
  /** How many readers may see in all, and how many pages they fill. */
  count: number
  page: number
  pages: number
  /** Where other sites tell that they link to it. */
  endpoint?: string
}

/**
 * One page of it; null where there is no such page.
 *
 * @param options all: with comments that wait for approval, for those who may give it
 */
export async function readSaidBelow(
  { db, isReadOnly }: Pick<Store, 'db' | 'isReadOnly'>,
  { on, path, commenting }: Pick<SaidBelow, 'on' | 'path' | 'commenting'>,
  { all = false, page = 1 }: { all?: boolean; page?: number } = {},
): Promise<SaidBelow | null> {
  const none = { on, path, comments: [], count: 0, page: 1, pages: 1 }
  if (commenting === 'hidden' && !all) return page === 1 ? { ...none, commenting } : null
  const rows = await countUnder(db, on, { all })
  const pages = Math.max(1, Math.ceil(rows / mostComments))
  if (page > pages) return null
  const id = 'editionId' in on ? on.editionId : 'entryId' in on ? on.entryId : on.writingId
  return {
    ...none,
    // Nothing can be written into a store that is only read.
    commenting: isReadOnly && commenting === 'open' ? 'closed' : commenting,
    comments: rows
      ? await readComments(db, on, { all, limit: mostComments, offset: (page - 1) * mostComments })
      : [],
    count: (await countComments(db, [id])).get(id) ?? 0,
    page,
    pages,
  }
}

/** Where a comment stands: on which page of those below its thing. */
export async function pathOfComment(
  db: Db,
  commented: Commented,
  comment: Pick<Comment, 'at' | 'id'>,
): Promise<string> {
  const page = Math.floor((await countBefore(db, commented.on, comment)) / mostComments) + 1
  const [path = ''] = paths.comments(pathOfCommented(commented), page).split('#')
  return `${path}#comment-${comment.id}`
}

export function pathOfCommented({ at }: Pick<Commented, 'at'>): string {
  if ('kind' in at) return paths.writing(at)
  const { series, edition, entry } = at
  return entry === null ? paths.edition(series, edition) : paths.entry(series, edition, entry)
}

/** The same for machines; what a later page shows stands on pages that they are not to list. */
export function saidToMachines({ comments, count, page }: SaidBelow, baseUrl: string): SaidToMachines {
  return {
    count,
    comments: page === 1 ? comments : [],
    addressOf: id => baseUrl + paths.comment(id),
    plain: text => plainOf(bearable(text), longestTold),
  }
}

/** In characters, of one comment: who wants it all reads the page. */
const longestTold = 500

/** A page shows so many. */
const mostComments = 200
