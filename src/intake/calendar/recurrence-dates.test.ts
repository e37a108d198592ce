import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sampleFile } from '../../../test/samples.ts'
import { readCalendar } from './read-calendar.ts'
import { datesOf } from './recurrence-dates.ts'
import { readRule } from './recurrence-rule.ts'
import { readWrittenTime, wallMsOf } from './written-time.ts'

/** The dates of a rule in the words of RFC 5545; a refusal as `***`. */
function expand(rule: string, start: string, atMost = 1000): string {
  const read = readRule(rule)
  if (typeof read === 'string') return '***'
  const day = readWrittenTime(start)!.day
  if (day) Object.assign(read, { byHour: [], byMinute: [], bySecond: [] })
  const until = read.until ? wallMsOf(read.until)! : Infinity
  const dates: string[] = []
  const window = { until, to: Date.UTC(2200, 0, 1), budget: { left: 1_000_000 } }
  for (const ms of datesOf(read, wallMsOf(start)!, window)) {
    if (dates.length >= atMost) break
    const text = new Date(ms).toISOString().replace(/[-:]|\.000/g, '')
    dates.push(day ? text.slice(0, 8) : start.endsWith('Z') ? text : text.slice(0, 15))
  }
  return dates.join(',') || '***'
}

test.each([
  ['FREQ=DAILY;COUNT=3', '20210130', '20210130,20210131,20210201'],
  ['FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU,SU;COUNT=4', '19970805', '19970805,19970817,19970819,19970831'],
  ['FREQ=MONTHLY;BYDAY=-1FR;COUNT=3', '20210101', '20210129,20210226,20210326'],
  ['FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3', '20210131', '20210131,20210331,20210531'],
  [
    'FREQ=MONTHLY;BYMONTHDAY=31;SKIP=BACKWARD;RSCALE=GREGORIAN;COUNT=3',
    '20210131',
    '20210131,20210228,20210331',
  ],
  ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=2', '20210101', '20210129,20210226'],
  ['FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=2', '20210101', '20210813,20220513'],
  ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;COUNT=2', '20200229', '20200229,20240229'],
  ['FREQ=YEARLY;BYDAY=20MO;COUNT=2', '19970519', '19970519,19980518'],
  ['FREQ=YEARLY;BYWEEKNO=53;COUNT=2', '20201228', '20201228,20261228'],
  [
    'FREQ=HOURLY;INTERVAL=6;BYHOUR=0,12;COUNT=3',
    '20210101T000000',
    '20210101T000000,20210101T120000,20210102T000000',
  ],
  ['FREQ=NEVER', '20210101', '***'],
  ['FREQ=DAILY;INTERVAL=0', '20210101', '***'],
  ['FREQ=YEARLY;BYMONTH=13', '20210101', '***'],
  ['nonsense', '20210101', '***'],
])('%s from %s', (rule, start, dates) => {
  expect(expand(rule, start)).toBe(dates)
})

const rules = sampleFile('ics/recurrence', 'libical-icalrecur_test.txt')
test.skipIf(!rules)('the rules of libical give the dates that libical expects', () => {
  const wrong: string[] = []
  let rulesRead = 0
  for (const block of readFileSync(rules!, 'utf8').split(/\n\s*\n/)) {
    const told = (key: string) => new RegExp(`^${key}:(.*)$`, 'm').exec(block)?.[1]?.trim()
    const [rule, start, dates] = [told('RRULE'), told('DTSTART'), told('INSTANCES')]
    if (!rule || !start || !dates) continue
    rulesRead++
    const given = expand(rule, start, /COUNT|UNTIL/.test(rule) ? 1000 : dates.split(',').length)
    if (given !== dates && !(given === '***' && dates.startsWith('***'))) wrong.push(rule)
  }
  expect(rulesRead).toBe(146)
  expect(wrong).toEqual([
    'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=30;BYWEEKNO=1;UNTIL=20320101',
    'FREQ=YEARLY;BYWEEKNO=53;INTERVAL=6;BYDAY=TH;COUNT=1',
    'FREQ=YEARLY;BYWEEKNO=53;INTERVAL=5;BYDAY=TH;COUNT=1',
  ])
})

const events = sampleFile('ics/recurrence', 'libical-recur-numevents.txt')
test.skipIf(!events)('series have as many events as libical expects', () => {
  const wrong: string[] = []
  const blocks = readFileSync(events!, 'utf8').split(/(?=BEGIN:VEVENT)/)
  const told = blocks.filter(block => /X-EXPECT-NUMEVENTS/.test(block))
  for (const block of told) {
    const wanted = Number(/X-EXPECT-NUMEVENTS\s*:\s*(\d+)/.exec(block)?.[1])
    const lines = readCalendar(Buffer.from(`BEGIN:VCALENDAR\n${block}\nEND:VCALENDAR\n`), {
      from: '1900-01-01',
      to: '2200-01-01',
    })
    if ([...lines].filter(line => 'finding' in line).length !== wanted) wrong.push(block)
  }
  expect(told).toHaveLength(58)
  // One has all its lines behind a mark of comments, and a month that does not exist.
  expect(wrong.map(block => /invalid month/.test(block))).toEqual([true])
})
