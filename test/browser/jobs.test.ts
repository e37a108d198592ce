import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { handlers } from '../../src/jobs/handlers.ts'
import { keepHouse } from '../../src/jobs/keep-house.ts'
import { startWork, type Work } from '../../src/jobs/work.ts'
import { queueJob } from '../../src/storage/jobs.ts'
import { queueMail } from '../../src/storage/mails.ts'
import { quiet } from '../effects.ts'
import { type SignedIn, signedIn } from '../signed-in.ts'
import { openSite } from '../site.ts'
import { browsing, onPage } from './browsing.ts'
import { faultsOf, isTooWide } from './openness.ts'

let owner: SignedIn
let work: Work

const our = browsing(async () => {
  const site = await openSite('2020-12-17T12:00:00Z')
  const { store, clock } = site
  owner = await signedIn(site, 'owner', { name: 'Ada Lovelace' })
  await keepHouse(store, { zone: 'Europe/Paris', now: clock.now, hasReturns: false })
  await queueJob(store.db, { kind: 'clean-up', data: null, dueAt: clock.now })
  const error = '{"code":"fault","values":{"said":"the disk is full"}}'
  await store.db
    .updateTable('jobs')
    .set({ state: 'failed', attempts: 5, ended_at: clock.now, error })
    .execute()
  return site
})
beforeAll(async () => {
  const { store, clock } = our.site
  await queueMail(store.db, {
    to: 'office.of.communications@department-of-social-affairs.example.org',
    subject: 'دعوة إلى Open Data Day',
    text: `Open this:\n\n${our.address}/desk/jobs?from=${'a-long-mail-'.repeat(12)}\n`,
    purpose: 'invitation',
    at: clock.now,
  })
  const parts = { ...quiet, now: () => clock.now }
  work = startWork({ store, handlers, parts, times: { lookEvery: 50 } })
})
afterAll(() => work?.stop())

const visit = (path: string, options: BrowserContextOptions, look: (page: Page) => Promise<void>) =>
  onPage(our.browser, options, async (page, context) => {
    await context.addCookies(owner.cookiesAt(our.address))
    await page.goto(our.address + path, { waitUntil: 'load' })
    await look(page)
  })

const phone = { viewport: { width: 390, height: 800 } }
const desk = { viewport: { width: 1280, height: 900 } }

describe.each([
  ['a phone', '', phone],
  ['a phone in Arabic and in the dark', '?lang=ar', { ...phone, colorScheme: 'dark' as const }],
  ['a desk', '', desk],
])('on %s', (_, query, options) => {
  test.each(['/desk/jobs', '/desk/outbox'])(
    '%s fits, and can be used by everybody',
    { timeout: 60_000 },
    async path => {
      await visit(path + query, options, async page => {
        expect(await isTooWide(page)).toBe(false)
        expect(await faultsOf(page)).toEqual([])
      })
    },
  )
})

test('without script a mail is read, its link followed, and a failed job tried again', {
  timeout: 90_000,
}, async () => {
  await visit('/desk/outbox', { ...phone, javaScriptEnabled: false }, async page => {
    const link = page.locator('.letter a')
    if (!(await link.isVisible())) await page.locator('summary').click()
    await link.click()
    expect(await page.locator('.jobs').first().innerText()).toContain('in Daylong itself. the disk is full')
    await page.getByRole('button', { name: 'Try again now' }).click()
    expect(await page.getByRole('status').innerText()).toBe('It will be tried in a moment.')
    const states = async () =>
      (await our.site.store.db.selectFrom('jobs').select('state').execute()).map(({ state }) => state)
    await expect.poll(states, { timeout: 30_000 }).toEqual(['done', 'done'])
    await page.reload()
    expect(await page.locator('.desk').innerText()).toMatch(/2 jobs were done in the last seven days\./)
  })
})
