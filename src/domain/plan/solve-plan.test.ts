import { describe, expect, test } from 'vitest'
import { solvePlan } from './solve-plan.ts'
import type { Starred } from './starred.ts'

const clock = (told: string) => Date.parse(`2020-12-18T${told}Z`)
const hours = { at: clock('00:00'), zone: 'UTC', waking: { from: 7, to: 23 }, pauses: [] }

function starred(id: string, start: string, end: string | null, more: Partial<Starred> = {}): Starred {
  return {
    id,
    startsAt: clock(start),
    endsAt: end === null ? null : clock(end),
    precision: 'moment',
    floating: false,
    status: 'scheduled',
    kind: 'event',
    wish: 'like',
    pin: null,
    recording: 'none',
    parentId: null,
    assumedMinutes: 60,
    ...more,
  }
}

function told(items: Starred[], more: Partial<typeof hours> = {}): Record<string, string> {
  const { decisions } = solvePlan(items, { ...hours, ...more })
  return Object.fromEntries(
    decisions.map(({ id, choice, reason: { code, because, others } }) => [
      id,
      [choice, code, because, ...others.map(other => other.id)].filter(Boolean).join(' '),
    ]),
  )
}

describe('a plan', () => {
  test('shows live what has no recording, and later what overlaps it and will have one', () => {
    const recorded = starred('a', '14:00', '15:00', { recording: 'expected', wish: 'must' })
    expect(told([recorded, starred('b', '14:30', '15:30'), starred('c', '15:30', '16:00')])).toEqual({
      a: 'later overlap like b',
      b: 'live overlap like a',
      c: 'live free',
    })
  })
})
