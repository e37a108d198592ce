import { describe, expect, test } from 'vitest'
import type { Finding } from '../../domain/finding.ts'
import { readMoment } from './moment.ts'
import { readPage } from './read-page.ts'

const berlin = {
  '@type': 'Place',
  name: 'Hall',
  address: { '@type': 'PostalAddress', addressLocality: 'Berlin', addressCountry: 'DE' },
}

function event(fields: Record<string, unknown>, text = '', zone?: string): Finding {
  const html = `<script type="application/ld+json">${JSON.stringify({ '@type': 'Event', name: 'Walk', ...fields })}</script><h1>Walk</h1>${text}`
  const [line] = readPage(Buffer.from(html), zone ? { zone } : {})
  if (!line || !('finding' in line)) throw new Error('no finding')
  return line.finding
}

const codes = (finding: Finding) => (finding.doubts ?? []).map(doubt => `${doubt.code} ${doubt.field}`)

describe('a zone', () => {
  test('is told by the place where only an offset or nothing is', () => {
    expect(event({ startDate: '2021-06-19T10:00:00+02:00', location: berlin }).start).toBe(
      '2021-06-19T10:00:00+02:00[Europe/Berlin]',
    )
    expect(event({ startDate: '2021-06-19T10:00', location: berlin }).start).toBe(
      '2021-06-19T10:00:00+02:00[Europe/Berlin]',
    )
  })

  test('is missing where nothing tells it, unless a zone is given for such times', () => {
    const told = {
      startDate: '2021-06-19T10:00',
      location: { '@type': 'VirtualLocation', url: 'https://zoom.us/j/99' },
    }
    expect(event(told).start).toBe('2021-06-19T10:00:00')
    expect(codes(event(told))).toEqual(['zone-missing start'])
    expect(event(told, '', 'Asia/Manila').start).toBe('2021-06-19T10:00:00+08:00[Asia/Manila]')
  })

  test('is told by the text beside the same hour', () => {
    expect(event({ startDate: '2021-03-03T10:00' }, '<p>3 March 2021, 10:00 am EST</p>').start).toBe(
      '2021-03-03T10:00:00-05:00[America/New_York]',
    )
  })

  test('that differs from the place is kept and doubted', () => {
    const found = event({ startDate: '2021-06-19T10:00:00-05:00', location: berlin })
    expect(found.start).toBe('2021-06-19T10:00:00-05:00[-05:00]')
    expect(codes(found)).toEqual(['zones-disagree start'])
  })

  test('UTC that the text shows as local time is local, with a doubt', () => {
    const text = '<p>Saturday, 19 June 2021, 10:00 – 12:00</p>'
    const wrong = event(
      { startDate: '2021-06-19T10:00:00Z', endDate: '2021-06-19T12:00:00Z', location: berlin },
      text,
    )
    expect([wrong.start, wrong.end]).toEqual([
      '2021-06-19T10:00:00+02:00[Europe/Berlin]',
      '2021-06-19T12:00:00+02:00[Europe/Berlin]',
    ])
    expect(codes(wrong)).toEqual(['sources-disagree start'])
    expect(wrong.doubts![0]!.choices).toEqual([
      { start: '2021-06-19T10:00:00+02:00[Europe/Berlin]', from: 'text' },
      { start: '2021-06-19T12:00:00+02:00[Europe/Berlin]', from: 'json-ld' },
    ])
    const right = event({ startDate: '2021-06-19T08:00:00Z', location: berlin }, text)
    expect(right.start).toBe('2021-06-19T10:00:00+02:00[Europe/Berlin]')
    expect(right.doubts).toBeUndefined()
  })

  test('is told by an add-to-calendar link, also where the data is UTC without saying so', () => {
    const link =
      '<a href="https://www.google.com/calendar/event?action=TEMPLATE&dates=20231214T143000Z/20231214T170000Z">Add</a>'
    const text = `<p>Thursday, 14 December 2023, 9:30 AM - 12:00 PM</p>${link}`
    expect(event({ startDate: '2023-12-14T09:30', endDate: '2023-12-14T12:00' }, text)).toMatchObject({
      start: '2023-12-14T09:30:00-05:00[-05:00]',
      end: '2023-12-14T12:00:00-05:00[-05:00]',
    })
    expect(event({ startDate: '2023-12-14T14:30' }, text).start).toBe('2023-12-14T09:30:00-05:00[-05:00]')
  })
})

describe('hours and days', () => {
  test('an hour in the text that the data contradicts is doubted', () => {
    const found = event(
      { startDate: '2021-06-19T18:00:00+02:00', location: berlin },
      '<p>19 June 2021, 19:30 Uhr</p>',
    )
    expect(found.start).toBe('2021-06-19T18:00:00+02:00[Europe/Berlin]')
    expect(codes(found)).toEqual(['sources-disagree start'])
    expect(found.doubts![0]!.choices).toEqual([
      { start: '2021-06-19T18:00:00+02:00[Europe/Berlin]', from: 'json-ld' },
      { start: '2021-06-19T19:30:00+02:00[Europe/Berlin]', from: 'text' },
    ])
  })

  test('midnight to midnight is all day, a lone midnight only a day', () => {
    expect(event({ startDate: '2021-12-18T00:00', endDate: '2021-12-19T00:00' })).toMatchObject({
      start: '2021-12-18',
      end: '2021-12-18',
      allDay: true,
    })
    expect(event({ startDate: '2021-12-18T00:00', endDate: '2021-12-20T23:59' })).toMatchObject({
      start: '2021-12-18',
      end: '2021-12-20',
      allDay: true,
    })
    expect(event({ startDate: '2021-12-18T00:00:00' })).not.toHaveProperty('allDay')
  })

  test('the text tells the hour that a form left at midnight', () => {
    expect(
      event({ startDate: '2021-12-18T00:00', location: berlin }, '<p>18 December 2021, 19:00 Uhr</p>'),
    ).toMatchObject({
      start: '2021-12-18T19:00:00+01:00[Europe/Berlin]',
      from: { start: 'text' },
    })
  })

  test('an end before the start is dropped, a length is added', () => {
    expect(
      event({ startDate: '2021-12-18T10:00:00+01:00', endDate: '2021-12-17T10:00:00+01:00' }),
    ).not.toHaveProperty('end')
    expect(event({ startDate: '2021-12-18T10:00:00+01:00', duration: 'PT1H30M' }).end).toBe(
      '2021-12-18T11:30:00+01:00[+01:00]',
    )
  })

  test('the former date of a moved event is not its start', () => {
    const found = event({
      startDate: '2021-12-18',
      previousStartDate: '2021-11-18',
      eventStatus: 'EventRescheduled',
    })
    expect(found).toMatchObject({ start: '2021-12-18', status: 'rescheduled' })
  })

  test('a schedule gives its first day', () => {
    const eventSchedule = {
      '@type': 'Schedule',
      startDate: '2022-01-01',
      byDay: 'https://schema.org/Wednesday',
      startTime: '19:00:00',
      endTime: '20:00:00',
      scheduleTimezone: 'Europe/London',
    }
    expect(event({ eventSchedule })).toMatchObject({
      start: '2022-01-05T19:00:00+00:00[Europe/London]',
      end: '2022-01-05T20:00:00+00:00[Europe/London]',
    })
  })

  test('a schedule names the zone of a moment, unless its clocks are others', () => {
    const at = (startDate: string, scheduleTimezone: string) =>
      event({ startDate, eventSchedule: { '@type': 'Schedule', scheduleTimezone } }).start
    expect(at('2021-03-06T10:00:00+01:00', 'Africa/Lagos')).toBe('2021-03-06T10:00:00+01:00[Africa/Lagos]')
    expect(at('2021-07-06T10:00:00+01:00', 'Europe/Berlin')).toBe('2021-07-06T10:00:00+01:00[+01:00]')
    expect(at('2021-03-06T10:00:00+01:00', 'Mars/Olympus')).toBe('2021-03-06T10:00:00+01:00[+01:00]')
  })

  test('no day is no silent guess', () => {
    expect(codes(event({}))).toEqual(['date-missing start'])
    expect(codes(event({ startDate: 'tba' }))).toEqual(['date-missing start'])
  })
})

describe('times as machines write them', () => {
  test.each([
    ['2015-10-31T19:30:00-0400', '2015-10-31 19:30:00 -04:00'],
    ['2012-05-13-11:00:00', '2012-05-13 11:00:00 '],
    ['2019-9-13T10:00', '2019-09-13 10:00:00 '],
    ['2019-9-13T10-10-00-00', '2019-09-13  '],
    ['20190913T150000Z', '2019-09-13 15:00:00 Z'],
    ['2013-034', '2013-02-03  '],
    ['2013-W05-1', '2013-01-28  '],
    ['Sun Jul 27 2025 15:00:00 GMT-0400 (Eastern Daylight Time)', '2025-07-27 15:00:00 -04:00'],
    ['Fri, 12 Apr 2019 10:00:00 GMT', '2019-04-12 10:00:00 Z'],
    ['2019-11-20 8:30 pm', '2019-11-20 20:30:00 '],
    ['2021-12-18T24:00', '2021-12-19 00:00:00 '],
  ])('%s', (written, read) => {
    const moment = readMoment(written)
    expect(`${moment?.day} ${moment?.clock ?? ''} ${moment?.offset ?? ''}`).toBe(read)
  })

  test.each(['0000-00-00', '2021-02-30', 'soon', '2020', ''])('%j is none', written => {
    expect(readMoment(written)).toBeNull()
  })
})

test('bold hours in lists under days are hours, not names; one thing under the last day is listed too', () => {
  const page =
    '<html lang="fr"><head><title>Programme - Ville de Lyon</title></head><body><div id="content"><h1>Journée mondiale des réfugiés 2023</h1><h2>Mardi 20 juin 2023</h2><ul><li><b>14h – 16h</b> : Atelier cuisine du monde</li><li><b>18h30</b> : Table ronde</li><li><b>20h</b> Concert de Djazia Satour</li></ul><h2>Mercredi 21 juin 2023</h2><ul><li><b>10h-12h</b> : Visite guidée</li></ul></div></body></html>'
  const [line] = [...readPage(Buffer.from(page), {})]
  const found = line && 'finding' in line ? line.finding : undefined
  expect([found?.title, found?.start, found?.end]).toEqual([
    'Journée mondiale des réfugiés 2023',
    '2023-06-20',
    '2023-06-21',
  ])
  expect(found?.sessions?.map(({ title, start }) => [title, start])).toEqual([
    ['Atelier cuisine du monde', '2023-06-20T14:00:00'],
    ['Table ronde', '2023-06-20T18:30:00'],
    ['Concert de Djazia Satour', '2023-06-20T20:00:00'],
    ['Visite guidée', '2023-06-21T10:00:00'],
  ])
})

test('the hour in the line below two days is that of the first of them as well', () => {
  const page =
    '<html><body><h1>Simposio Migrantes 2022</h1><p><b>Fecha:</b> 15 y 16 de diciembre de 2022</p><p><b>Hora:</b> 9:00 a 13:00 h (hora de Ciudad de México)</p><p><a href="https://forms.gle/abc">Registro</a></p></body></html>'
  const [line] = [...readPage(Buffer.from(page), {})]
  expect(line && 'finding' in line && [line.finding.start, line.finding.end]).toEqual([
    '2022-12-15T09:00:00-06:00[America/Mexico_City]',
    '2022-12-15T13:00:00-06:00[America/Mexico_City]',
  ])
})

test('the year that one row of a table tells is that of the rows that tell none', () => {
  const page =
    '<html><body><h1>Side events</h1><p>All times are Geneva time.</p><table><tr><th>Date</th><th>Time</th><th>Title</th></tr><tr><td rowspan="2">Mon 6 March 2023</td><td>13h00-14h30</td><td>Climate and displacement</td></tr><tr><td>15:00</td><td>Torture prevention</td></tr><tr><td>Tue 7 March</td><td>12:00</td><td>Women human rights defenders</td></tr></table></body></html>'
  const found = [...readPage(Buffer.from(page), {})].flatMap(line =>
    'finding' in line ? [line.finding] : [],
  )
  expect(found.map(({ title, start }) => [title, start])).toEqual([
    ['Climate and displacement', '2023-03-06T13:00:00+01:00[Europe/Zurich]'],
    ['Torture prevention', '2023-03-06T15:00:00+01:00[Europe/Zurich]'],
    ['Women human rights defenders', '2023-03-07T12:00:00+01:00[Europe/Zurich]'],
  ])
})
