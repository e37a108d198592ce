import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clock, someStarred, starred } from '../../../test/plan.ts'
import { countClashes } from '../clash.ts'
import { clashesAmong } from './clashes-among.ts'

const whenever = { at: 0, zone: 'UTC' }

describe('the clashes of what is starred', () => {
  test('are named two by two, with their overlap; back to back is none', () => {
    const items = [
      starred('c', '15:00', '16:00'),
      starred('b', '14:30', null),
      starred('a', '14:00', '15:00'),
      starred('day', '08:00', '20:00'),
      starred('s', '09:00', '10:00', { parentId: 'day' }),
      starred('film', '09:00', '20:00', { kind: 'video' }),
    ]
    const named = (at: number, most?: number) => {
      const { clashes, more } = clashesAmong(items, { at, zone: 'UTC', most })
      return [...clashes.map(({ ids, possible }) => ids.join(possible ? '?' : ' ')), more]
    }
    expect(named(0)).toEqual(['day a', 'day?b', 'day c', 'a?b', 'b?c', 0])
    expect(named(0, 2)).toEqual(['day a', 'day?b', 3])
    expect(named(clock('15:00'))).toEqual(['day?b', 'day c', 'b?c', 0])
    expect(clashesAmong(items.slice(1, 3), whenever).clashes).toEqual([
      { ids: ['a', 'b'], from: clock('14:30'), to: clock('15:00'), possible: true },
    ])
  })

  test('are as many as pages count', () => {
    fc.assert(
      fc.property(someStarred, fc.integer({ min: 0, max: 4 }), (items, most) => {
        const { clashes, more } = clashesAmong(items, { ...whenever, most })
        const events = items.filter(({ kind }) => kind === 'event')
        const { sure, possible } = countClashes(events, { zone: 'UTC', assumedMinutes: 60 })
        const both = [...sure, ...possible].reduce((sum, count) => sum + count, 0)
        expect(clashes.length).toBeLessThanOrEqual(most)
        expect(2 * (clashes.length + more)).toBe(both)
      }),
      { numRuns: 300 },
    )
  })
})
