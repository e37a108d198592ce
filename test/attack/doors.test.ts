import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { addEntries } from '../../src/services/add-entries.ts'
import { openReadings } from '../../src/services/open-readings.ts'
import { deskRooms } from '../../src/web/desk-rooms.ts'
import type { Parts } from '../../src/web/show.ts'
import { anEdition, content } from '../entries.ts'
import { signedIn } from '../signed-in.ts'
import { addProgramme, openSite, type TestSite } from '../site.ts'

const origin = 'http://localhost:1812'
const start = '2020-12-18T10:00:00+01:00[Europe/Berlin]'
const theirs = { series: 'other-day', edition: '2020', date: '2020-12-18', zone: 'UTC' }

let site: TestSite
let entryId: string
let readingId: string

beforeAll(async () => {
  site = await openSite('2020-12-10T12:00:00Z')
  const { id: editionId } = await anEdition(site.store)
  const added = [{ content: content({ title: 'Conference', start }), state: 'draft' as const }]
  entryId = (await addEntries(site.store, editionId, added, { by: 'Anna', at: 10 })).entries[0]!.id
  const pasted = { text: 'Walk, 18 December 2020, 10:00', files: [] }
  const [opened] = await openReadings(site.store, editionId, pasted, { by: 'Anna', at: 10 })
  readingId = opened!
  await addProgramme(site, theirs, [{ kind: 'event', title: 'Maps', start }])
})
afterAll(() => site.close())

/** Every address behind a door, as the rooms name it. */
const doors = [
  ...new Set(
    deskRooms({ config: readConfig({}), store: {}, now: Date.now } as unknown as Parts)
      .routes.filter(({ method, path }) => method !== 'ALL' && !path.endsWith('*'))
      .map(({ method, path }) => `${method} ${path}`),
  ),
].map(each => each.split(' ') as [method: string, path: string])

/** Opened by the link of a mail, which ends these mails and nothing else. */
const byLink = '/desk/comments/mails/:token'
const ofDesk = doors.filter(([, path]) => path.startsWith('/desk') && path !== byLink)
const ofAccount = doors.filter(([, path]) => path.startsWith('/account'))

/** With what is there in place of each name, and else something that is not. */
function filled(path: string): string {
  const id = path.startsWith('/desk/entries') ? entryId : path.startsWith('/desk/readings') ? readingId : 'x'
  const known: Record<string, string> = {
    series: 'migrants-day',
    edition: '2020',
    id,
    number: '1',
    kind: 'post',
  }
  return path.replace(/:(\w+)(?:\{[^/]*?\})?\??/g, (_, name: string) => known[name] ?? 'x')
}

async function ask(method: string, path: string, cookie = '') {
  const init = method === 'GET' ? {} : { method, body: new URLSearchParams({ title: 'Mallory' }) }
  const answer = await site.app.request(origin + filled(path), { ...init, headers: { origin, cookie } })
  return { status: answer.status, to: answer.headers.get('location'), page: await answer.text() }
}

/** All that is stored of what can be written at the desk. */
async function stored(): Promise<string> {
  const tables = [
    'series',
    'editions',
    'entries',
    'readings',
    'revisions',
    'sources',
    'jobs',
    'grants',
  ] as const
  const rows = await Promise.all(tables.map(table => site.store.db.selectFrom(table).selectAll().execute()))
  return JSON.stringify(rows)
}

test('behind every door but those of signing in somebody has to be signed in', async () => {
  expect([ofDesk.length > 120, ofAccount.length > 10]).toEqual([true, true])
  const others = doors.map(([, path]) => path).filter(path => !/^\/(?:desk|account)(?:\/|$)/.test(path))
  expect(others.filter(path => !/^\/(?:sign-in|sign-out|claim|invitation)(?:\/|$)/.test(path))).toEqual([])
  const before = await stored()
  const open: unknown[] = []
  for (const [method, path] of [...ofDesk, ...ofAccount]) {
    const { status, to } = await ask(method, path)
    const isShut = method === 'GET' ? status === 303 && to?.startsWith('/sign-in?') : status === 403
    if (!isShut) open.push([method, path, status, to])
  }
  expect(open).toEqual([])
  expect(await stored()).toBe(before)
})

test('an account without a role gets no further than itself', async () => {
  const { headers } = await signedIn(site, null)
  const before = await stored()
  const open: unknown[] = []
  for (const [method, path] of ofDesk) {
    const { status } = await ask(method, path, headers.cookie)
    if (status !== 403) open.push([method, path, status])
  }
  expect(open).toEqual([])
  expect(await stored()).toBe(before)
})

test('an editor of one series sees and changes nothing of another, whatever addresses they make up', async () => {
  const { headers } = await signedIn(site, 'editor', { series: 'other-day' })
  const before = await stored()
  const open: unknown[] = []
  // Of invitations there is none of this name, and nothing to be kept from.
  const named = ofDesk.filter(([, path]) => /:(?:series|id)/.test(path) && !path.includes('/invitations/'))
  for (const [method, path] of named) {
    const { status, page } = await ask(method, path, headers.cookie)
    if (![400, 403, 404, 405].includes(status) || page.includes('Conference'))
      open.push([method, path, status])
  }
  expect(open).toEqual([])
  expect(await stored()).toBe(before)
})
