import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allZones } from '../time/zones.ts'
import { nextTime, type Recurrence } from './recurrence.ts'

const zones = fc.constantFrom(...allZones())
const moments = fc
  .date({ min: new Date('2000-01-01T00:00Z'), max: new Date('2037-12-31T00:00Z'), noInvalidDate: true })
  .map(Number)
const clocks = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(parts => parts.map(part => String(part).padStart(2, '0')).join(':'))
const weekdays = fc.integer({ min: 1, max: 7 })

/** Hours in which clocks change somewhere, hit more often than chance would. */
const changes = [
  'Europe/Paris',
  'America/Nuuk',
  'Africa/Cairo',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'America/Havana',
]
const around = fc.tuple(fc.constantFrom(...changes), moments).chain(([zone, from]) => {
  const change = Temporal.Instant.fromEpochMilliseconds(from)
    .toZonedDateTimeISO(zone)
    .getTimeZoneTransition('previous')!
  const hours = fc.integer({ min: -50, max: 50 }).map(hours => change.epochMilliseconds + hours * 3_600_000)
  const clock = fc
    .integer({ min: -90, max: 90 })
    .map(minutes => change.add({ minutes }).toPlainTime().toString().slice(0, 5))
  return fc.record({ zone: fc.constant(zone), after: hours, at: clock })
})

/** The same rule said by Temporal: the first of the times of all days nearby that is later. */
function byTemporal(rule: Exclude<Recurrence, { every: 'minutes' }>, zone: string, after: number): number {
  const today = Temporal.Instant.fromEpochMilliseconds(after).toZonedDateTimeISO(zone).toPlainDate()
  const times: number[] = []
  for (let days = -2; days <= 9; days++) {
    const day = today.add({ days })
    if (rule.every === 'week' && day.dayOfWeek !== rule.on) continue
    times.push(day.toPlainDateTime(Temporal.PlainTime.from(rule.at)).toZonedDateTime(zone).epochMilliseconds)
  }
  return Math.min(...times.filter(time => time > after))
}

test('the next time of each day is the one that Temporal finds, in every zone', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.record({ zone: zones, after: moments, at: clocks }), around),
      ({ zone, after, at }) => {
        expect(nextTime({ every: 'day', at }, zone, after)).toBe(
          byTemporal({ every: 'day', at }, zone, after),
        )
      },
    ),
    { numRuns: 500 },
  )
})

test('the next time of each week is the one that Temporal finds, in every zone', () => {
  fc.assert(
    fc.property(zones, moments, clocks, weekdays, (zone, after, at, on) => {
      const rule = { every: 'week', on, at } as const
      expect(nextTime(rule, zone, after)).toBe(byTemporal(rule, zone, after))
    }),
    { numRuns: 300 },
  )
})

test('a year of days has one time for each day, hours that are skipped or come twice included', () => {
  for (const at of ['01:30', '02:30', '03:00']) {
    const times: string[] = []
    let time = Date.parse('2025-12-31T12:00Z')
    for (;;) {
      time = nextTime({ every: 'day', at }, 'Europe/Paris', time)
      const told = Temporal.Instant.fromEpochMilliseconds(time).toZonedDateTimeISO('Europe/Paris')
      if (told.year > 2026) break
      times.push(told.toPlainDate().toString())
    }
    expect(times).toHaveLength(365)
    expect(new Set(times).size).toBe(365)
  }
})

test('a time that is skipped comes later by the jump, one that comes twice comes the first time', () => {
  const inParis = (at: string, after: string) =>
    new Date(nextTime({ every: 'day', at }, 'Europe/Paris', Date.parse(after))).toISOString()
  expect(inParis('02:30', '2026-03-28T12:00Z')).toBe('2026-03-29T01:30:00.000Z')
  expect(inParis('02:30', '2026-03-29T01:30Z')).toBe('2026-03-30T00:30:00.000Z')
  expect(inParis('02:30', '2026-10-24T12:00Z')).toBe('2026-10-25T00:30:00.000Z')
  expect(inParis('02:30', '2026-10-25T00:30Z')).toBe('2026-10-26T01:30:00.000Z')
})

test('minutes are counted whatever clocks say', () => {
  fc.assert(
    fc.property(zones, moments, fc.integer({ min: 1, max: 1440 }), (zone, after, count) => {
      const next = nextTime({ every: 'minutes', count }, zone, after)
      expect(next).toBeGreaterThan(after)
      expect(next - after).toBeLessThanOrEqual(count * 60_000)
      expect(nextTime({ every: 'minutes', count }, zone, next)).toBe(next + count * 60_000)
    }),
  )
})
