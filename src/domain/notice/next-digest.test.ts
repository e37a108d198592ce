import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, dayOf, offsetAt } from '../../time/days.ts'
import { nextDigest } from './next-digest.ts'
import { startsNotice } from './notice.ts'

const zones = [
  'Europe/Berlin',
  'America/New_York',
  'Pacific/Apia',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'UTC',
]

test('each day of a reader’s calendar has one digest, also where clocks change', () => {
  const beginning = fc.integer({ min: Date.UTC(2011, 0), max: Date.UTC(2026, 0) })
  fc.assert(
    fc.property(
      beginning,
      fc.constantFrom(...zones),
      fc.integer({ min: 0, max: 23 }),
      (start, zone, hour) => {
        let last = nextDigest(start, { zone, hour })
        for (let count = 0; count < 10; count++) {
          const next = nextDigest(last.at, { zone, hour })
          expect(next.at).toBeGreaterThan(last.at)
          // Apia had no 30 December 2011: what is skipped falls on the next.
          const isSkipped = zone === 'Pacific/Apia' && last.day.startsWith('2011-12')
          if (!isSkipped) expect(next.day).toBe(addDays(last.day, 1))
          expect(dayOf(next.at, zone)).toBe(next.day)
          last = next
        }
      },
    ),
  )
})

test('it comes at seven of the reader’s clock, before and after it changes', () => {
  const zone = 'Europe/Berlin'
  const at = (after: string) => new Date(nextDigest(Date.parse(after), { zone, hour: 7 }).at).toISOString()
  expect(at('2021-03-27T12:00:00Z')).toBe('2021-03-28T05:00:00.000Z')
  expect(at('2021-03-26T12:00:00Z')).toBe('2021-03-27T06:00:00.000Z')
  expect(offsetAt(Date.parse(at('2021-10-30T12:00:00Z')), zone)).toBe(3_600_000)
})

test('at night only who asked for that very event is told that it begins', () => {
  const entry = { id: 'a', startsAt: Date.parse('2020-12-18T03:00:00Z') }
  const berlin = { zone: 'Europe/Berlin', waking: { from: 7, to: 22 } }
  const manila = { ...berlin, zone: 'Asia/Manila' }
  expect(startsNotice(entry, berlin, { mild: true })).toBeNull()
  expect(startsNotice(entry, berlin, { mild: false })).toMatchObject({ dueAt: entry.startsAt - 900_000 })
  expect(startsNotice(entry, manila, { mild: true })).not.toBeNull()
})
