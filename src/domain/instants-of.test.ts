import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyEventTime } from '../../test/arbitrary.ts'
import { eventTimeOf, instantsOf } from './instants-of.ts'

const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString())
const found = (start: string, more = {}) => ({ kind: 'event' as const, title: 'A meeting', start, ...more })

describe('the instants of an event', () => {
  test('give its wall time back, unless a clock change skipped it', () => {
    fc.assert(
      fc.property(anyEventTime, time => {
        fc.pre(time.precision === 'moment' && time.zone !== null)
        const { startsAt, endsAt } = instantsOf(time)
        const local = Temporal.Instant.fromEpochMilliseconds(startsAt!).toZonedDateTimeISO(time.zone!)
        const shown = local.toPlainDateTime().toString({ smallestUnit: 'second' })
        const jumpedOver = shown > time.start!
        if (!jumpedOver) expect(shown).toBe(time.start)
        if (endsAt !== null) expect(endsAt).toBeGreaterThanOrEqual(startsAt!)
      }),
    )
  })

  test('of a floating one span from its first moment on Earth to its last', () => {
    const { startsAt, endsAt } = instantsOf({
      precision: 'moment',
      start: '2020-12-18T18:00:00',
      end: '2020-12-18T19:00:00',
      zone: null,
    })
    expect([iso(startsAt), iso(endsAt)]).toEqual(['2020-12-18T04:00:00.000Z', '2020-12-19T07:00:00.000Z'])
  })

  test('of a day include the whole of its last day', () => {
    const { startsAt, endsAt } = instantsOf({
      precision: 'all-day',
      start: '2021-03-27',
      end: '2021-03-28',
      zone: 'Europe/Berlin',
    })
    expect([iso(startsAt), iso(endsAt)]).toEqual(['2021-03-26T23:00:00.000Z', '2021-03-28T22:00:00.000Z'])
  })

  test('have no end where the end comes before the start', () => {
    expect(
      instantsOf({
        precision: 'moment',
        start: '2020-12-18T14:00:00',
        end: '2020-12-18T13:00:00',
        zone: 'UTC',
      }),
    ).toEqual({ startsAt: Date.parse('2020-12-18T14:00:00Z'), endsAt: null })
  })
})

describe('the time of a finding', () => {
  test('keeps the clock of its organiser, and puts the end on the same clock', () => {
    const told = found('2020-12-18T14:00:00+01:00[Europe/Berlin]', {
      end: '2020-12-18T09:30:00-05:00[America/New_York]',
    })
    expect(eventTimeOf(told, 'Asia/Manila')).toEqual({
      precision: 'moment',
      start: '2020-12-18T14:00:00',
      end: '2020-12-18T15:30:00',
      zone: 'Europe/Berlin',
    })
  })

  test('is taken in the home zone where no zone is told, unless it is floating', () => {
    expect(eventTimeOf(found('2020-12-18T14:00:00'), 'Asia/Manila').zone).toBe('Asia/Manila')
    expect(eventTimeOf(found('2020-12-18T14:00:00', { floating: true }), 'Asia/Manila').zone).toBe(null)
  })

  test('keeps a fixed offset as it is told', () => {
    expect(eventTimeOf(found('2020-12-18T14:00:00+08:00[+08:00]'), 'UTC').zone).toBe('+08:00')
    expect(eventTimeOf(found('2020-12-18T14:00:00Z'), 'Asia/Manila').zone).toBe('UTC')
  })

  test('keeps the second of two equal hours when clocks go back', () => {
    const first = eventTimeOf(found('2021-10-31T02:30:00+02:00[Europe/Berlin]'), 'UTC')
    const second = eventTimeOf(found('2021-10-31T02:30:00+01:00[Europe/Berlin]'), 'UTC')
    expect(first.zone).toBe('Europe/Berlin')
    expect(iso(instantsOf(first).startsAt)).toBe('2021-10-31T00:30:00.000Z')
    expect(iso(instantsOf(second).startsAt)).toBe('2021-10-31T01:30:00.000Z')
  })

  test('is a day for every reader where only the day is told', () => {
    expect(eventTimeOf(found('2020-12-18'), 'Asia/Manila')).toEqual({
      precision: 'date-only',
      start: '2020-12-18',
      end: null,
      zone: null,
    })
    expect(eventTimeOf(found('2020-12-18', { end: '2020-12-20', allDay: true }), 'Asia/Manila')).toEqual({
      precision: 'all-day',
      start: '2020-12-18',
      end: '2020-12-20',
      zone: null,
    })
  })

  test('lasts through the last day where the end tells only that', () => {
    expect(eventTimeOf(found('2020-12-18T14:00:00', { end: '2020-12-20' }), 'UTC').end).toBe(
      '2020-12-21T00:00:00',
    )
    expect(eventTimeOf(found('2020-12-18T14:00:00', { end: '2020-12-18' }), 'UTC').end).toBe(null)
  })

  test('is not told where nothing is, and refused where nobody can read it', () => {
    expect(eventTimeOf({}, 'UTC').precision).toBe('not-told')
    expect(() => eventTimeOf(found('next Friday'), 'UTC')).toThrow(RangeError)
  })
})
