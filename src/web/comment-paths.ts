import { addressOf, commentPath } from '../domain/address.ts'
import type { CommentedOn } from '../domain/comment.ts'

/** The addresses of what readers say: a part of `paths`. */
export const commentPaths = {
  /** What was said below something, by its path; by pages after the first. */
  comments: (of: string, page = 1) => (page > 1 ? `${of}/comments/${page}` : `${of}#comments`),
  /** Where something can be said below a thing. */
  newComment: (on: CommentedOn) =>
    'editionId' in on
      ? `/comments/new?edition=${on.editionId}`
      : 'entryId' in on
        ? `/comments/new?entry=${on.entryId}`
        : `/comments/new?writing=${on.writingId}`,
  sayComment: () => '/comments',
  /** Leads to where it stands. */
  comment: commentPath,
  answerComment: (id: string) => `/comments/${id}/answer`,
  /** What its writer sees of it, and changes. */
  editComment: (id: string) => `/comments/${id}/edit`,
  commentRemoval: (id: string) => `/comments/${id}/removal`,
  deskCommenting: (series: string, edition: string) => `/desk${addressOf(series, edition)}/commenting`,
  deskWritingCommenting: (id: string) => `/desk/writings/${id}/commenting`,
  /** What was said below something; of the whole site, where nothing is told. */
  commentsFeed: (of: string | null) => `${of ?? ''}/comments`,
}
