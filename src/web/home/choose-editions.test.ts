import { expect, test } from 'vitest'
import type { EditionListing, SeriesWithEditions } from '../../domain/programme.ts'
import { chooseEditions } from './choose-editions.ts'

const edition = (slug: string, startsOn: string, entries: number, state: EditionListing['state'] = 'live') =>
  ({ slug, startsOn, endsOn: startsOn, entries, state }) as EditionListing
const series = (slug: string, ...editions: EditionListing[]) => ({ slug, editions }) as SeriesWithEditions
const all = [
  series(
    'migrants',
    edition('2020', '2020-12-18', 30),
    edition('2026', '2026-12-18', 0),
    edition('2027', '2027-12-18', 900, 'draft'),
  ),
  series('data', edition('2021', '2021-03-06', 327)),
]

test('the day that is now is shown, as long as it lasts anywhere on Earth', () => {
  expect(chooseEditions(all, Date.parse('2026-12-17T10:00Z'))).toEqual([
    { series: 'migrants', edition: '2026' },
  ])
  expect(chooseEditions(all, Date.parse('2026-12-19T11:59Z'))).toEqual([
    { series: 'migrants', edition: '2026' },
  ])
})

test('on other days the one with most to see is, and a draft never', () => {
  expect(chooseEditions(all, Date.parse('2026-12-19T12:00Z'))).toEqual([{ series: 'data', edition: '2021' }])
  expect(chooseEditions([], 0)).toEqual([])
})
