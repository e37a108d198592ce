import { expect, test } from 'vitest'
import type { Finding } from '../../src/domain/finding.ts'
import { addEntries } from '../../src/services/add-entries.ts'
import { showText } from '../../src/services/links/show-text.ts'
import { lookAtRecording } from '../../src/services/recordings/look.ts'
import { writeKeptText } from '../../src/storage/kept-texts.ts'
import { anEdition, content, entryOf } from '../entries.ts'
import { openPages } from '../pages-site.ts'
import { signedIn } from '../signed-in.ts'
import { openSite } from '../site.ts'
import { inBrowser, listenInTest } from './browsing.ts'
import { faultsOf, isTooWide } from './openness.ts'

const our = inBrowser()

const ids = ['2y84q2MQUMWPbiEcxNXMgC', '3y84q2MQUMWPbiEcxNXMgC', '4y84q2MQUMWPbiEcxNXMgC'] as const

function video(id: string, told: object) {
  const body = {
    uuid: id,
    name: 'Voices of migrants',
    isLive: false,
    state: { id: 1 },
    privacy: { id: 1 },
    ...told,
  }
  return { body: JSON.stringify(body), type: 'application/json' }
}

test('a recording is offered, added with one press, and played in its page only when somebody asks', async () => {
  const clock = { now: Date.parse('2020-12-18T20:00:00Z') }
  const world = await openPages({}, () => clock.now)
  const at = (id: string) => `${world.address}/w/${id}`
  world.pages[`/api/v1/videos/${ids[0]}`] = video(ids[0], { duration: 5321, language: { id: 'en' } })
  world.pages[`/api/v1/videos/${ids[0]}/captions`] = {
    body: JSON.stringify({ data: [{ language: { id: 'fr' } }] }),
    type: 'application/json',
  }
  world.pages[`/api/v1/videos/${ids[1]}`] = '<h1>Down for maintenance</h1>'
  world.pages[`/api/v1/videos/${ids[2]}`] = video(ids[2], { duration: 3480, name: 'A choir of many' })
  world.pages[`/videos/embed/${ids[0]}?autoplay=1`] = '<!doctype html><title>Player</title><p>It plays.</p>'

  const site = await openSite('2020-12-18T20:00:00Z', undefined, world.fetch)
  const edition = await anEdition(site.store)
  const event = (title: string, hour: number, links: Finding['links'], more: Partial<Finding> = {}) => ({
    content: content({
      title,
      start: `2020-12-18T${hour}:00:00+01:00[Europe/Berlin]`,
      end: `2020-12-18T${hour + 1}:30:00+01:00[Europe/Berlin]`,
      ...(links && { links }),
      ...more,
    }),
    state: 'published' as const,
  })
  const { entries } = await addEntries(
    site.store,
    edition.id,
    [
      event('Voices of migrants', 14, [{ role: 'livestream', url: at(ids[0]) }]),
      event('Money sent home', 16, [{ role: 'livestream', url: at(ids[1]) }]),
      event('A choir of many', 17, [{ role: 'recording', url: at(ids[2]) }], { recording: 'available' }),
      event('Vigil at the harbour', 18, undefined),
    ],
    { by: 'Anna', at: clock.now },
  )
  const look = async () => {
    for (const { id } of entries)
      await lookAtRecording(site.store, id, { fetch: world.fetch, now: () => clock.now, chance: () => 0.5 })
  }
  await look()
  world.pages[`/api/v1/videos/${ids[2]}`] = video(ids[2], { duration: 5321, name: 'A choir of many' })
  clock.now += 3_600_000
  site.clock.now = clock.now
  await look()

  const address = await listenInTest(site)
  const anna = await signedIn(site, 'editor', { name: 'Anna' })
  const context = await our.browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Berlin' })
  context.setDefaultTimeout(30_000)
  await context.addCookies(anna.cookiesAt(address))
  const page = await context.newPage()
  await page.clock.setFixedTime(clock.now)
  const complaints: string[] = []
  const abroad: string[] = []
  page.on('pageerror', error => complaints.push(error.message))
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
  page.on('request', request => {
    if (!request.url().startsWith(address)) abroad.push(request.url())
  })

  const desk = `${address}/desk/migrants-day/2020/recordings`
  for (const [width, scheme, query] of [
    [1280, 'light', ''],
    [390, 'dark', '?lang=ar'],
    [390, 'light', ''],
  ] as const) {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme: scheme })
    await page.goto(desk + query)
    expect(await faultsOf(page)).toEqual([])
    expect(await isTooWide(page)).toBe(false)
    if (process.env.SHOTS)
      await page.screenshot({ path: `${process.env.SHOTS}/desk-${width}-${scheme}.png`, fullPage: true })
  }
  await page.goto(`${address}/desk/migrants-day/2020`)
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/todo.png`, fullPage: true })
  await page.goto(desk)
  await page.getByText('It has become longer: it was 58 minutes').waitFor()
  await page.getByText('The answer could not be understood').waitFor()
  await page.getByText('The stream itself can be watched again, 1 hour, 29 minutes long.').waitFor()
  await page.getByRole('button', { name: 'Add this recording' }).click()
  await page.getByText('Noted what is known of the recording.').waitFor()
  expect((await entryOf(site.store, entries[0]!.id)).recording).toBe('available')
  await lookAtRecording(site.store, entries[0]!.id, {
    fetch: world.fetch,
    now: () => clock.now,
    chance: () => 0.5,
  })

  await context.clearCookies()
  for (const [width, scheme, query] of [
    [390, 'dark', '?lang=ar'],
    [1280, 'light', ''],
  ] as const) {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme: scheme })
    await page.goto(`${address}/migrants-day/2020/voices-of-migrants${query}`)
    if (process.env.SHOTS)
      await page.screenshot({ path: `${process.env.SHOTS}/entry-${width}-${scheme}.png`, fullPage: true })
  }
  await page.getByText('1 hour, 29 minutes · English · captions: French').waitFor()
  expect(abroad).toEqual([])
  await page.getByRole('button', { name: 'Watch it here' }).click()
  await page.frameLocator('iframe').getByText('It plays.').waitFor()
  expect(new Set(abroad.map(url => new URL(url).origin))).toEqual(new Set([world.address]))
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/played.png`, fullPage: true })
  const other = await page.request.get(`${address}/migrants-day/2020/vigil-at-the-harbour`)
  expect(other.headers()['content-security-policy']).not.toContain('frame-src')
  expect(complaints).toEqual([])
})

test('the text of a statement keeps its lists and tables, and fits a phone', async () => {
  const site = await openSite('2020-12-18T20:00:00Z')
  const edition = await anEdition(site.store)
  const told = content({ title: 'A statement', kind: 'statement' })
  const act = { by: 'Anna', at: site.clock.now }
  const { entries } = await addEntries(site.store, edition.id, [{ content: told, state: 'published' }], act)
  const [{ id, slug }] = entries as [{ id: string; slug: string }]
  const row = `<tr><td>${'Anameofastate'.repeat(4)}</td><td>ratified</td><td>2003-07-01</td></tr>`
  await writeKeptText(site.store.db, id, {
    ...{ title: null, byline: null, site: null, language: 'en', length: 9, digest: 'x', at: site.clock.now },
    url: 'https://forum.example/statement',
    html: `<p>We call for</p><ul><li>rights</li></ul><table><tbody>${row}</tbody></table>`,
  })
  await showText(site.store, { id, editionId: edition.id }, { by: 'licence', which: 'CC BY 4.0' }, act)
  const address = await listenInTest(site)
  const anna = await signedIn(site, 'editor', { name: 'Anna' })
  const context = await our.browser.newContext({ locale: 'en-GB', viewport: { width: 390, height: 800 } })
  await context.addCookies(anna.cookiesAt(address))
  const page = await context.newPage()
  for (const [path, scheme] of [
    [`/migrants-day/2020/${slug}`, 'light'],
    [`/migrants-day/2020/${slug}?lang=ar`, 'dark'],
    [`/desk/entries/${id}/text`, 'light'],
  ] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    await page.goto(address + path)
    expect(await isTooWide(page)).toBe(false)
    const list = page.locator('.kept-text ul')
    expect(await list.evaluate(each => getComputedStyle(each).listStyleType)).toBe('disc')
    expect(await faultsOf(page)).toEqual([])
  }
})
