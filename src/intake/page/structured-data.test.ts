import { describe, expect, test } from 'vitest'
import type { Finding } from '../../domain/finding.ts'
import { readPage } from './read-page.ts'

const url = 'https://example.org/day'

function read(body: string, head = ''): Finding[] {
  const html = `<!doctype html><html><head><title>Day</title>${head}</head><body>${body}</body></html>`
  return [...readPage(Buffer.from(html), { url })].flatMap(line => ('finding' in line ? [line.finding] : []))
}

const script = (text: string) => `<script type="application/ld+json">${text}</script>`

const start = '2021-03-08T18:00:00+01:00'
const told = '2021-03-08T18:00:00+01:00[+01:00]'

describe('every kind of event is one', () => {
  const types =
    'Event BusinessEvent ChildrensEvent ComedyEvent ConferenceEvent CourseInstance DanceEvent EducationEvent EventSeries ExhibitionEvent Festival FoodEvent Hackathon LiteraryEvent MusicEvent PerformingArtsEvent SaleEvent ScreeningEvent SocialEvent SportsEvent TheaterEvent VisualArtsEvent'.split(
      ' ',
    )
  const expected = [{ kind: 'event', title: 'Gathering', start: told }]

  test.each(types)('%s in JSON-LD, microdata and RDFa Lite', type => {
    const data = { '@context': 'https://schema.org', '@type': type, name: 'Gathering', startDate: start }
    expect(read(script(JSON.stringify(data)))).toMatchObject(expected)
    expect(
      read(
        `<div itemscope itemtype="https://schema.org/${type}"><b itemprop="name">Gathering</b><time itemprop="startDate" datetime="${start}">8 March</time></div>`,
      ),
    ).toMatchObject(expected)
    expect(
      read(
        `<div vocab="http://schema.org/" typeof="${type}"><b property="name">Gathering</b><time property="startDate" datetime="${start}">8 March</time></div>`,
      ),
    ).toMatchObject(expected)
  })

  test('under several types and prefixes', () => {
    for (const type of [
      ['Thing', 'MusicEvent'],
      'schema:Event',
      'http://schema.org/Event',
      ['https://schema.org/SocialEvent'],
    ])
      expect(
        read(script(JSON.stringify({ '@type': type, name: 'Gathering', startDate: start }))),
      ).toMatchObject(expected)
    expect(
      read(
        `<div prefix="schema: http://schema.org/" typeof="schema:Event"><b property="schema:name">Gathering</b><meta property="schema:startDate" content="${start}"></div>`,
      ),
    ).toMatchObject(expected)
  })

  test.each([
    'DeliveryEvent',
    'UserInteraction',
    'Place',
    'Offer',
    'WebPage',
    'BreadcrumbList',
    'Organization',
  ])('%s is none', type => {
    expect(read(script(JSON.stringify({ '@type': type, name: 'Thing', startDate: start })))).toEqual([])
  })
})

test.each([
  ['Postponed: Vigil', 'EventScheduled', 'Vigil', 'postponed'],
  ['Vigil', 'EventMovedOnline', 'Vigil', 'movedOnline'],
  ['Anulado – teatro', 'EventScheduled', 'Anulado – teatro', 'scheduled'],
])('the title of an event without its fate: %s, %s', (name, eventStatus, title, status) => {
  const data = { '@type': 'Event', name, startDate: start, eventStatus: `https://schema.org/${eventStatus}` }
  expect(read(script(JSON.stringify(data)))).toMatchObject([{ title, status }])
})

describe('RDFa Lite', () => {
  test('things inside of things, texts, addresses and moments', () => {
    const html = `<article vocab="https://schema.org/" typeof="EducationEvent" resource="#lecture">
      <h1 property="name">The right to stay</h1>
      <p property="description">A public lecture.</p>
      <time property="startDate" datetime="2021-03-08T18:00+00:00">8 March, 18:00</time>
      <time property="endDate" datetime="2021-03-08T19:30+00:00">19:30</time>
      <link property="eventStatus" href="https://schema.org/EventPostponed">
      <div property="location" typeof="VirtualLocation"><a property="url" href="https://zoom.us/j/123456789">Zoom</a></div>
      <div property="organizer" typeof="Organization"><a property="url" href="https://centre.example.ie"><span property="name">Example Centre</span></a></div>
      <div property="performer" typeof="Person"><span property="name">Aoife Example</span></div>
      <img property="image" src="/a.jpg" alt="">
      <a property="offers" typeof="Offer" href="https://ti.to/centre/lecture">Reserve</a></article>`
    expect(read(html)).toMatchObject([
      {
        kind: 'event',
        title: 'The right to stay',
        summary: 'A public lecture.',
        start: '2021-03-08T18:00:00+00:00[UTC]',
        end: '2021-03-08T19:30:00+00:00[UTC]',
        status: 'postponed',
        attendance: 'online',
        organisations: [{ name: 'Example Centre', url: 'https://centre.example.ie' }],
        people: [{ name: 'Aoife Example', role: 'performer' }],
        image: 'https://example.org/a.jpg',
        links: [
          { role: 'join', url: 'https://zoom.us/j/123456789' },
          { role: 'registration', url: 'https://ti.to/centre/lecture' },
        ],
        from: { title: 'rdfa', start: 'rdfa', organisations: 'rdfa' },
      },
    ])
  })

  test('Open Graph and other vocabularies are no things', () => {
    expect(
      read('<div vocab="http://xmlns.com/foaf/0.1/" typeof="Person"><b property="name">Ann</b></div>'),
    ).toEqual([])
    expect(read('', '<meta property="og:title" content="A title">')).toEqual([])
  })

  test('attributes on everything and things without an end do no harm', () => {
    expect(
      read(
        `<div vocab="https://schema.org/" typeof="Event">${'<div property="subEvent" typeof="Event">'.repeat(300)}`,
      ),
    ).toEqual(expect.any(Array))
  })
})

describe('films and broadcasts', () => {
  const film = (publication: unknown, upload = '2021-03-01T10:00:00Z') =>
    read(
      script(
        JSON.stringify({
          '@type': 'VideoObject',
          name: 'The long night',
          uploadDate: upload,
          embedUrl: 'https://www.youtube.com/embed/abcDEF12345',
          author: { '@type': 'Organization', name: 'Night Radio' },
          ...(publication ? { publication } : {}),
        }),
      ),
    )

  test('a film is a video, with who put it up', () => {
    expect(film(null)).toMatchObject([
      {
        kind: 'video',
        title: 'The long night',
        published: '2021-03-01T10:00:00Z',
        links: [{ role: 'recording', url: 'https://www.youtube.com/embed/abcDEF12345' }],
        organisations: [{ name: 'Night Radio' }],
      },
    ])
  })

  test('a broadcast that was announced, or goes on, is an event with its stream', () => {
    const event = {
      kind: 'event',
      title: 'The long night',
      start: '2021-03-08T18:00:00+00:00[UTC]',
      organisations: [{ name: 'Night Radio' }],
      links: [{ role: 'livestream', url: 'https://www.youtube.com/embed/abcDEF12345' }],
    }
    const live = { '@type': 'BroadcastEvent', isLiveBroadcast: true, startDate: '2021-03-08T18:00:00Z' }
    expect(film(live)).toMatchObject([event])
    expect(film([{ ...live, endDate: '2021-03-09T06:00:00Z' }])).toMatchObject([
      { ...event, end: '2021-03-09T06:00:00+00:00[UTC]' },
    ])
  })

  test('one that is over is a video, and the event it was', () => {
    const over = {
      '@type': 'BroadcastEvent',
      isLiveBroadcast: true,
      startDate: '2021-03-08T18:00:00Z',
      endDate: '2021-03-08T20:00:00Z',
    }
    expect(film(over, '2021-03-08T18:00:00Z').map(one => one.kind)).toEqual(['video', 'event'])
  })
})

describe('works', () => {
  test.each([
    ['Article', 'article'],
    ['NewsArticle', 'article'],
    ['BlogPosting', 'article'],
    ['Report', 'article'],
    ['SpecialAnnouncement', 'statement'],
    ['HowTo', 'toolkit'],
    ['LearningResource', 'toolkit'],
    ['PodcastEpisode', 'video'],
    ['Movie', 'video'],
  ])('%s is a %s', (type, kind) => {
    const data = {
      '@type': type,
      name: 'About the day',
      headline: 'About the day',
      url,
      datePublished: '2021-03-08',
    }
    expect(read(script(JSON.stringify(data)))).toMatchObject([{ kind, title: 'About the day' }])
  })

  test('a course is told by its runs', () => {
    const course = {
      '@type': 'Course',
      name: 'Asylum law in ten evenings',
      hasCourseInstance: [
        { '@type': 'CourseInstance', courseMode: 'online', startDate: '2021-03-08', endDate: '2021-05-10' },
      ],
    }
    expect(read(script(JSON.stringify(course)))).toContainEqual(
      expect.objectContaining({ kind: 'event', title: 'Asylum law in ten evenings', start: '2021-03-08' }),
    )
  })
})

describe('JSON-LD that is broken is repaired where what was meant is plain', () => {
  const event = `{"@context":"https://schema.org","@type":"Event","name":"Gathering","startDate":"${start}"}`
  test.each([
    ['a comma too many', event.replace('}', ',}')],
    ['a comma too few', event.replace('","startDate"', '" "startDate"')],
    ['comments', `/* from the CMS */ ${event} // end`],
    ['CDATA', `//<![CDATA[\n${event}\n//]]>`],
    ['a comment of HTML', `<!-- ${event} -->`],
    ['a semicolon behind it', `${event};`],
    [
      'line breaks in a text',
      event.replace('Gathering"', 'Gathering","description":"One\nline\tand another"'),
    ],
    ['control characters', event.replace('Gathering"', 'Gathering","description":"a\u0003b"')],
    ['a brace too few', event.slice(0, -1)],
    ['single quotes', event.replaceAll('"', "'")],
    ['names without quotes', event.replaceAll(/"(name|startDate)":/g, '$1:')],
    ['an undefined value', event.replace('}', ',"endDate":undefined}')],
    ['a mark of the byte order', `\ufeff${event}`],
    ['two in one block', `${event}\n${event}`],
    ['quotes as entities', event.replaceAll('"', '&quot;')],
  ])('%s', (_, text) => {
    expect(read(script(text))).toMatchObject([{ kind: 'event', title: 'Gathering', start: told }])
  })

  test.each([
    ['prose', 'The event takes place on Monday.'],
    ['a program', 'var event = function () { return {"@type": x} }'],
    ['something else', '[1, 2, {"a": 3}'],
    ['nothing', '   '],
    ['a template that was not filled', '{{ event.jsonld }}'],
  ])('%s is left alone', (_, text) => {
    expect(read(script(text))).toEqual([])
  })

  test('a block that cannot be read is told, and the others are read', () => {
    const html = `<html><body>${script(`{"@type":"Event", ${'"x":['.repeat(500)}`)}${script(event)}</body></html>`
    const lines = [...readPage(Buffer.from(html), { url })]
    expect(lines).toMatchObject([{ finding: { title: 'Gathering' } }, { problem: { code: 'broken-data' } }])
  })
})

test('line breaks that a calendar escaped twice are no words', () => {
  const page =
    '<html><head><script type="application/ld+json">{"@context":"https://schema.org","@type":"Event","name":"Night walk","startDate":"2022-02-24T18:30:00+01:00","description":"&lt;p&gt;The night has its own laws.&lt;br /&gt;\\\\nOne must know them.&lt;/p&gt;\\\\n"}</script></head><body></body></html>'
  const found = [...readPage(Buffer.from(page), {})].flatMap(line =>
    'finding' in line ? [line.finding] : [],
  )
  expect(found[0]?.summary).toBe('The night has its own laws.\nOne must know them.')
})
