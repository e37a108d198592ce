import { describe, expect, test } from 'vitest'
import { wxr } from '../../../test/wxr.ts'
import type { InspectLine } from '../../domain/finding.ts'
import type { IntakeOptions } from '../intake.ts'
import { readWordpress } from './read-wordpress.ts'

function read(type: string, meta: Record<string, string>, options: IntakeOptions = {}): InspectLine[] {
  const item = { id: 1, title: 'Reading circle', type, slug: 'circle', meta }
  return [...readWordpress(Buffer.from(wxr([item])), options)]
}

function times(lines: InspectLine[]): string[] {
  return lines.flatMap(line =>
    'finding' in line ? [`${line.finding.start}${line.finding.end ? ` – ${line.finding.end}` : ''}`] : [],
  )
}

/** A Friday, from two to half past three in the afternoon. */
const friday = {
  mec_start_date: '2020-12-04',
  mec_start_time_hour: '2',
  mec_start_time_minutes: '00',
  mec_start_time_ampm: 'PM',
  mec_end_date: '2020-12-04',
  mec_end_time_hour: '3',
  mec_end_time_minutes: '30',
  mec_end_time_ampm: 'PM',
  mec_timezone: 'Europe/Berlin',
  mec_repeat_status: '1',
}
const modern = (meta: Record<string, string>, options?: IntakeOptions) =>
  read('mec-events', { ...friday, ...meta }, options)

describe('an event of Modern Events Calendar', () => {
  test('every other week, three times', () => {
    const lines = modern({
      mec_repeat_type: 'weekly',
      mec_repeat_interval: '14',
      mec_repeat_end: 'occurrences',
      mec_repeat_end_at_occurrences: '2',
    })
    expect(times(lines)).toEqual([
      '2020-12-04T14:00:00+01:00[Europe/Berlin] – 2020-12-04T15:30:00+01:00[Europe/Berlin]',
      '2020-12-18T14:00:00+01:00[Europe/Berlin] – 2020-12-18T15:30:00+01:00[Europe/Berlin]',
      '2021-01-01T14:00:00+01:00[Europe/Berlin] – 2021-01-01T15:30:00+01:00[Europe/Berlin]',
    ])
    const [, second] = lines.flatMap(line => ('finding' in line ? [line.finding] : []))
    expect(second).toMatchObject({
      uid: 'https://blog.example/?p=1',
      recurrence: 'FREQ=WEEKLY;INTERVAL=2;COUNT=3',
      recurrenceId: '2020-12-18T14:00:00+01:00[Europe/Berlin]',
    })
  })

  test('keeps its hour when clocks change', () => {
    const lines = modern(
      { mec_repeat_type: 'weekly', mec_repeat_interval: '7', mec_repeat_end: 'never' },
      { from: '2021-03-25', to: '2021-04-02' },
    )
    expect(times(lines).map(words => words.slice(0, 25))).toEqual([
      '2021-03-26T14:00:00+01:00',
      '2021-04-02T14:00:00+02:00',
    ])
  })

  test('on the first Monday and the last Tuesday of each month, until a day', () => {
    const lines = modern({
      mec_start_date: '2020-12-07',
      mec_end_date: '2020-12-07',
      mec_repeat_type: 'advanced',
      mec_advanced_days: 'a:2:{i:0;s:5:"Mon.1";i:1;s:5:"Tue.l";}',
      mec_repeat_end: 'date',
      mec_repeat_end_at_date: '2021-02-01',
    })
    expect(times(lines).map(words => words.slice(0, 10))).toEqual([
      '2020-12-07',
      '2020-12-29',
      '2021-01-04',
      '2021-01-26',
      '2021-02-01',
    ])
  })

  test('on certain weekdays, but not on a holiday', () => {
    const lines = modern({
      mec_start_date: '2020-12-21',
      mec_end_date: '2020-12-21',
      mec_repeat_type: 'certain_weekdays',
      mec_certain_weekdays: 'a:2:{i:0;s:1:"1";i:1;s:1:"5";}',
      mec_not_in_days: '2020-12-25,2021-01-01',
      mec_repeat_end: 'date',
      mec_repeat_end_at_date: '2021-01-04',
    })
    expect(times(lines).map(words => words.slice(0, 10))).toEqual(['2020-12-21', '2020-12-28', '2021-01-04'])
  })

  test('on days of its own choice, of which one has hours of its own', () => {
    const lines = modern({
      mec_repeat_type: 'custom_days',
      mec_in_days: '2020-12-18:2020-12-18:06-00-PM:07-15-PM,2020-12-19:2020-12-19',
    })
    expect(times(lines).map(words => words.replaceAll('+01:00[Europe/Berlin]', ''))).toEqual([
      '2020-12-04T14:00:00 – 2020-12-04T15:30:00',
      '2020-12-18T18:00:00 – 2020-12-18T19:15:00',
      '2020-12-19T14:00:00 – 2020-12-19T15:30:00',
    ])
  })

  test('on days that there are none of is none, and keeps nobody from reading on', () => {
    const lines = modern({
      mec_repeat_type: 'custom_days',
      mec_in_days:
        '2020-99-99:2020-12-19,2020-02-30:2020-02-30,2020-12-18:2020-12-18:12-99-PM:13-15-PM,2020-12-19:2020-12-99',
    })
    expect(times(lines).map(words => words.slice(0, 16))).toEqual([
      '2020-12-04T14:00',
      '2020-12-18T14:00',
      '2020-12-19T14:00',
    ])
  })

  test('for whole days each year', () => {
    const lines = modern(
      { mec_allday: '1', mec_end_date: '2020-12-05', mec_repeat_type: 'yearly', mec_repeat_end: 'never' },
      { from: '2021-12-05', to: '2022-12-31' },
    )
    expect(times(lines)).toEqual(['2021-12-04 – 2021-12-05', '2022-12-04 – 2022-12-05'])
  })

  test('without an end is shown for two years, and that it goes on is said', () => {
    const lines = modern({ mec_repeat_type: 'monthly', mec_repeat_interval: '1', mec_repeat_end: 'never' })
    expect(times(lines)).toHaveLength(25)
    expect(lines.at(-1)).toMatchObject({ problem: { code: 'series-cut', note: true } })
  })

  test('that comes once is one, whatever is kept of repeating', () => {
    const once = { mec_repeat_status: '0', mec_repeat_type: '', mec_repeat_end_at_occurrences: '9' }
    expect(times(modern(once))).toHaveLength(1)
  })
})

test('EventON keeps each date', () => {
  const at = (moment: string) => String(Date.parse(`${moment}:00Z`) / 1000)
  const pair = (index: number, from: string, to: string) =>
    `i:${index};a:2:{i:0;s:10:"${at(from)}";i:1;s:10:"${at(to)}";}`
  const lines = read('ajde_events', {
    evcal_srow: at('2020-12-04T14:00'),
    evcal_erow: at('2020-12-04T15:00'),
    _evo_tz: 'Europe/Rome',
    evcal_repeat: 'yes',
    repeat_intervals: `a:2:{${pair(0, '2020-12-04T14:00', '2020-12-04T15:00')}${pair(1, '2020-12-11T16:00', '2020-12-11T17:00')}}`,
  })
  expect(times(lines)).toEqual([
    '2020-12-04T14:00:00+01:00[Europe/Rome] – 2020-12-04T15:00:00+01:00[Europe/Rome]',
    '2020-12-11T16:00:00+01:00[Europe/Rome] – 2020-12-11T17:00:00+01:00[Europe/Rome]',
  ])
})

test('Sugar Calendar tells how often and until when', () => {
  const lines = read('sc_event', {
    sc_event_date_time: String(Date.parse('2020-12-18T14:00:00Z') / 1000),
    sc_event_recurring: 'monthly',
    sc_recur_until: String(Date.parse('2021-02-18T00:00:00Z') / 1000),
  })
  expect(times(lines).map(words => words.slice(0, 16))).toEqual([
    '2020-12-18T14:00',
    '2021-01-18T14:00',
    '2021-02-18T14:00',
  ])
})
