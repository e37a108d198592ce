import type { BrowserContext, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { EntryFields } from '../../src/domain/entry-fields.ts'
import type { Finding } from '../../src/domain/finding.ts'
import { addEntries } from '../../src/services/add-entries.ts'
import { changeEntries } from '../../src/services/change-entries.ts'
import { findEdition } from '../../src/storage/editions.ts'
import { content } from '../entries.ts'
import { addProgramme, openSite } from '../site.ts'
import { browsing } from './browsing.ts'
import { faultsOf } from './openness.ts'

let editionId: string
const path = '/data-day/2021'
/** Pages take their time on a busy machine. */
const patience = { timeout: 20_000 }

const event = (title: string, hour: number): Finding => ({
  kind: 'event',
  title,
  start: `2021-03-06T${String(hour).padStart(2, '0')}:00:00+00:00[Europe/London]`,
  end: `2021-03-06T${String(hour).padStart(2, '0')}:50:00+00:00[Europe/London]`,
})

const our = browsing(async () => {
  const site = await openSite('2021-03-06T09:20:00Z')
  const told = {
    series: 'data-day',
    edition: '2021',
    date: '2021-03-06',
    zone: 'Europe/London',
    publish: true,
  }
  const day = Array.from({ length: 13 }, (_, each) => event(`Talk ${each}`, 10 + each))
  day[0]!.links = [{ role: 'registration', url: 'https://talks.example/register' }]
  await addProgramme(site, told, [event('Early talk', 9), ...day], { title: 'Data Day 2021' })
  editionId = (await findEdition(site.store.db, 'data-day', '2021'))!.id
  return site
})

/** A page is believed for a second: what is done is done after it. */
const later = () => {
  our.site.clock.now += 2000
}
const who = (minor = false) => ({ by: 'Ada', at: our.site.clock.now, minor })
const change = async (slug: string, told: Partial<EntryFields>, minor = false) => {
  later()
  const { id } = await our.site.store.db
    .selectFrom('entries')
    .where('slug', '=', slug)
    .select('id')
    .executeTakeFirstOrThrow()
  await changeEntries(our.site.store, editionId, [id], fields => ({ ...fields, ...told }), {
    ...who(minor),
    name: 'edit',
  })
}
const add = async (...titles: string[]) => {
  later()
  const entries = titles.map(title => ({
    content: content(event(title, 10)),
    state: 'published' as const,
  }))
  await addEntries(our.site.store, editionId, entries, who())
}
const connections = (context: BrowserContext) => {
  const asked: string[] = []
  context.on('request', request => request.url().includes('/live?') && asked.push(request.url()))
  return asked
}
const titled = (page: Page, id: string, title: string) =>
  page.locator(`#${id}`).getByRole('link', { name: title }).waitFor(patience)
const badgeOf = (page: Page) => page.locator('html').getAttribute('data-badge')
const topOf = (page: Page, id: string) =>
  page.evaluate(of => document.getElementById(of)!.getBoundingClientRect().top, id)

test('a page that is read changes under its reader and moves nothing they look at', async () => {
  const context = await our.browser.newContext({
    locale: 'en-GB',
    timezoneId: 'Asia/Manila',
    viewport: { width: 390, height: 844 },
  })
  // Two hours late: the site says what time it is.
  await context.clock.setFixedTime(our.site.clock.now + 2 * 3_600_000)
  // Readers ask at moments of their own; this one asks at once.
  await context.addInitScript(() => {
    Math.random = () => 0
    // Browsers without a place for icons have no badge.
    navigator.setAppBadge = async count => document.documentElement.setAttribute('data-badge', String(count))
    navigator.clearAppBadge = async () => document.documentElement.setAttribute('data-badge', '0')
  })
  const asked = connections(context)
  const errors: string[] = []
  context.on('weberror', error => errors.push(String(error.error())))
  const [page, other] = [await context.newPage(), await context.newPage()]
  await page.goto(our.address + path)
  await expect.poll(() => asked.length, patience).toBe(1)
  await page.waitForSelector('#early-talk.on')
  await other.goto(`${our.address}${path}?view=told&lang=de`)
  await other.waitForFunction(() => 'hears' in document.documentElement.dataset)

  // Both hear of it by one connection, each in its own language and order.
  await add('A first surprise')
  for (const each of [page, other]) await each.getByRole('link', { name: 'A first surprise' }).waitFor()
  await page.locator('[data-section=next] #a-first-surprise').waitFor()
  expect(await page.locator('#a-first-surprise .when time').first().textContent()).toBe('18:00')
  expect(asked).toHaveLength(1)

  // What one is at stays as it is: the focus, what is open, what one sees.
  await page.locator('main > .updated > summary').click()
  await page.locator('#talk-6 h4 a').focus()
  await page.evaluate(() =>
    document.getElementById('talk-6')!.scrollIntoView({ block: 'center', behavior: 'instant' }),
  )
  const top = await topOf(page, 'talk-6')
  await change('talk-1', { note: 'A long note. '.repeat(60) })
  await page.locator('#talk-1 .note').waitFor()
  await change('talk-6', { title: 'Talk six' })
  await titled(page, 'talk-6', 'Talk six')
  expect(await page.evaluate(() => document.activeElement?.closest('.entry')?.id)).toBe('talk-6')
  expect(await page.locator('main > .updated').getAttribute('open')).not.toBeNull()
  expect(Math.abs((await topOf(page, 'talk-6')) - top)).toBeLessThan(3)

  // What is new waits until it is wanted.
  await add('Second surprise', 'Third surprise')
  const offer = page.locator('.fresh-bar button')
  await offer.waitFor()
  expect(await offer.innerText()).toBe('2 new – show')
  expect(await page.title()).toBe('(2) Data Day 2021')
  expect(await badgeOf(page)).toBe('2')
  expect(await page.locator('#second-surprise').count()).toBe(0)
  expect(Math.abs((await topOf(page, 'talk-6')) - top)).toBeLessThan(3)
  expect(await faultsOf(page, '.fresh-bar')).toEqual([])
  await offer.click()
  await page.locator('#third-surprise').waitFor()
  expect(await page.title()).toBe('Data Day 2021')
  expect(await badgeOf(page)).toBe('0')
  expect(await page.evaluate(() => document.activeElement?.closest('.entry')?.id)).toBe('second-surprise')

  // When something begins the page is taken anew, and what one is at stays as it is.
  const talk = await page.locator('#talk-0').elementHandle()
  const registers = page.locator('#talk-0').getByRole('link', { name: 'Register' })
  expect(await registers.count()).toBe(1)
  await page.locator('#talk-0 .what a').first().focus()
  our.site.clock.now += 45 * 60_000
  await context.clock.setFixedTime(our.site.clock.now + 2 * 3_600_000)
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await expect.poll(() => registers.count(), patience).toBe(0)
  expect(await page.locator('[data-section=on] > ol > #talk-0.on').count()).toBe(1)
  expect(await talk!.evaluate(row => row.isConnected && row.contains(document.activeElement))).toBe(true)

  // The other page takes the place of the one that is closed.
  await page.close()
  await expect.poll(() => asked.length, patience).toBe(2)
  await change('talk-2', { title: 'Talk two' })
  await titled(other, 'talk-2', 'Talk two')

  // What was heard and could not be asked for without network is asked for when there is one again.
  await context.setOffline(true)
  await change('talk-3', { title: 'Talk three' })
  await other.waitForTimeout(3000)
  expect(await other.locator('#talk-3').getByRole('link', { name: 'Talk 3' }).count()).toBe(1)
  await context.setOffline(false)
  await titled(other, 'talk-3', 'Talk three')
  expect(asked).toHaveLength(3)
  await change('talk-4', { state: 'withdrawn' })
  await expect.poll(() => other.locator('#talk-4').count(), patience).toBe(0)
  await other.close()

  // Whoever comes back later is told how much is new to them, and finds it.
  await change('talk-5', { status: 'cancelled' })
  await context.clock.setFixedTime(our.site.clock.now + 4 * 3_600_000)
  const again = await context.newPage()
  await again.goto(`${our.address}${path}?lang=fr`)
  const since = again.locator('.since-visit a')
  expect(await since.innerText()).toBe('1 changement depuis votre dernière visite.')
  await since.click()
  await again.waitForURL(/changes\?.*since=/)
  expect(await again.locator('[data-log] li[id]').count()).toBe(1)
  await again.goto(`${our.address}${path}/changes`)
  // The days of the log are those of the reader.
  expect(await again.locator('[data-log] li[id] .at').first().innerText()).toBe('18:05')
  // It goes on while it is read, and keeps its days.
  const [newest, lines] = [again.locator('[data-log] li[id]').first(), again.locator('[data-log] li[id]')]
  const before = await lines.count()
  await change('talk-6', { status: 'cancelled' })
  await expect.poll(() => lines.count(), patience).toBe(before + 1)
  expect(await newest.innerText()).toContain('Talk six')
  expect(await newest.locator('.at').innerText()).toBe('18:05')
  expect(errors).toEqual([])
  await context.close()
})

test('without script the page tells of when it is, and leads to a newer one', async () => {
  const context = await our.browser.newContext({ javaScriptEnabled: false, locale: 'en-GB' })
  const page = await context.newPage()
  await add('A surprise for all')
  await page.goto(our.address + path)
  const time = new Date(our.site.clock.now).toISOString().slice(11, 16)
  const refresh = page.getByRole('link', { name: `As it was at ${time}. Refresh` })
  expect(await refresh.getAttribute('href')).toBe(path)
  await page.getByRole('link', { name: 'Changes', exact: true }).click(patience)
  expect(await page.locator('[data-log] section li[id]').count()).toBeGreaterThan(3)
  await context.close()
})
