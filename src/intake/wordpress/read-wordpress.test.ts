import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sampleFiles } from '../../../test/samples.ts'
import type { InspectLine } from '../../domain/finding.ts'
import { inspect } from '../inspect.ts'
import { MendedXml } from './mended-xml.ts'

const wxr = (items: string, version = '1.2') => `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/${version}/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/${version}/">
<channel><title>Migration notes</title><link>https://notes.example</link><description>A blog</description><wp:wxr_version>${version}</wp:wxr_version><wp:base_blog_url>https://notes.example</wp:base_blog_url>
<wp:author><wp:author_login>ana</wp:author_login><wp:author_display_name><![CDATA[Ana Pérez]]></wp:author_display_name></wp:author>${items}</channel></rss>`

type Told = { type?: string; status?: string; title?: string; content?: string; more?: string; id?: number }
const item = ({
  type = 'post',
  status = 'publish',
  title = 'A post',
  content = '<p>Words.</p>',
  more = '',
  id = 7,
}: Told) =>
  `<item><title><![CDATA[${title}]]></title><link>https://notes.example/2020/12/18/post-${id}/</link><dc:creator>ana</dc:creator><guid isPermaLink="false">https://notes.example/?p=${id}</guid><content:encoded><![CDATA[${content}]]></content:encoded><excerpt:encoded><![CDATA[]]></excerpt:encoded><wp:post_id>${id}</wp:post_id><wp:post_date>2020-12-18 09:00:00</wp:post_date><wp:post_date_gmt>2020-12-18 08:00:00</wp:post_date_gmt><wp:status>${status}</wp:status><wp:post_type>${type}</wp:post_type>${more}</item>`
const meta = (told: Record<string, string>) =>
  Object.entries(told)
    .map(
      ([key, value]) =>
        `<wp:postmeta><wp:meta_key>${key}</wp:meta_key><wp:meta_value><![CDATA[${value}]]></wp:meta_value></wp:postmeta>`,
    )
    .join('')

const read = async (text: string): Promise<InspectLine[]> => [
  ...(await inspect(Buffer.from(text), { name: 'export.xml' })),
]
const codes = async (text: string) =>
  (await read(text)).map(line => ('problem' in line ? line.problem.code : Object.keys(line)[0]))

describe('a WordPress export', () => {
  test('tells the site, then each post with its author, date, subjects and address', async () => {
    const terms =
      '<category domain="category" nicename="news"><![CDATA[News]]></category><category domain="post_tag" nicename="un"><![CDATA[UN]]></category><category domain="category" nicename="uncategorized">Uncategorized</category>'
    const [site, post] = await read(wxr(item({ title: 'On remittances', more: terms })))
    expect(site).toEqual({
      programme: {
        title: 'Migration notes',
        text: 'A blog',
        url: 'https://notes.example',
        authors: [{ name: 'Ana Pérez' }],
      },
    })
    expect(post).toMatchObject({
      finding: {
        kind: 'article',
        title: 'On remittances',
        url: 'https://notes.example/2020/12/18/post-7/',
        published: '2020-12-18T09:00:00+01:00',
        summary: 'Words.',
        people: [{ name: 'Ana Pérez', role: 'author' }],
        tags: ['News', 'UN'],
        from: { title: 'wordpress', published: 'wordpress' },
      },
    })
  })

  test('tells a round-up as a programme with its entries', async () => {
    const content = `<p>What is on:</p><ul>
<li><a href="https://a.example/1">Webinar on wages</a>, 18 December, 14:00–15:30 CET</li>
<li><a href="https://b.example/2">Conference of the unions</a>, 18 December, 16:00 CET</li>
<li><a href="https://c.example/3">Vigil at the harbour</a>, 18 December, 18:00 CET</li></ul>`
    const lines = await read(wxr(item({ title: 'International Migrants Day 2020: events', content })))
    expect(lines[1]).toMatchObject({
      programme: {
        title: 'International Migrants Day 2020: events',
        url: 'https://notes.example/2020/12/18/post-7/',
        published: '2020-12-18T09:00:00+01:00',
        authors: [{ name: 'Ana Pérez' }],
      },
    })
    const starts = lines.slice(2).map(line => 'finding' in line && line.finding.start?.slice(0, 16))
    expect(starts).toEqual(['2020-12-18T14:00', '2020-12-18T16:00', '2020-12-18T18:00'])
  })

  test.each<[string, string, Record<string, string>, string, string | undefined]>([
    [
      'The Events Calendar',
      'tribe_events',
      {
        _EventStartDate: '2020-12-18 14:00:00',
        _EventEndDate: '2020-12-18 15:30:00',
        _EventTimezone: 'Europe/Berlin',
      },
      '2020-12-18T14:00:00+01:00[Europe/Berlin]',
      '2020-12-18T15:30:00+01:00[Europe/Berlin]',
    ],
    [
      'The Events Calendar with an offset',
      'tribe_events',
      { _EventStartDate: '2020-12-18 14:00:00', _EventTimezone: 'UTC+5.5' },
      '2020-12-18T14:00:00+05:30[+05:30]',
      undefined,
    ],
    [
      'Events Manager',
      'event',
      {
        _event_start_date: '2020-12-18',
        _event_start_time: '14:00:00',
        _event_end_date: '2020-12-18',
        _event_end_time: '15:30:00',
        _event_timezone: 'Europe/Berlin',
      },
      '2020-12-18T14:00:00+01:00[Europe/Berlin]',
      '2020-12-18T15:30:00+01:00[Europe/Berlin]',
    ],
    [
      'Modern Events Calendar',
      'mec-events',
      {
        mec_start_date: '2020-12-18',
        mec_start_time_hour: '2',
        mec_start_time_minutes: '0',
        mec_start_time_ampm: 'PM',
        mec_timezone: 'Europe/Berlin',
      },
      '2020-12-18T14:00:00+01:00[Europe/Berlin]',
      undefined,
    ],
    [
      'GatherPress',
      'gatherpress_event',
      {
        gatherpress_datetime:
          '{"dateTimeStart":"2020-12-18 14:00:00","dateTimeEnd":"2020-12-18 15:30:00","timezone":"Europe/Berlin"}',
      },
      '2020-12-18T14:00:00+01:00[Europe/Berlin]',
      '2020-12-18T15:30:00+01:00[Europe/Berlin]',
    ],
    [
      'EventON',
      'ajde_events',
      { evcal_srow: String(Date.parse('2020-12-18T14:00:00Z') / 1000) },
      '2020-12-18T14:00:00',
      undefined,
    ],
    [
      'VS Event List',
      'event',
      { 'event-start-date': String(Date.parse('2020-12-18T00:00:00Z') / 1000) },
      '2020-12-18',
      undefined,
    ],
    [
      'EventON with a zone',
      'ajde_events',
      {
        evcal_srow: String(Date.parse('2020-12-18T14:00:00Z') / 1000),
        evcal_erow: String(Date.parse('2020-12-18T15:00:00Z') / 1000),
        _evo_tz: 'Europe/Rome',
      },
      '2020-12-18T14:00:00+01:00[Europe/Rome]',
      '2020-12-18T15:00:00+01:00[Europe/Rome]',
    ],
    [
      'The Events Calendar without a zone, told in UTC as well',
      'tribe_events',
      { _EventStartDate: '2020-12-18 14:00:00', _EventStartDateUTC: '2020-12-18 19:00:00' },
      '2020-12-18T14:00:00-05:00[-05:00]',
      undefined,
    ],
    [
      'Modern Events Calendar for whole days',
      'mec-events',
      {
        mec_start_date: '2020-12-18',
        mec_start_time_hour: '8',
        mec_start_time_ampm: 'AM',
        mec_end_date: '2020-12-20',
        mec_allday: '1',
      },
      '2020-12-18',
      '2020-12-20',
    ],
    [
      'WP Event Manager, whose days have an hour of their own',
      'event_listing',
      {
        _event_start_date: '2020-12-18 00:00:00',
        _event_start_time: '02:00 PM',
        _event_end_date: '2020-12-18 00:00:00',
        _event_end_time: '04:00 PM',
        _event_timezone: 'Europe/Madrid',
      },
      '2020-12-18T14:00:00+01:00[Europe/Madrid]',
      '2020-12-18T16:00:00+01:00[Europe/Madrid]',
    ],
    [
      'Sugar Calendar',
      'sc_event',
      {
        sc_event_date: String(Date.parse('2020-12-18T00:00:00Z') / 1000),
        sc_event_date_time: String(Date.parse('2020-12-18T14:00:00Z') / 1000),
        sc_event_end_date_time: String(Date.parse('2020-12-18T15:00:00Z') / 1000),
      },
      '2020-12-18T14:00:00',
      '2020-12-18T15:00:00',
    ],
    [
      'what is brought in from Eventbrite',
      'wp_events',
      {
        event_start_date: '2020-12-18',
        event_start_hour: '02',
        event_start_minute: '05',
        event_start_meridian: 'pm',
        event_end_date: '2020-12-18',
        event_end_hour: '03',
        event_end_minute: '00',
        event_end_meridian: 'pm',
      },
      '2020-12-18T14:05:00',
      '2020-12-18T15:00:00',
    ],
    [
      'fields of Advanced Custom Fields, each with how it is asked for',
      'event',
      {
        start_date: '20201218',
        _start_date: 'field_5f3a',
        start_time: '14:00:00',
        _start_time: 'field_60b1',
        timezone: 'Europe/Berlin',
      },
      '2020-12-18T14:00:00+01:00[Europe/Berlin]',
      undefined,
    ],
    [
      'The Events Calendar without an end',
      'tribe_events',
      {
        _EventStartDate: '2020-12-18 10:00:00',
        _EventEndDate: '2020-12-18 10:00:00',
        _EventTimezone: 'UTC-3',
      },
      '2020-12-18T10:00:00-03:00[-03:00]',
      undefined,
    ],
    [
      'Events Manager, where only the moments in UTC were exported',
      'event',
      {
        _event_start: '2020-12-18 18:00:00',
        _event_end: '2020-12-18 20:00:00',
        _event_timezone: 'Europe/Berlin',
      },
      '2020-12-18T19:00:00+01:00[Europe/Berlin]',
      '2020-12-18T21:00:00+01:00[Europe/Berlin]',
    ],
    [
      'a plugin that keeps the clock of the place, and no zone',
      'event',
      { _event_start: '2020-12-18 18:00:00' },
      '2020-12-18T18:00:00',
      undefined,
    ],
    [
      'fields that a site made itself',
      'veranstaltung',
      { start_date: '20201218', start_time: '14:00:00', timezone: 'Europe/Berlin' },
      '2020-12-18T14:00:00+01:00[Europe/Berlin]',
      undefined,
    ],
    [
      'Timely, which keeps when they are somewhere else',
      'ai1ec_event',
      { _edit_last: '1' },
      undefined!,
      undefined,
    ],
  ])('tells the events of %s', async (_, type, told, start, end) => {
    const [, line] = await read(wxr(item({ type, title: 'Webinar', more: meta(told) })))
    expect(line).toMatchObject({ finding: { kind: 'event', title: 'Webinar', ...(start && { start }) } })
    expect('finding' in line! && line.finding.start).toBe(start)
    const doubts = 'finding' in line! ? (line.finding.doubts ?? []).map(({ code }) => code) : []
    expect(doubts).toEqual(/T[\d:]+$/.test(start ?? '') ? ['zone-missing'] : [])
    expect('finding' in line! && line.finding.end).toBe(end)
  })

  test.each([
    ['Postponed: Vigil', {}, 'Vigil', 'postponed'],
    ['Czuwanie', { _tribe_events_status: 'Odwołane' }, 'Czuwanie', 'cancelled'],
    ['Vigil', { _event_status: 'Reported' }, 'Vigil', undefined],
  ])('tells what became of an event: %s %o', async (title, more, expected, status) => {
    const told = { _EventStartDate: '2020-12-18 14:00:00', _EventTimezone: 'Europe/Berlin', ...more }
    const [, line] = await read(wxr(item({ type: 'tribe_events', title, more: meta(told) })))
    expect('finding' in line! && [line.finding.title, line.finding.status]).toEqual([expected, status])
  })

  test('names the venue and the organiser of an event wherever they stand', async () => {
    const event = item({
      type: 'tribe_events',
      more: meta({
        _EventStartDate: '2020-12-18 14:00:00',
        _EventTimezone: 'Europe/Berlin',
        _EventVenueID: '21',
        _EventOrganizerID: '22',
        _tribe_events_status: 'canceled',
        _EventURL: 'https://zoom.us/j/123',
      }),
    })
    const after = `${item({ type: 'tribe_venue', title: 'Hall of the Unions', id: 21 })}${item({ type: 'tribe_organizer', title: 'The Union', id: 22 })}`
    const lines = await read(wxr(event + after))
    expect(lines).toHaveLength(2)
    expect(lines[1]).toMatchObject({
      finding: {
        place: { name: 'Hall of the Unions' },
        organisations: [{ name: 'The Union' }],
        status: 'cancelled',
        links: [{ role: 'join', url: 'https://zoom.us/j/123' }],
      },
    })
  })

  test('names what stands in words and lists of a plugin, and says what is called off or held online', async () => {
    const terms =
      '<category domain="mec_location" nicename="t"><![CDATA[Town House]]></category><category domain="mec_organizer" nicename="a"><![CDATA[Alliance]]></category>'
    const listed = {
      _event_start_date: '2020-12-18',
      _event_start_time: '14:00',
      _event_timezone: 'Asia/Manila',
    }
    const lines = await read(
      wxr(
        item({
          type: 'mec-events',
          title: 'One',
          more: terms + meta({ mec_start_date: '2020-12-18', mec_event_status: 'EventCancelled' }),
        }) +
          item({
            type: 'event',
            title: 'Two',
            more: meta({
              ...listed,
              _location_id: '7',
              _event_location_url: 'https://meet.jit.si/two',
              _event_active_status: '0',
            }),
          }) +
          item({
            type: 'event_listing',
            title: 'Three',
            more: meta({ ...listed, _event_organizer_ids: 'a:1:{i:0;s:2:"31";}', _event_online: 'yes' }),
          }) +
          // The pattern of what comes again stands beside the events themselves; a job has a start, too.
          item({ type: 'event-recurring', title: 'Weekly', more: meta(listed) }) +
          item({ type: 'job', title: 'Four', more: meta({ start_date: '2020-12-18' }) }) +
          item({ type: 'location', title: 'Library', id: 30, more: meta({ _location_id: '7' }) }) +
          item({ type: 'event_organizer', title: 'The Union', id: 31 }),
      ),
    )
    const found = lines.flatMap(line => ('finding' in line ? [line.finding] : []))
    expect(
      found.map(({ kind, title, place, organisations, status, attendance, links }) => ({
        kind,
        title,
        place: place?.name,
        organisations: organisations?.map(({ name }) => name),
        status,
        attendance,
        links: links?.map(({ role, url }) => `${role} ${url}`),
      })),
    ).toEqual([
      { kind: 'event', title: 'One', place: 'Town House', organisations: ['Alliance'], status: 'cancelled' },
      {
        kind: 'event',
        title: 'Two',
        place: 'Library',
        status: 'cancelled',
        attendance: 'mixed',
        links: ['join https://meet.jit.si/two'],
      },
      { kind: 'event', title: 'Three', organisations: ['The Union'], attendance: 'online' },
      { kind: 'article', title: 'Four' },
    ])
  })

  test('takes a venue for the place of a clock only where its address is told', async () => {
    const at = (place: string) =>
      wxr(
        item({ type: 'event', more: meta({ event_start_date: '2020-12-18 14:00', _event_location: place }) }),
      )
    for (const [place, start] of [
      // A city of Arizona, too.
      ['Casa Grande', '2020-12-18T14:00:00'],
      ['Plaza Mayor 1, Madrid', '2020-12-18T14:00:00+01:00[Europe/Madrid]'],
    ] as const) {
      const [, line] = await read(at(place))
      expect(line).toMatchObject({ finding: { start, place: { name: place } } })
    }
  })

  test('that other programs wrote carelessly is read to its end', async () => {
    const text = wxr(
      item({ title: 'First', content: '<p>One ]]> <b>two</b> & three.</p>' }) +
        item({ title: 'Signs' }).replace('<![CDATA[Signs]]>', 'Signs\u000b & caf&eacute;s') +
        item({ title: 'Last' }),
    )
    const found = (await read(text)).flatMap(line => ('finding' in line ? [line.finding] : []))
    expect(found.map(({ title }) => title)).toEqual(['First', 'Signs & cafés', 'Last'])
    expect(found[0]!.summary).toBe('One ]]> two & three.')
    expect(await codes(text)).toEqual(['programme', 'finding', 'finding', 'finding'])
    const whole = new MendedXml()
    const inOne = whole.mend(text) + whole.mend(null)
    for (const length of [1, 2, 3, 7, 50]) {
      const mended = new MendedXml()
      let pieces = ''
      for (let at = 0; at < text.length; at += length) pieces += mended.mend(text.slice(at, at + length))
      expect(pieces + mended.mend(null)).toBe(inOne)
    }
  })

  test('tells where an episode of a podcast is heard', async () => {
    const more = meta({ enclosure: 'https://cdn.example/e4.mp3\n12345\naudio/mpeg' })
    const [, line] = await read(wxr(item({ type: 'podcast', title: 'Episode 4', more })))
    expect(line).toMatchObject({
      finding: { title: 'Episode 4', links: [{ role: 'recording', url: 'https://cdn.example/e4.mp3' }] },
    })
  })

  test('tells nothing that readers of the site could not read', async () => {
    const hidden = [
      item({ status: 'draft' }),
      item({ status: 'private' }),
      item({ status: 'trash' }),
      item({ type: 'revision' }),
      item({ type: 'nav_menu_item' }),
      item({ type: 'attachment' }),
      item({ more: '<wp:post_password>secret</wp:post_password>' }),
    ]
    expect(await codes(wxr(hidden.join('')))).toEqual(['programme', 'nothing-found'])
  })

  test('that is broken tells the line, and what could be read', async () => {
    const text = wxr(item({})).replace('</item>', '</item><item><title>A & B</title><oops></item>')
    expect(await codes(text)).toEqual(['programme', 'finding', 'finding', 'xml-broken'])
  })

  test('that brings entities of its own is refused', async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaa">]>${wxr(item({})).replace(/^<\?xml.*\n/, '')}`
    expect(await codes(bomb)).toEqual(['entities-refused'])
  })

  test('is read an item at a time', async () => {
    const [site, first] = await inspect(Buffer.from(wxr(item({}).repeat(3000))))
    expect([site, first].map(line => Object.keys(line!)[0])).toEqual(['programme', 'finding'])
  })
})

const files = sampleFiles(['wxr'])

test.skipIf(files.length === 0)(
  'each sampled export gives findings or says why not',
  async () => {
    for (const file of files) {
      const lines = [...(await inspect(readFileSync(file), { name: file }))]
      expect(lines.length, file).toBeGreaterThan(0)
      for (const line of lines) {
        if ('problem' in line) expect(line.problem.code, file).not.toBe('fault')
        if ('finding' in line) expect(line.finding.title.trim(), file).not.toBe('')
      }
    }
  },
  120_000,
)

test('a post named by an observance that lists two dated events is a programme; a note without a title is called by its first words', async () => {
  const list =
    '<!-- wp:list --><ul><li>11:00 GMT – <a href="https://amnesty.example/w4r">Write for Rights</a></li><li>15:00 CET – OHCHR: Launch of UDHR 75</li></ul><!-- /wp:list -->'
  const lines = await read(
    wxr(
      item({
        title: 'Human Rights Day 2020',
        content: `<!-- wp:heading --><h2>Saturday 19 December</h2><!-- /wp:heading -->${list}`,
      }) +
        item({
          title: '',
          content: '<p>A short note about the last session. More soon.</p>',
          id: 188,
          more: '<wp:post_name>188</wp:post_name>',
        }),
    ),
  )
  expect(
    lines.map(line =>
      'finding' in line ? `${line.finding.kind}: ${line.finding.title}` : Object.keys(line)[0],
    ),
  ).toEqual([
    'programme',
    'programme',
    'event: Write for Rights',
    'event: OHCHR: Launch of UDHR 75',
    'article: A short note about the last session',
  ])
})
