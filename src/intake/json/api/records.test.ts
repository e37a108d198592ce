import { expect, test } from 'vitest'
import { inspect } from '../../inspect.ts'

async function read(value: unknown) {
  const lines = [...(await inspect(Buffer.from(JSON.stringify(value))))]
  return lines.flatMap(line => ('finding' in line ? [line.finding] : []))
}

test('a node of Drupal, whatever its fields are called, with what came with it', async () => {
  const answer = {
    jsonapi: { version: '1.0' },
    data: {
      type: 'node--event',
      id: 'n1',
      attributes: {
        title: 'Ocean day',
        created: '2027-01-01T00:00:00+00:00',
        field_when: [{ value: 1812603600, end_value: 1812610800, timezone: 'Pacific/Auckland' }],
        field_signup_link: { uri: 'https://o.example/register', title: 'Register' },
        path: { alias: '/events/ocean' },
        body: { processed: '<p>Sea and memory.</p>' },
      },
      relationships: { field_venue: { data: { type: 'node--venue', id: 'v1' } } },
    },
    included: [
      {
        type: 'node--venue',
        id: 'v1',
        attributes: { title: 'Te Papa', field_address: { country_code: 'NZ', locality: 'Wellington' } },
      },
    ],
    links: { self: { href: 'https://o.example/jsonapi/node/event/n1' } },
  }
  expect(await read(answer)).toMatchObject([
    {
      title: 'Ocean day',
      url: 'https://o.example/events/ocean',
      summary: 'Sea and memory.',
      start: '2027-06-10T17:00:00+12:00[Pacific/Auckland]',
      end: '2027-06-10T19:00:00+12:00[Pacific/Auckland]',
      place: { name: 'Te Papa', address: 'Wellington', country: 'NZ' },
      links: [{ role: 'registration', url: 'https://o.example/register' }],
    },
  ])
})

test('an event of Open Event', async () => {
  const attributes = {
    name: 'Forum',
    'starts-at': '2027-08-19T04:30:00+00:00',
    'ends-at': '2027-08-19T11:30:00+00:00',
    timezone: 'Asia/Kolkata',
    'location-name': 'Habitat Centre',
    'owner-name': 'Research Commons',
  }
  expect(await read({ data: [{ type: 'event', id: '4', attributes }] })).toMatchObject([
    {
      title: 'Forum',
      start: '2027-08-19T10:00:00+05:30[Asia/Kolkata]',
      end: '2027-08-19T17:00:00+05:30[Asia/Kolkata]',
      place: { name: 'Habitat Centre' },
      organisations: [{ name: 'Research Commons' }],
    },
  ])
})

test('posts of WordPress are no events on the day they came out', async () => {
  const post = (title: string, content: string, more = {}) => ({
    date: '2027-03-05T09:00:00',
    date_gmt: '2027-03-05T08:00:00',
    link: 'https://f.example/post/',
    title: { rendered: title },
    content: { rendered: content },
    ...more,
  })
  const told = await read([
    post(
      'Webinar &#8211; 8 March 2027, 15:00 CET',
      '<p>By <a href="https://zoom.us/webinar/register/W">Zoom</a></p>',
    ),
    post('Our statement on the pact', '<p>We regret it.</p>'),
    post('Clinic', '<p>Free.</p>', {
      acf: { event_date: '20270316', start_time: '6:00 pm', end_time: '8:00 pm', venue: 'Hall, Detroit' },
    }),
  ])
  expect(told).toMatchObject([
    {
      kind: 'event',
      start: '2027-03-08T15:00:00+01:00[Europe/Berlin]',
      published: '2027-03-05T08:00:00Z',
      links: [{ role: 'registration', url: 'https://zoom.us/webinar/register/W' }],
    },
    { kind: 'statement', title: 'Our statement on the pact', summary: 'We regret it.' },
    {
      kind: 'event',
      start: '2027-03-16T18:00:00-04:00[America/Detroit]',
      end: '2027-03-16T20:00:00-04:00[America/Detroit]',
      place: { name: 'Hall, Detroit' },
    },
  ])
  expect(told[1]).not.toHaveProperty('start')
})
