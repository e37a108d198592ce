import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Finding, ProgrammeHead } from '../../domain/finding.ts'
import type { IntakeOptions } from '../intake.ts'
import { readPost } from './read-post.ts'

const fixture = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', name))

function read(bytes: Uint8Array | string, options: IntakeOptions = {}) {
  const lines = [...readPost(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, options)]
  const programme = lines.flatMap(line => ('programme' in line ? [line.programme] : []))[0] as ProgrammeHead
  const findings = lines.flatMap(line => ('finding' in line ? [line.finding] : []))
  const problems = lines.flatMap(line => ('problem' in line ? [line.problem.code] : []))
  return { programme, findings, problems }
}

const short = (finding: Finding) => `${finding.kind}: ${finding.title}`
const links = (finding: Finding) => finding.links?.map(link => `${link.role} ${link.url}`)

describe('a round-up told in prose', () => {
  test('a title, its time and a bare address in the lines of one paragraph are one event', () => {
    const { findings } = read(
      'Remittances in times of crisis\nFriday 18 December 2020, 15:00-16:30 CET\nOrganised by Example Network\nhttps://zoom.us/j/123456\n',
    )
    expect(
      findings.map(finding => [short(finding), finding.told, finding.organisations, links(finding)]),
    ).toEqual([
      [
        'event: Remittances in times of crisis',
        { start: 'Friday 18 December 2020, 15:00-16:30 CET' },
        [{ name: 'Example Network' }],
        ['join https://zoom.us/j/123456'],
      ],
    ])
  })

  test('gives its items in story order, without what the blog prints below', () => {
    const { findings } = read(fixture('round-up.txt'))
    expect(findings.map(short)).toEqual([
      'event: Shoreline Action Network day-long program',
      'statement: POF Statement for Seas Day 2020',
      'event: Webinar on Women in Fishing',
      'statement: Statement by the UN ocean Forum',
      'campaign: #OneShore',
      'statement: Seas Day 2020: Harbours together',
      'video: Video for Seas Day',
    ])
  })

  test('says of itself what it is: title, introduction, hashtags, author and categories', () => {
    const { programme } = read(fixture('round-up.txt'), { published: '2020-06-08' })
    expect(programme.title).toBe('#SeasDay from home: a day of webmeetings')
    expect(programme.text).toMatch(/^Today is #SeasDay, .* online events:$/)
    expect(programme.published).toBe('2020-06-08')
    expect(programme.hashtags).toEqual(['#SeasDay'])
    expect(programme.authors).toEqual([
      {
        name: 'Dr. Mara Kai',
        bio: 'Lecturer at the Harbour Institute -- You can find my CV at the links below:',
      },
    ])
    expect(programme.categories).toEqual(['seas', 'Shores'])
  })

  test('names who is behind each item, and keeps the curator’s words as a note', () => {
    const { findings } = read(fixture('round-up.txt'))
    expect(findings.map(one => one.organisations?.map(by => by.name))).toEqual([
      ['Shoreline Action Network (SAN)'],
      ['Pacific Office for Fishers (POF)'],
      undefined,
      ['UN ocean Forum'],
      ['UN Seas'],
      ['H2O (Harbours to Oceans Project)'],
      ['OSO'],
    ])
    expect(findings[5]!.note).toBe(
      'H2O (Harbours to Oceans Project) just wrote me and asked me to add this statement:',
    )
    expect(findings.every(one => one.from?.title === 'text')).toBe(true)
  })

  test('leaves an event without a time where none is told, but the day where it is already on', () => {
    expect(read(fixture('round-up.txt')).findings.map(one => one.start)).toEqual(Array(7).fill(undefined))
    const starts = read(fixture('round-up.txt'), { published: '2020-06-08' }).findings.map(one => one.start)
    expect(starts).toEqual(['2020-06-08', ...Array(6).fill(undefined)])
  })

  test('gives each link the role its line has promised, on a WordPress page too', () => {
    const { findings, programme } = read(fixture('round-up.html'))
    expect(programme).toMatchObject({
      published: '2020-06-08',
      url: 'https://harbour.example.org/2020/06/08/seas-day/',
      authors: [{ name: 'Mara Kai', url: 'https://harbour.example.org/author/mara' }],
      categories: ['seas'],
      tags: ['SeasDay'],
    })
    expect(findings.map(links)).toEqual([
      [
        'programme https://san.example.org/agenda.pdf',
        'join https://us02web.zoom.us/j/81234567890',
        'livestream https://www.youtube.com/watch?v=AbCdEfGhIjK',
      ],
      ['source https://pof.example.org/statement-2020'],
      ['programme https://mare.example.id/panel'],
      ['programme https://www.facebook.com/events/123456789/'],
      ['source https://twitter.com/forum/status/1339'],
      ['source https://www.oneshore.example.org/en/'],
      ['source https://www.imap-seas.example.org/together'],
      ['source https://blogs.waterbank.example.org/governance'],
      ['recording https://www.youtube.com/watch?v=ZZZZZZZZZZZ'],
    ])
    expect(findings[0]).toMatchObject({ attendance: 'online', recording: 'expected', start: '2020-06-08' })
    expect(findings[7]).toMatchObject({
      kind: 'article',
      title: 'On Governing the High Seas',
      people: [{ name: 'Lea Brandt', role: 'author', affiliation: 'Water Bank' }],
      organisations: [{ name: 'Water Bank' }],
    })
  })
})

test('prose that tells who did what, each with its link in the line', () => {
  const { findings } = read(
    [
      'Seas Day: a collection of links',
      'The statement of Water Commissioner Ines Okoro can be found here: https://water.example.org/s',
      'OSO: “Seas Day message of the Director” – https://oso.example.org/message',
      'Our friends at Harbour Forum in Asia are organising a vigil in Manila today at 6pm. https://www.facebook.com/events/9',
      'SAN just launched a new toolkit, “Clean shores: a guide for towns” (san.example.org)',
      'Shore International started a petition calling on governments to act: https://shore.example.org/petition',
      'Update: The recording of the webinar by ICMX is now online: https://www.youtube.com/watch?v=icmxicmxicm',
      'Last but not least, a report by Coast Watch on working at sea: https://cw.example.org/report',
    ].join('\n\n'),
    { published: '2020-06-08' },
  )
  expect(findings.map(one => [short(one), one.organisations?.[0]?.name ?? one.people?.[0]?.name])).toEqual([
    ['statement: Statement of Water Commissioner Ines Okoro', 'Water'],
    ['statement: Seas Day message of the Director', 'OSO'],
    ['event: Vigil in Manila', 'Harbour Forum in Asia'],
    ['toolkit: Clean shores: a guide for towns', 'SAN'],
    ['campaign: Petition calling on governments to act', 'Shore International'],
    ['video: Recording of the webinar by ICMX', 'ICMX'],
    ['article: Report by Coast Watch on working at sea', 'Coast Watch'],
  ])
  expect(findings[2]).toMatchObject({ start: '2020-06-08T18:00:00', doubts: [{ code: 'zone-missing' }] })
})

describe('a list under headings', () => {
  const { findings } = read(fixture('week.md'))

  test('takes the day from the heading, and the kind from the section', () => {
    expect(findings.map(one => `${short(one)} ${one.start ?? ''}`.trim())).toEqual([
      'event: Refugee Voices: an online reading 2021-06-20T10:00:00+01:00[Europe/London]',
      'event: Who decides who stays? 2021-06-20T15:00:00+02:00[Europe/Berlin]',
      'event: Concert in the park 2021-06-20T17:00:00-04:00[America/New_York]',
      'event: Community film night 2021-06-20T20:00:00+10:00[Australia/Sydney]',
      'event: Statelessness 101 2021-06-21T09:00:00+00:00[UTC]',
      'event: Data on displacement 2021-06-21T14:00:00+00:00[UTC]',
      'statement: Joint statement on pushbacks',
      'statement: Message of the Secretary-General',
      'video: Why we walk – a short film',
      'article: Ten myths about asylum',
      'campaign: #TogetherWeHeal',
    ])
  })

  test('keeps what is struck out or put off, marked', () => {
    expect(findings.map(one => one.status).slice(0, 5)).toEqual([
      undefined,
      undefined,
      'cancelled',
      'postponed',
      undefined,
    ])
  })

  test('knows registration, meeting room and slides in prose and in tables', () => {
    expect(findings.slice(0, 6).map(links)).toEqual([
      ['programme https://example.org/voices', 'registration https://www.eventbrite.co.uk/e/1'],
      ['join https://zoom.us/j/1'],
      undefined,
      undefined,
      ['join https://meet.google.com/abc-defg-hij'],
      ['slides https://www.slideshare.net/x/y'],
    ])
  })

  test('a doubt says which field it is about', () => {
    expect(findings[0]!.doubts).toMatchObject([{ code: 'zone-ambiguous', field: 'start' }])
  })
})

test('Org text: a list item ending in a colon heads the items below it', () => {
  const { findings } = read(fixture('news.org'))
  expect(findings.map(short)).toEqual([
    'event: Quill Paris: S: Quill workshop in Paris (online)',
    'event: Quill.example (in person): meetup #11 2025',
    'event: Atelier des plumes (in person)',
    'event: Q-x Reading',
    'video: Pena do Começo - Capítulo 01',
    'video: For Poets Part 8: Your Own Settings',
    'event: [ANN] Contribute during the hackathon [online], Nov 21-23, 2025',
  ])
  expect(findings[0]).toMatchObject({
    start: '2025-11-06T08:30:00-08:00[America/Vancouver]',
    attendance: 'online',
    url: 'https://doctor.example.com/',
  })
})

describe('one event told by a whole post', () => {
  test('is one event, with a list of times as its sessions', () => {
    const { findings } = read(
      `---\ntitle: Open hours at ExampleConf\ndateStart: 2021-01-21T16:00:00 # UTC\ndateEnd: 2021-01-22T16:00:00 # UTC\n---\n
We will be at ExampleConf on January 21-22, 2021. Find us in the [room](https://spatial.chat/s/example).\n
- Jan 21st 9:20am PST; 12:20pm EST\n- Jan 22nd 1:20am PST; 4:20am EST\n`,
      { published: '2021-01-20' },
    )
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({ title: 'Open hours at ExampleConf' })
    expect(findings[0]!.sessions?.map(session => session.start)).toEqual([
      '2021-01-21T09:20:00-08:00[America/Los_Angeles]',
      '2021-01-22T01:20:00-08:00[America/Los_Angeles]',
    ])
    expect(links(findings[0]!)).toEqual(['join https://spatial.chat/s/example'])
  })

  test('the last day to register is kept apart from the day of the event', () => {
    const { findings } = read(
      '# Seminar on tides\n\nThe seminar is on 24 January 2017 at 15:00 UTC, in English and French. Please register by Monday, January 9 [here](https://forms.gle/abc).\n',
      { published: '2016-12-21' },
    )
    expect(findings).toMatchObject([
      {
        title: 'Seminar on tides',
        start: '2017-01-24T15:00:00+00:00[UTC]',
        registrationUntil: '2017-01-09',
        languages: ['en', 'fr'],
        links: [{ role: 'registration', url: 'https://forms.gle/abc' }],
      },
    ])
  })

  test('the year in the title is that of the days below, whatever lies nearer', () => {
    const post = '# Migrants Day 2026\n\n- [A webinar](https://a.example/w), 18 December, 15.30 Manila\n'
    for (const options of [{}, { readOn: '2026-12-18' }, { readOn: '2030-03-01' }]) {
      const { programme, findings } = read(post, options)
      expect(findings.map(one => [one.start, one.doubts])).toEqual([
        ['2026-12-18T15:30:00+08:00[Asia/Manila]', undefined],
      ])
      expect(programme.published).toBeUndefined()
    }
  })

  test('an hour without a day is that of the day it is read for, and stays an hour where none is known', () => {
    const post = '# Migrants Day 2026\n\n- [A discussion](https://a.example/d), 14:00 CET\n'
    const told = (options: IntakeOptions) =>
      read(post, options).findings.map(({ start, time, doubts }) => [start, time, doubts?.[0]?.code])
    expect(told({ readOn: '2026-12-18' })).toEqual([
      ['2026-12-18T14:00:00+01:00[Europe/Berlin]', undefined, 'date-missing'],
    ])
    expect(told({})).toEqual([[undefined, '14:00', 'date-missing']])
  })

  test('local time is of the place that is told, of every place, or of one that is asked for', () => {
    const options = { published: '2026-12-01', zone: 'Europe/Berlin' }
    const told = (post: string) =>
      read(`# Migrants Day\n\n${post}\n`, options).findings.map(({ start, floating, doubts }) => [
        start,
        floating,
        doubts?.map(({ code }) => code),
      ])
    expect(told('- [Candles](https://a.example/c), 18 December, 18:00 local time everywhere')).toEqual([
      ['2026-12-18T18:00:00', true, undefined],
    ])
    expect(told('- [Candles](https://a.example/c), 18 December, 18:00 local time')).toEqual([
      ['2026-12-18T18:00:00', true, ['zone-missing']],
    ])
    expect(
      told('## Choir concert\n\nWhen: 18 December 2026, 18:00 local time\n\nWhere: Nairobi, Kenya'),
    ).toEqual([['2026-12-18T18:00:00+03:00[Africa/Nairobi]', undefined, undefined]])
  })

  test('times weeks apart are events of their own, and a deadline is none', () => {
    const { findings } = read(
      `# Career panels\n\nPlease register by Monday, January 9.\n\n**Dates**\n\n- Tuesday, Jan 24 - 3pm UTC\n- Wednesday, Feb 22 - 11pm UTC\n`,
      { published: '2016-12-21' },
    )
    expect(findings.map(one => [one.title, one.start])).toEqual([
      ['Career panels', '2017-01-24T15:00:00+00:00[UTC]'],
      ['Career panels', '2017-02-22T23:00:00+00:00[UTC]'],
    ])
  })
})

describe('what is no post', () => {
  const big = (text: string, times: number) => new TextEncoder().encode(text.repeat(times))

  test.each([
    ['an empty file', new Uint8Array(0), 'empty'],
    ['blanks alone', ' \n\n \n', 'empty'],
    ['binary data', Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256), 'not-text'],
    ['50 MB of HTML', big('<p>hello</p>', 4_300_000), 'too-large'],
    ['100,000 nested elements', big('<div>', 100_000), 'too-deep'],
  ])('%s is refused with a reason', (_, bytes, code) => {
    expect(read(bytes).problems).toEqual([code])
  })

  test.each([
    ['one line of brackets', '['.repeat(100_000)],
    ['a line that never ends', '18 December 2020 14:00 CET '.repeat(10_000)],
    ['deep quotation', '>'.repeat(50_000)],
    ['a list of lists', Array.from({ length: 900 }, (_, at) => `${' '.repeat(at * 2)}- a`).join('\n')],
    ['aliases of aliases', '---\na: &a [x,x]\nb: &b [*a,*a,*a]\ntitle: *b\ndate: 2020-01-01\n---\nHello'],
  ])('%s ends in bounded time', (_, text) => {
    const before = process.cpuUsage()
    read(text)
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(5000)
  })
})
