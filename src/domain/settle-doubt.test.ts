import { expect, test } from 'vitest'
import { readTime } from '../time/read-time.ts'
import { choicesAround } from './choices.ts'
import type { FieldDoubt } from './finding.ts'
import { settleDoubt } from './settle-doubt.ts'

function doubtsOf(phrase: string, published = '2020-12-01'): FieldDoubt[] {
  return readTime(phrase, { published }).doubts.map(doubt => ({ ...doubt, field: 'start' }))
}

test('a choice becomes the time, and its doubt is gone', () => {
  const doubts = doubtsOf('18 June 2020, 15:00-16:30 IST')
  const { time, doubts: left } = settleDoubt(doubts, doubts[0]!, doubts[0]!.choices![1]!, 'UTC')
  expect(time).toEqual({
    precision: 'moment',
    start: '2020-06-18T15:00:00',
    end: '2020-06-18T16:30:00',
    zone: 'Europe/Dublin',
  })
  expect(left).toEqual([])
})

test('the second of two equal hours stays the second', () => {
  const doubts = doubtsOf('25 October 2020, 02:30 Berlin time')
  const { time } = settleDoubt(doubts, doubts[0]!, doubts[0]!.choices![1]!, 'UTC')
  expect(time).toEqual({ precision: 'moment', start: '2020-10-25T02:30:00', end: null, zone: '+01:00' })
})

test('what another doubt leaves to choose goes with the choice', () => {
  const doubts = doubtsOf('03/07/2021 14:00-15:00 CET')
  const order = doubts.find(({ code }) => code === 'date-order')!
  const { time, doubts: left } = settleDoubt(doubts, order, order.choices![1]!, 'UTC')
  expect(time).toMatchObject({
    start: '2021-03-07T14:00:00',
    end: '2021-03-07T15:00:00',
    zone: 'Europe/Berlin',
  })
  // In March CET is what Berlin shows: nothing is left of that doubt but its words.
  expect(left).toEqual([{ code: 'zone-season', field: 'start', says: expect.any(String) }])

  const season = doubts.find(({ code }) => code === 'zone-season')!
  const asWritten = settleDoubt(doubts, season, season.choices![1]!, 'UTC')
  expect(asWritten.time.zone).toBe('+01:00')
  expect(asWritten.doubts).toEqual([
    {
      ...order,
      choices: [
        { start: '2021-07-03T14:00:00+01:00[+01:00]', end: '2021-07-03T15:00:00+01:00[+01:00]' },
        { start: '2021-03-07T14:00:00+01:00[+01:00]', end: '2021-03-07T15:00:00+01:00[+01:00]' },
      ],
    },
  ])
})

test('doubts that leave the same choices are settled together', () => {
  const choices = [
    { start: '2021-07-03T14:00:00+02:00[Europe/Berlin]' },
    { start: '2021-07-03T14:00:00+01:00[+01:00]' },
  ]
  const doubts: FieldDoubt[] = [
    { code: 'zone-season', field: 'start', says: 'CET in July', choices },
    { code: 'zone-ambiguous', field: 'start', says: 'CET', choices },
    { code: 'year-assumed', field: 'start', says: '2021' },
  ]
  expect(settleDoubt(doubts, doubts[0]!, choices[1]!, 'UTC').doubts).toEqual([doubts[2]])
})

test('choices follow a time that was moved, lengthened or given a zone', () => {
  const choices = [{ start: '2021-04-03T14:00:00' }, { start: '2021-03-04T14:00:00' }]
  const taken = {
    start: '2021-04-03T14:00:00+02:00[Europe/Paris]',
    end: '2021-04-03T15:30:00+02:00[Europe/Paris]',
  }
  expect(choicesAround(choices, taken)).toEqual([
    taken,
    { start: '2021-03-04T14:00:00+01:00[Europe/Paris]', end: '2021-03-04T15:30:00+01:00[Europe/Paris]' },
  ])
  expect(choicesAround(choices, { start: '2021-04-03', end: '2021-04-04', allDay: true })).toEqual([
    { start: '2021-04-03', end: '2021-04-04', allDay: true },
    { start: '2021-03-04', end: '2021-03-05', allDay: true },
  ])
})

test('a moment that is shown in another zone keeps what else may be meant', () => {
  const choices = [
    { start: '2021-04-03T12:00:00+00:00[UTC]' },
    { start: '2021-04-03T12:00:00+02:00[Europe/Paris]' },
  ]
  const taken = {
    start: '2021-04-03T14:00:00+02:00[Europe/Paris]',
    end: '2021-04-03T15:00:00+02:00[Europe/Paris]',
  }
  expect(choicesAround(choices, taken)).toEqual([
    taken,
    { start: '2021-04-03T12:00:00+02:00[Europe/Paris]', end: '2021-04-03T13:00:00+02:00[Europe/Paris]' },
  ])
})

test('nothing is left to choose where all choices come to the same', () => {
  const choices = [
    { start: '2021-01-03T14:00:00+01:00[Europe/Berlin]' },
    { start: '2021-01-03T14:00:00+01:00[+01:00]' },
  ]
  expect(choicesAround(choices, choices[0]!)).toEqual([])
  expect(choicesAround([], choices[0]!)).toEqual([])
  expect(choicesAround([{ start: 'soon' }, { start: 'later' }], choices[0]!)).toEqual([])
})
