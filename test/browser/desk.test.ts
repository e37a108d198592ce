import type { BrowserContextOptions, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { addEntries } from '../../src/services/add-entries.ts'
import { changeEntries } from '../../src/services/change-entries.ts'
import { anEdition, content } from '../entries.ts'
import { type SignedIn, signedIn } from '../signed-in.ts'
import { openSite } from '../site.ts'
import { follow } from './browser.ts'
import { browsing, onPage } from './browsing.ts'
import { faultsOf, isTooWide, unfold } from './openness.ts'

const desk = '/desk/migrants-day/2020'
const story = `${desk}/story`
let who: SignedIn

const our = browsing(open, { anew: true })

async function open() {
  const site = await openSite('2020-12-18T12:00:00Z')
  const { id } = await anEdition(site.store, { publishedAt: 0 })
  const act = { by: 'Ada', at: site.clock.now - 3_600_000 }
  const at = (hour: number) => `2020-12-18T${String(hour).padStart(2, '0')}:00:00+01:00[Europe/Berlin]`
  const join = { links: [{ role: 'join' as const, url: 'https://meet.example/a' }] }
  const { entries } = await addEntries(
    site.store,
    id,
    [
      { content: content({ title: 'Maps', start: at(12), end: at(14), ...join }), state: 'published' },
      { content: content({ title: 'Vigil', start: at(18), end: at(19), ...join }), state: 'draft' },
      {
        content: content({ title: 'Forum', start: at(20), end: at(21), url: 'https://forum.example' }),
        state: 'published',
      },
      { content: content({ title: 'March', start: at(8), end: at(9), ...join }), state: 'published' },
      { content: content({ kind: 'statement', title: 'What we ask', start: undefined }), state: 'draft' },
    ],
    act,
  )
  await changeEntries(
    site.store,
    id,
    [entries[2]!.id],
    fields => ({ ...fields, status: 'postponed', statusReason: 'The hall was flooded.' }),
    { ...act, at: site.clock.now - 720_000, name: 'postpone' },
  )
  who = await signedIn(site, 'owner', { name: 'Robin Okafor' })
  return site
}

/** Opens a page as the owner; what the browser complains of is a failure. */
const visit = (address: string, options: BrowserContextOptions, look: (page: Page) => Promise<void>) =>
  onPage(our.browser, { timezoneId: 'Europe/Berlin', ...options }, async (page, context) => {
    await context.clock.setFixedTime(our.site.clock.now)
    context.setDefaultTimeout(10_000)
    await context.addCookies(who.cookiesAt(our.address))
    await page.goto(our.address + address, { waitUntil: 'load' })
    await look(page)
  })

const order = (page: Page) => page.locator('.row .what > a').allInnerTexts()
const todo = (page: Page) => page.locator('.todo .what > a').allInnerTexts()
const done = (page: Page) => page.locator('.done p').innerText()

describe('the desk in a browser', () => {
  test('without script the list empties by its buttons, and what was done is taken back', async () => {
    await visit(desk, { javaScriptEnabled: false }, async page => {
      expect(await todo(page)).toEqual(['Vigil', 'March', 'What we ask'])
      await follow(page.locator('.todo li', { hasText: 'Vigil' }).getByRole('button', { name: 'Publish' }))
      expect(await done(page)).toBe('Published.')
      await follow(page.getByRole('button', { name: 'Not recorded' }))
      expect(await done(page)).toBe('Noted what is known of the recording.')
      expect(await todo(page)).toEqual(['What we ask'])
      await follow(page.getByRole('button', { name: 'Undo' }))
      expect(await done(page)).toBe('Undone.')
      expect(await todo(page)).toEqual(['March', 'What we ask'])
      await page.reload()
      expect(await page.locator('.done').count()).toBe(0)
      expect(await page.locator('#keys').isVisible()).toBe(false)
    })
  }, 90_000)

  test('without script the story is put in order, and what is chosen is changed at once', async () => {
    await visit(story, { javaScriptEnabled: false }, async page => {
      expect(await order(page)).toEqual(['Maps', 'Vigil', 'Forum', 'March', 'What we ask'])
      await follow(page.getByRole('button', { name: 'Move March up' }))
      expect(await order(page)).toEqual(['Maps', 'Vigil', 'March', 'Forum', 'What we ask'])
      await page.getByLabel('State').selectOption('draft')
      await follow(page.getByRole('button', { name: 'Filter' }))
      expect(await order(page)).toEqual(['Vigil', 'What we ask'])
      await page.getByLabel('All shown').check()
      await follow(page.getByRole('button', { name: 'Publish' }))
      expect([await done(page), await order(page)]).toEqual(['2 entries published.', []])
      await follow(page.getByRole('button', { name: 'Undo' }))
      expect([await done(page), await order(page)]).toEqual([
        'Undone for 2 entries.',
        ['Vigil', 'What we ask'],
      ])
      await page.locator('.bulk summary').click()
      await page.getByLabel('Choose Vigil').check()
      await page.getByLabel('Tag').fill('Memory')
      // Enter alone does nothing: it would press the first button there is.
      await page.getByLabel('Tag').press('Enter')
      expect(await done(page)).toBe('Undone for 2 entries.')
      await follow(page.getByRole('button', { name: 'Add tag' }))
      expect([await done(page), await page.locator('.row small').first().innerText()]).toEqual([
        'Tag added.',
        'Draft · Event · \u2068Memory\u2069',
      ])
    })
  }, 90_000)

  test('keys lead through the list, and can be turned off', async () => {
    await visit(desk, {}, async page => {
      const here = () => page.locator('.todo > .here .what > a').innerText()
      await page.keyboard.press('j')
      expect(await here()).toBe('Vigil')
      await page.keyboard.press('j')
      await page.keyboard.press('ArrowDown')
      expect(await here()).toBe('What we ask')
      await page.keyboard.press('k')
      expect(await here()).toBe('March')
      await page.keyboard.press('?')
      expect(await page.getByRole('dialog').isVisible()).toBe(true)
      await page.getByLabel('Single letters are shortcuts').uncheck()
      await page.keyboard.press('Escape')
      await page.keyboard.press('k')
      expect(await here()).toBe('March')
      await page.keyboard.press('ArrowUp')
      expect(await here()).toBe('Vigil')
      await page.getByRole('button', { name: 'Keyboard' }).click()
      await page.getByLabel('Single letters are shortcuts').check()
      await page.getByRole('button', { name: 'Close' }).click()
      await page.keyboard.press('p')
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('paste')
      await page.keyboard.type('jk?')
      expect(await page.locator('#paste').inputValue()).toBe('jk?')
    })
  }, 90_000)

  test('Alt and the arrows move an entry; it stays in hand, and its place is said', async () => {
    await visit(story, {}, async page => {
      await page.getByLabel('Choose Maps').check()
      await page.getByRole('link', { name: 'Forum' }).focus()
      await page.keyboard.press('Alt+ArrowUp')
      await page.waitForFunction(() => document.querySelector('.announce')?.textContent)
      expect(await page.locator('.announce[aria-live]').textContent()).toBe('“Forum” is now 2 of 5.')
      expect(await order(page)).toEqual(['Maps', 'Forum', 'Vigil', 'March', 'What we ask'])
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Forum')
      expect(await page.getByLabel('Choose Maps').isChecked()).toBe(true)
      expect(await page.locator('output.chosen').innerText()).toBe('1 chosen')
      await page.keyboard.press('Alt+ArrowUp')
      await page.waitForFunction(() => document.querySelector('.announce')?.textContent?.includes('1 of 5'))
      await page.reload()
      expect(await order(page)).toEqual(['Forum', 'Maps', 'Vigil', 'March', 'What we ask'])
    })
  }, 90_000)

  test('an entry is dragged to its place; Escape leaves it where it was', async () => {
    await visit(story, {}, async page => {
      const grip = async (title: string) =>
        (await page.locator('.row', { hasText: title }).locator('.handle').boundingBox())!
      const drag = async (from: string, to: string, by: number) => {
        const [one, other] = [await grip(from), await grip(to)]
        await page.mouse.move(one.x + 8, one.y + 8)
        await page.mouse.down()
        await page.mouse.move(one.x + 8, other.y + by, { steps: 6 })
      }
      await drag('March', 'Maps', -4)
      expect(await page.locator('.row.before').getByRole('link').innerText()).toBe('Maps')
      await page.keyboard.press('Escape')
      await page.mouse.up()
      expect(await order(page)).toEqual(['Maps', 'Vigil', 'Forum', 'March', 'What we ask'])
      await drag('March', 'Maps', -4)
      await page.mouse.up()
      await page.waitForSelector('.done')
      expect(await order(page)).toEqual(['March', 'Maps', 'Vigil', 'Forum', 'What we ask'])
      await drag('March', 'Forum', 40)
      await page.mouse.up()
      await page.waitForFunction(() => document.querySelector('.row .what > a')?.textContent === 'Maps')
      expect(await order(page)).toEqual(['Maps', 'Vigil', 'Forum', 'March', 'What we ask'])
      await page.reload()
      expect(await order(page)).toEqual(['Maps', 'Vigil', 'Forum', 'March', 'What we ask'])
    })
  }, 90_000)

  test('the clocks of the day are named in the language of the page, that of this machine too', () =>
    visit(`${desk}/day?lang=ar`, { timezoneId: 'Asia/Manila' }, async page => {
      await expect
        .poll(() => page.locator('[data-place]').allTextContents(), { timeout: 20_000 })
        .toEqual(['مانيلا', 'برلين'])
    }))

  test('readers are told how long ago something changed, in their own time', async () => {
    const context = await our.browser.newContext({ locale: 'en-GB', timezoneId: 'Asia/Manila' })
    await context.clock.setFixedTime(our.site.clock.now)
    const page = await context.newPage()
    await page.goto(`${our.address}/migrants-day/2020`)
    const summary = page.locator('.news summary')
    await expect.poll(() => summary.innerText(), { timeout: 20_000 }).toBe('Updated 12 minutes ago')
    expect(await summary.locator('time').getAttribute('title')).toBe('Friday, 18 December 2020 at 19:48')
    await summary.click()
    expect(await page.locator('.news > ul > li').first().innerText()).toBe(
      'Postponed Fri 18 Dec 19:48\nForum · The hall was flooded.',
    )
    await context.close()
  }, 90_000)
})

const addresses = [
  '/desk',
  desk,
  `${desk}?need=draft`,
  story,
  '/migrants-day/2020?drafts=1',
  '/migrants-day/2020?view=changes',
]

describe('every page of the desk’s home', () => {
  for (const address of addresses) {
    test(`${address} is open to all (axe), and fits a small screen in both directions`, async () => {
      for (const options of [
        { colorScheme: 'light' as const, viewport: { width: 1280, height: 900 } },
        { colorScheme: 'dark' as const, locale: 'ar', viewport: { width: 320, height: 700 } },
      ])
        await visit(address, options, async page => {
          await unfold(page)
          expect(await faultsOf(page)).toEqual([])
          expect(await isTooWide(page)).toBe(false)
        })
    }, 90_000)
  }
})
