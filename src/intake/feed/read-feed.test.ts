import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sampleFiles } from '../../../test/samples.ts'
import type { Finding, InspectLine } from '../../domain/finding.ts'
import { inspect } from '../inspect.ts'

const linesOf = async (text: string, options = {}): Promise<InspectLine[]> => [
  ...(await inspect(Buffer.from(text), { url: 'https://news.example/feed', ...options })),
]
const findingsOf = async (text: string): Promise<Finding[]> =>
  (await linesOf(text)).flatMap(line => ('finding' in line ? [line.finding] : []))
const rss = (items: string, more = '') =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:ev="http://purl.org/rss/1.0/modules/event/" ${more}><channel><title>News</title><link>https://news.example/</link><language>en</language>${items}</channel></rss>`

describe('a feed', () => {
  test('tells a statement with its author, date, subjects and page', async () => {
    const [found] = await findingsOf(
      rss(
        '<item><title>Statement on &amp; for migrants</title><link>/statements/1</link><guid isPermaLink="false">s-1</guid><pubDate>Fri, 18 Dec 2020 09:00:00 +0100</pubDate><author>press@iom.example (Ana Pérez)</author><category>migration</category><description>&lt;p&gt;We &lt;b&gt;call&lt;/b&gt; on all.&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;</description></item>',
      ),
    )
    expect(found).toEqual({
      kind: 'statement',
      title: 'Statement on & for migrants',
      url: 'https://news.example/statements/1',
      published: '2020-12-18T09:00:00+01:00',
      summary: 'We call on all.',
      people: [{ name: 'Ana Pérez' }],
      languages: ['en'],
      tags: ['migration'],
      uid: 's-1',
      from: {
        title: 'feed',
        url: 'feed',
        published: 'feed',
        summary: 'feed',
        people: 'feed',
        languages: 'feed',
        tags: 'feed',
        uid: 'feed',
      },
    })
  })

  test.each([
    [
      'mod_event',
      '<ev:startdate>2020-12-18T14:00:00+01:00</ev:startdate><ev:enddate>2020-12-18T15:30:00+01:00</ev:enddate><ev:location>Geneva, Switzerland</ev:location>',
    ],
    [
      'a calendar plugin',
      '<mec:startDate>2020-12-18</mec:startDate><mec:startHour>2:00 pm</mec:startHour><mec:endDate>2020-12-18</mec:endDate><mec:endHour>3:30 pm</mec:endHour><mec:location>Geneva, Switzerland</mec:location>',
    ],
    [
      'xCal',
      '<xcal:dtstart>20201218T130000Z</xcal:dtstart><xcal:dtend>20201218T143000Z</xcal:dtend><xcal:location>Geneva, Switzerland</xcal:location>',
    ],
  ])('tells an event by %s', async (_, words) => {
    const [found] = await findingsOf(
      rss(`<item><title>Webinar</title><link>https://news.example/1</link>${words}</item>`),
    )
    const moment = (told: string | undefined) => Date.parse(told!.replace(/\[.*/, ''))
    expect(found).toMatchObject({ kind: 'event', place: { name: 'Geneva, Switzerland' } })
    expect(moment(found!.start)).toBe(Date.parse('2020-12-18T13:00:00Z'))
    expect(moment(found!.end)).toBe(Date.parse('2020-12-18T14:30:00Z'))
  })

  test('tells an event that is announced in words alone', async () => {
    const [event, report] = await findingsOf(
      rss(
        `<item><title>Webinar: Who pays?</title><link>https://news.example/2</link><pubDate>Tue, 01 Dec 2020 09:00:00 GMT</pubDate><description>&lt;p&gt;Join us on Friday 18 December 2020, 14:00–15:30 CET.&lt;/p&gt;&lt;p&gt;&lt;a href="https://zoom.us/webinar/register/x"&gt;Register here&lt;/a&gt;&lt;/p&gt;</description></item>
         <item><title>What the webinar said</title><link>https://news.example/3</link><pubDate>Mon, 21 Dec 2020 09:00:00 GMT</pubDate><description>On 18 December we spoke for two hours.</description></item>`,
      ),
    )
    expect(event).toMatchObject({
      kind: 'event',
      title: 'Webinar: Who pays?',
      links: [{ role: 'registration', url: 'https://zoom.us/webinar/register/x' }],
    })
    expect(event!.start).toMatch(/^2020-12-18T14:00:00\+01:00/)
    expect(report).toMatchObject({ kind: 'article' })
  })

  test('tells a video once, however many sizes it comes in', async () => {
    const [found] = await findingsOf(
      rss(
        '<item><title>The film</title><link>https://news.example/film</link><media:group><media:content url="https://cdn.example/hd.mp4" type="video/mp4"/><media:content url="https://cdn.example/sd.mp4" type="video/mp4"/><media:thumbnail url="https://cdn.example/p.jpg"/></media:group></item>',
        'xmlns:media="http://search.yahoo.com/mrss/"',
      ),
    )
    expect(found).toMatchObject({
      kind: 'video',
      image: 'https://cdn.example/p.jpg',
      links: [{ role: 'recording', url: 'https://cdn.example/hd.mp4' }],
    })
  })

  test('is read from Atom and JSON alike', async () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>N</title><entry><id>tag:1</id><title type="html">D&amp;eacute;claration</title><link rel="self" href="/x.atom"/><link rel="alternate" href="/1"/><published>2020-12-18T09:00:00Z</published><author><name>Ana</name></author><content type="xhtml"><div><p>Un <em>texte</em>.</p></div></content></entry></feed>`
    const json = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'N',
      language: 'fr',
      items: [
        {
          id: 'tag:1',
          title: 'Déclaration',
          url: '/1',
          date_published: '2020-12-18T09:00:00Z',
          authors: [{ name: 'Ana' }],
          content_html: '<p>Un texte.</p>',
        },
      ],
    })
    const told = {
      kind: 'statement',
      title: 'Déclaration',
      url: 'https://news.example/1',
      published: '2020-12-18T09:00:00Z',
      people: [{ name: 'Ana' }],
      languages: ['fr'],
      uid: 'tag:1',
    }
    expect((await findingsOf(atom))[0]).toMatchObject(told)
    expect((await findingsOf(json))[0]).toMatchObject(told)
  })

  test.each([
    [
      'a bare ampersand and an unknown entity',
      rss('<item><title>A &doesnotexist; B & C</title></item>'),
      'A &doesnotexist; B & C',
    ],
    ['a tag that nobody closes', '<rss><channel><item><title>Open<link>https://x.example</link>', 'Open'],
    ['white space before it', `\n\n  ${rss('<item><title>Late</title></item>')}`, 'Late'],
    ['a prefix that nobody declared', rss('<item><title>T</title><foo:bar>x</foo:bar></item>'), 'T'],
  ])('with %s is read as far as it goes', async (_, text, title) => {
    expect((await findingsOf(text))[0]?.title).toMatch(title.split(' ')[0]!)
  })

  test('that is none, or empty, or nested without end, says so', async () => {
    const codes = async (text: string) =>
      [...(await inspect(Buffer.from(text), { as: 'feed' }))].map(line =>
        'problem' in line ? line.problem.code : 'finding',
      )
    expect(await codes('hello')).toEqual(['not-a-feed'])
    expect(await codes(rss(''))).toEqual(['feed-empty'])
    expect(await codes(`<rss>${'<a>'.repeat(100_000)}`)).toEqual(['too-deep'])
    expect(await codes('{"items": {}}')).toEqual(['not-a-feed'])
  })

  test('of 20,000 items is read lazily', async () => {
    const items = '<item><title>One more webinar</title></item>'.repeat(20_000)
    const [first] = await inspect(Buffer.from(rss(items)))
    expect(first).toMatchObject({ finding: { title: 'One more webinar' } })
  })
})

const files = sampleFiles(['feeds'])

test.skipIf(files.length === 0)('each sampled feed gives findings or says why not', async () => {
  for (const file of files) {
    const lines = [...(await inspect(readFileSync(file), { name: file }))]
    expect(lines.length, file).toBeGreaterThan(0)
    for (const line of lines) {
      if ('problem' in line) expect(line.problem.code, file).not.toBe('fault')
      if ('finding' in line) {
        expect(line.finding.title.trim(), file).not.toBe('')
        expect(`${line.finding.title} ${line.finding.summary}`, file).not.toMatch(/<script|onload=/i)
      }
    }
  }
})

test('a title that tells a day and an hour to come is an event’s, and its text may know the end', async () => {
  const [found] = await findingsOf(
    rss(
      '<item><title>Permanence juridique - jeudi 18 décembre 2025 à 14h</title><link>/a/12</link><pubDate>Tue, 09 Dec 2025 08:12:33 +0100</pubDate><description>&lt;p&gt;Jeudi 18 décembre 2025 de 14h à 17h, Bourse du travail&lt;/p&gt;</description></item>',
    ),
  )
  expect([found?.kind, found?.start, found?.end]).toEqual([
    'event',
    '2025-12-18T14:00:00',
    '2025-12-18T17:00:00',
  ])
})

test('what became of an event stands behind its title, and its moment in the markup that Drupal sets', async () => {
  const [vigil, side] = await findingsOf(
    rss(
      '<item><title>Vigil (CANCELLED)</title><link>/v</link><ev:startdate>2025-12-18T18:00:00+00:00</ev:startdate></item><item><title>Side event: Climate displacement</title><link>/c</link><pubDate>Mon, 02 Mar 2026 10:00:00 +0100</pubDate><description>&lt;span class="date-display-single"&gt;Tuesday, 17 March 2026 - &lt;span class="date-display-start" content="2026-03-17T13:00:00+01:00"&gt;13:00&lt;/span&gt; to &lt;span class="date-display-end" content="2026-03-17T14:30:00+01:00"&gt;14:30&lt;/span&gt;&lt;/span&gt; Room XXIV &lt;a href="https://indico.example/register/5"&gt;Register&lt;/a&gt;</description></item>',
    ),
  )
  expect([vigil?.title, vigil?.status, side?.start, side?.end]).toEqual([
    'Vigil',
    'cancelled',
    '2026-03-17T13:00:00+01:00[+01:00]',
    '2026-03-17T14:30:00+01:00[+01:00]',
  ])
})
