import { expect, test } from 'vitest'
import { readCalendar } from './read-calendar.ts'
import { ruleOfVCalendar } from './vcalendar-rule.ts'

test.each([
  ['D2 #5', 'FREQ=DAILY;INTERVAL=2;COUNT=5'],
  ['D1 20261220T090000Z', 'FREQ=DAILY;INTERVAL=1;UNTIL=20261220T090000Z'],
  ['W1', 'FREQ=WEEKLY;INTERVAL=1;COUNT=2'],
  ['W2 MO WE #0', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE'],
  ['MP1 1+ SU 2- FR SA #3', 'FREQ=MONTHLY;INTERVAL=1;BYDAY=1SU,-2FR,-2SA;COUNT=3'],
  ['MD1 1 15+ 2- LD #4', 'FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=1,15,-2,-1;COUNT=4'],
  ['YM1 6 7 #8', 'FREQ=YEARLY;INTERVAL=1;BYMONTH=6,7;COUNT=8'],
  ['YD3 1 100 #4', 'FREQ=YEARLY;INTERVAL=3;BYYEARDAY=1,100;COUNT=4'],
  ['W1 XX', null],
  ['MP1 SU', null],
  ['D0', null],
  ['FREQ=DAILY', null],
])('%s', (rule, expected) => {
  expect(ruleOfVCalendar(rule)).toBe(expected)
})

function read(rule: string, options = {}, start = '20261218T090000Z') {
  const text = `BEGIN:VCALENDAR\r\nVERSION:1.0\r\nBEGIN:VEVENT\r\nUID:a\r\nSUMMARY:A\r\nDTSTART:${start}\r\nRRULE:${rule}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`
  const lines = [...readCalendar(Buffer.from(text), options)]
  return {
    starts: lines.flatMap(line => ('finding' in line ? [line.finding.start] : [])),
    codes: lines.flatMap(line => ('problem' in line ? [line.problem.code] : [])),
  }
}

test('its dates are those of the series', () => {
  expect(read('W1 FR #2').starts).toEqual([
    '2026-12-18T09:00:00+00:00[UTC]',
    '2026-12-25T09:00:00+00:00[UTC]',
  ])
})

test('a rule that cannot be read is said once', () => {
  expect(read('W1 XX')).toEqual({ starts: ['2026-12-18T09:00:00+00:00[UTC]'], codes: ['rule-unreadable'] })
})

test('a series that begins after the days asked for is not said to have no dates', () => {
  const days = { from: '2026-12-01', to: '2026-12-02' }
  expect(read('FREQ=WEEKLY;COUNT=3', days)).toEqual({ starts: [], codes: [] })
  expect(read('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', days).codes).toEqual(['rule-empty'])
})
