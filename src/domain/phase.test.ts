import { describe, expect, test } from 'vitest'
import { entryWith, eventAt } from '../../test/arbitrary.ts'
import type { Entry } from './entry.ts'
import { phaseOf, timedOf } from './phase.ts'

const at = (entry: Entry, moment: string, zone = 'UTC') =>
  phaseOf(timedOf(entry), Date.parse(moment), { zone, assumedMinutes: 60 })
const phases = (entry: Entry, moments: string[], zone?: string) =>
  moments.map(moment => at(entry, moment, zone).phase)
const day = (precision: 'all-day' | 'date-only', zone: string | null = null) =>
  entryWith({ time: { precision, start: '2020-12-18', end: null, zone } })

describe('the phase of an event', () => {
  test('is upcoming, soon an hour before, on from its start until before its end, then over', () => {
    const event = eventAt('2020-12-18T14:00', '2020-12-18T15:30', 'Europe/Berlin')
    const moments = ['11:59:59', '12:00:00', '12:59:59', '13:00:00', '14:29:59', '14:30:00']
    expect(
      phases(
        event,
        moments.map(clock => `2020-12-18T${clock}Z`),
      ),
    ).toEqual(['upcoming', 'soon', 'soon', 'on', 'on', 'over'])
    expect(at(event, '2020-12-18T13:30:00Z').probably).toBe(false)
  })

  test('is only probable without an end, until it cannot still be on', () => {
    const event = eventAt('2020-12-18T14:00', null, 'UTC')
    expect(at(event, '2020-12-18T14:30Z')).toEqual({ phase: 'on', probably: true, today: false })
    expect(at(event, '2020-12-18T15:00Z')).toEqual({ phase: 'over', probably: true, today: false })
    expect(at(event, '2020-12-19T02:00Z')).toEqual({ phase: 'over', probably: false, today: false })
  })

  test('follows the reader where it is floating', () => {
    const vigil = eventAt('2020-12-18T18:00', '2020-12-18T19:00', null)
    const moment = '2020-12-18T10:30:00Z'
    expect(at(vigil, moment, 'Pacific/Kiritimati').phase).toBe('over')
    expect(at(vigil, moment, 'Asia/Manila').phase).toBe('on')
    expect(at(vigil, moment, 'Asia/Kolkata').phase).toBe('upcoming')
  })

  test('is on for the whole day of a day, the reader’s own or that of its zone', () => {
    const moment = '2020-12-18T11:00:00Z'
    expect(at(day('all-day'), moment, 'Pacific/Kiritimati').phase).toBe('over')
    expect(at(day('all-day'), moment, 'Europe/Berlin').phase).toBe('on')
    expect(at(day('all-day', 'Europe/Berlin'), moment, 'Pacific/Kiritimati').phase).toBe('on')
  })

  test('is not known on the day itself where the hour is not told', () => {
    const moments = ['2020-12-17T23:30Z', '2020-12-18T00:00Z', '2020-12-19T00:00Z']
    expect(phases(day('date-only'), moments)).toEqual(['upcoming', null, 'over'])
    expect(at(day('date-only'), '2020-12-18T12:00Z')).toEqual({ phase: null, probably: false, today: true })
  })

  test('is none when it is cancelled, postponed or not told', () => {
    const moments = ['2020-12-18T13:30Z', '2020-12-18T14:30Z', '2020-12-18T15:30Z']
    for (const status of ['cancelled', 'postponed'] as const) {
      const event = eventAt('2020-12-18T14:00', '2020-12-18T15:00', 'UTC', { status })
      expect(phases(event, moments)).toEqual([null, null, null])
    }
    expect(phases(entryWith(), moments)).toEqual([null, null, null])
    const moved = eventAt('2020-12-18T14:00', '2020-12-18T15:00', 'UTC', { status: 'movedOnline' })
    expect(phases(moved, moments)).toEqual(['soon', 'on', 'over'])
  })

  test('lasts thirty minutes more on the night Lord Howe puts its clocks back', () => {
    const event = eventAt('2021-04-04T01:00', '2021-04-04T03:00', 'Australia/Lord_Howe')
    expect(event.endsAt! - event.startsAt!).toBe(2.5 * 3_600_000)
  })
})
