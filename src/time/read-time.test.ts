import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readTime } from './read-time.ts'

type Row = {
  phrase: string
  published: string
  zone: string
  start: string
  end: string
  doubts: string
  sessions: string
}

const [head = '', ...lines] = readFileSync(new URL('./fixtures/phrases.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
const names = head.split('\t')
const rows = lines.map(line => {
  const cells = line.split('\t')
  return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? ''])) as Row
})

test.each(rows)('“$phrase” is $start', ({ phrase, published, zone, ...expected }) => {
  const answer = readTime(phrase, { ...(published ? { published } : {}), ...(zone ? { zone } : {}) })
  const [first] = answer.readings
  expect({
    start: first?.start ?? answer.time ?? 'nothing',
    end: first?.end ?? '',
    doubts: answer.doubts.map(doubt => doubt.code).join(','),
    sessions: (answer.sessions ?? []).map(session => session.start).join(' '),
  }).toEqual(expected)
})

describe('readings', () => {
  test('an abbreviation out of season is read as the wall time of its place, then literally', () => {
    const { readings, doubts } = readTime('26 June 2020, 13:30-15:00 (CET)')
    expect(readings).toEqual([
      {
        start: '2020-06-26T13:30:00+02:00[Europe/Berlin]',
        end: '2020-06-26T15:00:00+02:00[Europe/Berlin]',
        allDay: false,
      },
      { start: '2020-06-26T13:30:00+01:00[+01:00]', end: '2020-06-26T15:00:00+01:00[+01:00]', allDay: false },
    ])
    expect(doubts).toEqual([
      {
        code: 'zone-season',
        says: 'CET is not in force in Europe/Berlin on 2020-06-26: its wall time, or the offset as written.',
        choices: [
          {
            start: '2020-06-26T13:30:00+02:00[Europe/Berlin]',
            end: '2020-06-26T15:00:00+02:00[Europe/Berlin]',
          },
          { start: '2020-06-26T13:30:00+01:00[+01:00]', end: '2020-06-26T15:00:00+01:00[+01:00]' },
        ],
      },
    ])
  })

  test('an abbreviation of several zones has a reading for each that is possible on that day', () => {
    const starts = (phrase: string) => readTime(phrase).readings.map(reading => reading.start)
    expect(starts('18 December 2020, 15:00 IST')).toEqual([
      '2020-12-18T15:00:00+05:30[Asia/Kolkata]',
      '2020-12-18T15:00:00+02:00[Asia/Jerusalem]',
    ])
    expect(starts('Tel Aviv, 18 December 2020, 15:00 IST')).toEqual([
      '2020-12-18T15:00:00+02:00[Asia/Jerusalem]',
    ])
  })

  test('a day and month that may change places are read both ways', () => {
    const { readings } = readTime('04-06-2021, 10:00', { zone: 'UTC', published: '2021-05-20' })
    expect(readings.map(reading => reading.start.slice(0, 10))).toEqual(['2021-06-04', '2021-04-06'])
  })

  test('all day is a first and a last day; a day alone tells no hour', () => {
    expect(readTime('18 December 2020 (all day)').readings).toEqual([
      { start: '2020-12-18', end: '2020-12-18', allDay: true },
    ])
    expect(readTime('18 December 2020').readings).toEqual([{ start: '2020-12-18', end: null, allDay: false }])
    expect(readTime('16-18 December 2020').readings).toEqual([
      { start: '2020-12-16', end: '2020-12-18', allDay: true },
    ])
  })

  test('midnight of a day is its end or its beginning', () => {
    const { readings, doubts } = readTime('18 December 2020 at midnight UTC')
    expect(readings.map(reading => reading.start)).toEqual([
      '2020-12-19T00:00:00+00:00[UTC]',
      '2020-12-18T00:00:00+00:00[UTC]',
    ])
    expect(doubts.map(doubt => doubt.code)).toEqual(['time-repeated'])
  })

  test('hours told for two places without their zone agree by the offset between them', () => {
    expect(readTime('18 December 2020, 10:00-16:00 (9:00 GMT)').readings).toEqual([
      { start: '2020-12-18T10:00:00+01:00[+01:00]', end: '2020-12-18T16:00:00+01:00[+01:00]', allDay: false },
    ])
  })
})

describe('choices', () => {
  const choices = (phrase: string, published?: string) =>
    readTime(phrase, published ? { published } : {}).doubts.map(doubt => [
      doubt.code,
      ...(doubt.choices ?? []).map(({ start, end }) => (end ? `${start}/${end}` : start)),
    ])

  test('letters of several zones are each of them', () => {
    expect(choices('18 June 2020, 15:00 IST')).toEqual([
      [
        'zone-ambiguous',
        '2020-06-18T15:00:00+05:30[Asia/Kolkata]',
        '2020-06-18T15:00:00+01:00[Europe/Dublin]',
        '2020-06-18T15:00:00+03:00[Asia/Jerusalem]',
      ],
    ])
  })

  test('hours that are not one moment are each of them', () => {
    expect(choices('18 December 2020, 3pm CET / 10am EST')).toEqual([
      [
        'zones-disagree',
        '2020-12-18T15:00:00+01:00[Europe/Berlin]',
        '2020-12-18T10:00:00-05:00[America/New_York]',
      ],
    ])
  })

  test('each doubt has choices of its own', () => {
    expect(choices('03/04/2021 14:00 CET', '2020-12-01')).toEqual([
      ['date-order', '2021-04-03T14:00:00+02:00[Europe/Berlin]', '2021-03-04T14:00:00+01:00[Europe/Berlin]'],
      ['zone-season', '2021-04-03T14:00:00+02:00[Europe/Berlin]', '2021-04-03T14:00:00+01:00[+01:00]'],
    ])
  })

  test('a weekday that is not that of the date is the date, or the nearest such weekday', () => {
    expect(choices('Friday 17 December 2020, 15:00-16:00 UTC')).toEqual([
      [
        'weekday-disagrees',
        '2020-12-17T15:00:00+00:00[UTC]/2020-12-17T16:00:00+00:00[UTC]',
        '2020-12-18T15:00:00+00:00[UTC]/2020-12-18T16:00:00+00:00[UTC]',
      ],
    ])
    expect(choices('Fri 10 – Sun 13 December 2020')).toEqual([
      ['weekday-disagrees', '2020-12-10/2020-12-13', '2020-12-11/2020-12-13'],
    ])
  })

  test('a weekday alone is the coming one or that of the week after', () => {
    expect(choices('Friday, 3pm UTC', '2020-12-01')).toEqual([
      ['date-missing', '2020-12-04T15:00:00+00:00[UTC]', '2020-12-11T15:00:00+00:00[UTC]'],
    ])
    expect(choices('next Friday, 3pm UTC', '2020-12-01')).toEqual([
      ['date-missing', '2020-12-11T15:00:00+00:00[UTC]', '2020-12-04T15:00:00+00:00[UTC]'],
    ])
  })

  test('an hour that comes twice is the first or the second', () => {
    expect(choices('25 October 2020, 02:30 Berlin time')).toEqual([
      [
        'time-repeated',
        '2020-10-25T02:30:00+02:00[Europe/Berlin]',
        '2020-10-25T02:30:00+01:00[Europe/Berlin]',
      ],
    ])
  })

  test('a year that nobody told is this one or the next', () => {
    expect(choices('30 June, 3pm UTC', '2020-10-10')).toEqual([
      ['year-assumed', '2020-06-30T15:00:00+00:00[UTC]', '2021-06-30T15:00:00+00:00[UTC]'],
    ])
  })

  test('nothing can be chosen where a zone must be told', () => {
    expect(choices('18 December 2020, 3pm')).toEqual([['zone-missing']])
  })

  test.each(rows)('of “$phrase” begin with what was taken', ({ phrase, published, zone }) => {
    const { readings, doubts } = readTime(phrase, {
      ...(published ? { published } : {}),
      ...(zone ? { zone } : {}),
    })
    for (const { choices: told, code } of doubts) {
      if (!told) continue
      expect(told.length).toBeGreaterThan(1)
      expect(told[0]?.start).toBe(readings[0]?.start)
      if (code === 'weekday-disagrees' || code === 'date-missing') continue
      const starts = readings.map(reading => reading.start)
      expect(told.filter(({ start }) => !starts.includes(start))).toEqual([])
    }
  })
})
