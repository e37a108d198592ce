import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDay } from '../../../test/a-day.ts'
import { addProgramme, openSite, type TestSite } from '../../../test/site.ts'
import { inspect } from '../../intake/inspect.ts'
import { changeEntries } from '../../services/change-entries.ts'
import { readProgramme } from '../../storage/programmes.ts'

const at = '/open-data-day/2021'
const origin = 'http://localhost:1812'
let site: TestSite

beforeAll(async () => {
  site = await openSite('2021-03-06T09:20:00Z')
  const edition = { series: 'open-data-day', edition: '2021', date: '2021-03-06', zone: 'Europe/London' }
  await addProgramme(site, edition, [
    ...aDay,
    {
      ...aDay[0]!,
      title: 'Behind a door',
      start: '2021-03-06T15:00:00+01:00[Africa/Lagos]',
      end: '2021-03-06T16:00:00+01:00[Africa/Lagos]',
      links: [{ role: 'join', url: 'https://zoom.us/j/1?pwd=secret' }],
    },
  ])
})
afterAll(() => site.close())

const page = async (path: string) => (await site.app.request(`${origin}${path}`)).text()
const graphOf = (html: string) => {
  const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)![1]!)
  return (data['@graph'] ?? [data]) as Record<string, unknown>[]
}
/** What the house’s own reader of pages makes of one of its pages. */
async function readBack(path: string) {
  const bytes = Buffer.from(await page(path))
  const lines = [...(await inspect(bytes, { as: 'page', url: `${origin}${path}` }))]
  return lines.flatMap(line => ('finding' in line ? [line.finding] : []))
}

test('an entry’s page is read back as the same event', async () => {
  const [found] = await readBack(`${at}/maps-for-the-harbour`)
  expect(found).toMatchObject({
    kind: 'event',
    title: 'Maps for the harbour',
    start: '2021-03-06T10:00:00+01:00[Africa/Lagos]',
    end: '2021-03-06T11:00:00+01:00[Africa/Lagos]',
    attendance: 'online',
    organisations: [{ name: 'Harbour Mappers', url: 'https://harbour.example' }],
    from: { title: 'json-ld', start: 'json-ld' },
  })
  expect(found).not.toHaveProperty('doubts')
  const [cancelled] = await readBack(`${at}/a-walk-that-was-called-off`)
  expect(cancelled).toMatchObject({ title: 'A walk that was called off', status: 'cancelled' })
  const [statement] = await readBack(`${at}/open-by-default`)
  expect(statement).toMatchObject({ title: 'Open by default', published: '2021-03-05' })
})

test('what was moved says when it was to be, and a recording since when it has been there', async () => {
  const { edition, entries } = (await readProgramme(site.store, 'open-data-day', '2021'))!
  const { id } = entries.find(({ title }) => title === 'Night of the archives')!
  const change = (told: object, moment: string) =>
    changeEntries(site.store, edition.id, [id], fields => ({ ...fields, ...told }), {
      by: 'Ada',
      at: Date.parse(moment),
      name: 'edit',
    })
  const time = { precision: 'moment', end: null, zone: 'Europe/Berlin' }
  await change({ time: { ...time, start: '2021-03-06T23:00:00' } }, '2021-03-06T09:30:00Z')
  await change({ time: { ...time, start: '2021-03-07T20:00:00' } }, '2021-03-06T09:40:00Z')
  const recording = { role: 'recording', url: 'https://youtu.be/abcdefghijk', title: null }
  await change({ links: [{ ...recording, health: 'unknown', visibility: 'public' }] }, '2021-03-08T10:00:00Z')
  site.clock.now = Date.parse('2021-03-08T11:00:00Z')
  const [event, trail] = graphOf(await page(`${at}/night-of-the-archives`))
  expect(event).toMatchObject({
    startDate: '2021-03-07T20:00:00+01:00',
    previousStartDate: '2021-03-06T22:00:00+01:00',
    eventStatus: 'https://schema.org/EventRescheduled',
    recordedIn: [
      {
        '@type': 'VideoObject',
        uploadDate: '2021-03-08T10:00:00.000Z',
        embedUrl: 'https://www.youtube.com/embed/abcdefghijk',
      },
    ],
  })
  expect(trail).toMatchObject({
    '@type': 'BreadcrumbList',
    itemListElement: [
      { name: expect.any(String), item: `${origin}/open-data-day` },
      { item: `${origin}${at}` },
      { name: 'Night of the archives', item: `${origin}${at}/night-of-the-archives` },
    ],
  })
  const blog = graphOf(await page(at)).find(each => each['@type'] === 'LiveBlogPosting')
  expect(blog).toMatchObject({
    dateModified: '2021-03-08T10:00:00Z',
    liveBlogUpdate: expect.arrayContaining([
      {
        '@type': 'BlogPosting',
        headline: 'Recording available: Night of the archives',
        datePublished: '2021-03-08T10:00:00Z',
        url: `${origin}${at}/night-of-the-archives`,
      },
    ]),
  })
})

test('the page of a series names its editions', async () => {
  const [series, trail] = graphOf(await page('/open-data-day'))
  expect(series).toMatchObject({
    '@type': 'EventSeries',
    '@id': `${origin}/open-data-day`,
    startDate: '2021-03-06',
    subEvent: [{ '@type': 'Event', url: `${origin}${at}`, startDate: '2021-03-06', endDate: '2021-03-06' }],
  })
  expect(trail).toMatchObject({ '@type': 'BreadcrumbList' })
})

test('a door that opens near the start alone is told nowhere', async () => {
  const html = await page(`${at}/behind-a-door`)
  expect(html).toContain('Behind a door')
  expect(html).not.toMatch(/zoom\.us|secret/)
})
