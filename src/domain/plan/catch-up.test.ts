import { describe, expect, test } from 'vitest'
import { clock, starred } from '../../../test/plan.ts'
import { catchUp } from './catch-up.ts'

const minutes = (count: number) => count * 60_000
const events = [
  starred('on still', '11:30', '12:30', { recording: 'expected' }),
  starred('b', '09:00', '10:30', { recording: 'available' }),
  starred('a', '02:00', '03:00', { recording: 'available' }),
  starred('no end', '10:00', null, { recording: 'available' }),
  starred('soon', '10:00', '11:00', { recording: 'expected' }),
  starred('unknown', '06:30', '07:30', { recording: 'unknown' }),
  starred('cancelled', '09:00', '10:00', { recording: 'available', status: 'cancelled' }),
  starred('long before', '00:00', '00:30', { recording: 'available' }),
  starred('session', '09:00', '09:30', { recording: 'available', parentId: 'b' }),
  starred('all day', null, null, {
    precision: 'all-day',
    startsAt: clock('00:00') - minutes(24 * 60),
    endsAt: clock('01:00'),
    recording: 'available',
  }),
]
const ids = (items: { id: string }[]) => items.map(({ id }) => id)

describe('catching up', () => {
  test('tells what ran since the last visit and can still be watched, in its order, and how long it takes', () => {
    const since = { since: clock('00:30'), at: clock('12:00'), zone: 'UTC', asleep: null }
    const { watchable, expected, unseen, length } = catchUp(events, since)
    expect(ids(watchable)).toEqual(['all day', 'a', 'b', 'session', 'no end'])
    expect(watchable.map(({ lengthMs }) => lengthMs)).toEqual([
      null,
      minutes(60),
      minutes(90),
      minutes(30),
      null,
    ])
    expect(ids(expected)).toEqual(['soon'])
    expect(unseen).toMatchObject([{ id: 'unknown', recording: 'unknown' }])
    expect(length).toEqual({ ms: minutes(150), untold: 2 })
  })

  test('tells what ran while the reader slept, or was in a pause', () => {
    const asleep = {
      waking: { from: 7, to: 23 },
      pauses: [{ start: clock('10:00'), end: clock('10:15') }],
    }
    const { watchable, expected, unseen } = catchUp(events, {
      since: clock('00:30'),
      at: clock('12:00'),
      zone: 'UTC',
      asleep,
    })
    expect([watchable, expected, unseen].map(ids)).toEqual([['a', 'b', 'no end'], ['soon'], ['unknown']])
  })

  test('knows of nothing before it has been', () => {
    const { watchable, expected, unseen, length } = catchUp(events, {
      since: clock('00:30'),
      at: clock('00:30'),
      zone: 'UTC',
      asleep: null,
    })
    expect([watchable, expected, unseen, length]).toEqual([[], [], [], { ms: 0, untold: 0 }])
  })
})
