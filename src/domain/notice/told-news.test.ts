import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { EntryFields } from '../entry-fields.ts'
import { netChange, toldNews } from './told-news.ts'

type Fields = Partial<EntryFields>
const time = (start: string): EntryFields['time'] => ({ precision: 'moment', start, end: null, zone: 'UTC' })
const entry = { title: 'Maps', state: 'published' as const }

test('what was taken back is no change, whatever lay between', () => {
  const values = fc.record({
    time: fc.constantFrom(time('2020-12-18T10:00:00'), time('2020-12-18T11:00:00')),
    status: fc.constantFrom('scheduled' as const, 'cancelled' as const),
    title: fc.constantFrom('Maps', 'Maps of the sea'),
  })
  fc.assert(
    fc.property(fc.array(values, { minLength: 1, maxLength: 8 }), states => {
      const changes = states
        .slice(1)
        .map((after, index) => ({ before: states[index]! as Fields, after: after as Fields }))
      const { before, after } = netChange(changes)
      const [first, last] = [states[0]!, states.at(-1)!]
      const differing = (['time', 'status', 'title'] as const).filter(
        field => JSON.stringify(first[field]) !== JSON.stringify(last[field]),
      )
      expect(Object.keys(after).sort()).toEqual([...differing].sort())
      expect(before).toEqual(Object.fromEntries(differing.map(field => [field, first[field]])))
      const told = toldNews({ before, after }, entry, ['changes']).map(({ kind }) => kind)
      expect(told).toEqual(differing.filter(field => field !== 'title'))
    }),
  )
})

test('who waits for a recording is told of nothing else, and the same moment in another zone is no news', () => {
  const moved: Fields = { time: time('2020-12-18T10:00:00') }
  const recorded: Fields = { recording: 'available' }
  const change = {
    before: { ...moved, recording: 'expected' } as Fields,
    after: { time: time('2020-12-18T12:00:00'), ...recorded },
  }
  expect(toldNews(change, entry, ['recording'])).toEqual([{ kind: 'recording', state: 'available' }])
  expect(toldNews(change, entry, ['changes']).map(({ kind }) => kind)).toEqual(['time'])
  expect(toldNews(change, entry, ['starts'])).toEqual([])
  const renamed = { ...time('2020-12-18T11:00:00'), zone: 'Europe/Berlin' }
  expect(toldNews({ before: moved, after: { time: renamed } }, entry, ['changes'])).toEqual([])
  const withdrawn = toldNews({ before: { state: 'published' }, after: { state: 'withdrawn' } }, entry, [
    'changes',
  ])
  expect(withdrawn).toEqual([{ kind: 'withdrawn', title: 'Maps' }])
})
