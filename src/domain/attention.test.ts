import { expect, test } from 'vitest'
import { entryWith, eventAt, linkTo } from '../../test/arbitrary.ts'
import { tasksOf } from './attention.ts'
import type { Entry } from './entry.ts'

const codes = (entry: Entry, moment = '2020-12-19T12:00Z') =>
  tasksOf(entry, Date.parse(moment), { zone: 'UTC', assumedMinutes: 60 }).map(({ code }) => code)
const links = [linkTo('source')]

test('an event without time or link asks for both', () => {
  expect(codes(entryWith())).toEqual(['time-not-told', 'link-missing'])
})

test('a day without an hour asks for the hour', () => {
  const time = { precision: 'date-only' as const, start: '2020-12-20', end: null, zone: null }
  expect(codes(entryWith({ time, links }))).toEqual(['hour-not-told'])
})

test('a statement asks for no time', () => {
  expect(codes(entryWith({ kind: 'statement', links }))).toEqual([])
})

test('an event asks for its recording once it is surely over', () => {
  const event = eventAt('2020-12-18T14:00', '2020-12-18T15:00', 'UTC', { links })
  expect(codes(event, '2020-12-18T14:30Z')).toEqual([])
  expect(codes(event, '2020-12-18T15:00Z')).toEqual(['recording-not-told'])
  expect(codes({ ...event, endsAt: null }, '2020-12-18T15:30Z')).toEqual([])
  for (const parts of [{ recording: 'none' }, { attendance: 'offline' }, { status: 'cancelled' }] as const)
    expect(codes({ ...event, ...parts })).toEqual([])
  const everywhere = { ...event.time, zone: null }
  expect(codes({ ...event, time: everywhere }, '2020-12-20T12:00Z')).toEqual([])
})

test('links that all lead nowhere ask for another, and doubts for a decision', () => {
  const doubt = {
    code: 'zone-ambiguous' as const,
    field: 'start',
    says: 'IST may be India, Israel or Ireland.',
  }
  const entry = entryWith({ kind: 'article', links: [linkTo('source', { health: 'gone' })], doubts: [doubt] })
  expect(tasksOf(entry, 0, { zone: 'UTC', assumedMinutes: 60 })).toEqual([
    { code: 'link-gone' },
    { code: 'doubt', doubt },
  ])
})
