import type { Finding } from '../src/domain/finding.ts'

/** The edition it stands in, for `addProgramme`. */
export const dataDay = { series: 'data-day', edition: '2021', date: '2021-03-06', zone: 'Europe/London' }

/** A day with one of everything that a page shows in a way of its own. Its middle is 2021-03-06T09:20Z. */
export const aDay: Finding[] = [
  {
    kind: 'event',
    title: 'Maps for the harbour',
    start: '2021-03-06T10:00:00+01:00[Africa/Lagos]',
    end: '2021-03-06T11:00:00+01:00[Africa/Lagos]',
    attendance: 'online',
    organisations: [{ name: 'Harbour Mappers', url: 'https://harbour.example' }],
    place: { name: 'Lagos', country: 'Nigeria' },
    tags: ['maps'],
    note: 'Bring a *chart*.',
    links: [
      { role: 'join', url: 'https://meet.example/harbour' },
      { role: 'source', url: 'https://harbour.example/maps' },
    ],
  },
  {
    kind: 'event',
    title: 'Budgets without an end',
    start: '2021-03-06T17:00:00+08:00[Asia/Manila]',
    attendance: 'online',
    links: [{ role: 'livestream', url: 'https://video.example/budgets' }],
    doubts: [{ code: 'zone-ambiguous', field: 'start', says: '“PST” may mean several zones' }],
  },
  {
    kind: 'event',
    title: 'Night of the archives',
    start: '2021-03-06T22:00:00+01:00[Europe/Berlin]',
    end: '2021-03-07T02:00:00+01:00[Europe/Berlin]',
    attendance: 'mixed',
    place: { name: 'Berlin', country: 'Germany' },
    links: [{ role: 'registration', url: 'https://archive.example/register' }],
  },
  {
    kind: 'event',
    title: 'Breakfast in Auckland',
    start: '2021-03-06T08:00:00+13:00[Pacific/Auckland]',
    end: '2021-03-06T09:00:00+13:00[Pacific/Auckland]',
    attendance: 'online',
    recording: 'available',
    links: [
      { role: 'recording', url: 'https://video.example/breakfast' },
      { role: 'join', url: 'https://meet.example/breakfast' },
    ],
  },
  {
    kind: 'event',
    title: 'ندوة البيانات المفتوحة',
    start: '2021-03-06T15:00:00+02:00[Africa/Cairo]',
    links: [{ role: 'source', url: 'https://cairo.example' }],
  },
  {
    kind: 'event',
    title: 'A vigil at dusk',
    start: '2021-03-06T18:00:00',
    end: '2021-03-06T19:00:00',
    floating: true,
    links: [{ role: 'source', url: 'https://vigil.example' }],
  },
  {
    kind: 'event',
    title: 'All-day reading',
    start: '2021-03-06',
    allDay: true,
    links: [{ role: 'source', url: 'https://read.example' }],
  },
  { kind: 'event', title: 'Sometime that Saturday', start: '2021-03-06' },
  {
    kind: 'event',
    title: 'The forum that never said when',
    links: [{ role: 'source', url: 'https://forum.example' }],
  },
  {
    kind: 'event',
    title: 'A walk that was called off',
    start: '2021-03-06T12:00:00+00:00[Europe/London]',
    end: '2021-03-06T13:00:00+00:00[Europe/London]',
    status: 'cancelled',
    links: [{ role: 'source', url: 'https://walk.example' }],
  },
  {
    kind: 'statement',
    title: 'Open by default',
    url: 'https://www.ohchr.org/statement',
    published: '2021-03-05',
    organisations: [{ name: 'A Commission' }],
    links: [{ role: 'source', url: 'https://www.ohchr.org/statement' }],
  },
  { kind: 'campaign', title: '#ShowTheData', links: [{ role: 'source', url: 'https://campaign.example' }] },
]
