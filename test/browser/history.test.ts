import type { BrowserContextOptions, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { contentOfEntry } from '../../src/domain/content.ts'
import { addEntries } from '../../src/services/add-entries.ts'
import { changeEntries } from '../../src/services/change-entries.ts'
import { editEdition } from '../../src/services/edit-edition.ts'
import { editEntry } from '../../src/services/edit-entry.ts'
import { anEdition, content, entryOf } from '../entries.ts'
import { type SignedIn, signedIn } from '../signed-in.ts'
import { openSite } from '../site.ts'
import { browsing, onPage } from './browsing.ts'
import { faultsOf, isTooWide } from './openness.ts'

const minute = 60_000
const text =
  'On this day we look at what people carry with them when they move: money, languages, recipes, and debts.\n\nThe programme grows until the evening.'
let editor: SignedIn
let id: string

const our = browsing(async () => {
  const site = await openSite('2020-12-17T12:00:00Z')
  const { id: editionId } = await anEdition(site.store)
  const at = site.clock.now - 90 * minute
  const by = (name: string, minutes: number) => ({ by: name, at: at + minutes * minute })
  const { entries } = await addEntries(
    site.store,
    editionId,
    [{ content: content({ note: 'Bring your own questions.', tags: ['money'] }), state: 'draft' }],
    by('Anna Okafor', 0),
  )
  id = entries[0]!.id
  const opened = contentOfEntry(await entryOf(site.store, id))
  const where = { id, editionId }
  const later = { ...opened, time: { ...opened.time, start: '2020-12-18T15:00:00' } }
  await editEntry(site.store, where, { content: later }, { ...by('Anna Okafor', 5), base: 1 })
  const more = {
    ...later,
    note: 'Bring your own answers, and the questions of somebody else.',
    organisations: [
      { name: 'International Organization for Migration', url: null, role: 'host' as const },
      { name: 'شبكة المهاجرين', url: null, role: 'partner' as const },
    ],
    links: [{ role: 'join' as const, url: 'https://meet.example/remittances', title: null }],
    tags: ['remittances'],
    languages: ['en', 'ar'],
  }
  await editEntry(site.store, where, { content: more }, { ...by('Benjamin Wu', 12), base: 2 })
  const change = (fields: object, told: object) => ({ ...fields, ...told }) as never
  const publish = (fields: object) => change(fields, { state: 'published' })
  await changeEntries(site.store, editionId, [id], publish, { ...by('Anna Okafor', 15), name: 'publish' })
  const cancel = (fields: object) =>
    change(fields, { status: 'cancelled', statusReason: 'The speaker is ill.' })
  await changeEntries(site.store, editionId, [id], cancel, { ...by('Anna Okafor', 30), name: 'cancel' })
  await editEdition(site.store, editionId, { text, tags: ['rights'] }, by('Anna Okafor', 40))
  const better = { text: text.replace('debts', 'songs').replace('grows until', 'is whole by') }
  await editEdition(site.store, editionId, better, by('Benjamin Wu', 45))
  const drafts = Array.from({ length: 14 }, (_, n) => ({
    content: content({ title: `Vigil in town ${n + 1}` }),
    state: 'draft' as const,
  }))
  const added = await addEntries(site.store, editionId, drafts, by('Benjamin Wu', 50))
  const withdrawn = [added.entries[0]!.id]
  const withdraw = (fields: object) => change(fields, { state: 'withdrawn' })
  await changeEntries(site.store, editionId, withdrawn, withdraw, {
    ...by('Anna Okafor', 60),
    name: 'withdraw',
  })
  editor = await signedIn(site, 'editor', { name: 'Anna Okafor' })
  return site
})

const visit = <T>(address: string, options: BrowserContextOptions, look: (page: Page) => Promise<T>) =>
  onPage(our.browser, { timezoneId: 'Europe/Berlin', ...options }, async (page, context) => {
    await context.addCookies(editor.cookiesAt(our.address))
    await context.clock.setFixedTime(our.site.clock.now)
    await page.goto(our.address + address, { waitUntil: 'load' })
    return look(page)
  })

const pages = () => ({
  entry: `/desk/entries/${id}/history`,
  version: `/desk/entries/${id}/history/1`,
  edition: '/desk/migrants-day/2020/history',
  revision: '/desk/migrants-day/2020/history/8',
  withdrawn: '/desk/migrants-day/2020/withdrawn',
})

describe('history in a browser', () => {
  test.each(Object.keys(pages()) as (keyof ReturnType<typeof pages>)[])(
    'the page of %s is within reach of everybody, on a phone too',
    async name => {
      for (const [colorScheme, width] of [
        ['light', 390],
        ['dark', 1280],
      ] as const) {
        const options = { colorScheme, viewport: { width, height: 900 } }
        await visit(pages()[name], options, async page => {
          expect(await faultsOf(page)).toEqual([])
          expect(await isTooWide(page)).toBe(false)
        })
      }
    },
    120_000,
  )

  test('without script an entry is restored, and that is undone', { timeout: 120_000 }, async () => {
    await visit(pages().entry, { javaScriptEnabled: false }, async page => {
      expect(await page.locator('.revision').first().locator('.did').innerText()).toBe(
        '\u2068Anna Okafor\u2069 cancelled it',
      )
      await page.locator('#r3').getByRole('link', { name: 'See this version' }).click()
      expect(await page.locator('h2').innerText()).toBe('What restoring it would change')
      await page.getByRole('button', { name: 'Restore this version' }).click()
      expect(await page.locator('.done p').innerText()).toBe('Restored.')
      expect((await entryOf(our.site.store, id)).status).toBe('scheduled')
      await page.locator('.done').getByRole('button', { name: 'Undo' }).click()
      expect((await entryOf(our.site.store, id)).status).toBe('cancelled')
    })
  })
})
