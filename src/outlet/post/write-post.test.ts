import { describe, expect, test } from 'vitest'
import { entryWith, eventAt, linkTo, programmeOf } from '../../../test/arbitrary.ts'
import type { Entry } from '../../domain/entry.ts'
import type { Finding } from '../../domain/finding.ts'
import type { Programme } from '../../domain/programme.ts'
import { readPost } from '../../intake/post/read-post.ts'
import { type PostOptions, postFormats, writePost } from './write-post.ts'

const options: PostOptions = {
  format: 'html',
  zones: ['Europe/Berlin', 'Asia/Manila'],
  baseUrl: 'https://days.example.org',
  heading: true,
}
const to = (name: string) => linkTo('source', { url: `https://${name}.example.net/2020` })
const organisation = (name: string) => ({ id: name, name, url: null, role: null })
const allDay = { precision: 'all-day' as const, start: '2020-12-18', end: null, zone: null }

/** A day as curators have it: of everything something, in an order of its own. */
const story: Entry[] = [
  eventAt('2020-12-18T14:00', '2020-12-18T15:30', 'UTC', {
    slug: 'women',
    title: 'Women on the move',
    organisations: [organisation('Example Network'), organisation('Harbour Alliance')],
    people: [{ id: 'a', name: 'Ann Example', url: null, role: 'speaker', affiliation: null }],
    links: [
      to('women'),
      linkTo('registration', { url: 'https://women.example.net/register' }),
      linkTo('recording', { url: 'https://www.youtube.com/watch?v=AbCdEfGhIjK' }),
      linkTo('join', { url: 'https://zoom.us/j/1?pwd=secret', visibility: 'near-start' }),
    ],
    recording: 'available',
    note: 'The curator’s own words, with *stress* and a [link](https://other.example.net/).',
  }),
  entryWith({
    kind: 'statement',
    slug: 'pushbacks',
    title: 'Joint statement on pushbacks',
    links: [to('coalition')],
    organisations: [organisation('Example Coalition')],
  }),
  eventAt('2020-12-18T23:00', '2020-12-19T01:00', 'America/New_York', {
    slug: 'night',
    title: 'Concert through the night',
    links: [to('night')],
    status: 'cancelled',
  }),
  eventAt('2020-12-18T18:00', null, null, { slug: 'vigil', title: 'Vigil for those who died' }),
  entryWith({ slug: 'fair', title: 'Fair in the old town', time: allDay, links: [to('fair')] }),
  entryWith({
    slug: 'lecture',
    title: 'A lecture whose hour nobody knows',
    time: { ...allDay, precision: 'date-only' },
    links: [to('lecture')],
  }),
  entryWith({ slug: 'untold', title: 'Gathering of friends', links: [to('friends')] }),
  entryWith({
    kind: 'video',
    slug: 'walk',
    title: 'Why we walk: a film',
    links: [{ ...to('film'), role: 'recording', url: 'https://vimeo.com/76979871' }],
  }),
  entryWith({ kind: 'campaign', slug: 'stand-up', title: '#StandUp4Migrants', links: [to('standup')] }),
  entryWith({ kind: 'toolkit', slug: 'guide', title: 'How to speak about migrants', links: [to('guide')] }),
  entryWith({ kind: 'article', slug: 'myths', title: 'Ten myths about asylum', links: [to('myths')] }),
]

function programme(entries = story, language: string | null = null): Programme {
  const { series, edition } = programmeOf(entries)
  return {
    series,
    edition: {
      ...edition,
      title: 'Migrants Day 2020',
      text: 'What happens on **18 December**.',
      language,
      hashtags: ['MigrantsDay'],
      updatedAt: Date.parse('2020-12-17T10:00Z'),
    },
    entries,
  }
}

function readBack(text: string): Finding[] {
  return [...readPost(new TextEncoder().encode(text), {})].flatMap(line =>
    'finding' in line ? [line.finding] : [],
  )
}

const read = ({ kind, title, url, start, end, status, organisations }: Finding) =>
  [kind, title, url, start, end, status, organisations?.map(({ name }) => name).join()].join(' | ')

/** The same of an entry, with its time in UTC, as it is told. */
function written({ kind, title, slug, time, startsAt, endsAt, status, ...entry }: Entry): string {
  const url = entry.links[0]?.url ?? `https://days.example.org/day/2020/${slug}`
  const utc = (epochMs: number | null) =>
    epochMs === null ? undefined : `${new Date(epochMs).toISOString().slice(0, 19)}+00:00[UTC]`
  const isDay = time.precision === 'all-day' || time.precision === 'date-only'
  const [start, end] =
    time.precision !== 'moment' || time.zone === null
      ? [time.start ?? undefined, time.precision === 'all-day' ? (time.end ?? time.start) : time.end]
      : [utc(startsAt), utc(endsAt)]
  const told = status === 'scheduled' ? undefined : status
  const organisations = entry.organisations.map(({ name }) => name).join() || undefined
  return [kind, title, url, start, isDay && end === null ? undefined : end, told, organisations].join(' | ')
}

describe('a post', () => {
  const languages = ['en', 'de', 'fr', 'es', 'id', 'ru', 'ar', 'zh']
  test.each(languages.flatMap(language => postFormats.map(format => [language, format] as const)))(
    'is read back as the entries it was written of: %s, %s',
    async (language, format) => {
      const { text } = await writePost(programme(story, language), { ...options, format })
      const inSections = [...Map.groupBy(story, ({ kind }) => kind).values()].flat()
      expect(readBack(text).map(read)).toEqual(inSections.map(written))
    },
  )

  test('in Markdown has titles, times in UTC and other zones, recordings and what the curator says', async () => {
    const { title, text } = await writePost(programme(story.slice(0, 2)), { ...options, format: 'markdown' })
    expect(title).toBe('Migrants Day 2020')
    expect(text).toBe(`# Migrants Day 2020

What happens on **18 December**.

As of Thursday, 17 December 2020, 10:00 UTC. All of it in your own time: <https://days.example.org/day/2020>

## Events

### [Women on the move](https://women.example.net/2020)

**When:** Friday, 18 December 2020, 14:00–15:30 UTC  
**In other places:** Berlin 15:00–16:30 · Manila 22:00–23:30  
**Organisers:** Example Network, Harbour Alliance  
**Speakers:** Ann Example  
**Registration:** <https://women.example.net/register>  
**Recording:** <https://www.youtube.com/watch?v=AbCdEfGhIjK>

The curator’s own words, with *stress* and a [link](https://other.example.net/).

## Statements

- [Joint statement on pushbacks](https://coalition.example.net/2020) (coalition.example.net) – Example Coalition

#MigrantsDay
`)
  })

  test('calls cities as its own language does', async () => {
    const { text } = await writePost(programme(story.slice(0, 1), 'ru'), { ...options, format: 'markdown' })
    expect(text).toContain('Берлин 15:00–16:30 · Манила 22:00–23:30')
  })

  test('holds no script, no door of a meeting, and nothing that people wrote as marks', async () => {
    const evil = eventAt('2020-12-18T14:00', null, 'UTC', {
      title: '<script>alert(1)</script> [x](javascript:alert(2)) *&amp;*',
      note: '# Loud\n\n<script>alert(3)</script><p onclick="alert(4)">Come <a href="javascript:alert(5)">in</a>: https://zoom.us/j/1?pwd=secret</p>',
      links: [
        linkTo('join', { url: 'https://zoom.us/j/1?pwd=secret', visibility: 'near-start' }),
        linkTo('source', { url: 'https://x.example.net/a"><script>(b)' }),
      ],
    })
    const [html, markdown] = (await Promise.all(
      postFormats.map(async format => (await writePost(programme([evil]), { ...options, format })).text),
    )) as [string, string]
    for (const text of [html, markdown]) {
      expect(text).not.toMatch(/(?<!\\)<script|onclick|secret|href="javascript/)
      expect(text).toContain('Loud')
    }
    expect(markdown).not.toMatch(/(?<!\\)\]\(javascript/)
    expect(html).toContain(
      '&lt;script&gt;alert(1)&lt;/script&gt; &#91;x&#93;(javascript:alert(2)) *&amp;amp;*</a></h3>',
    )
    expect(readBack(html).map(({ title }) => title)).toEqual(readBack(markdown).map(({ title }) => title))
  })

  test('tells of sessions, doubts, other days elsewhere, and of a recording that is expected', async () => {
    const day = eventAt('2020-12-18T20:00', '2020-12-19T02:00', 'UTC', {
      title: 'Long night',
      recording: 'expected',
      status: 'rescheduled',
      statusReason: 'storm',
      languages: ['ar', 'en'],
      doubts: [{ field: 'start', code: 'zone-missing', says: '' }],
      sessions: [eventAt('2020-12-18T20:00', '2020-12-18T21:00', 'UTC', { title: 'Opening' })],
    })
    const { text } = await writePost(programme([day]), { ...options, heading: false, format: 'markdown' })
    expect(text.slice(text.indexOf('###'))).toBe(`### [Long night](https://days.example.org/day/2020/an-event)

**When:** Friday, 18 December 2020, 20:00–Saturday, 19 December 2020, 02:00 UTC  
**In other places:** Berlin 21:00–03:00 · Manila 04:00–10:00 (Sat 19 Dec)  
The time is not sure; look at the page of the organiser.  
**Status:** rescheduled – storm  
**Languages:** Arabic, English  
**Recording:** expected

- Opening – Friday, 18 December 2020, 20:00–21:00 UTC (Berlin 21:00–22:00 · Manila 04:00–05:00 (Sat 19 Dec))

#MigrantsDay
`)
  })
})
