import { describe, expect, test } from 'vitest'
import { changed, contextIn, event, typedIn } from '../../../../test/typed-form.tsx'
import { notTold } from '../../../domain/event-time.ts'
import { readForm } from './read.ts'

describe('a time', () => {
  test('is read from words that leave nothing open, and stored at once', () => {
    const read = changed(event, { 'when.words': 'Fri 18 Dec, 5–6:30 pm Manila' })
    expect([read.content, read.problems]).toEqual([
      {
        ...event,
        time: {
          precision: 'moment',
          start: '2020-12-18T17:00:00',
          end: '2020-12-18T18:30:00',
          zone: 'Asia/Manila',
        },
      },
      [],
    ])
  })

  test('that words leave open comes back with what may be meant, and is stored with the answer', () => {
    const asked = changed(event, { 'when.words': '18 December, 5 pm IST' })
    expect(asked.problems).toEqual([['doubt.start.zone-ambiguous', 'form.wrong.answer']])
    expect(asked.state.typed.get('when.zone')).toBe('Asia/Kolkata')
    const [{ doubt } = { doubt: null }] = asked.state.doubts
    expect(doubt?.choices?.map(({ start }) => start)).toEqual([
      '2020-12-18T17:00:00+05:30[Asia/Kolkata]',
      '2020-12-18T17:00:00+02:00[Asia/Jerusalem]',
    ])
    const answer = (value: string) => {
      const typed = new Map([...asked.state.typed, ['doubt.start.zone-ambiguous', value]])
      const { content: told, state } = readForm(typed, event, contextIn())
      return [told.time.zone, told.doubts.map(({ code }) => code), state.problems]
    }
    expect(answer('2020-12-18T17:00:00+02:00[Asia/Jerusalem]||')).toEqual(['Asia/Jerusalem', [], []])
    expect(answer('2020-12-18T17:00:00+05:30[Asia/Kolkata]||')).toEqual(['Asia/Kolkata', [], []])
    expect(answer('keep')).toEqual(['Asia/Kolkata', ['zone-ambiguous'], []])
  })

  test('without a zone is not taken in any', () => {
    const read = changed(event, { 'when.words': '18 December 2020, 5 pm' })
    expect(read.problems).toEqual([['when.zone', 'form.wrong.zone-missing']])
    expect([read.state.typed.get('when.start'), read.state.typed.get('when.zone')]).toEqual(['17:00', ''])
  })

  test('without a zone is told that of its place, and is not taken in it', () => {
    const read = changed(event, { 'when.zone': '', 'place.name': 'City Hall, Manila' })
    expect([read.state.problems, read.content.time]).toEqual([
      [{ field: 'when.zone', key: 'form.wrong.zone-near', values: { zone: 'Asia/Manila' } }],
      event.time,
    ])
  })

  test('of a weekday alone is the one of the edition; of an hour alone it is asked for', () => {
    expect(changed(event, { 'when.words': 'Friday 5 pm CET' }).problems).toEqual([])
    expect(changed(event, { 'when.words': '5 pm CET' }).problems).toEqual([
      ['doubt.start.date-missing', 'form.wrong.answer'],
    ])
  })

  test('that words and parts tell otherwise is read from neither until one gives way', () => {
    const both = { 'when.words': '18 December 2020, 5 pm CET', 'when.start': '15:30' }
    const read = changed(event, both)
    expect(read.problems).toEqual([['when.words', 'form.wrong.words-and-parts']])
    expect(read.state.typed.get('when.start')).toBe('15:30')
    const forced = readForm(typedIn(event, both), event, contextIn(), { force: true })
    expect([forced.content.time.start, forced.state.problems]).toEqual(['2020-12-18T17:00:00', []])
  })

  test('of words that tell several is said to be the first of them, once', () => {
    const read = changed(event, { 'when.words': '18 Dec 2020, 15:00 and 17:00 CET' })
    expect(read.problems).toEqual([['when.words', 'form.wrong.several']])
    const again = readForm(read.state.typed, event, contextIn())
    expect([again.content.time.start, again.state.problems]).toEqual(['2020-12-18T15:00:00', []])
  })

  test('of words that tell none stays as it is, with the words', () => {
    const read = changed(event, { 'when.words': 'whenever you like' })
    expect([read.content.time, read.problems, read.state.typed.get('when.words')]).toEqual([
      event.time,
      [['when.words', 'form.wrong.words']],
      'whenever you like',
    ])
  })

  test.each([
    ['Manila', 'Asia/Manila'],
    ['UTC+8', '+08:00'],
    ['CET', 'Europe/Berlin'],
    ['Asia/Calcutta', 'Asia/Kolkata'],
    ['kenya', 'Africa/Nairobi'],
    ['UTC', 'UTC'],
  ])('has the zone of “%s”', (words, zone) => {
    const read = changed(event, { 'when.zone': words })
    expect([read.content.time.zone, read.problems]).toEqual([zone, []])
  })

  test.each([
    [{ 'when.zone': 'Nowhere at all' }, 'when.zone', 'form.wrong.zone'],
    [{ 'when.zone': '' }, 'when.zone', 'form.wrong.zone-missing'],
    [{ 'when.zone': 'Brazil' }, 'doubt.start.zone-ambiguous', 'form.wrong.answer'],
    [{ 'when.day': '2020-02-30' }, 'when.day', 'form.wrong.day'],
    [{ 'when.day': '' }, 'when.day', 'form.wrong.day-missing'],
    [{ 'when.start': '' }, 'when.start', 'form.wrong.hour-missing'],
    [{ 'when.start': '25:00' }, 'when.start', 'form.wrong.hour'],
    [{ 'when.end': '14:00' }, 'when.end', 'form.wrong.end'],
    [{ 'when.end': '15:00' }, 'when.end', 'form.wrong.end'],
    [{ 'when.end-day': '2020-12-17' }, 'when.end-day', 'form.wrong.end-day'],
    [{ 'when.day': '2021-03-28', 'when.start': '02:30', 'when.end': '' }, 'when.start', 'form.wrong.skipped'],
    [
      { 'when.day': '2021-10-31', 'when.start': '02:30', 'when.end': '' },
      'doubt.start.time-repeated',
      'form.wrong.answer',
    ],
    [
      { 'when.day': '2021-10-31', 'when.start': '01:30', 'when.end': '02:30' },
      'doubt.end.time-repeated',
      'form.wrong.answer',
    ],
    [{ 'when.precision': 'soon' }, 'when.precision', 'form.wrong.precision'],
  ] as [Record<string, string>, string, string][])('is refused in words: %j', (changes, field, key) => {
    const read = changed(event, changes)
    expect(read.problems).toEqual([[field, key]])
    for (const [name, value] of Object.entries(changes)) expect(read.state.typed.get(name)).toBe(value)
  })

  test('that goes on past midnight has the day on which it ends', () => {
    const read = changed(event, { 'when.end': '01:00', 'when.end-day': '2020-12-19' })
    expect([read.content.time.end, read.problems]).toEqual(['2020-12-19T01:00:00', []])
  })

  test('that comes twice is the one that is chosen', () => {
    const night = { 'when.day': '2021-10-31', 'when.start': '02:30', 'when.end': '' }
    const second = { ...night, 'doubt.start.time-repeated': '2021-10-31T02:30:00+01:00[Europe/Berlin]||' }
    expect(changed(event, second).content.time).toEqual({
      precision: 'moment',
      start: '2021-10-31T02:30:00',
      end: null,
      zone: '+01:00',
    })
    const end = {
      ...night,
      'when.start': '01:30',
      'when.end': '02:30',
      'doubt.end.time-repeated': '2021-10-31T01:30:00+02:00[+02:00]|2021-10-31T03:30:00+02:00[+02:00]|',
    }
    const read = changed(event, end)
    expect([read.content.time, read.problems]).toEqual([
      { precision: 'moment', start: '2021-10-31T01:30:00', end: '2021-10-31T03:30:00', zone: '+02:00' },
      [],
    ])
  })

  test('is told less of without losing what else was typed', () => {
    expect(changed(event, { 'when.precision': 'not-told' }).content.time.precision).toBe('not-told')
    expect(changed(event, { 'when.precision': 'date-only' }).content.time).toEqual({
      precision: 'date-only',
      start: '2020-12-18',
      end: null,
      zone: null,
    })
    expect(changed(event, { 'when.everywhere': 'on' }).content.time.zone).toBe(null)
    const open = { ...event, time: notTold }
    expect(changed(open, { 'when.day': '2020-12-18' }).problems).toEqual([
      ['when.precision', 'form.wrong.not-told'],
    ])
  })
})
