import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { type Clock, realClock } from './clock.ts'
import { type Config, storeOf } from './config.ts'
import type { Parts } from './jobs/handler.ts'
import { openWork } from './jobs/open-work.ts'
import type { Work } from './jobs/work.ts'
import { mailMeans, mostMailBytes, noMailIn } from './mail-in.ts'
import type { Fetch } from './outside/fetch.ts'
import { createMailer, openMailRun } from './outside/mail.ts'
import { readMails } from './outside/mail-folder.ts'
import type { SendPush } from './outside/send-push.ts'
import { hasBegun } from './storage/has-begun.ts'
import { openStore, type Store } from './storage/store.ts'
import { createApp } from './web/app.ts'
import { type Channels, createChannels } from './web/live/channels.ts'
import { noticeWords } from './web/notice-words.ts'
import { once } from './web/once.ts'
import { isDoor, isOfClaim } from './web/paths.ts'

type App = ReturnType<typeof createApp>

/** What is served: the site in the data folder, or the demo until somebody begins one there. */
export type OpenSite = {
  fetch: App['fetch']
  isDemo: () => boolean
  /** The store of one’s own; the first to ask for it has it made. */
  own: () => Promise<Store>
  /** Takes no more of the work that is due, and ends what goes on for as long as somebody listens. */
  rest: () => Promise<void>
  close: () => Promise<void>
}

/** The site of one's own: what it shows, and what works for it. */
type Own = { store: Store; app: App; work: Work }

/**
 * @param demo show the demo as long as there is neither an account nor a series in the data folder
 * @param clock of all that the site does; with one that is not the real one, the site is a copy (`rehearse.ts`)
 */
export async function openSite(
  config: Config,
  { demo, clock = realClock }: { demo: boolean; clock?: Clock },
): Promise<OpenSite> {
  await mkdir(config.data, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    const says = `DAYLONG_DATA is “${config.data}”, where no folder can be made (${error.code}). Name another one.`
    throw new Error(says, { cause: error })
  })
  const where = storeOf(config)
  const { now } = clock
  const openOwn = () => openStore(where, { at: now() })
  const fetch = guardedFetch(config)
  const told: Channels[] = []
  const appOf = (store: Store) => {
    const live = createChannels(store)
    told.push(live)
    return createApp({ store, config, fetch, now, live })
  }
  const hush = () => {
    for (const live of told) live.close()
  }
  const open = async (store: Store): Promise<Own> => ({
    store,
    app: appOf(store),
    work: await openWork(store, { ...workParts(config, fetch), now }, machineZone()),
  })
  if (clock.rehearsal) return openRehearsed(config, clock, fetch)
  if (!demo || !('sqlite' in where)) return ownSite(await open(await openOwn()))
  if (!existsSync(where.sqlite)) return besideDemo(null)
  const store = await openOwn()
  return (await hasBegun(store.db)) ? ownSite(await open(store)) : besideDemo(store)

  function ownSite({ store, app, work }: Own): OpenSite {
    const own = async () => store
    const rest = () => {
      hush()
      return work.stop()
    }
    return { fetch: app.fetch, isDemo: () => false, own, rest, close: store.close }
  }

  /**
   * The demo is a store of its own that is only read. Beside it the own one waits: the page on which it is claimed is
   * answered from there. Once there is something in it, whoever comes to a door finds it, and then everybody does.
   */
  async function besideDemo(opened: Store | null): Promise<OpenSite> {
    const { openDemo } = await import('./services/open-demo.ts')
    const shown = await openDemo(config.data, now())
    const demoApp = appOf(shown)
    let own: Promise<Own> | null = null
    let current: App = demoApp
    const wake = () => {
      own ??= (opened ? Promise.resolve(opened) : openOwn()).then(open)
      return own
    }
    return {
      fetch: async (request, env) => {
        const { pathname } = new URL(request.url)
        if (current !== demoApp || !isDoor(pathname)) return current.fetch(request, env)
        const { store, app } = await wake()
        // Somebody may have begun it from the command line meanwhile.
        const answering = isOfClaim(pathname) || (await hasBegun(store.db)) ? app : demoApp
        const answer = await answering.fetch(request, env)
        if (await hasBegun(store.db)) current = app
        return answer
      },
      isDemo: () => current === demoApp,
      own: async () => (await wake()).store,
      rest: async () => {
        hush()
        await (await own)?.work.stop()
      },
      close: async () => {
        await shown.close()
        await ((await own)?.store ?? opened)?.close()
      },
    }
  }
}

/** The whole site over a copy: nothing that is done in it leaves it. */
async function openRehearsed(config: Config, clock: Clock, fetch: Fetch): Promise<OpenSite> {
  const { openRehearsal, rehearsing } = await import('./rehearse.ts')
  const { rehearsal, now } = clock
  const store = await openRehearsal(config, clock)
  const live = createChannels(store)
  const app = createApp({
    store,
    config: { ...config, mail: null, webmention: false, spamService: null, rehearsal },
    fetch: rehearsing(fetch, 'person'),
    now,
    live,
  })
  // Nothing is found out of the world by a clock that is not its own.
  const links = { ...config.links, looks: false }
  const parts = workParts(
    {
      ...config,
      mail: null,
      mailIn: noMailIn,
      links,
      webmention: false,
      spamService: null,
      faces: { told: false, server: null },
    },
    rehearsing(fetch, 'work'),
  )
  // Browsers of readers are not told what happens in a copy.
  const means = { ...parts.means, push: async () => ({ state: 'taken' }) as const }
  const work = await openWork(store, { ...parts, means, now }, machineZone(), rehearsal?.speed)
  return {
    fetch: async (request, env) => {
      const answer = await app.fetch(request, env)
      answer.headers.set('date', new Date(now()).toUTCString())
      return answer
    },
    isDemo: () => false,
    own: async () => store,
    rest: () => {
      live.close()
      return work.stop()
    },
    close: store.close,
  }
}

/** No report of a server is longer; of what is, the beginning tells enough. */
const mostReturnBytes = 256 * 1024

function machineZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** Loaded when the first address is to be read. Hosts are asked at the pace of real time, whatever clock the site has. */
function guardedFetch({ baseUrl, fetchPrivate }: Config): Fetch {
  const created = once(async () => {
    const { createFetch } = await import('./outside/fetch.ts')
    return createFetch({ baseUrl, exempt: fetchPrivate, now: realClock.now })
  })
  return async (address, options) => (await created())(address, options)
}

/**
 * Loaded when the first message is to be shown. Any reader names a push service, so private networks stay closed to it,
 * whatever curators may have read there.
 */
function guardedPush(): SendPush {
  const created = once(async () => {
    const { createPush } = await import('./outside/send-push.ts')
    return createPush({ now: realClock.now })
  })
  return async (message, signal) => (await created())(message, signal)
}

function workParts(config: Config, fetch: Fetch): Parts {
  const { mail, baseUrl, links, mailIn, webmention, spamService, faces } = config
  const returns = mail?.returns ?? null
  const { folder } = mailIn
  return {
    now: realClock.now,
    fetch,
    baseUrl,
    links,
    webmention,
    spamService,
    faces,
    send: mail && createMailer(mail.server, mail.from, { dkim: mail.dkim }),
    means: {
      words: noticeWords,
      push: guardedPush(),
      baseUrl,
      openMailRun:
        mail && (() => openMailRun(mail.server, mail.from, { dkim: mail.dkim, returns: returns?.address })),
    },
    readReturns:
      returns &&
      ((use, signal) =>
        readMails(returns, ({ bytes }) => use(bytes), {
          mostBytes: mostReturnBytes,
          setback: 'returns-unreachable',
          signal,
        })),
    mailIn: mailMeans(config),
    readMailbox:
      folder &&
      ((use, signal) =>
        readMails(folder, use, { mostBytes: mostMailBytes, setback: 'mailbox-unreachable', signal })),
    tell: words => process.stderr.write(words),
  }
}
