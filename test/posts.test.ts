import { join } from 'node:path'
import { expect, test } from 'vitest'
import { scorePosts } from '../tools/accuracy/posts.ts'

/** Round-ups, newsletters and mails as different people make them, each with what it tells: written before the reader saw them. */
test.each(['posts', 'mails'])('%s written for this are read as their key says', async folder => {
  const { rows, failures } = (await scorePosts(join(import.meta.dirname, folder)))!
  expect(failures).toEqual([])
  expect([...rows.values()].map(({ silent, extra }) => silent + extra)).toEqual([...rows].map(() => 0))
  expect(rows.size).toBeGreaterThan(2)
})
