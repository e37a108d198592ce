import { expect, test } from 'vitest'
import type { Finding } from '../../../domain/finding.ts'
import { inspect } from '../../inspect.ts'

async function read(value: unknown, options = {}): Promise<Finding[]> {
  const lines = [...(await inspect(Buffer.from(JSON.stringify(value)), options))]
  expect(lines.filter(line => 'problem' in line)).toEqual([])
  return lines.flatMap(line => ('finding' in line ? [line.finding] : []))
}

/** As each service documents its answers; what the curator must see of it, told by hand. */
const answers: [string, unknown, Partial<Finding>[]][] = [
  [
    'Eventbrite',
    {
      events: [
        {
          id: '5',
          name: { text: 'Voices', html: 'Voices' },
          description: { text: 'Poems', html: '<P>Poems</P>' },
          url: 'https://www.eventbrite.co.uk/e/5',
          start: { timezone: 'Europe/London', local: '2027-06-20T19:30:00', utc: '2027-06-20T18:30:00Z' },
          end: { timezone: 'Europe/London', local: '2027-06-20T21:00:00', utc: '2027-06-20T20:00:00Z' },
          status: 'canceled',
          venue: { name: 'Empire', address: { address_1: '10 Mare Street', city: 'London', country: 'GB' } },
          organizer: { name: 'Counterpoint House' },
        },
      ],
    },
    [
      {
        title: 'Voices',
        summary: 'Poems',
        start: '2027-06-20T19:30:00+01:00[Europe/London]',
        end: '2027-06-20T21:00:00+01:00[Europe/London]',
        status: 'cancelled',
        attendance: 'offline',
        place: { name: 'Empire', address: '10 Mare Street, London', country: 'GB' },
        organisations: [{ name: 'Counterpoint House' }],
      },
    ],
  ],
  [
    'Meetup’s GraphQL',
    {
      data: {
        groupByUrlname: {
          events: {
            edges: [
              {
                node: {
                  id: '2',
                  title: 'Drop-in',
                  eventUrl: 'https://www.meetup.com/g/events/2/',
                  dateTime: '2027-11-05T12:00:00+01:00',
                  duration: 'PT45M',
                  eventType: 'ONLINE',
                  status: 'CANCELLED',
                  group: { name: 'Geneva Meetup', timezone: 'Europe/Zurich' },
                  venues: [{ name: 'Online event' }],
                },
              },
            ],
          },
        },
      },
    },
    [
      {
        title: 'Drop-in',
        url: 'https://www.meetup.com/g/events/2/',
        start: '2027-11-05T12:00:00+01:00[Europe/Zurich]',
        end: '2027-11-05T12:45:00+01:00[Europe/Zurich]',
        attendance: 'online',
        status: 'cancelled',
      },
    ],
  ],
  [
    'Luma',
    {
      entries: [
        {
          event: {
            id: 'evt-1',
            name: 'Salon',
            start_at: '2027-09-25T01:00:00.000Z',
            end_at: '2027-09-25T03:00:00.000Z',
            duration_interval: 'PT2H',
            timezone: 'America/Los_Angeles',
            url: 'https://lu.ma/salon',
            geo_address_json: { address: 'Manny’s', full_address: 'Manny’s, 3092 16th St, San Francisco' },
          },
          tags: [{ name: 'Climate' }],
        },
      ],
    },
    [
      {
        title: 'Salon',
        start: '2027-09-24T18:00:00-07:00[America/Los_Angeles]',
        place: { name: 'Manny’s', address: 'Manny’s, 3092 16th St, San Francisco' },
        tags: ['Climate'],
      },
    ],
  ],
  [
    'Zoom, each date of a series, and never the host’s own address',
    {
      id: 8,
      topic: 'Clinic',
      type: 9,
      start_url: 'https://zoom.us/s/8?zak=secret',
      join_url: 'https://zoom.us/j/8',
      registration_url: 'https://zoom.us/webinar/register/WN_a',
      timezone: 'America/Bogota',
      occurrences: [
        { start_time: '2027-02-17T23:00:00Z', duration: 60, status: 'available' },
        { start_time: '2027-02-24T23:00:00Z', duration: 60, status: 'deleted' },
      ],
    },
    [
      {
        start: '2027-02-17T18:00:00-05:00[America/Bogota]',
        end: '2027-02-17T19:00:00-05:00[America/Bogota]',
        links: [
          { role: 'join', url: 'https://zoom.us/j/8' },
          { role: 'registration', url: 'https://zoom.us/webinar/register/WN_a' },
        ],
        recurrenceId: '2027-02-17T18:00:00-05:00[America/Bogota]',
      },
      { start: '2027-02-24T18:00:00-05:00[America/Bogota]', status: 'cancelled' },
    ],
  ],
  [
    'The Events Calendar',
    {
      events: [
        {
          id: 1,
          title: 'Stories &#8211; Families &amp; Borders',
          url: 'https://a.example/event/1/',
          all_day: false,
          start_date: '2027-05-15 18:00:00',
          end_date: '2027-05-15 20:00:00',
          utc_start_date: '2027-05-15 23:00:00',
          timezone: 'America/Chicago',
          venue: { venue: 'Library', city: 'Chicago', country: 'United States' },
          organizer: [{ organizer: 'Solidarity Works', website: 'https://b.example' }],
        },
        {
          id: 2,
          title: 'Day of Families',
          all_day: true,
          start_date: '2027-05-15 00:00:00',
          end_date: '2027-05-16 23:59:59',
          timezone: 'UTC-5',
          venue: [],
          image: false,
        },
      ],
    },
    [
      {
        title: 'Stories – Families & Borders',
        start: '2027-05-15T18:00:00-05:00[America/Chicago]',
        organisations: [{ name: 'Solidarity Works', url: 'https://b.example' }],
        place: { name: 'Library', address: 'Chicago', country: 'United States' },
      },
      { title: 'Day of Families', start: '2027-05-15', end: '2027-05-16', allDay: true },
    ],
  ],
  [
    'Mobilizon’s GraphQL',
    {
      data: {
        searchEvents: {
          elements: [
            {
              uuid: 'd1',
              url: 'https://m.example/events/d1',
              title: 'Cercle',
              beginsOn: '2027-01-30T17:00:00Z',
              options: { isOnline: false, timezone: 'Europe/Paris' },
              physicalAddress: { description: 'Capitole', locality: 'Toulouse', geom: '1.44;43.6' },
              attributedTo: { name: 'Cimade' },
              onlineAddress: 'https://cimade.example/t',
            },
          ],
        },
      },
    },
    [
      {
        start: '2027-01-30T18:00:00+01:00[Europe/Paris]',
        place: { name: 'Capitole', address: 'Toulouse', lat: 43.6, lon: 1.44 },
        organisations: [{ name: 'Cimade' }],
        links: [{ role: 'source', url: 'https://cimade.example/t' }],
        attendance: 'offline',
      },
    ],
  ],
  [
    'Localist, a date each',
    {
      events: [
        {
          event: {
            id: 3,
            title: 'Symposium',
            localist_url: 'https://events.example/symposium',
            location_name: 'Union',
            room_number: '204',
            experience: 'hybrid',
            stream_url: 'https://www.youtube.com/watch?v=abc',
            event_instances: [
              { event_instance: { start: '2027-04-07T09:00:00-05:00', end: '2027-04-07T17:00:00-05:00' } },
              { event_instance: { start: '2027-04-08T09:00:00-05:00', end: null } },
            ],
          },
        },
      ],
    },
    [
      {
        start: '2027-04-07T09:00:00-05:00[-05:00]',
        end: '2027-04-07T17:00:00-05:00[-05:00]',
        attendance: 'mixed',
        place: { name: 'Union, 204' },
        links: [{ role: 'livestream', url: 'https://www.youtube.com/watch?v=abc' }],
      },
      { start: '2027-04-08T09:00:00-05:00[-05:00]' },
    ],
  ],
]

test.each(answers)('%s', async (_, answer, expected) => {
  const found = await read(answer)
  expect(found).toMatchObject(expected)
  expect(found).toHaveLength(expected.length)
  expect(JSON.stringify(found)).not.toContain('secret')
})

test('an answer of a known service without events says so', async () => {
  const answer = { kind: 'calendar#events', summary: 'Empty', items: [] }
  expect([...(await inspect(Buffer.from(JSON.stringify(answer))))]).toMatchObject([
    { problem: { code: 'no-events' } },
  ])
})

test('the fate of an event is parted from its title, and told in any language', async () => {
  const start = { timezone: 'Europe/London', local: '2027-06-20T19:30:00', utc: '2027-06-20T18:30:00Z' }
  const events = [
    { name: { text: 'Postponed: Vigil' }, start, status: 'live' },
    { name: { text: 'Czuwanie' }, start, status: 'odwołane' },
    { name: { text: 'Report' }, start, status: 'reported' },
  ]
  expect((await read({ events })).map(({ title, status }) => [title, status])).toEqual([
    ['Vigil', 'postponed'],
    ['Czuwanie', 'cancelled'],
    ['Report', undefined],
  ])
})
