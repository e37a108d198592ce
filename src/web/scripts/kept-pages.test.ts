import { expect, onTestFinished, test } from 'vitest'
import { aDay, dataDay } from '../../../test/a-day.ts'
import { addProgramme, openSite } from '../../../test/site.ts'
import { signInCookie } from '../../services/sign-in/means.ts'
import { asSeen, filesOf, isAway, listKept, mayKeep } from './kept-pages.ts'

const seenAt = Date.parse('2021-03-06T13:20:00Z')

async function openPages() {
  const site = await openSite('2021-03-06T09:20:00Z')
  onTestFinished(site.close)
  await addProgramme(site, dataDay, aDay, { title: 'Data & Day' })
  return async (path: string, headers: Record<string, string> = {}) => {
    const answer = await site.app.request(path, { headers })
    return { answer, html: await answer.text() }
  }
}

test('a kept page says when it was seen, in the zone and language that it shows', async () => {
  const read = await openPages()
  const notice = (html: string) => /<p class="notice" role="status">[^<]*<\/p>/.exec(html)?.[0]
  const { html } = await read('/data-day/2021')
  expect(html).toContain('<template id="seen">')
  const seen = asSeen({ path: '/data-day/2021', html, seenAt }, 'Asia/Manila')
  expect(seen).not.toContain('<template id="seen">')
  expect(notice(seen)).toContain('21:20')
  expect(seen.replace(notice(seen)!, '')).toBe(html.replace(/<template id="seen">.*?<\/template>/s, ''))
  const chosen = await read('/data-day/2021?zone=Africa/Lagos&lang=fr')
  const french = asSeen({ path: '/', html: chosen.html, seenAt }, 'Asia/Manila')
  expect(notice(french)).toMatch(/hors ligne.*14:20/)
})

test('pages of readers are kept; the desk, doors, pages as of a moment and of somebody signed in are not', async () => {
  const read = await openPages()
  const kept = async (path: string, headers?: Record<string, string>) => {
    const { answer } = await read(path, headers)
    return mayKeep({ status: answer.status, redirected: false, headers: answer.headers })
  }
  const paths = [
    '/',
    '/data-day',
    '/data-day/2021',
    '/data-day/2021?view=days',
    '/data-day/2021/a-vigil-at-dusk',
  ]
  for (const path of paths) expect([path, await kept(path)]).toEqual([path, true])
  const others = ['/offline', '/sign-in', '/desk', '/zone', '/nothing', '/data-day/2021?at=2021-03-06T13:00Z']
  for (const path of others) expect([path, await kept(path)]).toEqual([path, false])
  expect(await kept('/data-day/2021', { cookie: `${signInCookie}=abc` })).toBe(false)
  expect([500, 502, 503, 504, 404, 200].filter(isAway)).toEqual([502, 503, 504])
})

test('the offline page lists what is kept, the last seen first, and tries again where one was', async () => {
  const read = await openPages()
  const { html: offline } = await read('/offline')
  const { html } = await read('/data-day/2021')
  const empty = listKept(offline, '/elsewhere?a=1&b=2', [], 'UTC')
  expect(empty).toContain('href="/elsewhere?a=1&amp;b=2" data-again')
  expect(empty).toContain('No pages yet.')
  const first = { path: '/data-day/2021', html, seenAt }
  const second = { path: '/data-day/2021?view=days&lang=en', html, seenAt: seenAt + 60_000 }
  const list = listKept(offline, '/elsewhere', [first, second], 'UTC')
  const rows = [...list.matchAll(/<li class="line">.*?<\/li>/gs)].map(([row]) => row)
  expect(rows.map(row => /href="([^"]*)"/.exec(row)![1])).toEqual([
    '/data-day/2021?view=days&amp;lang=en',
    '/data-day/2021',
  ])
  expect(rows[1]).toContain('13:20')
  expect(rows[1]).toContain('<bdi>Data &amp; Day</bdi>')
  expect(list).not.toContain('No pages yet.')
})

test('what a page loads is read from it', () => {
  const html =
    '<link rel="icon" href="/assets/icon-96.png"><script src="/assets/programme-abcdefgh.js"></script>' +
    '<a href="/assets">no</a><img src="https://other.example/assets/x.png"><link href="/assets/icon-96.png">'
  expect(filesOf(html)).toEqual(['/assets/icon-96.png', '/assets/programme-abcdefgh.js'])
})
