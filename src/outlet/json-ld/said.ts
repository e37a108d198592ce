import { bearable } from '../../domain/bearable.ts'
import type { Comment } from '../../domain/comment.ts'
import { cleanThing, context, type Thing } from './thing.ts'

/** What was said below a work: how much in all, and what stands on its page. `plain`: words without marks. */
export type SaidToMachines = {
  count: number
  comments: Comment[]
  addressOf: (id: string) => string
  plain: (text: string) => string
}

/**
 * Comments of a CreativeWork for machines: those that readers see, no mentions of other sites, and no addresses that their
 * writers gave, which are there for people alone.
 */
export function saidOf({ count, comments, addressOf, plain }: SaidToMachines): Thing {
  if (count === 0) return {}
  const shown = comments.filter(
    ({ kind, state, isTakenBack }) => kind === 'comment' && state === 'approved' && !isTakenBack,
  )
  return {
    commentCount: count,
    interactionStatistic: {
      '@type': 'InteractionCounter',
      interactionType: `${context}/CommentAction`,
      userInteractionCount: count,
    },
    comment: shown.map(({ id, parentId, authorName, text, at, editedAt, language }) =>
      cleanThing({
        '@type': 'Comment',
        '@id': addressOf(id),
        url: addressOf(id),
        text: plain(text),
        dateCreated: new Date(at).toISOString(),
        dateModified: editedAt ? new Date(editedAt).toISOString() : null,
        author: authorName ? { '@type': 'Person', name: bearable(authorName) } : null,
        inLanguage: language,
        parentItem: parentId === null ? null : { '@type': 'Comment', '@id': addressOf(parentId) },
      }),
    ),
  }
}
