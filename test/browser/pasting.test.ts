import type { BrowserContextOptions, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { readProgramme } from '../../src/storage/programmes.ts'
import { anEdition } from '../entries.ts'
import { eventPage, openPages, type PagesSite } from '../pages-site.ts'
import { signedIn } from '../signed-in.ts'
import { openSite, type TestSite } from '../site.ts'
import { follow } from './browser.ts'
import { complaintsOf, inBrowser, listenInTest } from './browsing.ts'
import { faultsOf } from './openness.ts'

const our = inBrowser()

type Desk = { page: Page; site: TestSite; world: PagesSite; complaints: string[] }

/** An editor at the desk of a day that is empty. */
async function atTheDesk(options: BrowserContextOptions = {}): Promise<Desk> {
  const world = await openPages({})
  const site = await openSite('2020-12-01T12:00:00Z', undefined, world.fetch)
  await anEdition(site.store)
  const address = await listenInTest(site)
  const anna = await signedIn(site, 'editor', { name: 'Anna' })
  const context = await our.browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/London', ...options })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: address }).catch(() => {})
  await context.addCookies(anna.cookiesAt(address))
  const page = await context.newPage()
  const complaints = complaintsOf(context)
  await page.goto(`${address}/desk/migrants-day/2020`)
  return { page, site, world, complaints }
}

/** As if it came from the clipboard: what is focused gets it, else the page. */
async function paste(page: Page, text: string, html = ''): Promise<void> {
  await page.evaluate(
    ([text, html]) => {
      const data = new DataTransfer()
      data.setData('text/plain', text!)
      if (html) data.setData('text/html', html)
      const target = document.activeElement ?? document.body
      target.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      )
    },
    [text, html],
  )
}

const titles = async (site: TestSite) =>
  (await readProgramme(site.store, 'migrants-day', '2020', { all: true }))!.entries.map(
    ({ title, state }) => `${title} (${state})`,
  )

describe('with script', () => {
  test('an address pasted anywhere is a card, and one key publishes it', { timeout: 90_000 }, async () => {
    const { page, site, world, complaints } = await atTheDesk()
    world.pages['/day'] = eventPage({ title: 'Voices of migrants', organiser: 'IOM' })
    await page.evaluate(() => (document.activeElement as HTMLElement).blur())
    // At once the key does nothing: nobody has seen yet what it would publish.
    const held = page.evaluate(
      () =>
        new Promise<boolean>(resolve =>
          document.addEventListener('focusin', ({ target }) => {
            if (!(target instanceof HTMLButtonElement)) return
            const led = performance.now()
            setTimeout(() => {
              const key = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true })
              // A machine that is this busy does not answer at once.
              resolve(!target.dispatchEvent(key) || performance.now() - led > 500)
            })
          }),
        ),
    )
    await paste(page, `${world.address}/day`)

    await page.locator('.reading .title').waitFor()
    expect(await held).toBe(true)
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Publish')
    await page.waitForTimeout(700)
    expect(await titles(site)).toEqual([])
    await page.keyboard.press('Enter')
    await page.locator('.reading .settled').waitFor()
    expect(await titles(site)).toEqual(['Voices of migrants (published)'])
    expect(new URL(page.url()).pathname).toBe('/desk/migrants-day/2020')
    await page.locator('.reading .settled').getByRole('button', { name: 'Undo' }).click()
    await page.locator('.done').waitFor()
    expect(await titles(site)).toEqual(['Voices of migrants (withdrawn)'])
    expect(complaints).toEqual([])
  })

  test('several are read while typing goes on, and what is typed stays', { timeout: 90_000 }, async () => {
    const { page, world, complaints } = await atTheDesk()
    for (const name of ['one', 'two', 'three'])
      world.pages[`/${name}`] = eventPage({ title: `The ${name} of them` })
    await page.locator('#paste').focus()
    await paste(page, `${world.address}/one\n${world.address}/two`)
    await page.locator('#paste').pressSequentially('IOM invites you')
    await page.locator('.reading .title').nth(1).waitFor()
    expect(await page.locator('#paste').inputValue()).toBe('IOM invites you')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('paste')
    await page.locator('#paste').fill('')
    await paste(page, `${world.address}/three`)
    await page.locator('.reading .title').nth(2).waitFor()
    expect(await page.locator('.reading .title').allInnerTexts()).toEqual([
      'The three of them',
      'The one of them',
      'The two of them',
    ])
    await page.locator('.reading .close').first().click()
    await expect.poll(() => page.locator('.reading').count()).toBe(2)
    expect(complaints).toEqual([])
  })

  test('what is written in a card stays when the address is pasted again, and is offered after a reload', {
    timeout: 90_000,
  }, async () => {
    const { page, world, site, complaints } = await atTheDesk()
    world.pages['/day'] = eventPage({ title: 'Voices of migrants' })
    const pasted = async () => {
      await page.locator('#paste').focus()
      await paste(page, `${world.address}/day`)
      await page.locator('.reading .title').waitFor()
    }
    await pasted()
    await page.locator('.reading .change > summary').click()
    await page.getByLabel('Title', { exact: true }).fill('Voices of all')
    await page.locator('#paste').focus()
    const answered = page.waitForResponse(answer => answer.request().method() === 'POST')
    await paste(page, `${world.address}/day`)
    await answered
    await page.locator('.going').waitFor({ state: 'detached' })
    expect(await page.locator('.reading').count()).toBe(1)
    expect(await page.getByLabel('Title', { exact: true }).inputValue()).toBe('Voices of all')
    await page.reload()
    await pasted()
    await page.getByRole('button', { name: 'Bring it back' }).click()
    expect(await page.getByLabel('Title', { exact: true }).inputValue()).toBe('Voices of all')
    await page.getByRole('button', { name: 'Keep as a draft' }).click()
    await page.locator('.reading .settled').waitFor()
    expect(await titles(site)).toEqual(['Voices of all (draft)'])
    expect(
      await page.evaluate(() => Object.keys({ ...localStorage }).filter(key => key.includes('reading'))),
    ).toEqual([])
    expect(complaints).toEqual([])
  })

  test('what is pressed without a network is said, and signed out the page tells', {
    timeout: 90_000,
  }, async () => {
    const { page, world, site } = await atTheDesk()
    world.pages['/day'] = eventPage({ title: 'Voices of migrants' })
    await page.locator('#paste').focus()
    await paste(page, `${world.address}/day`)
    await page.locator('.reading .title').waitFor()
    await page.context().setOffline(true)
    await page.locator('[data-act="publish"]').click()
    expect(await page.locator('.reading .unsent').innerText()).toContain('Nothing is lost')
    await page.context().setOffline(false)
    await page.context().clearCookies()
    await page.locator('[data-act="publish"]').click()
    await page.waitForURL(url => !url.pathname.endsWith('/2020'))
    expect(await titles(site)).toEqual([])
  })

  test('who types as the card arrives types on in the field', { timeout: 90_000 }, async () => {
    const { page, world, site } = await atTheDesk()
    world.pages['/day'] = eventPage({ title: 'Voices of migrants' })
    await page.locator('#paste').focus()
    await page.evaluate(() =>
      document.addEventListener('focusin', ({ target }) => {
        if (target instanceof HTMLButtonElement) document.body.dataset.led = 'yes'
      }),
    )
    await paste(page, `${world.address}/day`)
    await page.locator('body[data-led]').waitFor()
    await page.keyboard.type('IOM invites you')
    expect(await page.locator('#paste').inputValue()).toBe('IOM invites you')
    expect(await titles(site)).toEqual([])
  })

  test('a mail keeps its links, files are dropped, and what is refused stays in the field', {
    timeout: 90_000,
  }, async () => {
    const { page, site, complaints } = await atTheDesk()
    await page.locator('#paste').focus()
    const words = 'Please join the Webinar on remittances on 18 December 2020 at 15:00 CET. Join here'
    const html = `<p>Please join the <b>Webinar on remittances</b> on 18 December 2020 at 15:00 CET. <a href="https://zoom.us/j/812345678901">Join here</a></p>`
    await paste(page, words, html)
    await page.locator('#paste').fill(words)
    await page.locator('.paste > form .act.strong').click()
    await page.locator('.reading .title').waitFor()
    expect(await page.locator('.reading .findings-told').innerText()).toContain('zoom.us')

    const calendar =
      'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1@x\r\nSUMMARY:Choir\r\nDTSTART:20201218T180000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n'
    await page.evaluate(text => {
      const data = new DataTransfer()
      data.items.add(new File([text], 'day.ics', { type: 'text/calendar' }))
      for (const type of ['dragover', 'drop'])
        document.body.dispatchEvent(
          new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }),
        )
    }, calendar)
    await page.locator('.reading .title', { hasText: 'Choir' }).waitFor()

    const many = Array.from({ length: 200 }, (_, n) => `https://un.example/${n}`).join('\n')
    await page.locator('#paste').fill(many)
    await page.locator('.paste > form .act.strong').click()
    await page.locator('.paste > form .wrong').waitFor()
    expect(await page.locator('#paste').inputValue()).toBe(many)
    expect(await titles(site)).toEqual([])
    expect(complaints.filter(said => !said.includes('422'))).toEqual([])
  })

  test('a page that is away opens a card all the same, to be filled in and tried again', {
    timeout: 90_000,
  }, async () => {
    const { page, site, world } = await atTheDesk()
    await page.locator('#paste').focus()
    await paste(page, `${world.address}/away`)
    await page.locator('.reading .failed').waitFor()
    await page.getByLabel('Title', { exact: true }).fill('A vigil')
    await page.getByRole('button', { name: 'Keep as a draft' }).click()
    await page.locator('.reading .settled').waitFor()
    expect(await titles(site)).toEqual(['A vigil (draft)'])
    await page.locator('#paste').focus()
    await paste(page, `${world.address}/later`)
    await page.locator('.reading .failed').waitFor()
    world.pages['/later'] = eventPage({ title: 'Voices of migrants' })
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.locator('.reading .title', { hasText: 'Voices of migrants' }).waitFor()
  })

  test('cards, lists and merging have nothing in the way of anybody', { timeout: 120_000 }, async () => {
    const { page, site, world } = await atTheDesk()
    world.pages['/day'] = eventPage({ title: 'Voices of migrants', organiser: 'IOM' })
    world.pages['/many'] = ['First choir', 'Second film'].map(title => eventPage({ title })).join('')
    world.pages['/doubt'] =
      '<!doctype html><title>Webinar</title><h1>Webinar on remittances</h1><p>Friday 17 December 2020, 3 pm CST. Join us online for this webinar.</p>'
    for (const path of ['day', 'many', 'doubt', 'away']) {
      await page.locator('#paste').focus()
      await paste(page, `${world.address}/${path}`)
      await page
        .locator('.reading:not([data-state="waiting"])')
        .nth(['day', 'many', 'doubt', 'away'].indexOf(path))
        .waitFor()
    }
    expect(await faultsOf(page)).toEqual([])
    await page.goto(page.url().replace(/\/desk.*/, '/desk/migrants-day/2020/readings'))
    expect(await faultsOf(page)).toEqual([])
    for (const link of await page
      .locator('.readings a')
      .evaluateAll(all => all.map(a => (a as HTMLAnchorElement).href))) {
      await page.goto(link)
      expect(await faultsOf(page)).toEqual([])
    }
    await page.goto(page.url().replace(/\/desk.*/, '/desk/share?url=https%3A%2F%2Fun.example'))
    expect(await faultsOf(page)).toEqual([])
    expect(await titles(site)).toEqual([])
  })
})

describe('without script', () => {
  test('an address is pasted, looked at and published on three pages', { timeout: 90_000 }, async () => {
    const { page, site, world } = await atTheDesk({ javaScriptEnabled: false })
    world.pages['/day'] = eventPage({ title: 'Voices of migrants', organiser: 'IOM' })
    await page.locator('#paste').fill(`${world.address}/day`)
    await page.locator('.paste > form .act.strong').click()
    expect(await page.locator('.reading .title').innerText()).toBe('Voices of migrants')
    await page.locator('[data-act="publish"]').click()
    expect(await page.locator('.done').innerText()).toContain('Published.')
    expect(await titles(site)).toEqual(['Voices of migrants (published)'])
    await page.locator('.done button').click()
    expect(await titles(site)).toEqual(['Voices of migrants (withdrawn)'])
  })

  test('several files are chosen and dropped from a list', { timeout: 90_000 }, async () => {
    const { page, site } = await atTheDesk({ javaScriptEnabled: false })
    const file = (name: string, title: string) => ({
      name,
      mimeType: 'text/calendar',
      buffer: Buffer.from(
        `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:${title}@x\r\nSUMMARY:${title}\r\nDTSTART:20201218T180000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`,
      ),
    })
    await page.locator('.files input').setInputFiles([file('a.ics', 'Choir'), file('b.ics', 'Film')])
    await follow(page.locator('.paste > form .act.strong'))
    expect(await page.locator('.readings a').allInnerTexts()).toEqual(['Choir', 'Film'])
    await page.locator('.readings a').first().click()
    await page.getByRole('button', { name: 'Drop' }).click()
    expect(await page.locator('.done').innerText()).toContain('Dropped.')
    expect(await titles(site)).toEqual([])
  })
})
