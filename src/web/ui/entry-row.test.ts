import { afterAll, beforeAll, expect, test } from 'vitest'
import { addProgramme, openSite, type TestSite } from '../../../test/site.ts'

const path = '/data-day/2021'
let site: TestSite

beforeAll(async () => {
  site = await openSite('2021-03-07T09:00:00Z')
  await addProgramme(
    site,
    { series: 'data-day', edition: '2021', date: '2021-03-06', zone: 'Europe/London' },
    [
      {
        kind: 'event',
        title: 'Budgets without an end',
        start: '2021-03-06T17:00:00+08:00[Asia/Manila]',
        organisations: [{ name: 'Budget Watch' }],
        tags: ['open budgets', 'Budget Watch'],
        links: [
          { role: 'source', url: 'https://budgets.example/event' },
          { role: 'source', url: 'https://www.code.example/budgets', title: 'The data behind it' },
          { role: 'source', url: 'https://www.other.example/budgets' },
          { role: 'recording', url: 'https://video.example/budgets' },
        ],
      },
      {
        kind: 'event',
        title: 'A vigil at dusk',
        start: '2021-03-06T18:00:00',
        end: '2021-03-06T19:00:00',
        floating: true,
      },
      {
        kind: 'event',
        title: 'A day of talks',
        start: '2021-03-06T10:00:00+00:00[Europe/London]',
        end: '2021-03-06T18:00:00+00:00[Europe/London]',
        sessions: [
          { kind: 'event', title: 'The first talk', start: '2021-03-06T10:00:00+00:00[Europe/London]' },
          { kind: 'event', title: 'The last talk', start: '2021-03-06T17:00:00+00:00[Europe/London]' },
        ],
      },
      { kind: 'event', title: 'Late in Lima', start: '2021-03-06T20:00:00-05:00[-05:00]' },
    ],
  )
})
afterAll(() => site.close())

async function row(slug: string, query: string): Promise<string> {
  const html = await (await site.app.request(`${path}${query}`)).text()
  const start = html.indexOf(`id="${slug}"`)
  expect(start).toBeGreaterThan(-1)
  return html.slice(start, html.indexOf('</li>', start))
}

test('a moment in the middle of an event offers no recording of it, a moment after it does', async () => {
  const during = await row('budgets-without-an-end', '?at=2021-03-06T09:20Z')
  expect(during).toContain('Probably on now')
  expect(during).not.toContain('https://video.example/budgets')
  const after = await row('budgets-without-an-end', '?at=2021-03-06T12:00Z')
  expect(after).toContain('href="https://video.example/budgets"')
})

test('several links of one role are called by their title or their site', async () => {
  const links = [
    ...(await row('budgets-without-an-end', '')).matchAll(/<a href="(https[^"]*)"[^>]*>(.*?)<\/a>/g),
  ]
  expect(links.map(([, url, words]) => [url, words])).toEqual([
    ['https://budgets.example/event', '\u2068budgets.example\u2069'],
    ['https://www.code.example/budgets', '\u2068The data behind it\u2069'],
    ['https://www.other.example/budgets', '\u2068other.example\u2069'],
  ])
})

test('the line of who, where and what says nothing twice', async () => {
  const by = /<p class="by">(.*?)<\/p>/.exec(await row('budgets-without-an-end', ''))?.[1]
  expect(by?.replace(/[\u2068\u2069]/g, '')).toBe('Event · Budget Watch · open budgets')
})

test('a fixed distance from UTC is no place to be in', async () => {
  expect(await row('late-in-lima', '')).toContain('Sat 6 Mar, 20:00 UTC−5')
})

test('what is at the same hour everywhere ends at the same hour everywhere', async () => {
  for (const zone of ['Asia/Manila', 'America/Lima'])
    expect(await row('a-vigil-at-dusk', `?zone=${zone}`)).toContain(
      '<time class="end" datetime="2021-03-06T19:00" data-floating>until 19:00</time>',
    )
})

test('the sessions of a day stand on its page; its links are theirs', async () => {
  expect(await row('a-day-of-talks', '')).toContain('2 sessions')
  const html = await (await site.app.request(`${path}/a-day-of-talks`)).text()
  const programme = html.slice(html.indexOf('class="list"'))
  expect([...programme.matchAll(/<h3><a href="#([^"]*)"><bdi>([^<]*)/g)].map(([, , title]) => title)).toEqual(
    ['The first talk', 'The last talk'],
  )
  expect(html.match(/Link missing/g)).toHaveLength(1)
})
