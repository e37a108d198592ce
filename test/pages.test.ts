import { join } from 'node:path'
import { expect, test } from 'vitest'
import { scorePages } from '../tools/accuracy/pages.ts'

/** Pages as organisations make them, each with what it tells: written before the reader saw them. */
test.each([
  ['pages written for this', '.', 40],
  ['pages in the markup of well-known sites, and what stands where a page should', 'sites', 35],
])('%s are read as their key says', (_, folder, least) => {
  const { sums, failures } = scorePages(join(import.meta.dirname, 'pages', folder))!
  expect(failures).toEqual([])
  expect(sums).toMatchObject({ found: sums.expected, extra: 0, silent: 0, first: 0 })
  expect(sums.expected).toBeGreaterThan(least)
})
