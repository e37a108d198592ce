import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { startClock } from '../../src/clock.ts'
import { readConfig } from '../../src/config.ts'
import { type Site, serve } from '../../src/main.ts'
import { inBrowser } from './browsing.ts'

const path = '/open-data-day/2021'
/** The calendar day, from where it begins first to where it ends last. */
const day = { begins: Date.parse('2021-03-05T10:00Z'), ends: Date.parse('2021-03-07T12:00Z') }
/** Four hours a second: the fifty hours take twelve and a half. */
const speed = 14_400
const patience = { timeout: 120_000 }

let folder: string
let site: Site | undefined
afterAll(async () => {
  await site?.close()
  if (folder) await rm(folder, { recursive: true, force: true })
})
const our = inBrowser()

/** What a page showed of an event of the day: each look that differs from the one before. */
type Look = { phase: string; recording: boolean; cancelled: boolean }
type Seen = Record<string, { title: string; isRecorded: boolean; looks: Look[] }>

test('the demo goes from upcoming to recordings under the eyes of a reader', {
  timeout: 300_000,
}, async () => {
  folder = await mkdtemp(join(tmpdir(), 'daylong-fast-day-'))
  // How long it takes until the page is open is the machine's matter: the day begins when there was time for it.
  let seconds = 4
  let opened = await open(seconds)
  while (!opened.isInTime) {
    await opened.page.close()
    await site!.close()
    seconds *= 3
    opened = await open(seconds)
  }
  const { page, ada, story } = opened
  expect(await page.locator('.notice[role=note]').innerText()).toContain('Rehearsal (×14')

  // What is pressed at the desk meanwhile is shown, though this page is not opened anew.
  const toCome = (await page.evaluate('seen')) as Seen
  const [slug, { title }] = Object.entries(toCome).findLast(([, { title }]) => /^[\w ]+$/.test(title))!
  const row = story.split('<li class="row').find(each => each.includes(`>${title}<`))!
  const entry = /data-id="([^"]+)"/.exec(row)![1]!
  expect(await ada(`/desk${path}/day`, { entry, act: 'cancel' })).toContain('It is said to be cancelled.')
  await page.waitForFunction(slug => seen[slug]!.looks.at(-1)!.cancelled, slug, patience)

  const unfinished = () =>
    Object.entries(seen).filter(([, { isRecorded, looks }]) => {
      const { phase, recording, cancelled } = looks.at(-1)!
      return !cancelled && (phase !== 'over' || recording !== isRecorded)
    })
  await expect
    .poll(() => page.evaluate(unfinished), { timeout: seconds * 1000 + 60_000, interval: 500 })
    .toEqual([])
  const { [slug]: cancelled, ...held } = (await page.evaluate('seen')) as Seen
  expect(cancelled!.looks[0]).toEqual({ phase: 'upcoming', recording: false, cancelled: false })
  expect(Object.values(held).length).toBeGreaterThan(100)
  for (const { looks } of Object.values(held)) {
    const passed = looks.map(({ phase }) => order.indexOf(phase))
    expect(passed).toEqual(passed.toSorted((a, b) => a - b))
    expect(passed[0]).toBe(0)
    expect(looks.filter(({ phase, recording }) => recording && phase !== 'over')).toEqual([])
  }
  const all = Object.values(held).flatMap(({ looks }) => looks)
  expect(new Set(all.map(({ phase }) => phase))).toEqual(new Set(order))
  expect(Object.values(held).filter(({ looks }) => looks.at(-1)!.recording).length).toBeGreaterThan(30)
})

const order = ['upcoming', 'soon', 'on', 'over']

declare const seen: Seen

/** The site, so many seconds before the day by a clock that goes fast, to whom it belongs, and its page of the day. */
async function open(seconds: number) {
  const config = readConfig({ PORT: '0', HOST: '127.0.0.1', DAYLONG_DATA: folder })
  site = await serve(config, { clock: startClock({ start: day.begins - seconds * 1000 * speed, speed }) })
  const { address } = site
  const claim = await fetch((await site.offerClaim())!, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: address },
    body: new URLSearchParams({ name: 'Ada', email: 'ada@example.org', password: 'the fifty hours' }),
  })
  const cookies = (answer: Response) => answer.headers.getSetCookie().map(each => each.split(';')[0])
  const headers = { cookie: cookies(claim).join('; '), origin: address }
  const ada = async (to: string, form?: Record<string, string>): Promise<string> => {
    const posted = form && { method: 'POST', body: new URLSearchParams(form) }
    const answer = await fetch(address + to, { headers, redirect: 'manual', ...posted })
    if (answer.status !== 303) return answer.text()
    const cookie = [headers.cookie, ...cookies(answer)].join('; ')
    return (await fetch(address + to, { headers: { cookie } })).text()
  }
  const story = await ada(`/desk${path}/story`)
  const page = await our.browser.newPage({ locale: 'en-GB', timezoneId: 'Europe/Berlin' })
  await page.goto(address + path)
  await page.locator('html[data-moves]').waitFor({ state: 'attached', ...patience })
  const isInTime = await page.evaluate(watch, day)
  return { page, ada, story, isInTime }
}

/** In the page: writes down how what begins and ends on the day is shown, from now on. @returns whether all is to come */
function watch({ begins, ends }: typeof day): boolean {
  const seen: Seen = {}
  const look = () => {
    for (const row of document.querySelectorAll<HTMLElement>('.entry[data-t]')) {
      const [start, end, , , , rec] = row.dataset.t!.split(',')
      // An event whose end nobody told is taken to be over in time, too.
      if (Number(start) * 1000 < begins || Number(end || start) * 1000 > ends - 6 * 3_600_000) continue
      const phase = ['upcoming', 'soon', 'on', 'over'].find(name => row.classList.contains(name)) ?? ''
      const recording = row.querySelector('.act[aria-label^="Watch recording"]') !== null
      const cancelled = row.textContent!.includes('Cancelled')
      const title = row.querySelector('bdi')!.textContent!
      const { looks } = (seen[row.id] ??= { title, isRecorded: rec === 'rec', looks: [] })
      if (JSON.stringify(looks.at(-1)) !== JSON.stringify({ phase, recording, cancelled }))
        looks.push({ phase, recording, cancelled })
    }
  }
  look()
  setInterval(look, 50)
  Object.assign(window, { seen })
  return Object.values(seen).every(({ looks }) => looks[0]!.phase === 'upcoming')
}
