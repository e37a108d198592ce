import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { eventAt, programmeOf } from '../../../test/arbitrary.ts'
import type { CalendarReader } from './item.ts'
import { itemsOf } from './items-of.ts'
import { writeCalendar } from './write-calendar.ts'

const reader: CalendarReader = {
  say: key => key,
  locale: 'en-GB',
  now: Date.parse('2020-12-01T00:00Z'),
}
const head = {
  id: '2',
  name: 'Day 2020',
  about: null,
  page: 'https://day.example/day/2020',
  source: 'https://day.example/day/2020.ics',
  accent: '#b1440e',
  language: 'en',
  changedAt: Date.parse('2020-11-30T10:00Z'),
}

describe('a calendar', () => {
  test('holds what takes place at a time that is told', () => {
    const items = itemsOf(
      programmeOf([eventAt('2020-12-18T14:00', '2020-12-18T15:00', 'Asia/Manila')]),
      'https://day.example',
    )
    const { text } = writeCalendar(head, items, reader)
    const calendar = new ICAL.Component(ICAL.parse(text) as unknown[])
    expect(calendar.getFirstPropertyValue('name')).toBe('Day 2020')
    const [event, ...others] = calendar.getAllSubcomponents('vevent').map(each => new ICAL.Event(each))
    expect(others).toEqual([])
    expect(event!.startDate.toUnixTime() * 1000).toBe(Date.parse('2020-12-18T06:00Z'))
    expect(event!.endDate.toUnixTime() * 1000).toBe(Date.parse('2020-12-18T07:00Z'))
  })
})
