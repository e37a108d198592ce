import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyMoment, anyZone, entryWith, eventAt, someEntries } from '../../test/arbitrary.ts'
import { dayOf } from '../time/days.ts'
import { type Agenda, type AgendaDay, agendaOf } from './agenda.ts'
import type { Entry } from './entry.ts'

const named = (title: string, start: string, end: string | null, more: Partial<Entry> = {}) =>
  eventAt(start, end, 'UTC', { title, ...more })
const titles = (items: { entry: Entry; continued: boolean }[]) =>
  items.map(({ entry, continued }) => (continued ? `… ${entry.title}` : entry.title))
const byDay = (days: AgendaDay[]) => Object.fromEntries(days.map(({ day, items }) => [day, titles(items)]))
const told = (agenda: Agenda) => ({
  on: titles(agenda.on),
  next: titles(agenda.next),
  later: byDay(agenda.later),
  over: byDay(agenda.over),
  anytime: agenda.anytime.map(({ title }) => title),
  notTold: agenda.notTold.map(({ title }) => title),
})
const agendaAt = (entries: Entry[], moment: string, zone = 'UTC') =>
  told(agendaOf(entries, Date.parse(moment), { zone, assumedMinutes: 60 }))

describe('the agenda', () => {
  test('has every entry in exactly one section, once but for its continuations', () => {
    fc.assert(
      fc.property(someEntries, anyMoment, anyZone, (entries, now, zone) => {
        const agenda = agendaOf(entries, now, { zone, assumedMinutes: 60 })
        const sections = [
          agenda.on.map(({ entry }) => entry),
          agenda.next.map(({ entry }) => entry),
          [...new Set(agenda.later.flatMap(({ items }) => items.map(({ entry }) => entry)))],
          [...new Set(agenda.over.flatMap(({ items }) => items.map(({ entry }) => entry)))],
          agenda.anytime,
          agenda.notTold,
        ]
        const shown = sections.flat()
        expect(shown.length).toBe(entries.length)
        expect(new Set(shown)).toEqual(new Set(entries))
        for (const { day, items } of [...agenda.later, ...agenda.over]) {
          expect(new Set(items.map(({ entry }) => entry)).size).toBe(items.length)
          for (const item of items) expect(item.continued).toBe(dayOf(item.span.start, zone) !== day)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('shows days in order, and within them whole days first and then by start', () => {
    fc.assert(
      fc.property(someEntries, anyMoment, anyZone, (entries, now, zone) => {
        const agenda = agendaOf(entries, now, { zone, assumedMinutes: 60 })
        for (const days of [agenda.later, agenda.over]) {
          expect(days.map(({ day }) => day)).toEqual(days.map(({ day }) => day).toSorted())
          for (const { items } of days) {
            const keys = items.map(({ entry, span }) => [
              entry.time.precision === 'moment' ? 1 : 0,
              span.start,
            ])
            expect(keys).toEqual(keys.toSorted((a, b) => a[0]! - b[0]! || a[1]! - b[1]!))
          }
        }
      }),
      { numRuns: 200 },
    )
  })

  const morning = named('Morning', '2020-12-18T09:00', '2020-12-18T10:00')
  const noon = named('Noon', '2020-12-18T12:00', '2020-12-18T13:00')
  const alsoNoon = named('Also at noon', '2020-12-18T12:00', '2020-12-18T12:30')
  const night = named('Night', '2020-12-18T22:00', '2020-12-19T02:00')
  const tomorrow = named('Tomorrow', '2020-12-19T09:00', null)
  const statement = entryWith({ title: 'Statement', kind: 'statement' })
  const untold = entryWith({ title: 'Some time' })
  const all = [untold, tomorrow, noon, statement, alsoNoon, night, morning]

  test('says what is on, what begins next, what comes later and what is over', () => {
    expect(agendaAt(all, '2020-12-18T09:30Z')).toEqual({
      on: ['Morning'],
      next: ['Also at noon', 'Noon'],
      later: { '2020-12-18': ['Night'], '2020-12-19': ['… Night', 'Tomorrow'] },
      over: {},
      anytime: ['Statement'],
      notTold: ['Some time'],
    })
    expect(agendaAt(all, '2020-12-19T09:30Z')).toMatchObject({
      on: ['Tomorrow'],
      next: [],
      later: {},
      over: { '2020-12-18': ['Morning', 'Also at noon', 'Noon', 'Night'], '2020-12-19': ['… Night'] },
    })
  })

  test('groups by the days of the reader', () => {
    const moment = '2020-12-18T10:30Z'
    expect(agendaAt(all, moment, 'Pacific/Auckland').later).toEqual({
      '2020-12-19': ['Night', 'Tomorrow'],
    })
    expect(agendaAt(all, moment, 'Pacific/Honolulu').later).toEqual({
      '2020-12-18': ['Night', 'Tomorrow'],
    })
  })

  test('has all that is soon next, not the first start alone', () => {
    const early = named('11:30', '2020-12-18T11:30', null)
    expect(agendaAt([...all, early], '2020-12-18T11:10Z').next).toEqual(['11:30', 'Also at noon', 'Noon'])
  })

  test('ends an event at midnight on the day it began', () => {
    const evening = named('Evening', '2020-12-18T22:00', '2020-12-19T00:00')
    expect(agendaAt([evening], '2020-12-20T00:00Z').over).toEqual({ '2020-12-18': ['Evening'] })
  })

  test('shows what lasts a month on each of its days, and what lasts longer on its first alone', () => {
    const month = named('Month', '2020-12-01T12:00', '2020-12-31T13:00')
    const longer = named('Longer', '2020-12-01T12:00', '2021-01-01T13:00')
    const { over } = agendaAt([month, longer], '2021-02-01T00:00Z')
    expect(Object.values(over).map(items => items.length)).toEqual([2, ...Array(30).fill(1)])
    expect(over['2020-12-31']).toEqual(['… Month'])
  })

  test('does not carry an untold end over midnight', () => {
    const late = named('Late', '2020-12-18T23:30', null)
    expect(agendaAt([late], '2020-12-20T00:00Z').over).toEqual({ '2020-12-18': ['Late'] })
  })

  test('leaves a cancelled event where people look for it, and never says it is on', () => {
    const cancelled = named('Cancelled', '2020-12-18T12:00', '2020-12-18T13:00', { status: 'cancelled' })
    expect(agendaAt([cancelled], '2020-12-18T11:30Z')).toMatchObject({
      next: [],
      later: { '2020-12-18': ['Cancelled'] },
    })
    expect(agendaAt([cancelled], '2020-12-18T12:30Z')).toMatchObject({
      on: [],
      over: { '2020-12-18': ['Cancelled'] },
    })
  })

  test('keeps a day whose hour is not told at the head of the day until it has passed', () => {
    const someHour = entryWith({
      title: 'Some hour',
      time: { precision: 'date-only', start: '2020-12-18', end: '2020-12-19', zone: null },
    })
    expect(agendaAt([night, someHour], '2020-12-18T23:00Z')).toMatchObject({
      on: ['Night'],
      later: { '2020-12-18': ['Some hour'], '2020-12-19': ['… Some hour'] },
    })
    expect(agendaAt([night, someHour], '2020-12-19T23:00Z').later).toEqual({ '2020-12-19': ['… Some hour'] })
    expect(agendaAt([night, someHour], '2020-12-20T00:00Z').over).toEqual({
      '2020-12-18': ['Some hour', 'Night'],
      '2020-12-19': ['… Some hour', '… Night'],
    })
  })

  test('has what lasts all day behind what began at an hour', () => {
    const allDay = entryWith({
      title: 'All day',
      time: { precision: 'all-day', start: '2020-12-18', end: null, zone: null },
    })
    expect(agendaAt([allDay, night], '2020-12-18T23:00Z').on).toEqual(['Night', 'All day'])
  })

  test('has what is there to be read at any time, whatever day is told with it', () => {
    const time = { precision: 'date-only' as const, start: '2020-12-18', end: null, zone: null }
    const kinds = ['statement', 'article', 'toolkit', 'campaign'] as const
    const entries = kinds.map(kind => entryWith({ kind, title: kind, time }))
    expect(agendaAt(entries, '2020-12-20T00:00Z')).toMatchObject({
      anytime: ['statement', 'article', 'toolkit'],
      over: { '2020-12-18': ['campaign'] },
    })
  })

  test('has no heading for the day Samoa skipped', () => {
    const long = eventAt('2011-12-29T22:00', '2011-12-31T02:00', 'Pacific/Apia', { title: 'Long' })
    expect(agendaAt([long], '2012-01-05T00:00Z', 'Pacific/Apia').over).toEqual({
      '2011-12-29': ['Long'],
      '2011-12-31': ['… Long'],
    })
  })

  test('does not fill years with one campaign', () => {
    const year = entryWith({
      title: 'A year',
      time: { precision: 'all-day', start: '2020-01-01', end: '2020-12-31', zone: null },
    })
    expect(agendaAt([year], '2021-01-01T00:00Z').over).toEqual({ '2020-01-01': ['A year'] })
  })
})
