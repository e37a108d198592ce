import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyEntry, entryWith } from '../../test/arbitrary.ts'
import {
  type ChoiceGroup,
  conditions,
  countLeft,
  emptyFilter,
  filterEntries,
  type ProgrammeFilter,
} from './programme-filter.ts'

const worded = fc
  .record({
    entry: anyEntry,
    languages: fc.subarray(['en', 'fr', 'es']),
    tags: fc.subarray([
      { slug: 'maps', name: 'Maps' },
      { slug: 'night', name: 'Night' },
    ]),
  })
  .map(({ entry, ...told }) => ({ ...entry, ...told }))
const withSessions = fc
  .record({ entry: worded, sessions: fc.array(worded, { maxLength: 3 }) })
  .map(({ entry, sessions }) => ({ ...entry, sessions }))
const choices = fc.record<Partial<Record<ChoiceGroup, string[]>>>({
  language: fc.subarray(['en', 'fr', 'es']),
  topic: fc.subarray(['maps', 'night']),
  kind: fc.subarray(['event', 'statement']),
})

test('as many are counted as are left', () => {
  const context = { now: 0, reckoning: { zone: 'UTC', assumedMinutes: 60 }, waking: { from: 7, to: 22 } }
  let most = 0
  fc.assert(
    fc.property(
      fc.array(withSessions, { maxLength: 12 }),
      choices,
      fc.subarray([...conditions], { maxLength: 2 }),
      fc.boolean(),
      (told, chosen, only, isFound) => {
        const entries = told.map((entry, at) => ({ ...entry, id: `entry ${at}` }))
        const found = isFound ? new Set(entries.flatMap(({ id }, at) => (at % 2 ? id : []))) : null
        const filter: ProgrammeFilter = { ...emptyFilter(), only }
        Object.assign(filter.choices, chosen)
        const left = filterEntries(entries, filter, { ...context, found }).entries.length
        most = Math.max(most, left)
        expect(countLeft(entries, filter, { ...context, found })).toBe(left)
      },
    ),
  )
  expect(most).toBeGreaterThan(2)
  expect(countLeft([entryWith()], emptyFilter(), { ...context, found: new Set() })).toBe(0)
})
