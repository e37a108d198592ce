import { parseFeed } from '@rowanmanning/feed-parser'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readFeed } from '../../../test/json-feed.ts'
import { xmlFault } from '../../../test/xml-fault.ts'
import { type Feed, type FeedItem, feedForms } from './feed.ts'
import { mediaOf } from './media-of.ts'
import { uuidWithin } from './urn.ts'
import { writeFeed } from './write-feed.ts'

const at = Date.parse('2020-12-18T14:00:00Z')
// This parser reads entities in contents once more than they are written, so that there are none.
const html = '<p>By the <em>harbour</em> and back</p>'
const item = (told: Partial<FeedItem> = {}): FeedItem => ({
  id: 'urn:uuid:0190a8d4-0000-7000-8000-000000000001',
  url: 'https://day.example/migrants-day/2020/vigil',
  title: 'Vigil & <walk>',
  language: null,
  html,
  summary: 'By the harbour & back',
  published: at,
  updated: at,
  authors: [{ name: 'Migrant Forum', url: 'https://mf.example/?a=1&b=2' }],
  categories: [{ term: 'human-rights', label: 'Human rights' }],
  image: null,
  about: null,
  media: [],
  comments: null,
  ...told,
})
const feed = (told: Partial<Feed> = {}): Feed => ({
  id: 'urn:uuid:0190a8d4-0000-7000-8000-000000000000',
  title: 'Migrants Day 2020',
  about: 'One day',
  language: 'en',
  self: 'https://day.example/migrants-day/2020.atom?kind=event&page=2',
  page: 'https://day.example/migrants-day/2020',
  forms: [],
  paging: null,
  updated: at,
  authors: [{ name: 'Ada', url: null }],
  rights: null,
  icon: null,
  podcast: null,
  items: [item()],
  ...told,
})

test('each format is read by others as it was meant', () => {
  const told = feed({
    items: [
      item(),
      item({
        id: 'urn:uuid:0190a8d4-0000-7000-8000-000000000002',
        title: 'Sain',
        updated: at + 60_000,
        media: [{ url: 'https://files.example/a.mp3', type: 'audio/mpeg', length: 1234 }],
      }),
    ],
  })
  for (const form of ['atom', 'rss'] as const) {
    const read = parseFeed(writeFeed(told, form))
    expect(read.title).toBe('Migrants Day 2020')
    expect(read.language).toBe('en')
    expect(read.url).toBe('https://day.example/migrants-day/2020')
    expect(read.self).toBe(told.self)
    expect(
      read.items.map(({ id, title, url, content, published }) => [
        id,
        title,
        url,
        content,
        published?.getTime(),
      ]),
    ).toEqual(told.items.map(({ id, title, url, html, published }) => [id, title, url, html, published]))
    expect(read.items[0]!.authors[0]!.name).toBe('Migrant Forum')
    expect(read.items[0]!.categories[0]!.label).toBe('Human rights')
    expect(read.items[1]!.media.map(({ url, mimeType, length }) => [url, mimeType, length])).toEqual([
      ['https://files.example/a.mp3', 'audio/mpeg', 1234],
    ])
  }
  const json = readFeed(writeFeed(told, 'json'))
  expect(json.items.map(({ id, url, content_html }) => [id, url, content_html])).toEqual(
    told.items.map(({ id, url, html }) => [id, url, html]),
  )
  expect(json.items[1]!.attachments).toEqual([
    { url: 'https://files.example/a.mp3', mime_type: 'audio/mpeg', size_in_bytes: 1234 },
  ])
})

test('what was said below one is told even where nothing was below the one before', () => {
  const comments = { page: 'https://a.example/#comments', feed: 'https://a.example/comments.atom', count: 3 }
  const told = feed({
    items: [item(), item({ id: 'urn:uuid:0190a8d4-0000-7000-8000-000000000003', comments })],
  })
  const atom = writeFeed(told, 'atom')
  expect(xmlFault(atom)).toBeNull()
  expect(atom).toContain('<thr:total>3</thr:total>')
  expect(atom).toContain('rel="replies"')
  const rss = writeFeed(told, 'rss')
  expect(xmlFault(rss)).toBeNull()
  expect(rss).toContain('<slash:comments>3</slash:comments>')
})

test('a feed with nothing in it is valid in every format', () => {
  for (const form of feedForms) {
    const text = writeFeed(feed({ items: [], about: null }), form)
    if (form === 'json') expect(readFeed(text).items).toEqual([])
    else {
      expect(xmlFault(text)).toBeNull()
      expect(parseFeed(text).items).toEqual([])
    }
  }
})

test('texts stand in their elements without breaks of ours, and links as they are', () => {
  const text = writeFeed(feed(), 'rss')
  expect(text).toContain('<title><![CDATA[Vigil & <walk>]]></title>')
  expect(text).toContain(`<content:encoded><![CDATA[${html}]]></content:encoded>`)
  expect(text).toContain(
    '<atom:link href="https://day.example/migrants-day/2020.atom?kind=event&amp;page=2" rel="self"',
  )
})

test('a podcast has what programs for podcasts ask for', () => {
  const podcast = { guid: 'c9c7bad3-4712-514e-9ebd-d1e208fa1b76', image: 'https://day.example/icon.png' }
  const media = [{ url: 'https://files.example/a.mp3', type: 'audio/mpeg', length: null }]
  const text = writeFeed(feed({ podcast, items: [item({ media })] }), 'rss')
  expect(xmlFault(text)).toBeNull()
  for (const part of [
    '<enclosure url="https://files.example/a.mp3" length="0" type="audio/mpeg"/>',
    '<itunes:image href="https://day.example/icon.png"/>',
    '<itunes:category text="Society &amp; Culture"/>',
    '<itunes:explicit>no</itunes:explicit>',
    '<podcast:guid>c9c7bad3-4712-514e-9ebd-d1e208fa1b76</podcast:guid>',
    '<itunes:episodeType>full</itunes:episodeType>',
  ])
    expect(text).toContain(part)
})

test('long ones say where they go on', () => {
  const paging = { first: 'https://a.example/1', previous: null, next: 'https://a.example/3?a&b' }
  expect(writeFeed(feed({ paging }), 'atom')).toContain(
    '<link href="https://a.example/3?a&amp;b" rel="next" type="application/atom+xml"/>',
  )
  expect(readFeed(writeFeed(feed({ paging }), 'json')).next_url).toBe('https://a.example/3?a&b')
})

test('whatever people wrote, the XML is well-formed and says it', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      ']]>',
      '<![CDATA[',
      '&lt;script&gt;',
      '\u0000',
      '\uD800',
      '\uFFFF\uFFFE',
      '<!-- -->',
      '&#0;',
      '&apos;',
      '\u202E',
    ),
  )
  const words = fc.array(hostile, { maxLength: 6 }).map(parts => parts.join(''))
  fc.assert(
    fc.property(words, words, words, (title, html, name) => {
      const told = feed({
        title,
        about: html,
        items: [
          item(),
          item({
            id: 'urn:uuid:0190a8d4-0000-7000-8000-000000000004',
            title,
            html,
            summary: name,
            language: 'ar',
            authors: [{ name, url: null }],
            categories: [{ term: title, label: name }],
            comments: { page: 'https://a.example/', feed: 'https://a.example/', count: title.length },
            media: [{ url: 'https://a.example/a.mp3', type: 'audio/mpeg', length: null }],
          }),
        ],
      })
      for (const form of ['atom', 'rss'] as const) {
        const text = writeFeed(told, form)
        expect(xmlFault(text)).toBeNull()
        expect(text.isWellFormed()).toBe(true)
      }
      expect(readFeed(writeFeed(told, 'json')).items).toHaveLength(2)
    }),
    { numRuns: 150 },
  )
})

test('a title of which nothing can be written is the address', () => {
  expect(
    parseFeed(writeFeed(feed({ items: [item({ title: '\u0007 \u0000' })] }), 'atom')).items[0]!.title,
  ).toBe(item().url)
})

test('files to be listened to or watched are known by the end of their address', () => {
  expect(mediaOf('https://a.example/b/talk.MP3?x=1#t')).toEqual({
    url: 'https://a.example/b/talk.MP3?x=1#t',
    type: 'audio/mpeg',
    length: null,
  })
  for (const none of ['https://youtu.be/abc', 'https://a.example/mp3', 'ftp://a.example/a.mp3', 'no address'])
    expect(mediaOf(none)).toBeNull()
})

test('a name within another is always the same (RFC 9562, appendix A.4)', () => {
  expect(uuidWithin('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com')).toBe(
    '2ed6657d-e927-568b-95e1-2665a8aea6a2',
  )
})
