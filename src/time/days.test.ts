import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyMoment, anyZone } from '../../test/arbitrary.ts'
import { addDays, dayOf, nextMidnight, offsetAt, startOfDay } from './days.ts'

const at = (iso: string) => Date.parse(iso)

describe('days, calculated with Intl alone,', () => {
  test('are those of Temporal, in every zone and at every moment', () => {
    fc.assert(
      fc.property(anyMoment, anyZone, (moment, zone) => {
        const local = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone)
        expect(dayOf(moment, zone)).toBe(local.toPlainDate().toString())
        expect(startOfDay(dayOf(moment, zone), zone)).toBe(local.startOfDay().epochMilliseconds)
        expect(offsetAt(moment, zone)).toBe(local.offsetNanoseconds / 1e6)
      }),
      { numRuns: 2000 },
    )
  })

  test('turn at the next midnight and not before', () => {
    fc.assert(
      fc.property(anyMoment, anyZone, (moment, zone) => {
        const midnight = nextMidnight(moment, zone)
        expect(midnight).toBeGreaterThan(moment)
        expect(dayOf(midnight - 1, zone)).toBe(dayOf(moment, zone))
        expect(dayOf(midnight, zone)).not.toBe(dayOf(moment, zone))
      }),
      { numRuns: 2000 },
    )
  })

  test('skip 30 December 2011 in Samoa', () => {
    const lastMinute = at('2011-12-30T09:59:00Z')
    expect(dayOf(lastMinute, 'Pacific/Apia')).toBe('2011-12-29')
    expect(nextMidnight(lastMinute, 'Pacific/Apia')).toBe(at('2011-12-30T10:00:00Z'))
    expect(dayOf(at('2011-12-30T10:00:00Z'), 'Pacific/Apia')).toBe('2011-12-31')
    expect(startOfDay('2011-12-30', 'Pacific/Apia')).toBe(startOfDay('2011-12-31', 'Pacific/Apia'))
  })

  test('go on for an hour where clocks go back over midnight', () => {
    expect(nextMidnight(at('2018-02-18T01:30:00Z'), 'America/Sao_Paulo')).toBe(at('2018-02-18T03:00:00Z'))
  })

  test('begin at one in the morning where midnight is skipped', () => {
    expect(startOfDay('2017-10-15', 'America/Sao_Paulo')).toBe(at('2017-10-15T03:00:00Z'))
  })

  test('follow each other over the end of a leap year’s February', () => {
    expect(addDays('2020-02-28', 1)).toBe('2020-02-29')
    expect(addDays('2020-03-01', -1)).toBe('2020-02-29')
  })

  test('are refused for a zone that does not exist', () => {
    expect(() => dayOf(0, 'Mars/Olympus_Mons')).toThrow(RangeError)
  })
})
