import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isHarmed, queryParts } from '../../../test/queries.ts'
import { addProgramme, openSite, type TestSite } from '../../../test/site.ts'
import { stores } from '../../../test/stores.ts'
import type { Finding } from '../../domain/finding.ts'

const path = '/data-day/2021'
const at = (hour: number) => `2021-03-06T${String(hour).padStart(2, '0')}:00:00+00:00[Europe/London]`
const event = (title: string, hour: number, told: Partial<Finding> = {}): Finding => ({
  kind: 'event',
  title,
  start: at(hour),
  end: at(hour + 1),
  ...told,
})

const day: Finding[] = [
  event('Over and recorded', 3, {
    organisations: [{ name: 'Open Knowledge' }],
    languages: ['en'],
    tags: ['Maps'],
    links: [{ role: 'recording', url: 'https://video.example/1' }],
  }),
  event('Open for registration', 18, {
    organisations: [{ name: 'Mapas Abiertos' }],
    languages: ['es'],
    interpretation: ['en'],
    tags: ['Maps', 'Budgets'],
    links: [{ role: 'registration', url: 'https://register.example/1' }],
  }),
  event('A night of it', 22, {
    languages: ['en'],
    captions: ['en'],
    signLanguages: ['bfi'],
    tags: ['Night'],
  }),
  event('A long day', 8, {
    end: at(20),
    tags: ['Budgets'],
    sessions: [
      event('Talk on harbours', 15, { languages: ['fr'], organisations: [{ name: 'Port of Lagos' }] }),
    ],
  }),
  { kind: 'statement', title: 'A statement of maps', tags: ['Maps'], published: '2021-03-01' },
  event('Called off', 19, { status: 'cancelled' }),
]

const open = async (store?: Parameters<typeof openSite>[1], entries = day) => {
  const site = await openSite('2021-03-06T09:20:00Z', store)
  const edition = {
    series: 'data-day',
    edition: '2021',
    date: '2021-03-06',
    zone: 'Europe/London',
    publish: true,
  }
  await addProgramme(site, edition, entries, { title: 'Data Day 2021' })
  return site
}
const page = async (site: TestSite, query: string) => {
  const answer = await site.app.request(`http://localhost${path}${query}`)
  return { status: answer.status, headers: answer.headers, html: await answer.text() }
}
const titles = (html: string) =>
  [...html.matchAll(/<h[34]><a[^>]*><bdi[^>]*>(.*?)<\/bdi>/g)].map(([, title]) => title!)

describe.each(stores)('a programme that is filtered, in $name', ({ empty }) => {
  test('shows what is all that was asked for, whatever that is', async () => {
    const site = await open(await empty())
    const left = async (query: string) => titles((await page(site, `?${query}`)).html).sort()
    expect(await left('kind=statement')).toEqual(['A statement of maps'])
    expect(await left('topic=maps')).toEqual([
      'A statement of maps',
      'Open for registration',
      'Over and recorded',
    ])
    expect(await left('topic=maps&topic=night')).toHaveLength(4)
    expect(await left('topic=maps&language=es')).toEqual(['Open for registration'])
    expect(await left('by=open-knowledge')).toEqual(['Over and recorded'])
    expect(await left('interpretation=en')).toEqual(['Open for registration'])
    expect(await left('captions=en&sign=bfi')).toEqual(['A night of it'])
    expect(await left('only=recorded')).toEqual(['Over and recorded'])
    expect(await left('only=open')).toEqual(['Open for registration'])
    expect(await left('only=to-come')).toEqual(['A long day', 'A night of it', 'Open for registration'])
    expect(await left('only=awake')).toEqual([
      'A long day',
      'A night of it',
      'Called off',
      'Open for registration',
    ])
    expect(await left('only=awake&zone=Asia/Manila')).toEqual(['A long day', 'Over and recorded'])
    expect(await left('only=awake&awake=20-6')).toEqual(['A long day', 'A night of it', 'Over and recorded'])
    expect(await left('q=registration')).toEqual(['Open for registration'])
    expect(await left('q=lagos')).toEqual(['A long day'])
    expect(await left('language=fr&topic=budgets')).toEqual(['A long day'])
    expect(await left('q=maps&only=to-come&language=es')).toEqual(['Open for registration'])
  })

  test('says what is chosen, how to give it up, and how many each choice leaves', async () => {
    const site = await open(await empty())
    const { html } = await page(site, '?topic=maps&only=to-come')
    expect(html).toContain('<meta name="robots" content="noindex, nofollow"/>')
    expect(html).toContain(`<a href="${path}?only=to-come" rel="nofollow" aria-label="Remove: Topic: Maps">`)
    expect(html).toContain(`<a href="${path}?topic=maps" rel="nofollow" aria-label="Remove: still to come">`)
    expect(html).toContain('1 entry of 6')
    const count = (name: string, value: string) =>
      new RegExp(`name="${name}" value="${value}"( checked)?>.*?<small>(\\d*)</small></label>`).exec(html)
    expect(count('topic', 'maps')!.slice(1)).toEqual([' checked', '1'])
    expect(count('topic', 'budgets')!.slice(1)).toEqual([undefined, '2'])
    expect(count('only', 'recorded')).toBeNull()
    expect(html).toMatch(/1 event in 50 hours/)
  })

  test('helps whoever finds nothing, and names what it does not know', async () => {
    const site = await open(await empty())
    const none = await page(site, '?topic=night&language=es')
    expect(none.html).toContain('Nothing in this programme is all of that.')
    expect(none.html).toContain(`<a href="${path}?language=es" rel="nofollow">1 without “Topic: Night”</a>`)
    const wrong = await page(site, '?topic=nothing&kind=party&only=fun&language=es&page=0&day=tomorrow')
    expect(titles(wrong.html)).toEqual(['Open for registration'])
    for (const word of ['nothing', 'party', 'fun', '0', 'tomorrow'])
      expect(wrong.html).toContain(`“${word}” is nothing that can be looked for here`)
    expect(wrong.headers.get('cache-control')).toBe('no-store')
  })

  test('offers the first few choices to be given up, however many there are', async () => {
    const all: Partial<Finding> = {
      tags: ['Maps'],
      organisations: [{ name: 'Open Knowledge' }],
      languages: ['en'],
      interpretation: ['es'],
      captions: ['fr'],
      signLanguages: ['bfi'],
    }
    const lacking = Object.keys(all).map(field => event(`No ${field}`, 12, { ...all, [field]: [] }))
    const site = await open(await empty(), lacking)
    const six = 'topic=maps&by=open-knowledge&language=en&interpretation=es&captions=fr&sign=bfi'
    const { html } = await page(site, `?${six}`)
    expect(titles(html)).toEqual([])
    expect(html.match(/>1 without “/g)).toHaveLength(5)
  })

  test('whatever the query is, there is a page', async () => {
    const site = await open(await empty())
    const names = [
      'q',
      'kind',
      'topic',
      'by',
      'language',
      'sign',
      'only',
      'day',
      'page',
      'view',
      'zone',
      'awake',
      'at',
    ]
    await fc.assert(
      fc.asyncProperty(queryParts(names), async query => {
        const { status, html } = await page(site, `?${query}`)
        expect([query, status]).toEqual([query, 200])
        expect([query, isHarmed(html)]).toEqual([query, false])
      }),
      { numRuns: 25 },
    )
  })
})

describe('pages of a programme', () => {
  const many = Array.from({ length: 900 }, (_, number) =>
    event(`Talk ${number}`, number % 23, {
      start: `2021-03-0${6 + (number % 2)}T${String(number % 23).padStart(2, '0')}:00:00+00:00[Europe/London]`,
      end: `2021-03-0${6 + (number % 2)}T${String(number % 23).padStart(2, '0')}:45:00+00:00[Europe/London]`,
    }),
  )

  test('a long one is shown by pages, of which the first begins with what is on; every entry is on one', async () => {
    const site = await open(undefined, many)
    const first = await page(site, '')
    expect(first.html.indexOf('id="list-on"')).toBeLessThan(first.html.indexOf('id="list-later"'))
    expect(first.html).toContain('1–400 of 900')
    expect(first.html).not.toContain('name="robots"')
    const seen = new Set<string>()
    for (const number of [1, 2, 3]) {
      const { html } = await page(site, number === 1 ? '' : `?page=${number}`)
      for (const title of titles(html)) seen.add(title)
    }
    expect(seen.size).toBe(900)
    const second = await page(site, '?page=2')
    expect(second.html).toContain('<meta name="robots" content="noindex"/>')
    expect(second.html).toContain(`<a href="${path}" rel="prev nofollow">`)
    const ofDay = await page(site, '?day=2021-03-07&page=2')
    expect(titles(ofDay.html)).toHaveLength(50)
    expect(ofDay.html).toContain('401–450 of 450')
    expect(titles((await page(site, '?view=told&page=3')).html)).toHaveLength(100)
  })

  test('filtered ones are kept by what they show, aside from those that many read', async () => {
    const site = await open()
    const tag = async (query: string) => (await page(site, query)).headers.get('etag')
    expect(await tag('?topic=maps&topic=night')).toBe(await tag('?topic=night&topic=maps&utm_source=x'))
    expect(await tag('?topic=maps')).not.toBe(await tag(''))
    const plain = await tag('')
    for (let number = 0; number < 300; number++) await page(site, `?q=word${number}`)
    expect(await tag('')).toBe(plain)
  })
})
