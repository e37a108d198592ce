import { readFileSync, statSync } from 'node:fs'
import { writeOds } from 'hucre/ods'
import { writeXlsx } from 'hucre/xlsx'
import type { IntakeKind } from '../../src/intake/recognise.ts'
import { sampleFiles } from '../../test/samples.ts'
import { filesIn } from './files-in.ts'
import { pictures } from './pictures.ts'

export type Sample = { name: string; bytes: Uint8Array }

/** More of a file is left out: the beginning of a large one breaks like the whole. */
const mostBytes = 40_000
const mostSamples = 150

/** What is mutated for each reader: the shared samples where they are there, and what lies beside the readers' tests. */
export async function samplesOf(kind: IntakeKind): Promise<Sample[]> {
  if (kind === 'spreadsheet') return spreadsheets()
  if (kind === 'picture') return pictures()
  const files = [
    ...(shared[kind] ? sampleFiles(shared[kind]) : []),
    ...(beside[kind] ?? []).flatMap(([path, wanted]) => filesIn(path, wanted)),
  ]
  const sorted = files.map(path => ({ path, size: statSync(path).size })).toSorted((a, b) => a.size - b.size)
  const found = sorted.slice(0, mostSamples).map(({ path }) => ({
    name: path,
    bytes: new Uint8Array(readFileSync(path).subarray(0, kind === 'pdf' ? undefined : mostBytes)),
  }))
  return [
    ...found,
    ...(made[kind] ?? []).map((text, at) => ({ name: `${kind} ${at}`, bytes: Buffer.from(text) })),
  ]
}

const shared: Partial<Record<IntakeKind, string[]>> = {
  calendar: ['ics'],
  schedule: ['schedule'],
  feed: ['feeds'],
  wordpress: ['wxr'],
  post: ['blog'],
  page: ['pages', 'fediverse'],
  csv: ['programme', 'ratification'],
}

const beside: Partial<Record<IntakeKind, [string, RegExp][]>> = {
  post: [['../../src/intake/post/fixtures', /./]],
  page: [['../../test/pages', /\.html$/]],
  pdf: [['../../src/intake/pdf/fixtures', /\.pdf$/]],
}

const mail = (body: string, type = 'text/plain; charset=utf-8') =>
  `From: Ana <ana@example.org>\nTo: b@example.org\nDate: Tue, 1 Dec 2020 10:00:00 +0100\nMessage-ID: <1@example.org>\nMIME-Version: 1.0\nSubject: Webinar on 18 December\nContent-Type: ${type}\n\n${body}\n`

const jsEvent = {
  '@type': 'Event',
  uid: '1',
  title: 'Vigil',
  start: '2020-12-18T18:00:00',
  timeZone: 'Europe/Berlin',
  duration: 'PT1H30M',
  recurrenceRules: [
    { frequency: 'weekly', count: 9, byDay: [{ day: 'fr', nthOfPeriod: 1 }], until: '2021-12-18T18:00:00' },
  ],
  recurrenceOverrides: {
    '2020-12-25T18:00:00': { excluded: true },
    '2021-01-01T18:00:00': { 'locations/1/name': 'Square' },
  },
  locations: { 1: { name: 'Hall', coordinates: 'geo:52.5,13.4' } },
  virtualLocations: { 1: { uri: 'https://zoom.us/j/1', name: 'Zoom', features: { video: true } } },
  keywords: { vigil: true },
  participants: { 1: { name: 'Network', roles: { owner: true } } },
}

/** Of services that keep events, the ways in which they nest what they tell. */
const answers: unknown[] = [
  {
    kind: 'calendar#events',
    summary: 'Day',
    timeZone: 'Europe/Lisbon',
    items: [
      {
        kind: 'calendar#event',
        id: '1',
        iCalUID: '1@google.com',
        summary: 'Circle',
        start: { dateTime: '2027-03-15T19:00:00Z', timeZone: 'Europe/Lisbon' },
        end: { dateTime: '2027-03-15T20:00:00Z' },
        recurrence: ['RRULE:FREQ=WEEKLY;COUNT=4', 'EXDATE:20270322T190000Z'],
        conferenceData: { entryPoints: [{ entryPointType: 'video', uri: 'https://meet.google.com/a' }] },
        attachments: [{ fileUrl: 'https://a.example/f', title: 'Slides' }],
        organizer: { displayName: 'Ana', email: 'a@a.example' },
      },
      { id: '2', recurringEventId: '1', status: 'cancelled', originalStartTime: { date: '2027-03-29' } },
    ],
  },
  {
    value: [
      {
        id: 'A',
        type: 'seriesMaster',
        subject: 'Clinic',
        isAllDay: false,
        isCancelled: true,
        originalStartTimeZone: 'Tokyo Standard Time',
        start: { dateTime: '2027-03-02T18:00:00.0000000', timeZone: 'UTC' },
        end: { dateTime: '2027-03-02T19:00:00', timeZone: 'Eastern Standard Time' },
        location: { displayName: 'Hall', coordinates: { latitude: 1.5, longitude: 2.5 } },
        recurrence: {
          pattern: { type: 'relativeMonthly', interval: 2, daysOfWeek: ['tuesday'], index: 'last' },
          range: { type: 'numbered', numberOfOccurrences: 3 },
        },
        cancelledOccurrences: ['OID.A.2027-03-30'],
        exceptionOccurrences: [
          { type: 'exception', seriesMasterId: 'A', originalStart: '2027-04-27T18:00:00Z' },
        ],
      },
    ],
  },
  {
    events: [
      {
        event: {
          id: 3,
          title: 'Symposium',
          url: 'https://a.example',
          location_name: 'Union',
          geo: { latitude: '38.9', longitude: '-92.3' },
          tags: ['a'],
          event_instances: [{ event_instance: { start: '2027-04-07T09:00:00-05:00', all_day: false } }],
        },
      },
    ],
  },
  {
    name: { text: 'Voices', html: 'Voices' },
    start: { timezone: 'Europe/London', local: '2027-06-20T19:30:00', utc: '2027-06-20T18:30:00Z' },
    venue: { name: 'Empire', address: { city: 'London', country: 'GB' } },
    organizer: { name: 'House', url: 'https://b.example' },
  },
  {
    data: {
      type: 'node--event',
      id: 'n1',
      attributes: { title: 'Ocean', field_when: [{ value: 1812603600, timezone: 'Pacific/Auckland' }] },
      relationships: { field_venue: { data: { type: 'node--venue', id: 'v1' } } },
    },
    included: [{ type: 'node--venue', id: 'v1', attributes: { title: 'Te Papa' } }],
    links: { self: { href: 'https://o.example/jsonapi' } },
  },
  [
    {
      date_gmt: '2027-03-05T08:00:00',
      title: { rendered: 'Clinic' },
      content: { rendered: '<p>Free</p>' },
      acf: { event_date: '20270316', start_time: '6:00 pm' },
      _embedded: { author: [{ name: 'Ana' }], 'wp:term': [[{ name: 'a', taxonomy: 'post_tag' }]] },
    },
  ],
]

const made: Partial<Record<IntakeKind, string[]>> = {
  json: [
    JSON.stringify(jsEvent, null, 1),
    JSON.stringify({
      '@type': 'Group',
      title: 'Day',
      entries: [jsEvent, { ...jsEvent, uid: '2', showWithoutTime: true }],
    }),
    '{"programme":{"title":"Day","text":"For all","authors":[{"name":"Ana"}],"tags":["a"]}}\n{"finding":{"kind":"event","title":"Vigil","start":"2020-12-18T14:00:00+01:00[Europe/Berlin]","end":"2020-12-18T15:00:00+01:00[Europe/Berlin]","links":[{"role":"join","url":"https://a.example"}],"sessions":[{"kind":"event","title":"One","start":"2020-12-18"}],"doubts":[{"code":"zone-season","field":"start","says":"x","choices":[{"start":"2020-12-18"},{"start":"2020-12-19"}]}]}}\n',
    ...answers.map(answer => JSON.stringify(answer)),
    '["vcalendar",[["x-wr-calname",{},"text","Day"]],[["vevent",[["uid",{},"text","1"],["summary",{},"text","Vigil"],["dtstart",{"tzid":"Europe/Berlin"},"date-time","2020-12-18T18:00:00"],["rrule",{},"recur",{"freq":"DAILY","count":2}]],[]]]]',
  ],
  page: [
    '{"type":["h-event"],"properties":{"name":["Vigil"],"start":["2020-12-18T18:00:00+01:00"],"location":[{"type":["h-card"],"properties":{"name":["Hall"]}}]}}',
  ],
  mail: [
    mail('Join our webinar on Friday 18 December 2020, 15:00 CET.\nhttps://zoom.us/j/123456789\n'),
    mail(
      '---------- Forwarded message ---------\nFrom: Ana <a@a.example>\nDate: Wed, May 19, 2027 at 6:02 PM\nSubject: FW: Dialogue\n\n________________________________\nFrom: Ocean <o@o.example>\nSent: 18 May 2027 14:11\nTo: Ana\nSubject: Dialogue\n\nJoin us on 8 June 2027, 3 pm (London).\n',
    ),
    mail(
      '<h1>Events</h1><ul><li>18 December, 3 pm: <a href="https://a.example">Vigil</a></li></ul>',
      'text/html',
    ),
    mail(
      '--b\nContent-Type: text/plain\n\nSee the invitation.\n--b\nContent-Type: text/calendar; method=REQUEST\nContent-Transfer-Encoding: base64\n\nQkVHSU46VkNBTEVOREFSDQpCRUdJTjpWRVZFTlQNClNVTU1BUlk6V2Fsaw0KRFRTVEFSVDoyMDIwMTIxOFQxMDAwMDBaDQpFTkQ6VkVWRU5UDQpFTkQ6VkNBTEVOREFSDQo=\n--b\nContent-Type: message/rfc822\n\nFrom: c@example.org\nSubject: Fwd: Vigil\nMIME-Version: 1.0\n\nVigil on 18 December 2020 at 6pm\n--b--',
      'multipart/mixed; boundary=b',
    ),
  ],
  csv: [
    'title,date,time,timezone,url\nWalk,18/12/2020,10:00,CET,https://a.example\n"Two ""x""",2020-12-19,3pm – 4pm,,\n',
    'Título;Fecha;Hora\nCharla;18/12/2020;15h\n',
  ],
}

async function spreadsheets(): Promise<Sample[]> {
  const day = new Date(Date.UTC(2020, 11, 18))
  const sheets = [
    {
      name: 'Programme 2020',
      rows: [
        ['All times in Berlin time', null, null, null],
        ['Title', 'Date', 'Start', 'Link'],
        ['One', day, 0.5, 'https://a.example'],
        ['Two', null, 0.75, null],
        ['Three', '2020-12-19', '3 pm', null],
      ],
      columns: [{}, { numFmt: 'yyyy-mm-dd' }, { numFmt: 'hh:mm' }, {}],
      merges: [{ startRow: 2, startCol: 1, endRow: 3, endCol: 1 }],
    },
    {
      name: '18 December',
      rows: [
        ['Time', 'Title'],
        ['10:00', 'Four'],
      ],
    },
  ]
  return [
    { name: 'a.xlsx', bytes: await writeXlsx({ sheets }) },
    { name: 'b.xlsx', bytes: await writeXlsx({ sheets, dateSystem: '1904' }) },
    { name: 'a.ods', bytes: await writeOds({ sheets }) },
  ]
}
