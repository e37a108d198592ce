import { expect, test } from 'vitest'
import { eventAt } from '../../../test/arbitrary.ts'
import { linksToAdd, linksToSubscribe } from './calendar-links.ts'

const about = { title: 'A & b', page: 'https://day.example/day/2020/a', where: 'Hall, Lagos' }
const queryOf = (address: string | undefined) => Object.fromEntries(new URL(address!).searchParams)

test('an event is offered to each calendar at its moment', () => {
  const links = linksToAdd({ ...eventAt('2020-12-18T14:00', '2020-12-18T15:30', 'Europe/Berlin'), ...about })!
  expect(queryOf(links.google)).toEqual({
    action: 'TEMPLATE',
    text: 'A & b',
    dates: '20201218T130000Z/20201218T143000Z',
    ctz: 'Europe/Berlin',
    details: about.page,
    location: about.where,
  })
  expect(queryOf(links.outlook)).toMatchObject({
    rru: 'addevent',
    subject: 'A & b',
    startdt: '2020-12-18T13:00:00Z',
    enddt: '2020-12-18T14:30:00Z',
  })
  expect(queryOf(links.yahoo)).toMatchObject({ v: '60', st: '20201218T130000Z', et: '20201218T143000Z' })
})

test('a whole day is one, a floating time has no zone, and what has no end ends when it begins', () => {
  const day = eventAt('2020-12-18T14:00', null, null)
  const days = { ...day, time: { ...day.time, precision: 'all-day' as const, start: '2020-12-18' } }
  expect(queryOf(linksToAdd({ ...days, ...about })?.google).dates).toBe('20201218/20201219')
  expect(queryOf(linksToAdd({ ...days, ...about })?.outlook)).toMatchObject({
    allday: 'true',
    startdt: '2020-12-18',
  })
  expect(queryOf(linksToAdd({ ...days, ...about })?.yahoo)).toMatchObject({ st: '20201218', dur: 'allday' })
  const floating = queryOf(linksToAdd({ ...day, ...about })?.google)
  expect([floating.dates, floating.ctz]).toEqual(['20201218T140000/20201218T140000', undefined])
  const untold = {
    ...day,
    time: { ...day.time, precision: 'not-told' as const, start: null },
    startsAt: null,
  }
  expect(linksToAdd({ ...untold, ...about })).toBe(null)
})

test('a calendar is subscribed to under the names that each program asks for', () => {
  const links = linksToSubscribe('https://day.example/day.ics?topic=a', 'Day')
  expect(links.webcal).toBe('webcal://day.example/day.ics?topic=a')
  expect(queryOf(links.google)).toEqual({ cid: 'webcal://day.example/day.ics?topic=a' })
  expect(queryOf(links.outlook)).toEqual({ url: 'https://day.example/day.ics?topic=a', name: 'Day' })
})
