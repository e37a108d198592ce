import { expect, test } from 'vitest'
import { clock, starred } from '../../../test/plan.ts'
import { solvePlan } from './solve-plan.ts'
import { whatIf } from './what-if.ts'

test('an alternative tells what becomes of the others when one is pinned, or let go', () => {
  const items = [
    starred('a', '14:00', '15:00', { recording: 'expected' }),
    starred('b', '14:30', '15:30'),
    starred('c', '15:15', '16:00', { recording: 'expected' }),
    starred('d', '18:00', '19:00'),
  ]
  const planFor = { at: clock('00:00'), zone: 'UTC', waking: null, pauses: [] }
  const plan = solvePlan(items, planFor)
  expect(plan.seen).toEqual({ musts: 0, likes: 4, expected: 2, live: 2 })

  const forced = whatIf(items, plan, { id: 'a', pin: 'live' }, planFor)
  expect(forced.changes).toEqual([
    { id: 'b', from: 'live', to: 'missed' },
    { id: 'c', from: 'later', to: 'live' },
  ])
  expect(forced.plan.seen).toEqual({ musts: 0, likes: 3, expected: 0, live: 3 })

  const pinned = items.map(item => (item.id === 'a' ? { ...item, pin: 'live' as const } : item))
  const back = whatIf(pinned, forced.plan, { id: 'a', pin: null }, planFor)
  expect(back.plan).toEqual(plan)
  expect(whatIf(items, plan, { id: 'd', pin: 'later' }, planFor).changes).toEqual([])
})
