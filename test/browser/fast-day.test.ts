import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { rehearsedAt } from '../../src/domain/rehearsal.ts'
import { type Site, serve } from '../../src/main.ts'
import { openBrowser } from './browser.ts'

/** Four hours a second: the fifty hours take twelve and a half. */
const speed = 14_400
const path = '/open-data-day/2021'

/** It goes slowly until the page is open for the first time: how long that takes is the machine's matter. */
const clock = { start: Date.parse('2021-03-03T00:00Z'), since: Date.now(), speed: 1 }

let folder: string
let site: Site
let browser: Browser
let cookie: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daylong-fast-day-'))
  browser = await openBrowser()
  const config = readConfig({ PORT: '0', HOST: '127.0.0.1', DAYLONG_DATA: folder })
  site = await serve(config, { clock: { now: () => rehearsedAt(clock, Date.now()), rehearsal: clock } })
  const claim = await fetch((await site.offerClaim())!, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: site.address },
    body: new URLSearchParams({ name: 'Ada', email: 'ada@example.org', password: 'the fifty hours' }),
  })
  cookie = claim.headers
    .getSetCookie()
    .find(each => each.includes('sign-in'))!
    .split(';')[0]!
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
  await rm(folder, { recursive: true, force: true })
})

/** What the browser's own page says of each colour of its picture, and how its rows stand. */
type Sample = { on: number; upcoming: number; over: number; rec: number; rows: number }

test('the demo goes from upcoming to recordings under the eyes of a reader, in half a minute', {
  timeout: 180_000,
  retry: 1,
}, async () => {
  const page = await browser.newPage({ locale: 'en-GB', timezoneId: 'Europe/Berlin' })
  await page.goto(site.address + path, { waitUntil: 'load' })
  const first = page.locator('.entry.upcoming').first()
  const [slug, title] = [await first.getAttribute('id'), await first.locator('bdi').first().innerText()]
  const story = await ask(`/desk${path}/story`)
  const row = story.split('<li class="row').find(each => each.includes(title.replaceAll('&', '&amp;')))!
  const entry = /data-id="([^"]+)"/.exec(row)![1]!
  await ask(`/desk${path}/day`)

  Object.assign(clock, { since: Date.now(), speed })
  await page.goto(site.address + path, { waitUntil: 'load' })
  expect(await page.locator('.notice[role=note]').innerText()).toContain('Rehearsal (×14')
  const pressed = ask(`/desk${path}/day`, { entry, act: 'cancel' })

  const samples: Sample[] = []
  const deadline = Date.now() + 120_000
  do {
    await page.waitForTimeout(250)
    samples.push(
      await page.evaluate(() => {
        const count = (name: string) => {
          const key = document.querySelector<HTMLElement>(`.key.${name}`)
          return key && !key.hidden ? Number(/\d+/.exec(key.textContent ?? '')?.[0] ?? 0) : 0
        }
        const rows = document.querySelectorAll('.entry.on').length
        return { on: count('on'), upcoming: count('upcoming'), over: count('over'), rec: count('rec'), rows }
      }),
    )
  } while (samples.at(-1)!.upcoming + samples.at(-1)!.on > 0 && Date.now() < deadline)

  expect(samples[0]).toMatchObject({ on: 0, rec: 0 })
  expect(samples[0]!.upcoming).toBeGreaterThan(100)
  expect(samples.some(({ on, rows }) => on > 0 && rows > 0)).toBe(true)
  const falls = samples.map(({ upcoming }) => upcoming)
  expect(falls).toEqual(falls.toSorted((a, b) => b - a))
  const rises = samples.map(({ rec }) => rec)
  expect(rises).toEqual(rises.toSorted((a, b) => a - b))
  expect(samples.at(-1)).toMatchObject({ on: 0, upcoming: 0, rows: 0 })
  expect(samples.at(-1)!.rec).toBeGreaterThan(30)
  expect(await pressed).toContain('It is said to be cancelled.')
  // What was pressed at the desk meanwhile, and nobody asked this page for.
  await expect
    .poll(() => page.locator(`[id="${slug}"]`).first().innerText(), { timeout: 30_000 })
    .toContain('Cancelled')
  await page.close()

  async function ask(to: string, form?: Record<string, string>): Promise<string> {
    const headers = { cookie, origin: site.address }
    const answer = await fetch(site.address + to, {
      headers,
      redirect: 'manual',
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    })
    if (answer.status !== 303) return answer.text()
    const done = answer.headers.getSetCookie().map(each => each.split(';')[0])
    const next = await fetch(site.address + to, { headers: { cookie: [cookie, ...done].join('; ') } })
    return next.text()
  }
})
