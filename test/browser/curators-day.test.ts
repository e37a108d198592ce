import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { offerClaim } from '../../src/services/sign-in/offer-claim.ts'
import { readProgramme } from '../../src/storage/programmes.ts'
import { eventPage, openPages } from '../pages-site.ts'
import { sampleFiles } from '../samples.ts'
import { openSite } from '../site.ts'
import { openBrowser } from './browser.ts'
import { listenInTest } from './browsing.ts'

/** Ten pages of the world, as different as they are. */
const wanted =
  /^(?:horka-event-microdata|gruene-statement|schemaorg-eg-0012-microdata|extruct-Event\.001|mf-h-event-concatenate|planetary-press-un|wordpress-tv-talk|whitehouse-speech|meeting-chi_ssa_19_detail|extruct-Event\.008)\.html$/
const samples = sampleFiles(['pages'], wanted)

const twoHosts = (organiser: string, title = 'Voices of migrants') =>
  eventPage({ title, organiser, start: '2020-12-18T14:00:00+01:00', link: 'https://zoom.us/j/812345678901' })

test.skipIf(samples.length < 10)(
  'the day of a curator: from the claim of the site to a programme that two keep',
  { timeout: 300_000 },
  async () => {
    const world = await openPages({})
    const site = await openSite('2020-12-17T09:00:00Z', undefined, world.fetch)
    const home = await listenInTest(site)
    const browser = await openBrowser()
    const entries = async () =>
      (await readProgramme(site.store, 'migrants-day', '2020', { all: true }))!.entries
    const entryNamed = async (title: string) => (await entries()).find(entry => entry.title === title)!
    const said = (page: Page) => page.locator('.done p').first().innerText()

    // The site is hers.
    const ada = await somebody(browser)
    const page = await ada.newPage()
    await page.goto(`${home}/claim/${await offerClaim(site.store)}`)
    await page.getByLabel('Your name').fill('Ada')
    await page.getByLabel('Mail address').fill('ada@example.org')
    await page.getByLabel('Password', { exact: true }).fill('a long walk to the lake')
    await page.locator('main form .act.strong').click()
    await page.waitForURL(`${home}/desk**`)

    // Her day has an edition.
    await page.goto(`${home}/desk/new`)
    await page.locator('[name="series.title"]').fill('Migrants Day')
    await page.locator('[name="startsOn"]').fill('2020-12-18')
    await page.locator('[name="homeZone"]').fill('Europe/Berlin')
    await page.getByRole('button', { name: 'Open it' }).click()
    await page.waitForURL(`${home}/desk/migrants-day/2020**`)
    await picture(page, 'opened')

    // Ten pages are pasted at once; what is doubtful is settled, the rest published as it is.
    for (const file of samples) world.pages[`/${basename(file)}`] = { body: readFileSync(file) }
    await page.goto(`${home}/desk/migrants-day/2020`)
    await paste(page, samples.map(file => `${world.address}/${basename(file)}`).join('\n'))
    await page.waitForFunction(
      count => document.querySelectorAll('.reading:not([data-state="waiting"])').length === count,
      samples.length,
      { timeout: 120_000 },
    )
    await picture(page, 'cards')
    await settleCards(page)
    expect((await entries()).length).toBeGreaterThanOrEqual(10)
    const published = (await entries()).filter(({ state }) => state === 'published')
    expect(published.length).toBeGreaterThanOrEqual(7)

    // The same meeting, told by two hosts, is one entry with both.
    world.pages['/iom'] = twoHosts('IOM')
    world.pages['/unhcr'] = twoHosts('UNHCR', 'Voices of migrants – join us')
    await publishOne(page, `${home}/desk/migrants-day/2020`, `${world.address}/iom`)
    await page.goto(`${home}/desk/migrants-day/2020`)
    await paste(page, `${world.address}/unhcr`)
    const twin = page.locator('.reading').first()
    await twin.locator('.same.likely').waitFor()
    await picture(page, 'duplicate')
    await twin.locator('.same button').first().click()
    await page.locator('.reading .settled').waitFor()
    const voices = await entryNamed('Voices of migrants')
    expect(voices.organisations.map(({ name }) => name)).toEqual(['IOM', 'UNHCR'])

    // The programme is shown to readers.
    await page.getByRole('link', { name: 'When it goes live' }).click()
    await page.locator('[name="state"][value="live"]').check()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    expect(await said(page)).toContain('Saved.')

    // An hour is corrected, and readers see what it was.
    site.clock.now += 60 * 60_000
    await page.goto(`${home}/desk/entries/${voices.id}`)
    await page.locator('[name="when.start"]').fill('15:00')
    await picture(page, 'edit')
    await page.locator('button[name="do"][value="save"]').click()
    expect(await said(page)).toContain('Saved.')
    expect((await entryNamed('Voices of migrants')).startsAt).toBe(Date.parse('2020-12-18T15:00+01:00'))
    await page.goto(`${home}/migrants-day/2020?view=changes`)
    expect(await page.locator('main').innerText()).toContain('Voices of migrants')
    await picture(page, 'changes')

    // The hour was right after all: what it was before is restored.
    await page.goto(`${home}/desk/entries/${voices.id}/history`)
    await picture(page, 'history')
    await page.getByRole('link', { name: 'See this version' }).nth(1).click()
    await page.getByRole('button', { name: 'Restore this version' }).click()
    expect(await said(page)).toContain('Restored.')
    expect((await entryNamed('Voices of migrants')).startsAt).toBe(Date.parse('2020-12-18T14:00+01:00'))

    // She is not alone: by the link of an invitation Ben comes, and both edit the same entry.
    await page.goto(`${home}/desk/people`)
    await page.locator('[name="email"]').fill('ben@example.org')
    await page.locator('[name="role"]').selectOption('editor')
    await page.locator('main form .act.strong').last().click()
    const link = (await page.locator('main').innerText()).match(/\/invitation\/[\w-]+/)![0]
    const ben = await somebody(browser)
    const ofBen = await ben.newPage()
    await ofBen.goto(home + link)
    await ofBen.getByLabel('Your name').fill('Ben')
    await ofBen.getByLabel('Password', { exact: true }).fill('nineteen red bicycles')
    await ofBen.locator('main form .act.strong').first().click()
    await ofBen.waitForURL(`${home}/desk**`)
    await ofBen.goto(`${home}/desk/entries/${voices.id}`)
    await page.goto(`${home}/desk/entries/${voices.id}`)
    await page.locator('[name="title"]').fill('Voices of migrants, live')
    await page.locator('button[name="do"][value="save"]').click()
    await page.locator('.done').waitFor()
    await ofBen.locator('[name="title"]').fill('Migrants’ voices')
    await ofBen.locator('[name="note"]').fill('Interpretation into Arabic was promised.')
    await ofBen.locator('button[name="do"][value="save"]').click()
    await ofBen.locator('.conflict').waitFor()
    await picture(ofBen, 'conflict')
    await ofBen.locator('.conflict [value="theirs"]').check()
    await ofBen.locator('button[name="do"][value="save"]').click()
    await ofBen.locator('.done').waitFor()
    const { title, note } = (await entries()).find(({ id }) => id === voices.id)!
    expect([title, note]).toEqual(['Voices of migrants, live', 'Interpretation into Arabic was promised.'])

    // On the day itself, on her phone.
    site.clock.now = Date.parse('2020-12-18T13:20:00Z')
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(`${home}/desk/migrants-day/2020`)
    expect(await page.locator('.now, .on-the-day').first().innerText()).toContain('Voices of migrants, live')
    await picture(page, 'on-the-day')
  },
)

async function somebody(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    viewport: { width: 1280, height: 900 },
  })
  return context
}

/** Settles what is asked, and publishes; pages of several events become drafts. */
async function settleCards(page: Page): Promise<void> {
  for (let left = samples.length; left > 0; left--) {
    const card = page.locator('.reading:not(:has(.settled)):not(:has(.findings))').first()
    if ((await card.count()) === 0) break
    for (const doubt of await card.locator('.in-doubt fieldset.radios').all())
      await doubt.locator('input').last().check()
    if (await card.locator('.failed').count())
      await card.getByLabel('Title', { exact: true }).fill(`By hand ${left}`)
    const id = await card.getAttribute('id')
    await card.locator('[data-act="publish"]').click()
    await page.locator(`#${id} .settled`).waitFor()
  }
  for (const list of await page.locator('.findings').all()) {
    await list.locator('input[type="checkbox"]').first().check()
    await list.getByRole('button', { name: 'Keep as a draft' }).last().click()
  }
  await page.waitForFunction(() => !document.querySelector('.reading[aria-busy]'))
}

async function publishOne(page: Page, desk: string, address: string): Promise<void> {
  await page.goto(desk)
  await paste(page, address)
  await page.locator('.reading [data-act="publish"]').click()
  await page.locator('.reading .settled').waitFor()
}

/** As if it came from the clipboard, into the field. */
async function paste(page: Page, text: string): Promise<void> {
  await page.locator('#paste').focus()
  await page.evaluate(text => {
    const data = new DataTransfer()
    data.setData('text/plain', text)
    document.activeElement!.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  }, text)
}

/** Pictures are kept where `DAYLONG_SHOTS` names a folder. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.DAYLONG_SHOTS
  if (folder) await page.screenshot({ path: `${folder}/day-${name}.png`, fullPage: true })
}
