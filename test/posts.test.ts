import { join } from 'node:path'
import { expect, test } from 'vitest'
import { scorePosts } from '../tools/accuracy/posts.ts'

/** Round-ups and newsletters as different people make them, each with what it tells: written before the reader saw them. */
test('posts written for this are read as their key says', () => {
  const { rows, failures } = scorePosts(join(import.meta.dirname, 'posts'))!
  expect(failures).toEqual([])
  expect([...rows.values()].map(({ silent, extra }) => silent + extra)).toEqual([...rows].map(() => 0))
  expect(rows.size).toBeGreaterThan(5)
})
