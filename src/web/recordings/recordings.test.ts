import { beforeEach, expect, test } from 'vitest'
import { anEdition, content, entryOf } from '../../../test/entries.ts'
import { type SignedIn, signedIn } from '../../../test/signed-in.ts'
import { openSite, type TestSite } from '../../../test/site.ts'
import { closing } from '../../../test/stores.ts'
import { openWorld, type World } from '../../../test/world-site.ts'
import { addEntries } from '../../services/add-entries.ts'
import { foreseeRecordings } from '../../services/recordings/foresee.ts'
import { lookAtRecording } from '../../services/recordings/look.ts'
import { listJobs } from '../../storage/jobs.ts'
import { listOffers } from '../../storage/recording-offers.ts'
import { readRecordingPolicies } from '../../storage/recording-policies.ts'

const video = 'https://tube.example.org/w/2y84q2MQUMWPbiEcxNXMgC'
const api = 'https://tube.example.org/api/v1/videos/2y84q2MQUMWPbiEcxNXMgC'
const desk = '/desk/migrants-day/2020/recordings'
const page = '/migrants-day/2020/webinar-on-remittances'

let site: TestSite
let world: World
let anna: SignedIn
let entry: string
beforeEach(async () => {
  world = await openWorld({
    [api]: {
      body: JSON.stringify({
        uuid: 'x',
        name: 'Webinar <on> remittances',
        isLive: false,
        duration: 5321,
        state: { id: 1 },
        privacy: { id: 1 },
      }),
      type: 'application/json',
    },
  })
  site = await openSite('2020-12-18T20:00:00Z', undefined, world.fetch)
  closing(site.store)
  const edition = await anEdition(site.store)
  const event = content({ links: [{ role: 'livestream', url: video }] })
  const act = { by: 'Anna', at: site.clock.now }
  const { entries } = await addEntries(site.store, edition.id, [{ content: event, state: 'published' }], act)
  entry = entries[0]!.id
  anna = await signedIn(site, 'editor', { name: 'Anna' })
})
const look = () =>
  lookAtRecording(site.store, entry, { fetch: world.fetch, now: () => site.clock.now, chance: () => 0.5 })
const get = async (path: string, headers = anna.headers as Record<string, string>) =>
  (await site.app.request(path, { headers })).text()
const send = (path: string, fields: Record<string, string>, by = anna) =>
  site.app.request(path, { method: 'POST', headers: by.headers, body: new URLSearchParams(fields) })
const offer = async () => (await listOffers(site.store.db, { entryId: entry }))[0]!

test('what is found is offered here and on the desk, refused, offered again, added and undone', async () => {
  expect(await get(desk)).toContain('Not looked at yet')
  const looked = await send(`${desk}/looks`, { entry })
  expect(looked.status).toBe(303)
  for (const path of [desk, '/desk/migrants-day/2020'])
    expect(await get(path)).toContain('Add this recording')
  expect(await get(desk)).toContain('Webinar &lt;on&gt; remittances')

  const act = async (what: string) => send(`${desk}/offers/${(await offer()).id}`, { do: what })
  await act('refuse')
  expect(await get(desk)).not.toContain('Add this recording')
  await look()
  expect((await offer()).answer).toMatchObject({ as: 'refused', by: 'Anna' })
  await act('again')
  expect(await get(desk)).toContain('Add this recording')
  const added = await act('take')
  expect(added.headers.get('location')).toBe(desk)
  expect(added.headers.get('set-cookie')).toMatch(/daylong-done=recording\.1\.\d+/)
  expect(await entryOf(site.store, entry)).toMatchObject({ recording: 'available' })
  expect(await get('/desk/migrants-day/2020/history')).toContain('Anna\u2069 added the recording')
})

test('only who may publish decides, and only of this edition', async () => {
  await look()
  const paula = await signedIn(site, 'contributor')
  const { id } = await offer()
  expect((await send(`${desk}/offers/${id}`, { do: 'take' }, paula)).status).toBe(403)
  expect((await send(`${desk}/looks`, { entry }, paula)).status).toBe(403)
  expect((await send(`${desk}/policy`, { policy: 'automatic', of: 'series' }, paula)).status).toBe(403)
  expect((await send(`${desk}/offers/nobody`, { do: 'take' })).status).toBe(422)
  expect((await entryOf(site.store, entry)).recording).toBe('unknown')
})

test('by itself where that is wished, told by history as done by Daylong', async () => {
  await send(`${desk}/policy`, { policy: 'automatic', of: 'series' })
  const [edition] = await site.store.db
    .selectFrom('editions')
    .select(['id', 'series_id as seriesId'])
    .execute()
  expect(await readRecordingPolicies(site.store.db, edition!)).toEqual({ edition: null, series: 'automatic' })
  await look()
  expect((await entryOf(site.store, entry)).recording).toBe('available')
  expect(await get('/desk/migrants-day/2020/history')).toContain('Daylong added the recording')
})

test('a page lets in the one player it offers, tells the length, and is made anew when that changes', async () => {
  await look()
  await send(`${desk}/offers/${(await offer()).id}`, { do: 'take' })
  const before = await site.app.request(page)
  expect(before.headers.get('content-security-policy')).toContain('frame-src https://tube.example.org;')
  expect(await before.text()).toContain(
    'data-player="https://tube.example.org/videos/embed/2y84q2MQUMWPbiEcxNXMgC"',
  )
  site.clock.now += 3_600_000
  await look()
  const after = await get(page, {})
  expect(after).toContain('1 hour, 29 minutes')
  const programme = await site.app.request('/migrants-day/2020')
  expect(programme.headers.get('content-security-policy')).not.toContain('frame-src')
})

test('whatever brought an event in, one look at it is queued, and none twice', async () => {
  await foreseeRecordings(site.store, site.clock.now, () => 0)
  await foreseeRecordings(site.store, site.clock.now, () => 0)
  const waiting = (await listJobs(site.store.db, 'waiting', 9)).map(({ kind, key }) => [kind, key])
  expect(waiting).toEqual([['look-at-recording', entry]])
})
