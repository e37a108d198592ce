import { expect, test } from 'vitest'
import { openRawSite, send } from '../../../test/raw-site.ts'
import { archiveFixtures } from '../../../test/recordings/archives.ts'
import { type Fixture, json } from '../../../test/recordings/fixture.ts'
import { peertubeFixtures } from '../../../test/recordings/peertube.ts'
import { platformFixtures } from '../../../test/recordings/platforms.ts'
import { youtubeFixtures } from '../../../test/recordings/youtube.ts'
import { openWorld } from '../../../test/world-site.ts'
import { type Sighting, seenAs, withLook } from '../../domain/recordings/seen.ts'
import { createFetch } from '../fetch.ts'
import { createAsk } from './ask.ts'
import { channelAt, feedOf, listOf, providerOf, seeAt } from './providers.ts'

const fixtures: Fixture[] = [...youtubeFixtures, ...peertubeFixtures, ...platformFixtures, ...archiveFixtures]

test.each(fixtures)('$name', async ({ address, answers, tells, source }) => {
  expect(source).toMatch(/^https:\/\//)
  const { fetch } = await openWorld(answers)
  const told = await seeAt(address, createAsk(fetch, {}))
  if ('unseen' in tells) expect(told).toEqual(tells)
  else expect(told).toMatchObject(tells)
})

const addresses = [...new Map(fixtures.map(({ address }) => [providerOf(address)?.name, address]))]

/** Whatever is asked for is answered alike. */
async function told(
  address: string,
  answer: (send: (status: number, body: string, headers?: object) => void) => void,
  patienceMs = 300,
) {
  const site = await openRawSite((socket, path) => {
    if (path.endsWith('/robots.txt')) return send(socket, '', {}, 404)
    answer((status, body, headers = {}) =>
      send(socket, body, { 'content-type': 'text/html; charset=utf-8', ...headers }, status),
    )
  })
  const fetch = createFetch({
    baseUrl: 'http://localhost:1812',
    exempt: (ip, port) => ip === '127.0.0.1' && port === site.port,
    now: Date.now,
    gapMs: 0,
  })
  try {
    const ask = createAsk(
      (where, options) => fetch(`http://127.0.0.1:${site.port}/${new URL(where).host}`, options),
      { signal: AbortSignal.timeout(patienceMs) },
    )
    return await seeAt(address, ask)
  } finally {
    await site.close()
  }
}

const known: Sighting = {
  url: 'https://example.org',
  role: 'recording',
  seen: seenAs({ stream: 'none', recording: 'available', seconds: 60, title: 'A talk' }),
  since: 1,
  at: 2,
  unseen: null,
  lengths: [],
}

test.each(addresses)(
  '%s that asks for patience leaves the state as it was, and says for how long',
  async (_, address) => {
    const answer = await told(address!, send => send(429, '', { 'retry-after': '120' }), 10_000)
    expect(answer).toEqual({ unseen: 'busy', retryAfter: 120 })
    expect(withLook(known, known, answer, 9)).toEqual({ ...known, unseen: { reason: 'busy', since: 9 } })
  },
)

test.each(addresses)(
  '%s that fails, hangs or answers nonsense leaves the state as it was',
  async (_, address) => {
    const troubles = [
      await told(address!, send => send(500, 'oops')),
      await told(address!, () => {}),
      await told(address!, send => send(200, '')),
      await told(address!, send => send(200, '{"type": 7, "uuid": [], "title": {"a": null}, "files": "x"}')),
      await told(address!, send => send(200, '[[[[')),
      await told(address!, send => send(200, `<html>${'<div>'.repeat(20_000)}`)),
    ]
    for (const answer of troubles) {
      const after = withLook(known, known, answer, 9)
      expect(after.seen).toMatchObject({ stream: 'none', recording: 'available' })
      expect(after.since).toBe(1)
      expect(after.unseen?.since).toBe(9)
    }
  },
)

test('a channel is known by its address, and tells what came out', async () => {
  expect(channelAt('https://www.youtube.com/channel/UCa1b2c3d4e5f6g7h8i9j0kA/videos')).toMatchObject({
    kind: 'youtube',
    id: 'UCa1b2c3d4e5f6g7h8i9j0kA',
  })
  const list = channelAt('https://www.youtube.com/playlist?list=PLx0sYbCqOb8Tfy')!
  expect(feedOf(list)).toBe('https://www.youtube.com/feeds/videos.xml?playlist_id=PLx0sYbCqOb8Tfy')
  expect(channelAt('https://podcast.example.org/feed')?.kind).toBe('feed')
  expect(channelAt('https://www.example.org/about')).toBeNull()

  const { fetch, asked } = await openWorld({
    'https://tube.example.org/api/v1/video-channels/migrants/videos?sort=-publishedAt&count=30': json({
      total: 2,
      data: [
        {
          name: 'Voices of migrants',
          shortUUID: '2y84q2MQUMWPbiEcxNXMgC',
          duration: 5321,
          publishedAt: '2020-12-18T15:10:00.000Z',
          isLive: false,
          state: { id: 1 },
        },
        { name: 'Soon', shortUUID: '3y84q2MQUMWPbiEcxNXMgC', isLive: true, state: { id: 4 } },
      ],
    }),
  })
  const channel = channelAt('https://tube.example.org/c/migrants/videos')!
  expect(await listOf(channel, createAsk(fetch, {}))).toEqual([
    {
      url: 'https://tube.example.org/w/2y84q2MQUMWPbiEcxNXMgC',
      title: 'Voices of migrants',
      publishedAt: Date.parse('2020-12-18T15:10:00Z'),
      startedAt: null,
      seconds: 5321,
      isToCome: false,
    },
    {
      url: 'https://tube.example.org/w/3y84q2MQUMWPbiEcxNXMgC',
      title: 'Soon',
      publishedAt: null,
      startedAt: null,
      seconds: null,
      isToCome: true,
    },
  ])
  expect(asked()).toHaveLength(1)
})

test.each([
  [
    'https://archive.org/developers/ (advancedsearch)',
    { kind: 'archive', id: 'Migrants "Network"', at: 'https://archive.org', name: null },
    'https://archive.org/advancedsearch.php?q=creator%3A%22Migrants++Network+%22+AND+mediatype%3A%28movies+OR+audio%29&rows=30&output=json&fl%5B%5D=identifier&fl%5B%5D=title&fl%5B%5D=publicdate&sort%5B%5D=publicdate+desc',
    {
      response: {
        docs: [
          { identifier: 'voices-2020', title: ['Voices of migrants'], publicdate: '2020-12-18T15:10:00Z' },
          { identifier: '../evil', title: 'No' },
          { title: 'Nameless' },
        ],
      },
    },
    {
      url: 'https://archive.org/details/voices-2020',
      title: 'Voices of migrants',
      publishedAt: Date.parse('2020-12-18T15:10:00Z'),
      startedAt: null,
      seconds: null,
      isToCome: false,
    },
  ],
  [
    'https://github.com/voc/voctoweb#public-json-api',
    { kind: 'ccc', id: 'rc3', at: 'https://api.media.ccc.de/public', name: 'rC3' },
    'https://api.media.ccc.de/public/conferences/rc3',
    {
      events: [
        {
          slug: 'rc3-11546-voices',
          title: 'Voices of migrants',
          date: '2020-12-18T14:00:00.000+01:00',
          release_date: '2020-12-19T00:00:00.000+01:00',
          duration: 5321,
        },
        { slug: 'a/b', title: 'No' },
      ],
    },
    {
      url: 'https://media.ccc.de/v/rc3-11546-voices',
      title: 'Voices of migrants',
      publishedAt: Date.parse('2020-12-18T23:00:00Z'),
      startedAt: Date.parse('2020-12-18T13:00:00Z'),
      seconds: 5321,
      isToCome: false,
    },
  ],
] as const)(
  'what came out is told by %s, and nonsense tells nothing',
  async (source, channel, at, told, listed) => {
    expect(source).toMatch(/^https:/)
    const { fetch, tell } = await openWorld({ [at]: json(told) })
    expect(await listOf(channel, createAsk(fetch, {}))).toEqual([listed])
    for (const body of ['', '[]', '{"response":{"docs":7},"events":"x"}', '<h1>Sorry</h1>']) {
      tell(at, { body, type: 'application/json' })
      expect(await listOf(channel, createAsk(fetch, {}))).toEqual({ unseen: 'strange' })
    }
  },
)

test('what a site offers to programs is asked for without its robots.txt, its pages with it', async () => {
  const { fetch, site, asked } = await openWorld({
    'https://www.youtube.com/oembed?url=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3DKx3mPq9LzA0&format=json':
      json({
        type: 'video',
        title: 'Voices of migrants',
      }),
  })
  site.pages['/robots.txt'] = { body: 'User-agent: *\nDisallow: /', type: 'text/plain' }
  const answer = await seeAt('https://youtu.be/Kx3mPq9LzA0', createAsk(fetch, {}))
  expect(answer).toMatchObject({ stream: null, recording: null, title: 'Voices of migrants' })
  expect(asked()).toHaveLength(1)
})
