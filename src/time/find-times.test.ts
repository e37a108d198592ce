import { describe, expect, test } from 'vitest'
import { findTimes } from './find-times.ts'

const published = '2020-12-01'
const starts = (text: string) =>
  findTimes(text, { published }).map(found => [found.phrase, found.readings[0]?.start ?? found.time])

describe('in running text', () => {
  test('a day and an hour that stand in one sentence are one time, markup or not', () => {
    expect(starts('Join us on **Tuesday, Dec 15** at 1:00 PM PST, it is free.')).toEqual([
      ['Tuesday, Dec 15** at 1:00 PM PST', '2020-12-15T13:00:00-08:00[America/Los_Angeles]'],
    ])
    expect(starts('On 18 December we hold a webinar for everybody at 15:00 CET.')).toEqual([
      [
        '18 December we hold a webinar for everybody at 15:00 CET',
        '2020-12-18T15:00:00+01:00[Europe/Berlin]',
      ],
    ])
  })

  test('each of several times is found, in order, with its place in the text', () => {
    const text = 'Deadline: 5 January; event 18 January at 14:00 CET. Live at 10:30am CST on December 2!'
    const found = findTimes(text, { published })
    expect(found.map(one => one.readings[0]?.start)).toEqual([
      '2021-01-05',
      '2021-01-18T14:00:00+01:00[Europe/Berlin]',
      '2020-12-02T10:30:00-06:00[America/Chicago]',
    ])
    for (const one of found) expect(text.slice(one.index, one.index + one.length)).toBe(one.phrase)
  })

  test('labels on lines of their own belong together, items of a list do not', () => {
    expect(starts('Date: 18 December 2020\nTime: 14:00 CET\nPlace: Zoom')).toEqual([
      ['18 December 2020\nTime: 14:00 CET', '2020-12-18T14:00:00+01:00[Europe/Berlin]'],
    ])
    expect(starts('- 18 December 2020\n- 19 December 2020, 10:00 UTC')).toEqual([
      ['18 December 2020', '2020-12-18'],
      ['19 December 2020, 10:00 UTC', '2020-12-19T10:00:00+00:00[UTC]'],
    ])
    expect(starts('Day 1, 18 December 2020\n10:00 Opening\n11:00 Panel')).toEqual([
      ['18 December 2020', '2020-12-18'],
      ['10:00', '2020-12-01T10:00:00'],
      ['11:00', '2020-12-01T11:00:00'],
    ])
  })

  test('hours that lead find each their day behind them', () => {
    const [found] = findTimes(
      'Open from 8 a.m. ET from December 2 until 8 p.m. ET on Sunday, December 6, for all.',
      { published },
    )
    expect(found?.readings).toEqual([
      {
        start: '2020-12-02T08:00:00-05:00[America/New_York]',
        end: '2020-12-06T20:00:00-05:00[America/New_York]',
        allDay: false,
      },
    ])
  })

  test('the bracket a phrase opens belongs to it', () => {
    expect(starts('See you December 10th (2:30–3:30 pm EST).')).toEqual([
      ['December 10th (2:30–3:30 pm EST)', '2020-12-10T14:30:00-05:00[America/New_York]'],
    ])
  })

  test('several zones of one moment are one time', () => {
    const text = 'Tuesday, Dec 15 - 3pm PST / 6pm EST / 11pm UTC / 10am AEDT (next day)'
    expect(findTimes(text, { published })).toMatchObject([
      { readings: [{ start: '2020-12-15T15:00:00-08:00[America/Los_Angeles]' }], doubts: [] },
    ])
  })

  test('an hour without a day and without a day of publication is a time', () => {
    expect(findTimes('We meet at 14:00 CET.')).toMatchObject([{ readings: [], time: '14:00' }])
  })
})

describe('no time is found in', () => {
  test.each([
    'The score was 3:2 in the 45th minute and 14 of 20 members came.',
    'Pay $14.30 or 10.50 EUR at the door, room 14:3.',
    'See Romans 8:28 and section 2.10. Chapters 4-6 are short, pages 10-12.',
    'Call +44 20 7946 0958 or 01 0202 4808 (16 BP. 993).',
    'Version 1.10.2 fixes issue #12, as 1.10.1 did; 192.168.1.12:8080 answers.',
    'Open 24/7 with 5h overlap with UTC+10 (AEST).',
    'In 2020 there were 12 participants; 5 may not come, 8 out of 10 agreed.',
    'https://example.org/2020/12/18/14:00/story and a12@example.org',
    'Sun, sea and sand. We march on. It may be 5 of us. Sat on a chair.',
    'IST is an institute, CAT and ET are films, the EST group is a company.',
    'Resolution 45/158, ratio 16:9, scale 1:100, 12.5% of 3.14, the 2-hour talk.',
    'December 2020 was cold; the 2020-21 season was not.',
  ])('“%s”', text => {
    expect(starts(text)).toEqual([])
  })
})

test('a newsletter of 100 KB is read within the patience of a reader', () => {
  const paragraph =
    'On **Tuesday, Dec 15** at 1:00 PM PST the group meets; see [the page](https://example.org/a/b) by Ana Perez from Manila. '
  const text = paragraph.repeat(Math.ceil(100_000 / paragraph.length))
  findTimes(text, { published })
  const began = process.cpuUsage()
  expect(findTimes(text, { published }).length).toBeGreaterThan(800)
  expect(process.cpuUsage(began).user / 1000).toBeLessThan(2_000)
})
