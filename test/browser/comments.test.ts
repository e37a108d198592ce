import type { Browser, BrowserContext, Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { touchBlog } from '../../src/storage/blog.ts'
import { finding } from '../builders.ts'
import { addProgramme, openSite } from '../site.ts'
import { browsing } from './browsing.ts'
import { faultsOf, isTooWide } from './openness.ts'

const entry = '/migrants-day/2020/listening-to-the-sea'
const patience = { timeout: 20_000 }

const our = browsing(async () => {
  const site = await openSite('2020-12-18T12:00:00Z')
  await addProgramme(
    site,
    { series: 'migrants-day', edition: '2020', date: '2020-12-18', zone: 'Europe/Berlin' },
    [finding({ title: 'Listening to the sea', start: '2020-12-18T15:00' })],
    { title: 'International Migrants Day 2020' },
  )
  return site
})
// Whoever has said something before is known, and need not wait.
beforeEach(() => our.site.store.db.deleteFrom('comments').execute())

test('a guest says something without script, sees it wait, changes it, and takes it back', async () => {
  const page = await newPage({ javaScriptEnabled: false })
  await page.goto(our.address + entry)
  await page.getByRole('link', { name: 'Say something' }).click()
  await page.getByLabel('What you want to say').fill('Will there be a *recording*? I am in Nairobi.')
  await page.getByRole('button', { name: 'Look at it first' }).click()
  expect(await page.locator('.looked em').textContent()).toBe('recording')
  await whoIs(page, 'Amina', 'amina@example.org')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  expect(await page.locator('h1').textContent()).toBe('Your comment waits for approval')
  await page.getByLabel('What you want to say').fill('Will there be a recording?')
  await page.getByRole('button', { name: 'Save' }).click()
  expect(await page.locator('.words').textContent()).toBe('Will there be a recording?\n')
  const own = page.url()
  await page.goto(our.address + entry)
  expect(await page.getByText('Will there be a recording?').count()).toBe(0)
  await page.goto(own)
  await page.getByText('Take it back').first().click()
  await page.getByRole('button', { name: 'Take it back' }).click()
  expect(await page.locator('h1').textContent()).toBe('Your comment is taken back')
  await page.context().close()
})

test('with script one says something and answers where one reads, and nothing bars anybody', async () => {
  const page = await newPage()
  await page.goto(`${our.address}/comments/new?entry=${await entryId()}`)
  await looksFine(page)
  await page.getByLabel('What you want to say').fill('I shall listen from Nairobi.')
  await whoIs(page, 'Amina', 'amina@example.org')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.getByText('Your comment waits for approval').first().waitFor(patience)
  await looksFine(page)
  const first = page.url().split('/').at(-2)!
  await approve()
  await page.goto(our.address + entry)
  await page.locator(`#comment-${first}`).waitFor(patience)
  // Their own comment leads to where they change it: this browser knows it.
  expect(await page.locator(`#comment-${first} a.own`).getAttribute('href')).toBe(`/comments/${first}/edit`)
  await page.getByRole('link', { name: 'Answer \u2068Amina\u2069' }).click()
  const form = page.locator(`#comment-${first} + form`)
  await form.waitFor(patience)
  expect(await form.locator('textarea').evaluate(each => each === document.activeElement)).toBe(true)
  await form.getByRole('button', { name: 'Send', exact: true }).click()
  // The browser itself says that there is nothing to send yet.
  await form.locator('textarea').fill('So shall I.')
  await form.getByRole('button', { name: 'Look at it first' }).click()
  await form.locator('.looked').waitFor(patience)
  await whoIs(page, 'Ben', 'ben@example.org')
  await looksFine(page)
  await form.getByRole('button', { name: 'Send', exact: true }).click()
  await page.getByText('Your comment waits for approval').first().waitFor(patience)
  const written = await our.site.store.db
    .selectFrom('comments')
    .where('text', '=', 'So shall I.')
    .selectAll()
    .execute()
  expect(written).toMatchObject([{ parent_id: first, author_name: 'Ben', language: 'en' }])
  expect(JSON.stringify(written[0]!.evidence)).toContain('work')
  await approve()
  for (const language of ['en', 'ar']) {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(`${our.address}${entry}?lang=${language}`)
    await page.locator('#comments ol ol article').waitFor(patience)
    expect(await isTooWide(page)).toBe(false)
    await looksFine(page)
  }
  await page.context().close()
})

async function newPage(told: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  const context: BrowserContext = await our.browser.newContext({ locale: 'en-GB', ...told })
  return context.newPage()
}

async function whoIs(page: Page, name: string, mail: string): Promise<void> {
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('Mail address').fill(mail)
}

async function entryId(): Promise<string> {
  return (await our.site.store.db.selectFrom('entries').select('id').executeTakeFirstOrThrow()).id
}

/** What a curator does. */
async function approve(): Promise<void> {
  await our.site.store.db
    .updateTable('comments')
    .set({ state: 'approved' })
    .where('state', '=', 'pending')
    .execute()
  await touchBlog(our.site.store.db)
  our.site.clock.now += 2000
}

async function looksFine(page: Page): Promise<void> {
  expect(await faultsOf(page)).toEqual([])
}
