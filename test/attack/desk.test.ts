import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Content } from '../../src/domain/content.ts'
import { splitPasted } from '../../src/domain/pasted.ts'
import { readPage } from '../../src/intake/page/read-page.ts'
import { recognise } from '../../src/intake/recognise.ts'
import { addEntries, type EntryToAdd } from '../../src/services/add-entries.ts'
import { addSessions } from '../../src/services/add-sessions.ts'
import { changeStatus } from '../../src/services/change-status.ts'
import { editEntry } from '../../src/services/edit-entry.ts'
import { readEntries } from '../../src/storage/entries.ts'
import { anEdition, content } from '../entries.ts'
import { signedIn } from '../signed-in.ts'
import { openSite, type TestSite } from '../site.ts'

const secure = 'https://day.example'
const start = '2020-12-18T10:00:00+01:00[Europe/Berlin]'
let site: TestSite
let editionId: string

beforeEach(async () => {
  site = await openSite('2020-12-10T12:00:00Z', undefined, undefined, { BASE_URL: secure })
  editionId = (await anEdition(site.store)).id
})
afterEach(() => site.close())

const add = async (told: Partial<EntryToAdd> & Pick<EntryToAdd, 'content'>) => {
  const entry = { state: 'published' as const, ...told }
  return (await addEntries(site.store, editionId, [entry], { by: 'Anna', at: 10 })).entries[0]!
}
const post = (
  path: string,
  body: URLSearchParams | string | ReadableStream,
  more: object = {},
  ip = '203.0.113.5',
) => {
  const headers = {
    origin: secure,
    'content-type': 'application/x-www-form-urlencoded',
    ...(more as Record<string, string>),
  }
  const from = { incoming: { socket: { remoteAddress: ip }, headers } }
  const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit
  return site.app.request(`${secure}${path}`, init, from as never)
}

/** Milliseconds that this thread computes, however busy the machine is. */
function costOf(act: () => unknown): number {
  const before = process.threadCpuUsage().user
  act()
  return (process.threadCpuUsage().user - before) / 1000
}

test.each([
  [
    'a block of data that ends in spaces',
    () => [...readPage(ofData(`{"@type":"Event"}${' '.repeat(60_000)}x`), {})],
  ],
  ['a block of data that ends in semicolons', () => [...readPage(ofData(`{}${';'.repeat(60_000)}x`), {})]],
  ['a file of line breaks', () => recognise(Buffer.from(`a${'\n'.repeat(65_000)}`))],
  ['HTML of nothing but links that begin', () => splitPasted('a b', '<a '.repeat(100_000))],
  ['one word of nothing but semicolons', () => splitPasted(`${';'.repeat(300_000)}x`)],
  ['one word of nothing but brackets', () => splitPasted(`${'>'.repeat(300_000)}x`)],
])('%s is looked through at once', (_, read) => {
  expect(costOf(read)).toBeLessThan(2000)
})

function ofData(text: string): Buffer {
  return Buffer.from(`<!doctype html><title>A</title><script type="application/ld+json">${text}</script>`)
}

test('who tries too often at somebody else’s account does not keep them out of it', async () => {
  const owner = { email: 'owner@example.org', password: 'nineteen red bicycles' }
  await signedIn(site, 'owner', owner)
  for (let tries = 0; tries < 70; tries++)
    await post('/sign-in', new URLSearchParams({ ...owner, password: 'wrong' }))
  expect((await post('/sign-in', new URLSearchParams(owner))).status).toBe(429)
  expect((await post('/sign-in', new URLSearchParams(owner), {}, '198.51.100.7')).status).toBe(303)
})

test.each([
  '/desk/entries/x',
  '/desk/entries/x/sessions',
  '/desk/migrants-day/2020/new',
  '/desk/migrants-day/2020/story',
])('what a stranger sends to %s is not read into memory', async path => {
  let read = 0
  const endless = new ReadableStream({
    pull(controller) {
      read += 65_536
      if (read > 40_000_000) controller.close()
      else controller.enqueue(new Uint8Array(65_536))
    },
  })
  const answer = await post(path, endless, { 'content-type': 'multipart/form-data; boundary=a' })
  expect(answer.status).toBe(403)
  expect(read).toBeLessThan(1_000_000)
})

test('a contributor changes and adds nothing of what readers are to see by itself', async () => {
  const whole = await add({
    content: content({ title: 'Conference', start }),
    state: 'draft',
    publishAt: site.clock.now + 3_600_000,
    sessions: [{ content: content({ title: 'Opening', start }) }],
  })
  const [session] = await readEntries(site.store.db, { sessionsOf: whole.id })
  const cleo = { by: 'Cleo', at: site.clock.now, onlyDrafts: true }
  const told: Content = content({ title: 'Something else', start })
  for (const id of [whole.id, session!.entry.id])
    await expect(
      editEntry(site.store, { id, editionId }, { content: told }, { ...cleo, base: 1 }),
    ).rejects.toThrow('Only an editor')
  await expect(addSessions(site.store, { id: whole.id, editionId }, [told], cleo)).rejects.toThrow(
    'Only an editor',
  )
})

test('a passcode that stands in a reason opens nothing for readers', async () => {
  const url = 'https://zoom.us/j/812345678901?pwd=HIDDENPWD'
  const { id } = await add({ content: content({ title: 'Talk', start, links: [{ role: 'join', url }] }) })
  const reason = `Now at ${url}, passcode: 4711secret`
  const act = { by: 'Anna', at: site.clock.now }
  await changeStatus(site.store, { id, editionId }, { status: 'movedOnline', reason }, act)
  for (const path of ['', '/changes', '?view=told', '/talk']) {
    const page = await (await site.app.request(`${secure}/migrants-day/2020${path}`)).text()
    expect([path, /HIDDENPWD|4711secret/.test(page), page.includes('Talk')]).toEqual([path, false, true])
  }
})

test('an owner who still owes a second factor sees no drafts', async () => {
  await add({ content: content({ title: 'SECRETDRAFT', start }), state: 'draft' })
  const drafts = async (isStrong: boolean) => {
    const { headers } = await signedIn(site, 'owner', { isStrong })
    const page = await site.app.request(`${secure}/migrants-day/2020?drafts=1`, { headers })
    return /SECRETDRAFT/.test(await page.text())
  }
  expect([await drafts(true), await drafts(false)]).toEqual([true, false])
})

test('a device that was left open does not set the first password', async () => {
  const { headers } = await signedIn(site, 'editor')
  const next = new URLSearchParams({ current: '', next: 'a walk along the lake' })
  site.clock.now = Date.now() + 5 * 86_400_000
  const late = await post('/account/password', next, headers)
  expect(late.headers.get('location')).toMatch(/^\/sign-in/)
  site.clock.now = Date.now()
  expect((await post('/account/password', next, headers)).headers.get('location')).toBe('/account')
})

test.each(['/sign-in', '/zone', '/desk/migrants-day/2020/readings', '/desk/entries/x'])(
  'a form that arrives broken at %s is no fault of ours',
  async path => {
    const { headers } = await signedIn(site, 'editor')
    const broken = { ...headers, 'content-type': 'multipart/form-data; boundary=a' }
    const { status } = await post(path, 'no form at all', broken)
    expect([path, [400, 404].includes(status)]).toEqual([path, true])
  },
)
