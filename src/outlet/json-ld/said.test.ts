import { expect, test } from 'vitest'
import type { Comment } from '../../domain/comment.ts'
import { saidOf } from './said.ts'

const comment = (told: Partial<Comment>): Comment => ({
  ...{
    id: 'a',
    parentId: null,
    kind: 'comment',
    state: 'approved',
    authorName: 'Ada\u202e',
    authorUrl: 'https://a.example',
  },
  ...{ text: '*Yes*', at: 0 },
  ...told,
})
const told = {
  addressOf: (id: string) => `https://day.example/comments/${id}`,
  plain: (text: string) => text.replaceAll('*', ''),
}

test('what readers see of comments is told to machines, and nothing else', () => {
  const comments = [
    comment({ language: 'sw' }),
    comment({ id: 'b', parentId: 'a', editedAt: 1000 }),
    comment({ id: 'c', state: 'pending' }),
    comment({ id: 'd', kind: 'mention' }),
    comment({ id: 'e', state: 'removed', isTakenBack: true }),
  ]
  expect(saidOf({ ...told, count: 2, comments })).toEqual({
    commentCount: 2,
    interactionStatistic: {
      '@type': 'InteractionCounter',
      interactionType: 'https://schema.org/CommentAction',
      userInteractionCount: 2,
    },
    comment: [
      {
        '@type': 'Comment',
        '@id': 'https://day.example/comments/a',
        url: 'https://day.example/comments/a',
        text: 'Yes',
        dateCreated: '1970-01-01T00:00:00.000Z',
        author: { '@type': 'Person', name: 'Ada' },
        inLanguage: 'sw',
      },
      {
        '@type': 'Comment',
        '@id': 'https://day.example/comments/b',
        url: 'https://day.example/comments/b',
        text: 'Yes',
        dateCreated: '1970-01-01T00:00:00.000Z',
        dateModified: '1970-01-01T00:00:01.000Z',
        author: { '@type': 'Person', name: 'Ada' },
        parentItem: { '@type': 'Comment', '@id': 'https://day.example/comments/a' },
      },
    ],
  })
})

test('where nobody said anything, nothing is told', () => {
  expect(saidOf({ ...told, count: 0, comments: [] })).toEqual({})
})
