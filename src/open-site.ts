import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { type Config, storeOf } from './config.ts'
import { hasBegun } from './storage/has-begun.ts'
import { openStore, type Store } from './storage/store.ts'
import { createApp } from './web/app.ts'
import { isOfClaim } from './web/paths.ts'

type App = ReturnType<typeof createApp>

/** What is served: the site in the data folder, or the demo until somebody begins one there. */
export type OpenSite = {
  fetch: App['fetch']
  isDemo: () => boolean
  /** The store of one’s own; the first to ask for it has it made. */
  own: () => Promise<Store>
  close: () => Promise<void>
}

/** @param demo show the demo as long as there is neither an account nor a series in the data folder */
export async function openSite(config: Config, { demo }: { demo: boolean }): Promise<OpenSite> {
  await mkdir(config.data, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    const says = `DAYLONG_DATA is “${config.data}”, where no folder can be made (${error.code}). Name another one.`
    throw new Error(says, { cause: error })
  })
  const where = storeOf(config)
  const openOwn = () => openStore(where, { at: Date.now() })
  const appOf = (store: Store) => createApp({ store, config, now: Date.now })
  if (!demo || !('sqlite' in where)) return ownSite(await openOwn())
  if (!existsSync(where.sqlite)) return besideDemo(null)
  const store = await openOwn()
  return (await hasBegun(store.db)) ? ownSite(store) : besideDemo(store)

  function ownSite(store: Store): OpenSite {
    return { fetch: appOf(store).fetch, isDemo: () => false, own: async () => store, close: store.close }
  }

  /**
   * The demo is a store of its own that is only read. Beside it the own one waits: the page on which it is claimed is
   * answered from there, and once it is claimed everything is.
   */
  async function besideDemo(opened: Store | null): Promise<OpenSite> {
    const { openDemo } = await import('./services/open-demo.ts')
    const shown = await openDemo(config.data, Date.now())
    const demoApp = appOf(shown)
    let own: Promise<{ store: Store; app: App }> | null = null
    let current: App = demoApp
    const wake = () => {
      own ??= (opened ? Promise.resolve(opened) : openOwn()).then(store => ({ store, app: appOf(store) }))
      return own
    }
    return {
      fetch: async (request, env) => {
        if (current !== demoApp || !isOfClaim(new URL(request.url).pathname))
          return current.fetch(request, env)
        const { store, app } = await wake()
        const answer = await app.fetch(request, env)
        if (request.method === 'POST' && (await hasBegun(store.db))) current = app
        return answer
      },
      isDemo: () => current === demoApp,
      own: async () => (await wake()).store,
      close: async () => {
        await shown.close()
        if (opened || own) await (await wake()).store.close()
      },
    }
  }
}
