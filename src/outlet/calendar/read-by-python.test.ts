import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { programmeOf, someEntries } from '../../../test/arbitrary.ts'
import { itemsOf } from './items-of.ts'
import { writeCalendar } from './write-calendar.ts'

/** Debian's `python3-icalendar`, where it is installed: a reader that shares nothing with those of npm. */
const python = ['python3', '/usr/bin/python3'].find(
  program => spawnSync(program, ['-c', 'import icalendar']).status === 0,
)

const read = `
import json, sys
from datetime import datetime, timezone
from icalendar import Calendar
def moment(event, name):
    told = event.decoded(name, None)
    if not isinstance(told, datetime): return told and told.isoformat()
    return told.isoformat() if told.tzinfo is None else int(told.astimezone(timezone.utc).timestamp() * 1000)
print(json.dumps([[{
    'uid': str(event['UID']), 'title': str(event['SUMMARY']), 'sequence': event['SEQUENCE'],
    'status': str(event['STATUS']), 'start': moment(event, 'DTSTART'), 'errors': len(event.errors),
} for event in Calendar.from_ical(text).walk('VEVENT')] for text in json.load(sys.stdin)]))
`

test.skipIf(!python)('Python’s icalendar reads the same events at the same moments', () => {
  const days = fc.sample(someEntries, { numRuns: 25, seed: 1812 }).map(told =>
    told.map((entry, at) => ({
      ...entry,
      id: `0190a000-0000-7000-8000-${String(at).padStart(12, '0')}`,
      title: `Día ${at}, “العربية”; ${'語'.repeat(40)}`,
      sequence: at,
    })),
  )
  const items = days.map(entries => itemsOf(programmeOf(entries), 'https://day.example'))
  const head = { id: '2', name: 'Day', about: null, page: 'https://day.example/day/2020' }
  const rest = { source: 'https://day.example/x.ics', accent: null, language: 'en', changedAt: 0 }
  const reader = { say: (key: string) => key, locale: 'en-GB', now: Date.parse('2020-12-01T00:00Z') }
  const texts = items.map(each => writeCalendar({ ...head, ...rest }, each, reader).text)
  const answer = spawnSync(python!, ['-c', read], { input: JSON.stringify(texts), encoding: 'utf8' })
  expect(answer.stderr).toBe('')
  const told: Told[][] = JSON.parse(answer.stdout)
  expect(told.map(events => events.map(({ uid, sequence, errors }) => ({ uid, sequence, errors })))).toEqual(
    items.map(each => each.map(({ entry }) => ({ uid: entry.id, sequence: entry.sequence, errors: 0 }))),
  )
  for (const [day, events] of told.entries()) {
    for (const [at, event] of events.entries()) {
      const { entry } = items[day]![at]!
      expect(event.title.endsWith(entry.title)).toBe(true)
      expect(event.status === 'CANCELLED').toBe(entry.status === 'cancelled')
      const { precision, zone, start } = entry.time
      if (precision === 'moment' && zone !== null) expect(event.start).toBe(entry.startsAt)
      else expect(start!.startsWith(String(event.start).slice(0, 10))).toBe(true)
    }
  }
})

type Told = {
  uid: string
  title: string
  sequence: number
  status: string
  start: number | string
  errors: number
}
