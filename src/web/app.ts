import { Hono } from 'hono'
import { compress } from 'hono/compress'
import type { Fetch } from '../outside/fetch.ts'
import { openAuth } from '../services/sign-in/with-auth.ts'
import type { Store } from '../storage/store.ts'
import { accountRoom } from './account/room.tsx'
import { createAnswers } from './answers.ts'
import { archiveRoom } from './archive/room.tsx'
import { assetsRoom } from './assets/room.ts'
import { type Assets, loadAssets } from './assets.ts'
import { auditRoom } from './audit/room.tsx'
import { claimRoom } from './claim/room.tsx'
import { deskRoom } from './desk/room.tsx'
import { storyRoom } from './desk/story-room.tsx'
import { undoRoom } from './desk/undo.ts'
import { editingRoom } from './editing/room.ts'
import { awaitedRoom } from './edition-desk/awaited-room.tsx'
import { newRoom } from './edition-desk/new-room.tsx'
import { nextRoom } from './edition-desk/next-room.tsx'
import { deskSeriesRoom } from './edition-desk/series-room.tsx'
import { textRoom } from './edition-desk/text-room.tsx'
import { entryRoom } from './entry/room.tsx'
import { exportsRoom } from './exports/room.tsx'
import { healthRoom } from './health/room.ts'
import { editionHistoryRoom } from './history/edition-room.tsx'
import { entryHistoryRoom } from './history/entry-room.tsx'
import { homeRoom } from './home/room.tsx'
import { importsRoom } from './imports/room.tsx'
import { invitationRoom } from './invitation/room.tsx'
import { jobsRoom } from './jobs/room.tsx'
import { languageRoom } from './language/room.ts'
import { manifestRoom } from './manifest/room.ts'
import { mergingRoom } from './merging/room.tsx'
import { knowVisitors } from './middleware/curator.ts'
import { onError, onMissing } from './middleware/errors.tsx'
import { plainHeaders } from './middleware/headers.ts'
import { oldAddresses } from './middleware/old-addresses.ts'
import { keepPace } from './middleware/pace.ts'
import { withWords } from './middleware/words.ts'
import { offlineRoom } from './offline/room.tsx'
import { organisationRoom } from './organisations/organisation-room.tsx'
import { organisationsRoom } from './organisations/room.tsx'
import { outboxRoom } from './outbox/room.tsx'
import { peopleRoom } from './people/room.tsx'
import { addPictureRoom } from './pictures/add-room.tsx'
import { picturesRoom } from './pictures/room.ts'
import { previewRoom } from './preview/room.tsx'
import { programmeRoom } from './programme/room.tsx'
import { createProgrammes } from './programmes.ts'
import { createReads } from './read-sources.ts'
import { readingRoom } from './reading/room.tsx'
import { robotsRoom } from './robots/room.ts'
import { searchRoom } from './search/room.tsx'
import { seriesRoom } from './series/room.tsx'
import { shareRoom } from './share/room.tsx'
import { type Env, headerOf, keyOf, type Parts, type Settings, type Visit } from './show.ts'
import { signInRoom } from './sign-in/room.tsx'
import { sourcesRoom } from './sources/room.tsx'
import { translatingRoom } from './translating/room.tsx'
import { writingDeskRoom } from './writing-desk/room.tsx'
import { writingsRoom } from './writings/room.tsx'
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
}): Hono<Env> {
  const assets = given.assets ?? loadAssets()
  const hashes = { styles: [assets.styleHash], scripts: assets.headHash ? [assets.headHash] : [] }
  const parts: Parts = {
    ...given,
    patienceMs: given.patienceMs ?? usualPatienceMs,
    assets,
    answers: createAnswers({ now: given.now, hashes }),
    programmes: createProgrammes(given.store),
    wholeProgrammes: createProgrammes(given.store, { all: true }),
    reads: createReads({ ...given, baseUrl: given.config.baseUrl }),
    auth: once(() => openAuth({ store: given.store, baseUrl: given.config.baseUrl })),
  }
  const pages = createPages(parts)
  const app = new Hono<Env>()

  app.all('*', c => {
    const key = c.req.method === 'GET' || c.req.method === 'HEAD' ? keyOf(c) : null
    if (key === null) return pages.fetch(c.req.raw, c.env)
    const encodings = headerOf(c, 'accept-encoding')
    const noneMatch = headerOf(c, 'if-none-match')
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
    return checked ?? pages.fetch(c.req.raw, c.env)
  }
}

/** Most pages are read by then, so that whoever pasted is led straight to the card. */
const usualPatienceMs = 3000

/** What takes long to open is opened when it is first asked for; what failed is tried again. */
function once<T>(open: () => Promise<T>): () => Promise<T> {
  let opened: Promise<T> | undefined
  return () => {
    opened ??= open().catch(error => {
      opened = undefined
      throw error
    })
    return opened
  }
}

function createPages(parts: Parts): Hono<Env> {
  const pages = new Hono<Env>()
  pages.use(async (c, next) => {
    await next()
    for (const name in plainHeaders)
      if (!c.res.headers.has(name)) c.res.headers.set(name, plainHeaders[name]!)
  })
  pages.route('/', healthRoom(parts))
  pages.route('/', assetsRoom(parts))
  pages.route('/', robotsRoom())
  pages.route('/', picturesRoom(parts))
  pages.use(keepPace())
  pages.use(withWords(parts))
  pages.use(knowVisitors(parts))
  pages.use(oldAddresses(parts.store))
  // Pages of the desk are made for one and not kept, so nobody has compressed them; hundreds of entries are long.
  pages.use('/desk/*', compress())
  pages.route('/', manifestRoom(parts))
  pages.route('/', offlineRoom(parts))
  pages.route('/', zoneRoom(parts))
  pages.route('/', languageRoom(parts))
  pages.route('/', claimRoom(parts))
  pages.route('/', signInRoom(parts))
  pages.route('/', accountRoom(parts))
  pages.route('/', invitationRoom(parts))
  pages.route('/', peopleRoom(parts))
  pages.route('/', auditRoom(parts))
  pages.route('/', undoRoom(parts))
  pages.route('/', previewRoom(parts))
  pages.route('/', addPictureRoom(parts))
  pages.route('/', storyRoom(parts))
  pages.route('/', readingRoom(parts))
  pages.route('/', sourcesRoom(parts))
  pages.route('/', importsRoom(parts))
  pages.route('/', mergingRoom(parts))
  pages.route('/', shareRoom(parts))
  pages.route('/', deskRoom(parts))
  pages.route('/', exportsRoom(parts))
  pages.route('/', writingDeskRoom(parts))
  pages.route('/', jobsRoom(parts))
  pages.route('/', outboxRoom(parts))
  pages.route('/', entryHistoryRoom(parts))
  pages.route('/', editionHistoryRoom(parts))
  pages.route('/', textRoom(parts))
  pages.route('/', translatingRoom(parts))
  pages.route('/', organisationsRoom(parts))
  pages.route('/', organisationRoom(parts))
  pages.route('/', newRoom(parts))
  pages.route('/', nextRoom(parts))
  pages.route('/', awaitedRoom(parts))
  pages.route('/', deskSeriesRoom(parts))
  pages.route('/', editingRoom(parts))
  pages.route('/', homeRoom(parts))
  pages.route('/', writingsRoom(parts))
  pages.route('/', archiveRoom(parts))
  pages.route('/', searchRoom(parts))
  pages.route('/', seriesRoom(parts))
  pages.route('/', programmeRoom(parts))
  pages.route('/', entryRoom(parts))
  pages.notFound(c => onMissing(c, parts))
  pages.onError((error, c) => onError(error, c, parts))
  return pages
}
