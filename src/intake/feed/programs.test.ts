import { expect, test } from 'vitest'
import type { Finding } from '../../domain/finding.ts'
import { readFeed } from './read-feed.ts'

/** As the programs of others write them, in our own words. */
function items(text: string): Finding[] {
  return [...readFeed(Buffer.from(text), { url: 'https://news.example/feed' })].flatMap(line =>
    'finding' in line ? [line.finding] : [],
  )
}
const rss = (item: string, head = '', more = '') =>
  `<rss version="2.0" xmlns:dc="d" xmlns:itunes="i" xmlns:feedburner="f" xmlns:s="s" xmlns:libcal="l" ${more}><channel><title>Migrant Forum</title><link>https://mf.example/</link>${head}${item}</channel></rss>`

test.each([
  ['The post', 'appeared first on'],
  ['Der Beitrag', 'erschien zuerst auf'],
  ['L’article', 'est apparu en premier sur'],
])('WordPress says below each item that “%s … %s” the blog: that is no part of it', (before, between) => {
  const [found] = items(
    rss(
      `<item><title>Rights &#8211; now</title><link>https://mf.example/1/</link><dc:creator>mfadmin</dc:creator><category>Uncategorized</category><category>Day</category><description><![CDATA[<p>We call on all.</p><p>${before} <a href="https://mf.example/1/">Rights &#8211; now</a> ${between} <a href="https://mf.example">Migrant Forum</a>.</p>]]></description></item>`,
    ),
  )
  expect([found!.summary, found!.people, found!.tags]).toEqual(['We call on all.', undefined, ['Day']])
})

test('an id and an address that a whole feed shares are the id of none', () => {
  const found = items(
    rss(
      ['One', 'Two']
        .map(
          title =>
            `<item><title>${title}</title><link>https://feedproxy.example/~r/x</link><guid>https://moe.example/</guid><feedburner:origLink>https://moe.example/${title}</feedburner:origLink></item>`,
        )
        .join(''),
    ),
  )
  expect(found.map(({ title, uid, url }) => [title, uid, url])).toEqual([
    ['One', undefined, 'https://moe.example/One'],
    ['Two', undefined, 'https://moe.example/Two'],
  ])
})

test('words with markup in them stay in their order', () => {
  const [found] = items(
    rss('<item><title>x</title><description>But what <em>is</em> good?</description></item>'),
  )
  expect(found!.summary).toBe('But what is good?')
})

test('whose house it is, is no person', () => {
  const [found] = items(
    rss(
      '<item><title>#12</title><itunes:author>DER SPIEGEL</itunes:author><enclosure url="https://p.example/12.mp3" type="audio/mpeg"/></item>',
      '<itunes:author>DER SPIEGEL</itunes:author>',
    ),
  )
  expect([found!.people, found!.organisations]).toEqual([undefined, [{ name: 'DER SPIEGEL' }]])
})

test('LibCal tells the hour beside the day, Localist the day before the title', () => {
  expect(
    items(
      rss(
        '<item><title>Reading</title><libcal:date>2026-12-18</libcal:date><libcal:start>18:00:00</libcal:start><libcal:end>19:30:00</libcal:end></item><item><title>Dec 18, 2026: Panel: Borders</title><pubDate>Fri, 18 Dec 2026 15:00:00 -0500</pubDate><s:startDate>2026-12-18T15:00:00-05:00</s:startDate></item>',
      ),
    ).map(({ title, start, end, published }) => [title, start, end, published]),
  ).toEqual([
    ['Reading', '2026-12-18T18:00:00', '2026-12-18T19:30:00', undefined],
    ['Panel: Borders', '2026-12-18T15:00:00-05:00[-05:00]', undefined, undefined],
  ])
})

test('a stream that YouTube announces is an event until then', () => {
  const [found] = items(
    `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="m"><title>IOM</title><entry><id>yt:video:dQw4w9WgXcQ</id><title>LIVE: Migrants Day</title><link rel="alternate" href="https://www.youtube.com/watch?v=dQw4w9WgXcQ"/><author><name>IOM</name></author><published>2026-11-20T10:00:00+00:00</published><media:group><media:description>18 December 2026, 15:00 CET. Register: https://iom.example/register</media:description></media:group></entry></feed>`,
  )
  expect([found!.kind, found!.start, found!.links]).toEqual([
    'event',
    '2026-12-18T15:00:00+01:00[Europe/Berlin]',
    [
      { role: 'livestream', url: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ' },
      { role: 'registration', url: 'https://iom.example/register' },
    ],
  ])
})

test('the id of an item of JSON Feed is its address, where none else is told', () => {
  const [found] = items(
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'x',
      items: [{ id: 'https://j.example/1', title: 'One' }],
    }),
  )
  expect(found!.url).toBe('https://j.example/1')
})

test('a feed that breaks off, or defines entities of its own, says so, and is read as far as it goes', () => {
  const text =
    '<!DOCTYPE x [<!ENTITY a "aaaa">]><rss version="2.0"><channel><title>x</title><item><title>One &a;</title></item><item><title>Tw'
  const lines = [...readFeed(Buffer.from(text), {})]
  expect(
    lines.map(line => ('problem' in line ? line.problem.code : 'finding' in line && line.finding.title)),
  ).toEqual(['entities-refused', 'cut-off', 'One &a;', 'Tw'])
})
