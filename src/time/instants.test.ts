import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyMoment, anyZone } from '../../test/arbitrary.ts'
import { epochOf, zoneDataVersion } from './instants.ts'

describe('a wall time in a zone', () => {
  test('is the moment that Temporal takes it for, on every odd night', () => {
    fc.assert(
      fc.property(anyMoment, anyZone, (ms, zone) => {
        const wall = new Date(ms).toISOString().slice(0, 19)
        const day = wall.slice(0, 10)
        expect(epochOf(wall, zone)).toBe(
          Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).epochMilliseconds,
        )
        expect(epochOf(day, zone)).toBe(Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds)
      }),
      { numRuns: 3000 },
    )
  })

  test('may leave out its seconds', () => {
    expect(epochOf('2020-12-18T14:00', '+08:00')).toBe(Date.parse('2020-12-18T06:00:00Z'))
  })

  test('is refused when there is no such day, hour or zone', () => {
    for (const wall of [
      '2021-02-30',
      '2021-02-30T12:00:00',
      '2021-02-28T24:00:00',
      '2021-02-28T14:61',
      '18 Dec 2020',
      '',
    ])
      expect(() => epochOf(wall, 'UTC')).toThrow(RangeError)
    expect(() => epochOf('2020-12-18T14:00:00', 'Mars/Olympus_Mons')).toThrow(RangeError)
  })
})

test('the version of the zone rules is known', () => {
  expect(zoneDataVersion()).toMatch(/^\d{4}[a-z]$/)
})
