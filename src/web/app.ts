import { Hono, type MiddlewareHandler } from 'hono'
import type { Fetch } from '../outside/fetch.ts'
import type { ProviderDoor } from '../outside/providers/door.ts'
import type { Store } from '../storage/store.ts'
import { createAnswers } from './answers.ts'
import { archiveRoom } from './archive/room.tsx'
import { assetsRoom } from './assets/room.ts'
import { type Assets, loadAssets } from './assets.ts'
import { calendarsRoom } from './calendars/room.ts'
import { changesRoom } from './changes/room.tsx'
import { citeRoom } from './cite/room.tsx'
import { commentsRoom } from './comments/room.ts'
import { entryRoom } from './entry/room.tsx'
import { feedsRoom, keptFeedsRoom } from './feeds/room.ts'
import { subscribeRoom } from './feeds/subscribe-room.tsx'
import { figuresRoom } from './figures/room.ts'
import { healthRoom } from './health/room.ts'
import { homeRoom } from './home/room.tsx'
import { languageRoom } from './language/room.ts'
import { type Channels, createChannels } from './live/channels.ts'
import { liveRoom } from './live/room.ts'
import { manifestRoom } from './manifest/room.ts'
import { mentionsRoom } from './mentions/room.ts'
import { knowVisitors } from './middleware/curator.ts'
import { onError, onMissing } from './middleware/errors.tsx'
import { plainHeaders } from './middleware/headers.ts'
import { noZeros } from './middleware/no-zeros.ts'
import { oldAddresses } from './middleware/old-addresses.ts'
import { oldFeeds } from './middleware/old-feeds.ts'
import { keepPace } from './middleware/pace.ts'
import { knowParticipants } from './middleware/participant.ts'
import { withWords } from './middleware/words.ts'
import { namedRoom } from './named/room.tsx'
import { noticesRoom } from './notices/room.ts'
import { offlineRoom } from './offline/room.tsx'
import { once } from './once.ts'
import { organisersRoom } from './organisers/room.ts'
import { pagePicturesRoom } from './page-pictures/room.ts'
import { passOnRoom } from './pass-on/room.tsx'
import { isDoor } from './paths.ts'
import { picturesRoom } from './pictures/room.ts'
import { planRoom } from './plan/room.ts'
import { privacyRoom } from './privacy/room.ts'
import { programmeRoom } from './programme/room.tsx'
import { createProgrammes } from './programmes.ts'
import { proofRoom } from './proof/room.ts'
import { createReads } from './read-sources.ts'
import { reportingRoom } from './reporting/room.ts'
import { robotsRoom } from './robots/room.ts'
import { searchRoom } from './search/room.tsx'
import { seriesRoom } from './series/room.tsx'
import { type Env, headerOf, keyOf, type Parts, type Settings, type Visit } from './show.ts'
import { sitemapRoom } from './sitemap/room.ts'
import { subscriptionsRoom } from './subscriptions/room.ts'
import { suggestRoom } from './suggest/room.ts'
import { writingsRoom } from './writings/room.tsx'
import { youRoom } from './you/room.ts'
import { zoneRoom } from './zone/room.tsx'

/**
 * The whole site as a function from Request to Response. `now` is its only clock.
 *
 * A page that is ready is answered by the first handler, before anything else is looked at: hono calls a lone
 * handler without composing a chain, which is half of what a cached page costs.
 */
export function createApp(given: {
  store: Store
  config: Settings
  fetch: Fetch
  now: () => number
  patienceMs?: number
  assets?: Assets
  live?: Channels
  providerDoor?: ProviderDoor
}): Hono<Env> {
  const assets = given.assets ?? loadAssets()
  const hashes = { styles: assets.styleHashes, scripts: assets.headHash ? [assets.headHash] : [] }
  const parts: Parts = {
    ...given,
    patienceMs: given.patienceMs ?? usualPatienceMs,
    assets,
    answers: createAnswers({ now: given.now, hashes }),
    programmes: createProgrammes(given.store),
    wholeProgrammes: createProgrammes(given.store, { all: true }),
    reads: createReads({ ...given, baseUrl: given.config.baseUrl }),
    draws: once(async () => (await import('../outlet/page-picture/draw-apart.ts')).createDraws()),
    plans: once(async () => {
      if (!given.store.isReadOnly) return given.store
      // In front of a demo, which is only read, plans last as long as the program runs.
      const { openStore } = await import('../storage/store.ts')
      return openStore({ sqlite: ':memory:' })
    }),
    auth: once(async () => {
      const { openAuth } = await import('../services/sign-in/with-auth.ts')
      return openAuth({ store: given.store, baseUrl: given.config.baseUrl })
    }),
    live: given.live ?? createChannels(given.store),
    providerDoor: once(async () => {
      if (given.providerDoor) return given.providerDoor
      const { createProviderDoor } = await import('../outside/providers/door.ts')
      return createProviderDoor({ baseUrl: given.config.baseUrl, now: given.now })
    }),
  }
  const frame = createFrame(parts)
  const pages = createPages(parts, frame)
  const desk = once(async () => {
    const { deskRooms } = await import('./desk-rooms.ts')
    return framed(parts, frame, deskRooms(parts))
  })
  const making = new Map<string, Promise<void>>()
  const app = new Hono<Env>()

  app.all('*', c => {
    const key = c.req.method === 'GET' || c.req.method === 'HEAD' ? keyOf(c) : null
    const noneMatch = headerOf(c, 'if-none-match')
    // Whoever asks by time alone is answered where times are looked at.
    if (key === null || (noneMatch === undefined && headerOf(c, 'if-modified-since') !== undefined))
      return make(c)
    const encodings = headerOf(c, 'accept-encoding')
    return parts.answers.ready(key, encodings, noneMatch) ?? askAgain(c, key)
  })
  app.onError((error, c) => onError(error, c, parts))
  return app

  async function askAgain(c: Visit, key: string): Promise<Response> {
    const checked = await parts.answers.checked(
      key,
      headerOf(c, 'accept-encoding'),
      headerOf(c, 'if-none-match'),
    )
    return checked ?? alone(key, c)
  }

  /** When something has changed many ask for the same page at once: it is made for the first, and kept for the others. */
  async function alone(key: string, c: Visit): Promise<Response> {
    const others = making.get(key)
    if (others) {
      await others
      const made = await parts.answers.checked(
        key,
        headerOf(c, 'accept-encoding'),
        headerOf(c, 'if-none-match'),
      )
      return made ?? make(c)
    }
    const { promise, resolve } = Promise.withResolvers<void>()
    making.set(key, promise)
    try {
      return await make(c)
    } finally {
      making.delete(key)
      resolve()
    }
  }

  async function make(c: Visit): Promise<Response> {
    const made = isDoor(c.req.path) ? await desk() : pages
    const answer = await made.fetch(c.req.raw, c.env)
    // Whoever wrote something here need not wait until it is looked for.
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') void parts.live.look()
    return answer
  }
}

/** Most pages are read by then, so that whoever pasted is led straight to the card. */
const usualPatienceMs = 3000

/** What every page passes before it is made. */
function createFrame(parts: Parts): MiddlewareHandler<Env>[] {
  return [
    keepPace(),
    withWords(parts),
    knowVisitors(parts),
    knowParticipants(parts),
    oldFeeds(parts.store),
    oldAddresses(parts.store),
  ]
}

/** Rooms behind the frame, with the pages for what is missing and what fails. */
function framed(
  parts: Parts,
  frame: MiddlewareHandler<Env>[],
  rooms: Hono<Env>,
  before?: Hono<Env>,
): Hono<Env> {
  const pages = new Hono<Env>()
  pages.use(async (c, next) => {
    await next()
    for (const name in plainHeaders)
      if (!c.res.headers.has(name)) c.res.headers.set(name, plainHeaders[name]!)
  })
  pages.use(noZeros(parts))
  if (before) pages.route('/', before)
  pages.use(...frame)
  pages.route('/', rooms)
  pages.notFound(c => onMissing(c, parts))
  pages.onError((error, c) => onError(error, c, parts))
  return pages
}

/** What readers see. */
function createPages(parts: Parts, frame: MiddlewareHandler<Env>[]): Hono<Env> {
  const plain = new Hono<Env>()
  plain.route('/', healthRoom(parts))
  plain.route('/', assetsRoom(parts))
  plain.route('/', robotsRoom(parts))
  plain.route('/', picturesRoom(parts))
  plain.route('/', keptFeedsRoom(parts))
  const rooms = new Hono<Env>()
  rooms.route('/', manifestRoom(parts))
  rooms.route('/', offlineRoom(parts))
  rooms.route('/', proofRoom(parts))
  rooms.route('/', reportingRoom(parts))
  rooms.route('/', zoneRoom(parts))
  rooms.route('/', languageRoom(parts))
  rooms.route('/', noticesRoom(parts))
  rooms.route('/', subscriptionsRoom(parts))
  rooms.route('/', planRoom(parts))
  rooms.route('/', youRoom(parts))
  rooms.route('/', commentsRoom(parts))
  rooms.route('/', mentionsRoom(parts))
  rooms.route('/', organisersRoom(parts))
  rooms.route('/', privacyRoom(parts))
  rooms.route('/', sitemapRoom(parts))
  rooms.route('/', feedsRoom(parts))
  rooms.route('/', subscribeRoom(parts))
  rooms.route('/', calendarsRoom(parts))
  rooms.route('/', homeRoom(parts))
  rooms.route('/', liveRoom(parts))
  rooms.route('/', changesRoom(parts))
  rooms.route('/', pagePicturesRoom(parts))
  rooms.route('/', citeRoom(parts))
  rooms.route('/', passOnRoom(parts))
  rooms.route('/', writingsRoom(parts))
  rooms.route('/', archiveRoom(parts))
  rooms.route('/', namedRoom(parts))
  rooms.route('/', figuresRoom(parts))
  rooms.route('/', searchRoom(parts))
  rooms.route('/', suggestRoom(parts))
  rooms.route('/', seriesRoom(parts))
  rooms.route('/', programmeRoom(parts))
  rooms.route('/', entryRoom(parts))
  return framed(parts, frame, rooms, plain)
}
