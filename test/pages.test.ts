import { join } from 'node:path'
import { expect, test } from 'vitest'
import { scorePages } from '../tools/accuracy/pages.ts'

/** Pages as organisations make them, each with what it tells: written before the reader saw them. */
test('pages written for this are read as their key says', () => {
  const { sums, failures } = scorePages(join(import.meta.dirname, 'pages'))!
  expect(failures).toEqual([])
  expect(sums).toMatchObject({ found: sums.expected, extra: 0, silent: 0, first: 0 })
  expect(sums.expected).toBeGreaterThan(40)
})
