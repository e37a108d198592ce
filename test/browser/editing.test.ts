import type { BrowserContextOptions, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { addEntries } from '../../src/services/add-entries.ts'
import { readEntries } from '../../src/storage/entries.ts'
import { anEdition, content, entryOf } from '../entries.ts'
import { drawing } from '../pictures.ts'
import { type SignedIn, signedIn } from '../signed-in.ts'
import { openSite } from '../site.ts'
import { browsing, onPage } from './browsing.ts'
import { faultsOf, unfold } from './openness.ts'

let id: string
let anna: SignedIn
let ben: SignedIn
const title = 'Rights on the move'

const our = browsing(open, { anew: true })

async function open() {
  const site = await openSite('2020-12-10T08:00Z')
  const edition = await anEdition(site.store)
  const finding = {
    kind: 'event' as const,
    title,
    start: '2020-12-18T15:00:00+01:00[Europe/Berlin]',
    end: '2020-12-18T16:30:00+01:00[Europe/Berlin]',
    organisations: [{ name: 'UN Women' }, { name: 'Migrant Forum in Asia', role: 'partner' }],
    links: [{ role: 'join' as const, url: 'https://zoom.us/j/123?pwd=abc' }],
    languages: ['en'],
    from: { title: 'open-graph' as const, start: 'json-ld' as const },
    doubts: [{ code: 'weekday-disagrees' as const, field: 'start', says: 'Friday was a Thursday.' }],
  }
  const entry = {
    content: content(finding),
    state: 'published' as const,
    origin: { source: 'https://example.org/rights', finding },
    sessions: [{ content: content({ title: 'Opening', start: finding.start }) }],
  }
  const { entries } = await addEntries(site.store, edition.id, [entry], { by: 'Import', at: 0 })
  id = entries[0]!.id
  anna = await signedIn(site, 'editor', { name: 'Anna' })
  ben = await signedIn(site, 'editor', { name: 'Ben' })
  return site
}

/** Signed in, on a page; what the browser complains of is a failure. */
const at = <T>(
  path: string,
  act: (page: Page) => Promise<T>,
  options: BrowserContextOptions = {},
  who: SignedIn = anna,
) =>
  onPage(
    our.browser,
    { timezoneId: 'Asia/Manila', ...options },
    async (page, context) => {
      await context.addCookies(who.cookiesAt(our.address))
      await page.goto(our.address + path)
      return act(page)
    },
    { levels: ['error'], but: /status of 422/ },
  )

const field = (name: string) => `[name="${name}"]`
const edit = () => `/desk/entries/${id}`
const saveButton = 'button[name="do"][value="save"]'

describe('an entry is edited', () => {
  test('with script: rows and words in place, the time in other zones, saved, told, undone', () =>
    at(edit(), async page => {
      expect(await page.textContent('.said')).toContain('15:00 – 16:30 in Berlin')
      await page.fill(field('when.zone'), 'America/New_York')
      expect(await page.textContent('.said')).toMatch(/21:00 – 22:30 in Berlin.*04:00 – 05:30 in Manila/)
      await page.fill(field('when.zone'), 'Europe/Berlin')
      await page.fill(field('when.words'), 'Sat 19 Dec, 9–10 am Nairobi')
      await page.press(field('when.words'), 'Enter')
      await page.waitForFunction(
        () => document.querySelector<HTMLInputElement>('[name="when.zone"]')?.value === 'Africa/Nairobi',
      )
      expect(await page.inputValue(field('when.start'))).toBe('09:00')
      await page.click('button[value="more:organisations"]')
      await page.keyboard.type('IOM')
      expect(await page.inputValue(field('organisations.3.name'))).toBe('IOM')
      await page.click('button[value="less:organisations.0"]')
      await page.fill(field('title'), 'Rights on the move, again')
      await page.click(saveButton)
      await page.waitForSelector('.done')
      const { title: now, time, organisations } = await entryOf(our.site.store, id)
      expect([now, time.start, time.zone, organisations.map(({ name }) => name)]).toEqual([
        'Rights on the move, again',
        '2020-12-19T09:00:00',
        'Africa/Nairobi',
        ['Migrant Forum in Asia', 'IOM'],
      ])
      expect(await page.textContent('.done')).toContain('Saved.')
      await page.click('.done button')
      await page.waitForSelector('.done')
      expect((await entryOf(our.site.store, id)).title).toBe(title)
    }))

  test('without script: rows and words by pages of their own, with what was typed', () =>
    at(
      edit(),
      async page => {
        await page.fill(field('title'), 'Typed')
        await page.click('button[value="more:people"]')
        await page.fill(field('people.1.name'), 'Ada')
        expect(await page.inputValue(field('title'))).toBe('Typed')
        await page.fill(field('when.words'), '18 December, 5 pm IST')
        await page.click(saveButton)
        expect(await page.textContent('.problems')).toContain('Which is meant?')
        await page.check('text=in Jerusalem')
        await page.click(saveButton)
        const { title: now, time, people } = await entryOf(our.site.store, id)
        expect([now, time.start, time.zone, people.map(({ name }) => name)]).toEqual([
          'Typed',
          '2020-12-18T17:00:00',
          'Asia/Jerusalem',
          ['Ada'],
        ])
      },
      { javaScriptEnabled: false },
    ))

  test('by keyboard alone, from the title to the saved form', () =>
    at(edit(), async page => {
      for (let steps = 0; steps < 30; steps++) {
        await page.keyboard.press('Tab')
        if (await page.evaluate(() => document.activeElement?.getAttribute('name') === 'title')) break
      }
      await page.keyboard.press('End')
      await page.keyboard.type('!')
      await page.keyboard.press('Control+Enter')
      await page.waitForSelector('.done')
      expect((await entryOf(our.site.store, id)).title).toBe(`${title}!`)
    }))

  test('and comes back filled where something is wrong, with ways to each field', () =>
    at(edit(), async page => {
      await page.fill(field('title'), '')
      await page.fill(field('note'), 'Kept <words> & "marks"')
      await page.fill(field('links.1.url'), 'javascript:alert(1)')
      await page.fill(field('when.words'), '18 December, 5 pm IST')
      await page.click(saveButton)
      await page.waitForSelector('.problems')
      expect(await page.inputValue(field('note'))).toBe('Kept <words> & "marks"')
      expect(await page.isVisible('keep-typing')).toBe(false)
      expect(await page.inputValue(field('links.1.url'))).toBe('javascript:alert(1)')
      await page.click('.problems a >> nth=2')
      expect(await page.evaluate(() => location.hash)).toBe('#links.1.url')
      await page.fill(field('title'), 'Named')
      await page.fill(field('links.1.url'), 'example.org/a')
      await page.check('text=in Kolkata')
      await page.click(saveButton)
      await page.waitForSelector('.done')
      const { note, links } = await entryOf(our.site.store, id)
      expect([note, links.at(-1)?.url]).toEqual(['Kept <words> & "marks"', 'https://example.org/a'])
    }))

  test(
    'by two people at once: both versions are shown, and each stands where it is chosen',
    () =>
      at(edit(), ofAnna =>
        at(
          edit(),
          async ofBen => {
            await ofAnna.fill(field('title'), 'Anna’s title')
            await ofAnna.click(saveButton)
            await ofAnna.waitForSelector('.done')
            await ofBen.fill(field('title'), 'Ben’s title')
            await ofBen.fill(field('note'), 'Ben’s words')
            await ofBen.click(saveButton)
            await ofBen.waitForSelector('.conflict')
            expect(await ofBen.textContent('.conflict')).toMatch(
              /Anna has changed the same.*Ben’s title.*Anna’s title/s,
            )
            expect(await faultsOf(ofBen)).toEqual([])
            await ofBen.check('.conflict [value="theirs"]')
            await ofBen.click(saveButton)
            await ofBen.waitForSelector('.done')
            const { title: now, note } = await entryOf(our.site.store, id)
            expect([now, note]).toEqual(['Anna’s title', 'Ben’s words'])
          },
          {},
          ben,
        ),
      ),
    120_000,
  )

  test('with a picture from here, and names completed behind commas', () =>
    at(edit(), async page => {
      const bytes = await drawing(60, 40).png().toBuffer()
      await page.setInputFiles('[type="file"]', { name: 'a.png', mimeType: 'image/png', buffer: bytes })
      await page.waitForFunction(() =>
        document.querySelector<HTMLInputElement>('[name="image"]')?.value.startsWith('/pictures/'),
      )
      await page.fill(field('alt'), 'A map')
      await page.fill(field('languages'), 'English, Arab')
      const offered = await page.evaluate(() =>
        [...document.querySelector<HTMLDataListElement>('#languages-names')!.options].map(
          ({ value }) => value,
        ),
      )
      expect(offered).toContain('English, Arabic')
      await page.fill(field('languages'), 'English, Arabic')
      await page.click(saveButton)
      await page.waitForSelector('.done')
      const { image, imageAlt, languages } = await entryOf(our.site.store, id)
      expect([image?.slice(0, 10), imageAlt, languages]).toEqual(['/pictures/', 'A map', ['en', 'ar']])
    }))

  test('what was typed and not saved is brought back, with the rows it needs', () =>
    at(edit(), async page => {
      await page.click('button[value="more:people"]')
      await page.keyboard.type('Bo')
      await page.fill(field('people.0.name'), 'Ada')
      await page.waitForTimeout(600)
      await page.goto(our.address + edit())
      await page.click('[data-act="bring"]')
      expect([
        await page.inputValue(field('people.0.name')),
        await page.inputValue(field('people.1.name')),
      ]).toEqual(['Ada', 'Bo'])
    }))

  test('it is cancelled with a reason, with script or without', () =>
    at(
      edit(),
      async page => {
        await page.click('text=It is cancelled')
        await page.fill(field('cancelled-reason'), 'The hall is flooded.')
        await page.click('text=Say that it is cancelled')
        expect(await page.textContent('.done')).toContain('cancelled')
        const { status, statusReason } = await entryOf(our.site.store, id)
        expect([status, statusReason]).toEqual(['cancelled', 'The hall is flooded.'])
      },
      { javaScriptEnabled: false },
    ))
})

test('sessions are pasted, looked at and added together', () =>
  at(`${edit()}/sessions`, async page => {
    await page.fill('#text', '15:00 Opening\n15:15–16:00 Keynote: Rights\n16:00 Close')
    await page.click('button[value="read"]')
    await page.waitForSelector('.preview-rows')
    expect(await page.textContent('.preview-rows h2')).toBe('3 sessions were found')
    expect(await page.isChecked('#use-0')).toBe(false)
    expect(await faultsOf(page)).toEqual([])
    await page.click('button[value="add"]')
    await page.waitForSelector('.done')
    expect(await page.textContent('.done')).toContain('2 sessions added.')
    const rows = await page.locator('.session-rows li a').allTextContents()
    expect(rows).toEqual(['Opening', 'Keynote: Rights', 'Close'])
    await page.click('.done button')
    await page.waitForSelector('.done')
    const states = (await readEntries(our.site.store.db, { sessionsOf: id })).map(({ entry }) => entry.state)
    expect(states).toEqual(['published', 'withdrawn', 'withdrawn'])
  }))

describe('the pages', () => {
  const looks: [string, BrowserContextOptions, string][] = [
    ['wide and light', { viewport: { width: 1280, height: 900 } }, 'en'],
    ['wide and dark', { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' }, 'en'],
    ['on a phone', { viewport: { width: 320, height: 640 } }, 'en'],
    ['on a phone, from right to left', { viewport: { width: 390, height: 800 } }, 'ar'],
  ]
  test.each(looks)(
    'are accessible and no wider than the screen: %s',
    async (_, options, lang) => {
      for (const path of [
        edit(),
        '/desk/migrants-day/2020/new',
        `${edit()}/sessions/new`,
        `${edit()}/sessions`,
      ])
        await at(
          `${path}?lang=${lang}`,
          async page => {
            await unfold(page)
            expect([path, await faultsOf(page)]).toEqual([path, []])
            const over = await page.evaluate(() =>
              [...document.querySelectorAll('main *')]
                .filter(each => each.getBoundingClientRect().right > innerWidth + 1)
                .map(({ outerHTML }) => outerHTML.slice(0, 90)),
            )
            expect([path, over]).toEqual([path, []])
          },
          options,
        )
    },
    240_000,
  )
})
