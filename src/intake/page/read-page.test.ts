import { describe, expect, test } from 'vitest'
import type { Finding } from '../../domain/finding.ts'
import type { IntakeOptions } from '../intake.ts'
import { readPage } from './read-page.ts'

const data = (value: unknown) =>
  `<script type="application/ld+json">${typeof value === 'string' ? value : JSON.stringify(value)}</script>`

function read(html: string, options: IntakeOptions = {}): Finding[] {
  return [...readPage(Buffer.from(html), options)].flatMap(line => ('finding' in line ? [line.finding] : []))
}

function first(html: string, options: IntakeOptions = {}): Finding {
  const [finding] = read(html, options)
  if (!finding) throw new Error('nothing was found')
  return finding
}

describe('an event in JSON-LD', () => {
  const event = {
    '@context': 'https://schema.org',
    '@type': 'EducationEvent',
    name: 'Rights &amp; routes',
    startDate: '2021-12-10T15:00:00+01:00',
    endDate: '2021-12-10T16:30:00+01:00',
    url: 'https://example.org/rights',
    eventAttendanceMode: 'https://schema.org/MixedEventAttendanceMode',
    eventStatus: 'https://schema.org/EventMovedOnline',
    inLanguage: ['en-GB', { '@type': 'Language', name: 'Spanish' }],
    location: [
      { '@type': 'VirtualLocation', url: 'https://us02web.zoom.us/j/81234567890' },
      {
        '@type': 'Place',
        name: 'House of Example',
        address: {
          '@type': 'PostalAddress',
          streetAddress: '1 Main Street',
          addressLocality: 'Vienna',
          addressCountry: 'Austria',
        },
      },
    ],
    organizer: [{ '@type': 'Organization', name: 'Example Network', url: 'https://example.org' }],
    performer: { '@type': 'Person', name: 'Ann Author' },
    offers: { '@type': 'Offer', url: 'https://tickets.example/rights' },
    recordedIn: { '@type': 'VideoObject', embedUrl: 'https://www.youtube.com/embed/abcdefghijk' },
  }

  test('gives every field with where it came from', () => {
    expect(first(data(event))).toEqual({
      kind: 'event',
      title: 'Rights & routes',
      url: 'https://example.org/rights',
      start: '2021-12-10T15:00:00+01:00[Europe/Vienna]',
      end: '2021-12-10T16:30:00+01:00[Europe/Vienna]',
      status: 'movedOnline',
      attendance: 'mixed',
      place: { name: 'House of Example', address: '1 Main Street, Vienna', country: 'Austria' },
      organisations: [{ name: 'Example Network', url: 'https://example.org' }],
      people: [{ name: 'Ann Author', role: 'performer' }],
      languages: ['en', 'es'],
      links: [
        { role: 'join', url: 'https://us02web.zoom.us/j/81234567890' },
        { role: 'registration', url: 'https://tickets.example/rights' },
        { role: 'recording', url: 'https://www.youtube.com/embed/abcdefghijk' },
      ],
      recording: 'available',
      from: Object.fromEntries(
        'title url start end status attendance place organisations people languages links recording'
          .split(' ')
          .map(field => [field, 'json-ld']),
      ),
    })
  })

  test('is found in a graph, by references', () => {
    const found = first(
      data({
        '@graph': [
          { '@type': 'WebSite', '@id': 'https://example.org/#site', name: 'Example' },
          { '@type': 'Organization', '@id': 'https://example.org/#us', name: 'Example Network' },
          {
            '@type': ['Event', 'Thing'],
            name: 'Vigil',
            startDate: '2021-12-18',
            organizer: { '@id': 'https://example.org/#us' },
          },
        ],
      }),
    )
    expect(found).toMatchObject({
      kind: 'event',
      title: 'Vigil',
      start: '2021-12-18',
      organisations: [{ name: 'Example Network' }],
    })
  })

  test('is repaired where only commas, comments and braces are wrong', () => {
    const broken = `/*<![CDATA[*/ {"@type":"Event", // the forum
      "name":"Forum\nof all", "startDate":"2021-12-18T10:00:00+01:00", /*]]>*/`
    expect(first(data(broken))).toMatchObject({
      title: 'Forum of all',
      start: '2021-12-18T10:00:00+01:00[+01:00]',
    })
  })

  test('has its parts as sessions', () => {
    const part = { '@type': 'Event', name: 'Opening', startDate: '2021-12-18T09:00:00+01:00' }
    const whole = {
      '@type': 'Festival',
      name: 'Day of talks',
      startDate: '2021-12-18T09:00:00+01:00',
      subEvent: [part],
    }
    expect(read(data(whole))).toMatchObject([{ title: 'Day of talks', sessions: [{ title: 'Opening' }] }])
  })

  test('is cancelled where its title says so and nobody changed the field', () => {
    const cancelled = {
      ...event,
      name: 'CANCELLED: Rights',
      eventStatus: 'https://schema.org/EventScheduled',
    }
    expect(first(data(cancelled)).status).toBe('cancelled')
  })
})

describe('other ways to write it', () => {
  test('microdata, with the page’s own place and ticket', () => {
    const html = `<div itemscope itemtype="https://schema.org/Event"><a itemprop="url" href="/e"><span itemprop="name">Lecture</span></a>
      <time itemprop="startDate" datetime="2021-12-10T19:00">10 December, 7 pm</time>
      <div itemprop="location" itemscope itemtype="https://schema.org/Place"><span itemprop="name">Hall</span>
      <div itemprop="address" itemscope itemtype="https://schema.org/PostalAddress"><span itemprop="addressLocality">Lisbon</span></div></div>
      <div itemprop="offers" itemscope itemtype="https://schema.org/Offer"><a itemprop="url" href="https://tickets.example/1">Buy</a></div></div>`
    expect(first(html, { url: 'https://example.org/' })).toMatchObject({
      title: 'Lecture',
      url: 'https://example.org/e',
      start: '2021-12-10T19:00:00+00:00[Europe/Lisbon]',
      links: [{ role: 'registration', url: 'https://tickets.example/1' }],
      from: { start: 'microdata' },
    })
  })

  test('RDFa Lite', () => {
    const html = `<div vocab="https://schema.org/" typeof="Event"><h1 property="name">Vigil</h1>
      <time property="startDate" datetime="2021-12-18T18:00:00+01:00">6 pm</time></div>`
    expect(first(html)).toMatchObject({
      title: 'Vigil',
      start: '2021-12-18T18:00:00+01:00[+01:00]',
      from: { title: 'rdfa' },
    })
  })

  test('microformats, new and classic', () => {
    const modern = `<div class="h-event"><h1 class="p-name">Meet-up</h1><time class="dt-start" datetime="2021-12-18 18:00-0500">6</time>
      <time class="dt-end">20:00</time></div>`
    expect(first(modern)).toMatchObject({
      title: 'Meet-up',
      start: '2021-12-18T18:00:00-05:00[-05:00]',
      end: '2021-12-18T20:00:00-05:00[-05:00]',
      from: { start: 'microformats' },
    })
    const classic = `<div class="vevent"><span class="summary">Street fest</span><abbr class="dtstart" title="2021-12-18T18:00:00+01:00">6 pm</abbr>
      <span class="location">Rome</span></div>`
    expect(first(classic)).toMatchObject({
      title: 'Street fest',
      start: '2021-12-18T18:00:00+01:00[Europe/Rome]',
    })
  })

  test('Open Graph of an article, without the site’s tail', () => {
    const html = `<head><meta property="og:type" content="article"><meta property="og:title" content="Ten years on | The Paper">
      <meta property="og:site_name" content="The Paper"><meta property="article:published_time" content="2021-12-18T09:00:00Z"></head>
      <h1>Ten years on</h1><p>${'Words of a story. '.repeat(40)}</p>`
    expect(first(html)).toMatchObject({
      kind: 'article',
      title: 'Ten years on',
      published: '2021-12-18T09:00:00Z',
      organisations: [{ name: 'The Paper' }],
      from: { published: 'open-graph' },
    })
  })

  test('oEmbed answers, in JSON and in XML', () => {
    const json = {
      version: '1.0',
      type: 'video',
      title: 'A talk',
      provider_name: 'Example TV',
      html: '<iframe src="https://player.vimeo.com/video/12345678"></iframe>',
    }
    const found = {
      kind: 'video',
      title: 'A talk',
      organisations: [{ name: 'Example TV' }],
      links: [{ role: 'recording', url: 'https://player.vimeo.com/video/12345678' }],
      from: { title: 'oembed' },
    }
    expect(first(JSON.stringify(json))).toMatchObject(found)
    const xml = `<?xml version="1.0"?><oembed><version>1.0</version><type>video</type><title>A talk</title><provider_name>Example TV</provider_name>
      <html>&lt;iframe src="https://player.vimeo.com/video/12345678"&gt;&lt;/iframe&gt;</html></oembed>`
    expect(first(xml)).toMatchObject(found)
  })
})

describe('what the page is about comes first', () => {
  const box = (name: string) => ({
    '@type': 'Event',
    name,
    startDate: '2022-03-01T10:00:00+01:00',
    url: `https://example.org/${name}`,
  })

  test('an article before the events of its side-bar', () => {
    const html = `<head><meta property="og:type" content="article"><meta property="og:title" content="A story">
      <meta property="article:published_time" content="2022-01-01"></head><h1>A story</h1><p>${'Words of a story. '.repeat(40)}</p>${data([box('one'), box('two')])}`
    expect(read(html).map(one => [one.kind, one.title])).toEqual([
      ['article', 'A story'],
      ['event', 'one'],
      ['event', 'two'],
    ])
  })

  test('the event that has the page’s name before others', () => {
    const html = `<h1>two</h1>${data([box('one'), box('two')])}`
    expect(read(html).map(one => one.title)).toEqual(['two', 'one'])
  })

  test('a listing gives its events in order and no page', () => {
    expect(
      read(`<title>Events</title><h1>Events</h1>${data([box('one'), box('two')])}`).map(one => one.title),
    ).toEqual(['one', 'two'])
  })

  test('the same event told twice is one, and two tellings that differ are doubted', () => {
    const html = `<h1>Lecture</h1>${data({ '@type': 'Event', name: 'Lecture', startDate: '2021-12-10T19:00:00+01:00' })}
      <div itemscope itemtype="https://schema.org/Event"><span itemprop="name">Lecture</span><meta itemprop="startDate" content="2021-12-10T20:00:00+01:00"></div>`
    const found = read(html)
    expect(found).toHaveLength(1)
    expect(found[0]!.start).toBe('2021-12-10T19:00:00+01:00[+01:00]')
    expect(found[0]!.doubts).toMatchObject([
      {
        code: 'sources-disagree',
        field: 'start',
        choices: [
          { start: '2021-12-10T19:00:00+01:00[+01:00]', from: 'json-ld' },
          { start: expect.any(String), from: 'microdata' },
        ],
      },
    ])
  })

  test('a stream that goes on is an event, one that is over a video', () => {
    const video = (endDate?: string) =>
      data({
        '@type': 'VideoObject',
        name: 'Assembly',
        embedUrl: 'https://www.youtube.com/embed/abcdefghijk',
        publication: {
          '@type': 'BroadcastEvent',
          isLiveBroadcast: true,
          startDate: '2021-12-18T13:00:00Z',
          endDate,
        },
      })
    expect(first(video())).toMatchObject({
      kind: 'event',
      title: 'Assembly',
      links: [{ role: 'livestream' }],
    })
    expect(first(video('2021-12-18T14:00:00Z'))).toMatchObject({
      kind: 'video',
      links: [{ role: 'recording' }],
    })
  })

  test('statements, campaigns and toolkits are told by site and words', () => {
    const page = (title: string) =>
      `<title>${title}</title><h1>${title}</h1><p>${'Words of a text that goes on. '.repeat(40)}</p>`
    expect(
      first(page('Experts call for justice'), { url: 'https://example.org/press-releases/justice' }).kind,
    ).toBe('statement')
    expect(first(page('Petition: open the doors')).kind).toBe('campaign')
    expect(first(page('Toolkit for teachers')).kind).toBe('toolkit')
  })
})

describe('a page in plain words', () => {
  test('tells an event by its labels', () => {
    const html = `<html lang="en"><title>Voices: a webinar – Example</title><main><h1>Voices: a webinar</h1><p><b>Date:</b> Friday, 10 December 2021</p>
      <p><b>Time:</b> 14:00 – 15:30 CET</p><p>Organised by Example Network and the Sample Institute.</p>
      <p>Interpretation in English, French and Spanish. International Sign and live captioning will be provided.</p>
      <p><a href="https://us02web.zoom.us/webinar/register/WN_x">Register here</a></p></main>`
    expect(first(html)).toMatchObject({
      kind: 'event',
      title: 'Voices: a webinar',
      start: '2021-12-10T14:00:00+01:00[Europe/Berlin]',
      end: '2021-12-10T15:30:00+01:00[Europe/Berlin]',
      attendance: 'online',
      organisations: [{ name: 'Example Network' }, { name: 'Sample Institute' }],
      interpretation: ['en', 'fr', 'es'],
      captions: ['en'],
      signLanguages: ['ils'],
      links: [{ role: 'registration', url: 'https://us02web.zoom.us/webinar/register/WN_x' }],
      from: { start: 'text' },
    })
  })

  test('lists meetings under a heading that tells the year', () => {
    const html = `<h1>Meetings</h1><p>Sample Commission meetings are held on Thursdays.</p><h2>2022 Meeting Schedule</h2>
      <ul><li>January 20 <a href="https://youtu.be/abcdefghijk">Video</a></li><li>July 21</li><li>November 17 CANCELLED</li></ul>`
    expect(read(html)).toMatchObject([
      { title: 'Sample Commission meeting', start: '2022-01-20', links: [{ role: 'recording' }] },
      { title: 'Sample Commission meeting', start: '2022-07-21' },
      { title: 'Sample Commission meeting', start: '2022-11-17', status: 'cancelled' },
    ])
  })

  test('lists meetings with a heading each', () => {
    const part = (name: string, day: string) => `<h3>${name}</h3><p>${day}</p><p>3:30 - 5:30 pm</p>`
    const html = `<h1>July meetings</h1>${part('Board', 'Thursday, July 14, 2022')}${part('Audit', 'Friday, July 15, 2022 (changed from June 2, 2022)')}<h3>Finance</h3><p>No meeting</p>`
    expect(read(html)).toMatchObject([
      { title: 'Board', start: '2022-07-14T15:30:00', end: '2022-07-14T17:30:00' },
      { title: 'Audit', start: '2022-07-15T15:30:00' },
    ])
  })

  test('takes the zone that the hour is shown in the first time, whatever type the page says it has', () => {
    const html = `<meta property="og:type" content="article"><h1>Rights at sea</h1><h2>March 18, 2021 @ 3:00 pm - 4:30 pm CET</h2>
      <dl><dt>Date:</dt><dd>March 18, 2021</dd><dt>Time:</dt><dd>3:00 pm - 4:30 pm</dd></dl>`
    expect(first(html, { url: 'https://example.org/event/rights' })).toMatchObject({
      kind: 'event',
      title: 'Rights at sea',
      start: '2021-03-18T15:00:00+01:00[Europe/Berlin]',
    })
  })

  test('takes the zone of the place that a label tells', () => {
    const html =
      '<h1>Board</h1><p>Date: 3/15/2023</p><p>Time: 6:30 PM - 8:00 PM</p><p>Location: 5 Main Street, Chicago, IL</p>'
    expect(first(html)).toMatchObject({
      start: '2023-03-15T18:30:00-05:00[America/Chicago]',
      end: '2023-03-15T20:00:00-05:00[America/Chicago]',
      place: { name: '5 Main Street, Chicago, IL' },
    })
  })

  test('is told by the one <time> of a page that offers a calendar', () => {
    const html = `<link rel="alternate" type="text/calendar" href="/walk.ics"><h1>For peace</h1><time datetime="2021-05-01T10:00:00+02:00">1 May</time>`
    expect(first(html, { url: 'https://example.org/walk' })).toMatchObject({
      kind: 'event',
      title: 'For peace',
      start: '2021-05-01T10:00:00+02:00[+02:00]',
    })
  })

  test('a form to register for a meeting is its own way in', () => {
    const html = `<title>Welcome! You are invited to join a webinar: Day of rights. After registering, you will receive a mail.</title>
      <h1>Webinar Registration</h1><div>Time</div><div>Dec 18, 2020 01:00 PM in Paris</div>`
    const url = 'https://us02web.zoom.us/webinar/register/WN_x'
    expect(first(html, { url })).toMatchObject({
      title: 'Day of rights',
      start: '2020-12-18T13:00:00+01:00[Europe/Paris]',
      links: [{ role: 'registration', url }],
    })
  })

  test('an event behind a sign-in is told by its one sentence', () => {
    const html = `<meta property="og:title" content="March"><meta property="og:description" content="Event in Geneva by Example Group on Friday, December 18 2020">`
    expect(first(html, { url: 'https://www.facebook.com/events/123' })).toMatchObject({
      kind: 'event',
      title: 'March',
      start: '2020-12-18',
      place: { name: 'Geneva' },
      organisations: [{ name: 'Example Group' }],
    })
  })

  test('a post that calls to one event gives the event, and then itself', () => {
    const post = (
      body: string,
    ) => `<meta property="og:type" content="article"><meta property="article:published_time" content="2021-04-05">
      <h1>Workshop on rights: join us</h1><p>${body}</p><p>${'Words of a post. '.repeat(40)}</p>`
    const call = post('We meet on 17 April at 10:00 CEST. <a href="https://forms.gle/x">Sign up</a>')
    expect(read(call).map(one => [one.kind, one.start?.slice(0, 16)])).toEqual([
      ['event', '2021-04-17T10:00'],
      ['article', undefined],
    ])
    expect(read(post('We met on 17 March at 10:00 CET.')).map(one => one.kind)).toEqual(['article'])
  })
})
