import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDay } from '../../../test/a-day.ts'
import { addProgramme, openSite, type TestSite } from '../../../test/site.ts'
import { addWriting } from '../../services/edit-writing.ts'
import { readProgramme } from '../../storage/programmes.ts'

const at = '/open-data-day/2021'
let site: TestSite

beforeAll(async () => {
  site = await openSite('2021-03-06T09:20:00Z')
  const edition = { series: 'open-data-day', edition: '2021', date: '2021-03-06', zone: 'Europe/London' }
  const evil = {
    ...aDay[0]!,
    title: '</script>"><img src=x onerror=alert(1)> & 50%',
    start: '2021-03-06T03:00:00+01:00[Africa/Lagos]',
    end: '2021-03-06T04:00:00+01:00[Africa/Lagos]',
  }
  const long = {
    ...evil,
    title: 'long '.repeat(100).trim(),
    start: '2021-03-06T05:00:00+01:00[Africa/Lagos]',
    end: '2021-03-06T06:00:00+01:00[Africa/Lagos]',
  }
  const door = {
    ...aDay[0]!,
    title: 'Behind a door',
    summary: 'Come in by https://zoom.us/j/1?pwd=secret',
    start: '2021-03-06T15:00:00+01:00[Africa/Lagos]',
    end: '2021-03-06T16:00:00+01:00[Africa/Lagos]',
    links: [{ role: 'join' as const, url: 'https://zoom.us/j/1?pwd=secret' }],
  }
  await addProgramme(site, edition, [...aDay, evil, long, door])
})
afterAll(() => site.close())

const ask = (path: string) => site.app.request(`http://localhost:1812${path}`)
const page = async (path: string) => (await ask(path)).text()
const words = (html: string) =>
  html
    .replace(/<style>.*?<\/style>|<script.*?<\/script>/gs, '')
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')

test('an entry leads to how it is cited, in the reader’s language', async () => {
  expect(await page(`${at}/open-by-default`)).toContain(`<a href="${at}/open-by-default/cite">Cite this</a>`)
  const html = await page(`${at}/open-by-default/cite`)
  expect(words(html)).toContain(
    'A Commission (5 March 2021). Open by default [Statement]. Open Data Day 2021. https://www.ohchr.org/statement',
  )
  expect(html).toContain('<meta name="robots" content="noindex"')
  expect(html).toContain(`<a href="${at}/open-by-default.bib" download="">BibTeX</a>`)
  expect(words(await page(`${at}/open-by-default/cite?lang=de`))).toContain(
    '(5. März 2021). Open by default [Erklärung]',
  )
})

test.each([
  [
    'bib',
    'application/x-bibtex',
    /^@misc\{2021-maps-for-the-harbour,\n {2}title = \{\{Maps for the harbour\}\}/,
  ],
  ['ris', 'application/x-research-info-systems', /^TY {2}- SLIDE\r\nID {2}- 2021-maps-for-the-harbour\r\n/],
  [
    'csl.json',
    'application/vnd.citationstyles.csl+json',
    /^\[\n {2}\{\n {4}"id": "2021-maps-for-the-harbour"/,
  ],
])('a file for programs: .%s', async (format, type, begins) => {
  const answer = await ask(`${at}/maps-for-the-harbour.${format}`)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe(`${type}; charset=utf-8`)
  expect(answer.headers.get('content-disposition')).toBe(
    `attachment; filename="2021-maps-for-the-harbour.${format}"`,
  )
  expect(await answer.text()).toMatch(begins)
  const again = await site.app.request(`http://localhost:1812${at}/maps-for-the-harbour.${format}`, {
    headers: { 'if-none-match': answer.headers.get('etag')! },
  })
  expect(again.status).toBe(304)
})

test('the head of a page tells what keepers of references read', async () => {
  const html = await page(`${at}/maps-for-the-harbour`)
  for (const meta of [
    '<meta name="citation_title" content="Maps for the harbour"/>',
    '<meta name="citation_author" content="Harbour Mappers,"/>',
    '<meta name="citation_publication_date" content="2021/03/06"/>',
    '<meta name="z:itemType" content="presentation"/>',
    '<meta name="bib:presentedAt" content="Open Data Day 2021"/>',
  ])
    expect(html).toContain(meta)
  expect(await page(at)).not.toContain('citation_')
})

test('an edition, a post and a page are cited too', async () => {
  expect(await (await ask(`${at}.bib`)).text()).toMatch(
    /^@online\{open-data-day-2021,\n {2}title = \{\{Open Data Day 2021\}\}/,
  )
  expect(words(await page(`${at}/cite`))).toContain('Open Data Day 2021 (6 March 2021).')
  const told = {
    title: 'A thought',
    slug: 'a-thought',
    text: 'Words.',
    state: 'published' as const,
    day: '2021-03-01',
  }
  const rest = {
    excerpt: null,
    publishedAt: 1,
    parentId: null,
    position: 0,
    inMenu: false,
    publishAt: null,
    language: null,
    authors: [],
    tags: [],
    categories: [],
  }
  await addWriting(site.store, 'post', { ...told, ...rest }, { by: 'Ada', at: 1 })
  expect(await (await ask('/2021/03/a-thought.ris')).text()).toMatch(/^TY {2}- BLOG\r\n/)
  expect(await page('/2021/03/a-thought')).toContain('<a href="/2021/03/a-thought/cite">Cite this</a>')
  expect((await ask('/2021/04/a-thought.ris')).status).toBe(404)
})

test('what somebody wrote stays what it is', async () => {
  const { entries } = (await readProgramme(site.store, 'open-data-day', '2021'))!
  const paths = entries.map(({ slug }) => encodeURI(`${at}/${slug}`))
  for (const path of paths) {
    const cite = await page(`${path}/cite`)
    expect(cite).not.toMatch(/<img src=x|zoom\.us\/j\/1\?pwd/)
    for (const format of ['bib', 'ris', 'csl.json']) {
      const answer = await ask(`${path}.${format}`)
      expect([path, answer.status]).toEqual([path, 200])
      expect(await answer.text()).not.toContain('secret')
    }
  }
  expect(paths.length).toBeGreaterThan(10)
})

test('nothing that readers do not see is cited', async () => {
  for (const path of [
    `${at}/nothing.bib`,
    `${at}/nothing/cite`,
    '/nothing/2021.bib',
    '/nothing/2021/cite',
    '/2021/03/no.bib',
  ])
    expect([path, (await ask(path)).status]).toEqual([path, 404])
})
