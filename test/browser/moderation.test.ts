import type { Browser, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { findEdition } from '../../src/storage/editions.ts'
import { finding } from '../builders.ts'
import { aComment } from '../comments.ts'
import { type SignedIn, signedIn } from '../signed-in.ts'
import { addProgramme, openSite } from '../site.ts'
import { follow } from './browser.ts'
import { browsing } from './browsing.ts'
import { faultsOf, isTooWide } from './openness.ts'

let anna: SignedIn
/** What stands there already, that readers can report. */
let standing: string
const faults: string[] = []
const patience = { timeout: 20_000 }

const our = browsing(async () => {
  const site = await openSite('2021-12-18T12:00:00Z')
  const { db } = site.store
  await addProgramme(
    site,
    { series: 'migrants-day', edition: '2021', date: '2021-12-18', zone: 'Europe/Berlin' },
    [finding({ title: 'Listening to the sea', start: '2021-12-18T15:00' })],
    { title: 'International Migrants Day 2021' },
  )
  const on = { editionId: (await findEdition(db, 'migrants-day', '2021'))!.id }
  const entry = { entryId: (await db.selectFrom('entries').select('id').executeTakeFirstOrThrow()).id }
  const ago = (minutes: number) => site.clock.now - minutes * 60_000
  await aComment(db, {
    on: entry,
    name: 'Amina Yusuf',
    text: 'Will there be a *recording*? I am in Nairobi, and it is late there.',
    at: ago(12),
    evidence: [{ code: 'new', weight: 1 }],
  })
  await aComment(db, {
    on: entry,
    name: 'نور الهدى',
    mailKey: 'nour',
    text: 'شكراً على هذا البرنامج. هل ستكون هناك ترجمة فورية؟ https://example.org/تسجيل',
    at: ago(30),
    evidence: [{ code: 'language', weight: 1 }],
  })
  await aComment(db, {
    on,
    name: 'CheapMedsOnline4You',
    mailKey: 'meds',
    fromKey: 'far away',
    url: `https://cheap-meds-without-prescription.example/${'long/'.repeat(30)}`,
    text: `BUY NOW!!! https://cheap-meds.example/a https://pills.example/${'a'.repeat(120)}`,
    at: ago(45),
    evidence: [
      { code: 'links', weight: 2, value: 2 },
      { code: 'capitals', weight: 1 },
      { code: 'fast', weight: 1 },
    ],
  })
  await aComment(db, {
    on: entry,
    name: 'Dr. Maria Fernanda de la Concepción Rodríguez-Villanueva',
    mailKey: 'maria',
    text: 'The figures that were shown leave out everybody who was turned back.\n\n'.repeat(9),
    at: ago(100),
  })
  standing = await aComment(db, {
    on,
    name: 'Ben',
    mailKey: 'ben',
    state: 'approved',
    text: 'None of these numbers are true.',
    at: ago(500),
  })
  anna = await signedIn(site, 'owner', { name: 'Anna' })
  return site
})

test('a curator decides by keys alone, takes back, and nothing on the way bars anybody', async () => {
  const page = await atDesk()
  await page.goto(`${our.address}/desk/comments`)
  await looksFine(page)
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  expect(await page.locator('.queue .here .who b').textContent()).toBe('Amina Yusuf')
  await page.keyboard.press('a')
  await page.getByText('1 approved.', { exact: true }).waitFor(patience)
  // One is led to the next line, and can go on at once.
  expect(await page.locator('.queue .here .who b').textContent()).toBe('نور الهدى')
  expect(await said()).toEqual({ approved: ['Amina', 'Ben'], pending: ['CheapMeds', 'Maria', 'Nour'] })
  await page.keyboard.press('z')
  await page.locator('.queue > li').nth(3).waitFor(patience)
  expect(await page.locator('.queue .here .who b').textContent()).toBe('Amina Yusuf')
  expect(await said()).toEqual({ approved: ['Ben'], pending: ['Amina', 'CheapMeds', 'Maria', 'Nour'] })

  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('s')
  await page.getByText('1 put with the spam.', { exact: true }).waitFor(patience)
  await page.locator('.queue .here').waitFor(patience)
  // Where some are chosen, a key is for all of them.
  await page.keyboard.press('x')
  await page.keyboard.press('k')
  await page.keyboard.press('x')
  await page.keyboard.press('d')
  await page.getByText('2 thrown away.', { exact: true }).waitFor(patience)
  await page.locator('.show-keys:not([hidden])').waitFor(patience)
  expect(await said()).toEqual({
    approved: ['Ben'],
    pending: ['Amina'],
    removed: ['Maria', 'Nour'],
    spam: ['CheapMeds'],
  })
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Keys' }).waitFor(patience)
  await page.keyboard.press('Escape')
  await page.keyboard.press('z')
  await page.locator('.queue > li').nth(2).waitFor(patience)
  // Enter in a box is no decision.
  await page.locator('.queue [name=id]').first().focus()
  await page.getByText('Keyboard').click()
  await page.locator('#keys-on').uncheck()
  await page.keyboard.press('Escape')
  await page.locator('.queue [name=id]').first().press('Enter')
  await page.locator('.queue [name=id]').first().press('s')
  expect(await said()).toMatchObject({ pending: ['Amina', 'Maria', 'Nour'] })
  await page.context().close()
})

test('without script several are decided on at once; a reader reports one, and it is let stand', async () => {
  const page = await atDesk({ javaScriptEnabled: false })
  await page.goto(`${our.address}/desk/comments`)
  await page.getByLabel(/Amina Yusuf/).check()
  await page.getByLabel(/نور الهدى/).check()
  await follow(page.locator('.chosen').getByRole('button', { name: 'Approve' }))
  expect(await page.locator('.notice').textContent()).toContain('2 approved.')
  expect(await said()).toMatchObject({ approved: ['Amina', 'Ben', 'Nour'], pending: ['Maria'] })
  await follow(page.getByRole('button', { name: 'Undo' }))
  expect(await said()).toMatchObject({ approved: ['Ben'], pending: ['Amina', 'Maria', 'Nour'] })

  const reader = await newPage()
  await reader.goto(`${our.address}/migrants-day/2021`)
  await reader.goto(
    our.address + (await reader.locator(`#comment-${standing} a[href*="/report"]`).getAttribute('href')),
  )
  await onAllScreens(reader, reader.url())
  await reader.getByLabel('It is not true.').check()
  await reader.getByLabel('What else we should know').fill('They were counted by the coast guard.')
  await reader.getByRole('button', { name: 'Report', exact: true }).click()
  await reader.getByText('Somebody will look at it.').waitFor(patience)
  await reader.context().close()

  await page.goto(`${our.address}/desk/comments`)
  await follow(page.getByRole('link', { name: 'Reported 1' }))
  expect(await page.locator('.reported').textContent()).toBe(
    'Reported as untrue They were counted by the coast guard.',
  )
  await follow(page.locator('.queue').getByRole('button', { name: 'Approve' }))
  expect(await page.locator('.empty').textContent()).toBe('Nothing is here.')
  expect(await said()).toMatchObject({ approved: ['Ben'] })
  await page.context().close()
})

test('blocks and what was stopped are for everybody, on every screen, and no script fails', async () => {
  const page = await atDesk()
  const meds = await our.site.store.db
    .selectFrom('comments')
    .select('id')
    .where('mail_key', '=', 'meds')
    .executeTakeFirstOrThrow()
  await page.goto(`${our.address}/desk/blocks?of=${meds.id}`)
  await page.getByLabel(/pills\.example/).check()
  await page.getByLabel('Why', { exact: true }).fill('Pills')
  await page.getByRole('button', { name: 'Block', exact: true }).click()
  await page.locator('.blocks li').waitFor(patience)
  await onAllScreens(page, `${our.address}/desk/blocks?of=${meds.id}`)
  await onAllScreens(page, `${our.address}/desk/comments/stopped`)
  await onAllScreens(page, `${our.address}/desk/comments`)
  expect(faults).toEqual([])
  await page.context().close()
})

async function newPage(told: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  const context = await our.browser.newContext({
    locale: 'en-GB',
    viewport: { width: 1280, height: 900 },
    ...told,
  })
  const page = await context.newPage()
  page.on('pageerror', error => faults.push(`${page.url()}: ${error}`))
  return page
}

async function atDesk(told: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  const page = await newPage(told)
  await page.context().addCookies(anna.cookiesAt(our.address))
  return page
}

/** Who is where, by names that sort. */
async function said(): Promise<Record<string, string[]>> {
  const names: Record<string, string> = {
    'key of amina': 'Amina',
    nour: 'Nour',
    meds: 'CheapMeds',
    maria: 'Maria',
    ben: 'Ben',
  }
  const rows = await our.site.store.db.selectFrom('comments').select(['state', 'mail_key']).execute()
  const by = Map.groupBy(rows, ({ state }) => state)
  return Object.fromEntries(
    [...by].map(([state, of]) => [state, of.map(each => names[each.mail_key!]!).sort()]),
  )
}

async function looksFine(page: Page): Promise<void> {
  expect(await faultsOf(page)).toEqual([])
  expect(await isTooWide(page)).toBe(false)
}

/** On a phone from the other side and in the dark, and on a wide screen. */
async function onAllScreens(page: Page, path: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=ar`)
  await looksFine(page)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto(path)
  await looksFine(page)
}
