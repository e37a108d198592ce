import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { addEntries } from '../../src/services/add-entries.ts'
import { findEdition } from '../../src/storage/editions.ts'
import { findOrganisationByName } from '../../src/storage/organisations.ts'
import { anEdition, content } from '../entries.ts'
import { type SignedIn, signedIn } from '../signed-in.ts'
import { openSite } from '../site.ts'
import { follow } from './browser.ts'
import { browsing, onPage } from './browsing.ts'
import { faultsOf, isTooWide } from './openness.ts'

let owner: SignedIn
const ids: Record<string, string> = {}

const our = browsing(async () => {
  const site = await openSite('2020-12-17T12:00:00Z')
  const edition = await anEdition(site.store, { text: 'On 18 December 2020 we meet.' })
  const named = ['Migrants Network', 'The Migrants Network', 'شبكة المهاجرين', 'IOM']
  const entries = named.map(name => ({
    content: content({ title: `A talk of ${name}`, organisations: [{ name }] }),
    state: 'published' as const,
  }))
  await addEntries(site.store, edition.id, entries, { by: 'Anna', at: site.clock.now })
  for (const name of named) ids[name] = (await findOrganisationByName(site.store.db, name))!.id
  owner = await signedIn(site, 'owner', { name: 'Anna Okafor' })
  return site
})

const pages = {
  text: () => '/desk/migrants-day/2020/text',
  series: () => '/desk/migrants-day',
  new: () => '/desk/new',
  next: () => '/desk/migrants-day/2020/next',
  organisations: () => '/desk/organisations',
  organisation: () => `/desk/organisations/${ids.IOM}`,
  merging: () => `/desk/organisations/${ids['Migrants Network']}/merge?with=${ids['The Migrants Network']}`,
}

const visit = <T>(
  address: string,
  { width, ...more }: { width: number; colorScheme?: 'light' | 'dark'; javaScriptEnabled?: boolean },
  look: (page: Page) => Promise<T>,
) =>
  onPage(
    our.browser,
    { timezoneId: 'Africa/Nairobi', viewport: { width, height: 900 }, ...more },
    async (page, context) => {
      await context.addCookies(owner.cookiesAt(our.address))
      await page.goto(our.address + address, { waitUntil: 'load' })
      return look(page)
    },
  )

describe('editions and organisations in a browser', () => {
  test.each(Object.entries(pages))(
    'the page of %s is within reach of everybody, on a phone too',
    async (name, path) => {
      for (const [colorScheme, width, query] of [
        ['light', 390, 'lang=ar'],
        ['dark', 1280, ''],
      ] as const) {
        const address = path() + (query ? `${path().includes('?') ? '&' : '?'}${query}` : '')
        await visit(address, { width, colorScheme }, async page => {
          const shots = process.env.DAYLONG_SHOTS
          if (shots) await page.screenshot({ path: `${shots}/${name}-${width}.png`, fullPage: true })
          expect(await faultsOf(page)).toEqual([])
          expect(await isTooWide(page)).toBe(false)
        })
      }
    },
    120_000,
  )

  test('without script next year is opened, and a text is saved', { timeout: 120_000 }, async () => {
    await visit(pages.next(), { width: 1280, javaScriptEnabled: false }, async page => {
      await follow(page.getByRole('button', { name: 'Open it' }))
      expect(new URL(page.url()).pathname).toBe('/desk/migrants-day/2021')
      await follow(page.getByRole('link', { name: '4 organisations have not announced anything yet' }))
      expect(await page.locator('.awaited li').count()).toBe(4)
      await page.goto(`${our.address}/desk/migrants-day/2021/text`)
      await page.locator('textarea[name=text]').fill('On 18 December 2021 we meet.')
      await follow(page.getByRole('button', { name: 'Save', exact: true }))
      expect(await page.locator('.done p').innerText()).toBe('Saved.')
    })
    expect((await findEdition(our.site.store.db, 'migrants-day', '2021'))!.text).toBe(
      'On 18 December 2021 we meet.',
    )
  })

  test('a new series is named only where it is one, and the zone of the last edition stands', {
    timeout: 120_000,
  }, async () => {
    await visit(pages.new(), { width: 1280 }, async page => {
      await page.locator('input[name=series][value="*"]').check()
      expect(await page.locator('input[name="series.title"]').isVisible()).toBe(true)
      await page.locator('input[name=series][value="migrants-day"]').check()
      expect(await page.locator('input[name="series.title"]').isVisible()).toBe(false)
      expect(await page.locator('input[name=homeZone]').inputValue()).toBe('Europe/Berlin')
    })
  })
})
