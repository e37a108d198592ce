import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { quiet } from '../../test/effects.ts'
import { anEdition, content, entryOf } from '../../test/entries.ts'
import { stores } from '../../test/stores.ts'
import { openWorld, type World } from '../../test/world-site.ts'
import type { Finding } from '../domain/finding.ts'
import { addEntries } from '../services/add-entries.ts'
import { setRecordingPolicy } from '../services/recordings/set-policy.ts'
import { undoRevision } from '../services/undo-revision.ts'
import { type EditionRow, findEditionById } from '../storage/editions.ts'
import { findLook } from '../storage/recording-looks.ts'
import { listOffers } from '../storage/recording-offers.ts'
import { readRevisions } from '../storage/revisions.ts'
import type { Store } from '../storage/store.ts'
import { handlers } from './handlers.ts'
import { keepHouse } from './keep-house.ts'
import { startWork } from './work.ts'

const id = '9c9de5e8-0a1e-484a-b099-e80766180a6d'
const stream = `https://tube.example.org/w/${id}`
const api = `https://tube.example.org/api/v1/videos/${id}`
const channel = 'https://tube.example.org/api/v1/video-channels/migrants/videos?sort=-publishedAt&count=30'
const owner = {
  id: 'a',
  name: 'Anna',
  email: 'anna@example.org',
  grants: [{ seriesId: null, role: 'owner' as const }],
}

describe.each(stores)('the life of a recording in $name', ({ empty }) => {
  let store: Store
  let edition: EditionRow
  let world: World
  const clock = { now: 0 }
  beforeEach(async () => {
    clock.now = Date.parse('2020-12-18T12:30:00Z')
    store = await empty()
    edition = await anEdition(store)
    world = await openWorld()
  })

  async function anEvent(told: Partial<Finding> = {}): Promise<string> {
    const event = content({
      title: 'Voices of migrants',
      start: '2020-12-18T14:00:00+01:00[Europe/Berlin]',
      end: '2020-12-18T15:30:00+01:00[Europe/Berlin]',
      links: [{ role: 'livestream', url: stream }],
      ...told,
    })
    const act = { by: 'Anna', at: clock.now }
    const { entries } = await addEntries(store, edition.id, [{ content: event, state: 'published' }], act)
    return entries[0]!.id
  }

  function video(told: object): void {
    world.tell(api, {
      body: JSON.stringify({
        uuid: id,
        name: 'Voices of migrants',
        isLive: true,
        duration: 0,
        state: { id: 4 },
        privacy: { id: 1 },
        publishedAt: '2020-12-18T14:50:00.000Z',
        channel: { name: 'migrants', displayName: 'Migrants Network', host: 'tube.example.org' },
        ...told,
      }),
      type: 'application/json',
    })
  }

  /** Works as the house does until a moment of the day has come and all that is due then is done. */
  async function workUntil(time: string): Promise<void> {
    clock.now = Date.parse(time)
    await keepHouse(store, { zone: 'UTC', now: clock.now - 86_400_000, hasReturns: false })
    const work = startWork({
      store,
      handlers: {
        'foresee-recordings': handlers['foresee-recordings'],
        'look-at-recording': handlers['look-at-recording'],
      },
      parts: { ...quiet, fetch: world.fetch, now: () => clock.now },
      times: { lookEvery: 20 },
    })
    onTestFinished(work.stop)
    const due = async () => {
      const again = await store.db
        .selectFrom('recurring_jobs')
        .where('next_at', '<=', clock.now)
        .select('name')
        .execute()
      const jobs = await store.db
        .selectFrom('jobs')
        .where('kind', 'in', ['foresee-recordings', 'look-at-recording'])
        .where('state', 'in', ['waiting', 'running'])
        .where('due_at', '<=', clock.now)
        .select('kind')
        .execute()
      return [...again, ...jobs]
    }
    await vi.waitFor(async () => expect(await due()).toEqual([]), { timeout: 30_000, interval: 20 })
    await work.stop()
  }
  const revision = async () => (await findEditionById(store.db, edition.id))!.revision
  const seen = async (entry: string) => {
    const [first] = (await findLook(store.db, entry))?.sightings ?? []
    return first && `${first.seen?.stream} ${first.seen?.recording} ${first.unseen?.reason ?? 'well'}`
  }
  const history = async (entry: string) =>
    (await readRevisions(store.db, edition.id, { entryId: entry })).map(({ act, by }) => `${by}: ${act}`)

  test('goes from live to over, found, attached, made longer and removed, by itself where that is wished', async () => {
    await setRecordingPolicy(store, edition.id, { policy: 'automatic', of: 'series' }, owner)
    const entry = await anEvent()
    const before = await revision()
    video({ state: { id: 4 } })
    await workUntil('2020-12-18T12:45:00Z')
    expect(await findLook(store.db, entry)).toBeNull()
    await workUntil('2020-12-18T12:56:00Z')
    expect(await seen(entry)).toBe('upcoming null well')
    video({ state: { id: 1 } })
    await workUntil('2020-12-18T13:05:00Z')
    expect(await seen(entry)).toBe('live null well')
    expect((await findLook(store.db, entry))!.nextAt! - clock.now).toBeLessThan(7 * 60_000)
    video({ state: { id: 5 } })
    await workUntil('2020-12-18T14:35:00Z')
    expect(await seen(entry)).toBe('over null well')

    world.tell(api, { body: '<h1>Down for maintenance</h1>', status: 200 })
    await workUntil('2020-12-18T14:45:00Z')
    expect(await seen(entry)).toBe('over null strange')
    expect(await revision()).toBe(before)

    video({ isLive: false, state: { id: 2 } })
    await workUntil('2020-12-18T15:45:00Z')
    expect(await seen(entry)).toBe('null processing well')
    expect((await entryOf(store, entry)).recording).toBe('unknown')

    video({ isLive: false, state: { id: 1 }, duration: 3480 })
    await workUntil('2020-12-18T17:00:00Z')
    expect(await entryOf(store, entry)).toMatchObject({
      recording: 'available',
      links: [
        { role: 'livestream', url: stream },
        { role: 'recording', url: stream },
      ],
    })
    expect(await history(entry)).toEqual(['recordings: attach-recording', 'Anna: add'])
    expect(await revision()).toBe(before + 1)

    video({ isLive: false, state: { id: 1 }, duration: 5321 })
    await workUntil('2020-12-19T12:00:00Z')
    const look = (await findLook(store.db, entry))!
    expect(look.sightings[0]).toMatchObject({
      role: 'recording',
      seen: { seconds: 5321 },
      lengths: [{ seconds: 3480 }],
    })
    expect(look.factsAt).toBe(clock.now)
    expect(await revision()).toBe(before + 1)

    world.forget(api)
    await workUntil('2020-12-21T12:00:00Z')
    expect(await seen(entry)).toBe('null removed well')
    expect((await entryOf(store, entry)).recording).toBe('available')
    await workUntil('2020-12-21T19:00:00Z')
    expect((await entryOf(store, entry)).recording).toBe('removed')
    expect(await history(entry)).toEqual([
      'recordings: note-recording',
      'recordings: attach-recording',
      'Anna: add',
    ])

    // Whoever takes that back is not overruled.
    await undoRevision(store, edition.id, await revision(), { by: 'Anna', at: clock.now })
    await workUntil('2020-12-25T12:00:00Z')
    expect((await entryOf(store, entry)).recording).toBe('available')
  })

  test('is found on the channel of the stream and only offered, with the reason', async () => {
    const entry = await anEvent()
    video({ state: { id: 5 } })
    const replay = {
      shortUUID: '2y84q2MQUMWPbiEcxNXMgC',
      isLive: false,
      state: { id: 1 },
      privacy: { id: 1 },
    }
    const listed = [
      {
        ...replay,
        uuid: 'x',
        name: 'Voices of Migrants',
        duration: 5280,
        publishedAt: '2020-12-18T15:10:00.000Z',
      },
      {
        ...replay,
        name: 'How to cook rice',
        shortUUID: '3y84q2MQUMWPbiEcxNXMgC',
        publishedAt: '2020-12-18T15:10:00Z',
      },
    ]
    world.tell(channel, { body: JSON.stringify({ total: 2, data: listed }), type: 'application/json' })
    world.tell('https://tube.example.org/api/v1/videos/2y84q2MQUMWPbiEcxNXMgC', {
      body: JSON.stringify({ ...listed[0], uuid: 'x' }),
      type: 'application/json',
    })
    await workUntil('2020-12-18T15:40:00Z')
    expect(await listOffers(store.db, { entryId: entry })).toMatchObject([
      {
        kind: 'attach',
        url: 'https://tube.example.org/w/2y84q2MQUMWPbiEcxNXMgC',
        title: 'Voices of Migrants',
        seconds: 5280,
        strength: 'sure',
        reasons: [
          { code: 'same-title' },
          { code: 'published-after', minutes: 40 },
          { code: 'long', seconds: 5280 },
          { code: 'on-channel', name: 'Migrants Network' },
        ],
        answer: null,
      },
    ])
    expect((await entryOf(store, entry)).recording).toBe('unknown')
  })

  test('is found in the feed of a channel of YouTube, and in that of a podcast', async () => {
    const id = 'UCa1b2c3d4e5f6g7h8i9j0kA'
    const film = 'https://www.youtube.com/watch?v=Kx3mPq9LzA0'
    // https://developers.google.com/youtube/v3/guides/push_notifications (the entries of a channel's Atom feed)
    world.tell(`https://www.youtube.com/feeds/videos.xml?channel_id=${id}`, {
      type: 'text/xml; charset=utf-8',
      body: `<?xml version="1.0"?><feed xmlns:yt="http://www.youtube.com/xml/schemas/2015" xmlns="http://www.w3.org/2005/Atom">
<title>Migrants Network</title><entry><id>yt:video:Kx3mPq9LzA0</id><yt:videoId>Kx3mPq9LzA0</yt:videoId>
<title>Voices of migrants</title><link rel="alternate" href="${film}"/>
<published>2020-12-18T14:50:00+00:00</published></entry></feed>`,
    })
    const oembed = `https://www.youtube.com/oembed?url=${encodeURIComponent(film)}&format=json`
    world.tell(`${film}&hl=en`, '<html><title>Before you continue to YouTube</title></html>')
    world.tell(oembed, {
      type: 'application/json',
      body: JSON.stringify({ type: 'video', title: 'Voices of migrants' }),
    })
    // https://help.apple.com/itc/podcasts_connect/#/itcb54353390 (itunes:duration in RSS 2.0)
    world.tell('https://radio.example.org/podcast.xml', {
      type: 'application/rss+xml',
      body: `<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><title>Radio</title>
<item><title>Voices of migrants</title><link>https://radio.example.org/episodes/7</link>
<enclosure url="https://radio.example.org/7.mp3" type="audio/mpeg" length="1"/>
<itunes:duration>1:28:00</itunes:duration><pubDate>Fri, 18 Dec 2020 15:00:00 GMT</pubDate></item>
<item><title>How to cook rice</title><link>https://radio.example.org/episodes/8</link></item></channel></rss>`,
    })
    const organisations = [
      { name: 'Migrants Network', url: `https://www.youtube.com/channel/${id}` },
      { name: 'Radio', url: 'https://radio.example.org/podcast.xml' },
    ]
    const entry = await anEvent({ links: [], organisations })
    await workUntil('2020-12-18T15:40:00Z')
    const offers = await listOffers(store.db, { entryId: entry })
    expect(
      offers
        .map(({ url, strength, seconds, reasons }) => [
          url,
          strength,
          seconds,
          reasons.map(({ code }) => code),
        ])
        .sort(),
    ).toEqual([
      ['https://radio.example.org/episodes/7', 'likely', 5280, ['same-title', 'published-after', 'long']],
      [film, 'likely', null, ['same-title', 'published-after']],
    ])
  })

  test('asks nobody about doors, drafts, and what does not take place', async () => {
    const door = 'https://www.youtube.com/watch?v=Kx3mPq9LzA0&pw=secret'
    await anEvent({ links: [{ role: 'livestream', url: door }] })
    await anEvent({ status: 'cancelled' })
    const draft = content({
      start: '2020-12-18T14:00:00+01:00[Europe/Berlin]',
      links: [{ role: 'livestream', url: stream }],
    })
    await addEntries(store, edition.id, [{ content: draft, state: 'draft' }], { by: 'Anna', at: clock.now })
    await workUntil('2020-12-18T14:00:00Z')
    expect(world.asked()).toEqual([])
  })
})
