import { expect, test } from 'vitest'
import { inspect } from '../../inspect.ts'

async function read(value: unknown, options = {}) {
  const lines = [...(await inspect(Buffer.from(JSON.stringify(value)), options))]
  return lines.flatMap(line => ('finding' in line ? [line.finding] : []))
}

const days = { from: '2027-01-01', to: '2027-12-31' }

test('events of Google: where, by which door, by whom, and days that end the day before', async () => {
  const answer = {
    kind: 'calendar#events',
    summary: 'Water Alliance calendar',
    timeZone: 'Africa/Nairobi',
    items: [
      {
        kind: 'calendar#event',
        id: '1',
        iCalUID: '1@google.com',
        status: 'confirmed',
        htmlLink: 'https://www.google.com/calendar/event?eid=MQ',
        summary: 'Groundwater talk',
        description: 'With <b>Wanjiru</b>.<br>Bring questions.',
        location: 'National Theatre, Nairobi',
        organizer: { email: 'x@group.calendar.google.com', displayName: 'Water Alliance calendar' },
        start: { dateTime: '2027-03-22T12:00:00Z' },
        end: { dateTime: '2027-03-22T16:30:00+03:00', timeZone: 'Africa/Nairobi' },
        hangoutLink: 'https://meet.google.com/abc-defg-hij',
        conferenceData: {
          entryPoints: [
            { entryPointType: 'video', uri: 'https://meet.google.com/abc-defg-hij' },
            { entryPointType: 'phone', uri: 'tel:+1-234' },
          ],
        },
        attachments: [{ fileUrl: 'https://drive.google.com/file/d/1/view', title: 'Slides, part 1.pdf' }],
      },
      { id: '2', summary: 'Week of Action', start: { date: '2027-03-20' }, end: { date: '2027-03-24' } },
      {
        id: '3',
        status: 'cancelled',
        summary: 'River walk',
        start: { dateTime: '2027-03-23T08:00:00+03:00' },
        end: { dateTime: '2027-03-23T10:00:00+03:00' },
      },
      {
        id: '4',
        eventType: 'outOfOffice',
        summary: 'Away',
        start: { date: '2027-03-20' },
        end: { date: '2027-03-21' },
      },
    ],
  }
  expect(await read(answer)).toMatchObject([
    {
      title: 'Groundwater talk',
      url: 'https://www.google.com/calendar/event?eid=MQ',
      summary: 'With Wanjiru.\nBring questions.',
      start: '2027-03-22T15:00:00+03:00[Africa/Nairobi]',
      end: '2027-03-22T16:30:00+03:00[Africa/Nairobi]',
      attendance: 'mixed',
      organisations: [{ name: 'Water Alliance calendar' }],
      links: [
        { role: 'join', url: 'https://meet.google.com/abc-defg-hij' },
        { role: 'slides', url: 'https://drive.google.com/file/d/1/view' },
      ],
      uid: '1@google.com',
    },
    { title: 'Week of Action', start: '2027-03-20', end: '2027-03-23', allDay: true },
    { title: 'River walk', status: 'cancelled', start: '2027-03-23T08:00:00+03:00[Africa/Nairobi]' },
  ])
})

test('a series of Google with one date moved and one taken out', async () => {
  const lisbon = (dateTime: string) => ({ dateTime, timeZone: 'Europe/Lisbon' })
  const circle = {
    id: 'r',
    iCalUID: 'r@google.com',
    summary: 'Circle',
    start: lisbon('2027-03-15T19:00:00Z'),
    end: lisbon('2027-03-15T20:00:00Z'),
  }
  const answer = {
    kind: 'calendar#events',
    items: [
      { ...circle, kind: 'calendar#event', recurrence: ['RRULE:FREQ=WEEKLY;COUNT=4'] },
      {
        ...circle,
        id: 'r_2',
        recurringEventId: 'r',
        originalStartTime: lisbon('2027-03-22T19:00:00Z'),
        start: lisbon('2027-03-23T18:30:00Z'),
        end: lisbon('2027-03-23T19:30:00Z'),
      },
      {
        id: 'r_4',
        status: 'cancelled',
        recurringEventId: 'r',
        originalStartTime: lisbon('2027-04-05T19:00:00+01:00'),
      },
    ],
  }
  expect((await read(answer, days)).map(one => one.start)).toEqual([
    '2027-03-15T19:00:00+00:00[Europe/Lisbon]',
    '2027-03-23T18:30:00+00:00[Europe/Lisbon]',
    // Clocks were put on in between.
    '2027-03-29T19:00:00+01:00[Europe/Lisbon]',
  ])
})

test('events of Microsoft Graph: zones of Windows, UTC beside the zone they were made in, whole days', async () => {
  const at = (dateTime: string, timeZone: string) => ({ dateTime: `${dateTime}.0000000`, timeZone })
  const answer = {
    value: [
      {
        id: 'A',
        iCalUId: 'U',
        subject: 'Labour rights at sea',
        categories: ['Public'],
        isAllDay: false,
        isCancelled: false,
        start: at('2027-12-18T14:00:00', 'W. Europe Standard Time'),
        end: at('2027-12-18T15:30:00', 'W. Europe Standard Time'),
        body: { contentType: 'html', content: '<html><body><p>A talk on seafarers.</p></body></html>' },
        location: { displayName: 'Microsoft Teams Meeting' },
        organizer: { emailAddress: { name: 'Port Workers Union', address: 'events@ports.example' } },
        onlineMeeting: { joinUrl: 'https://teams.microsoft.com/l/meetup-join/19' },
      },
      {
        id: 'B',
        subject: 'Canceled: Care work',
        isAllDay: false,
        isCancelled: true,
        originalStartTimeZone: 'Tokyo Standard Time',
        start: at('2027-12-17T05:00:00', 'UTC'),
        end: at('2027-12-17T06:00:00', 'UTC'),
        location: { displayName: 'Hall B', address: { street: '1-2 Marunouchi', city: 'Tokyo' } },
      },
      {
        id: 'C',
        subject: 'Fair',
        isAllDay: true,
        start: at('2027-05-01T00:00:00', 'UTC'),
        end: at('2027-05-04T00:00:00', 'UTC'),
      },
    ],
  }
  expect(await read(answer)).toMatchObject([
    {
      title: 'Labour rights at sea',
      start: '2027-12-18T14:00:00+01:00[Europe/Berlin]',
      end: '2027-12-18T15:30:00+01:00[Europe/Berlin]',
      summary: 'A talk on seafarers.',
      attendance: 'online',
      organisations: [{ name: 'Port Workers Union' }],
      tags: ['Public'],
      links: [{ role: 'join', url: 'https://teams.microsoft.com/l/meetup-join/19' }],
    },
    {
      title: 'Care work',
      status: 'cancelled',
      start: '2027-12-17T14:00:00+09:00[Asia/Tokyo]',
      end: '2027-12-17T15:00:00+09:00[Asia/Tokyo]',
      place: { name: 'Hall B', address: '1-2 Marunouchi, Tokyo' },
    },
    { title: 'Fair', start: '2027-05-01', end: '2027-05-03', allDay: true },
  ])
})

test.each([
  [
    { type: 'weekly', interval: 2, daysOfWeek: ['tuesday', 'thursday'], firstDayOfWeek: 'sunday' },
    { type: 'endDate', endDate: '2027-03-18' },
    ['03-02', '03-04', '03-16', '03-18'],
  ],
  [
    { type: 'relativeMonthly', interval: 1, daysOfWeek: ['tuesday'], index: 'last' },
    { type: 'numbered', numberOfOccurrences: 2 },
    ['03-30', '04-27'],
  ],
  [
    { type: 'absoluteMonthly', interval: 1, dayOfMonth: 2 },
    { type: 'numbered', numberOfOccurrences: 3 },
    ['03-02', '05-02'],
  ],
])('how Microsoft Graph repeats: %o', async (pattern, range, expected) => {
  const answer = {
    id: 'S',
    subject: 'Clinic',
    type: 'seriesMaster',
    isAllDay: false,
    start: { dateTime: `2027-${expected[0]}T18:00:00`, timeZone: 'Eastern Standard Time' },
    end: { dateTime: `2027-${expected[0]}T19:00:00`, timeZone: 'Eastern Standard Time' },
    recurrence: { pattern, range },
    cancelledOccurrences: ['OID.S.2027-04-02'],
  }
  const found = await read(answer, days)
  expect(found.map(one => one.start?.slice(0, 19))).toEqual(expected.map(day => `2027-${day}T18:00:00`))
  expect(found[0]?.start).toContain('[America/New_York]')
})

test('a date taken out of a series of Microsoft Graph that is told in UTC, on the other side of a change of clocks', async () => {
  const answer = {
    id: 'S',
    subject: 'Circle',
    type: 'seriesMaster',
    isAllDay: false,
    originalStartTimeZone: 'W. Europe Standard Time',
    start: { dateTime: '2027-03-16T17:00:00.0000000', timeZone: 'UTC' },
    end: { dateTime: '2027-03-16T18:00:00.0000000', timeZone: 'UTC' },
    recurrence: {
      pattern: { type: 'weekly', interval: 1, daysOfWeek: ['tuesday'] },
      range: { type: 'numbered', numberOfOccurrences: 5 },
    },
    cancelledOccurrences: ['OID.S.2027-04-06'],
  }
  expect((await read(answer, days)).map(one => one.start?.slice(0, 16))).toEqual([
    '2027-03-16T18:00',
    '2027-03-23T18:00',
    // Clocks were put on in between.
    '2027-03-30T18:00',
    '2027-04-13T18:00',
  ])
})
