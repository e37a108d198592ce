import { expect, test } from 'vitest'
import type { Finding } from '../../domain/finding.ts'
import { readCalendar } from './read-calendar.ts'

function calendar(...lines: string[]): Finding[] {
  const text = ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR'].join('\r\n')
  return [...readCalendar(Buffer.from(text), {})].flatMap(line => ('finding' in line ? [line.finding] : []))
}

function event(...lines: string[]): Finding {
  return calendar('BEGIN:VEVENT', ...lines, 'END:VEVENT')[0]!
}

test('an offset as a name gives way to the rules that the calendar has for it', () => {
  const change = (kind: string, month: number, from: string, to: string) => [
    `BEGIN:${kind}`,
    'DTSTART:16010101T030000',
    `TZOFFSETFROM:${from}`,
    `TZOFFSETTO:${to}`,
    `RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=${month}`,
    `END:${kind}`,
  ]
  const zone = [
    'BEGIN:VTIMEZONE',
    'TZID:GMT+0100',
    ...change('STANDARD', 10, '+0200', '+0100'),
    ...change('DAYLIGHT', 3, '+0100', '+0200'),
    'END:VTIMEZONE',
  ]
  const found = calendar(
    ...zone,
    'BEGIN:VEVENT',
    'DTSTART;TZID=GMT+0100:20260618T100000',
    'SUMMARY:x',
    'END:VEVENT',
  )
  expect(found.map(({ start, doubts }) => [start, doubts])).toEqual([
    ['2026-06-18T10:00:00+02:00[Europe/Berlin]', undefined],
  ])
})

test('Lotus tells the other dates of a series within a change for all later ones', () => {
  const found = calendar(
    'BEGIN:VEVENT',
    'UID:lotus',
    'SUMMARY:Council',
    'RECURRENCE-ID;RANGE=THISANDFUTURE:20261201T150000Z',
    'DTSTART;TZID=Europe/Berlin:20261201T160000',
    'DTEND;TZID=Europe/Berlin:20261201T163000',
    'RDATE;TZID=Europe/Berlin;VALUE=PERIOD:20261201T160000/20261201T163000,20270105T160000/20270105T170000',
    'END:VEVENT',
  )
  expect(found.map(({ start, end }) => [start, end])).toEqual([
    ['2026-12-01T16:00:00+01:00[Europe/Berlin]', '2026-12-01T16:30:00+01:00[Europe/Berlin]'],
    ['2027-01-05T16:00:00+01:00[Europe/Berlin]', '2027-01-05T17:00:00+01:00[Europe/Berlin]'],
  ])
})

test('a rule without words is none', () => {
  const found = event('UID:a', 'DTSTART:20261218T100000Z', 'SUMMARY:x', 'RRULE:', 'RDATE:')
  expect([found.recurrenceId, found.recurrence]).toEqual([undefined, undefined])
})

test('the door of those who hold a conference is not told to its guests', () => {
  const found = event(
    'DTSTART:20261218T100000Z',
    'SUMMARY:x',
    'CONFERENCE;VALUE=URI;FEATURE=VIDEO,MODERATOR;LABEL=Host:https://meet.example/host',
    'CONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL=Attend:https://meet.example/room',
  )
  expect(found.links).toEqual([{ role: 'join', url: 'https://meet.example/room', title: 'Attend' }])
})

test.each([
  ['"Auditório 2" <aud2@uni.example.br>', { name: 'Auditório 2' }, 'offline'],
  ['mumble.example.org port: 64747', undefined, 'online'],
  ['عبر زووم', undefined, 'online'],
  ['10 rue des Terres, Paris / en ligne', { name: '10 rue des Terres, Paris' }, 'mixed'],
])('a place that is told as %s', (location, place, attendance) => {
  const found = event('DTSTART:20261218T100000Z', 'SUMMARY:x', `LOCATION:${location.replaceAll(',', '\\,')}`)
  expect([found.place, found.attendance]).toEqual([place, attendance])
})

test('Zoom’s own words go with the door', () => {
  const found = event(
    'DTSTART:20261218T100000Z',
    'SUMMARY:x',
    String.raw`DESCRIPTION:About fees.\nPlease click the link below to join the webinar:\nhttps://us06web.zoom.us/j/82345678901\nOr One tap mobile:\n    +12532158782\,\,82345678901# US (Tacoma)`,
  )
  expect(found.summary).toBe('About fees.')
})

test('HTML that was escaped, addresses that were, and a page that registers are read as meant', () => {
  const found = event(
    'DTSTART:20261218T100000Z',
    'SUMMARY:x',
    'URL:https%3A%2F%2Flib.example%2Fevent%2F9',
    String.raw`DESCRIPTION:&lt;p&gt;Bring a candle.&lt;/p&gt;\nRegister here: https://lib.example/event/9`,
  )
  expect([found.url, found.summary?.split('\n')[0], found.links]).toEqual([
    'https://lib.example/event/9',
    'Bring a candle.',
    [{ role: 'registration', url: 'https://lib.example/event/9' }],
  ])
})

test('a time without a zone is doubted beside the only zone that its calendar defines', () => {
  const found = calendar(
    'BEGIN:VTIMEZONE',
    'TZID:America/Boise',
    'END:VTIMEZONE',
    'BEGIN:VEVENT',
    'SUMMARY:x',
    'DTSTART:20261218T100000',
    'END:VEVENT',
  )
  expect(found.map(({ floating, doubts }) => [floating, doubts?.map(({ code }) => code)])).toEqual([
    [true, ['zone-missing']],
  ])
})

test('a passcode beside the address in a place goes with the door', () => {
  const found = event(
    'DTSTART:20261218T100000Z',
    'SUMMARY:x',
    'LOCATION:https://us02web.zoom.us/j/81112223334 (Código de acceso: 4455)',
  )
  expect([found.place, found.attendance, found.links]).toEqual([
    undefined,
    'online',
    [{ role: 'join', url: 'https://us02web.zoom.us/j/81112223334', title: 'Código de acceso: 4455' }],
  ])
  expect(event('DTSTART:20261218T100000Z', 'SUMMARY:x', 'LOCATION:Room code: B12').place).toEqual({
    name: 'Room code: B12',
  })
})

test('of a title and its fate, only the fate is the status', () => {
  const found = event('DTSTART:20261218T100000Z', 'SUMMARY:REPORTÉ : Table ronde', 'STATUS:CONFIRMED')
  expect([found.title, found.status]).toEqual(['Table ronde', 'postponed'])
})

test('of an event that is confirmed, a title that may be one stays whole', () => {
  for (const title of ['Suspendidos: un documental', 'Anulado – teatro', 'A Dream – Deferred']) {
    const found = event('DTSTART:20261218T100000Z', `SUMMARY:${title}`, 'STATUS:CONFIRMED')
    expect([found.title, found.status]).toEqual([title, 'scheduled'])
  }
})
