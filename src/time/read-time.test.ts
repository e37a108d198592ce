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
