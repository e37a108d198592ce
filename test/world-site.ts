import type { Fetch } from '../src/outside/fetch.ts'
import { openPages, type PagesSite, type WorldPage } from './pages-site.ts'

/** Pages of the whole world, by their addresses, told by one site of this machine and read by the house's own reading. */
export type World = {
  fetch: Fetch
  tell: (address: string, page: WorldPage) => void
  forget: (address: string) => void
  /** What was asked for, in order, robots.txt aside. */
  asked: () => string[]
  site: PagesSite
}

/** Whatever is not told of is not there (404). */
export async function openWorld(pages: Record<string, WorldPage> = {}, now?: () => number): Promise<World> {
  const site = await openPages({}, now)
  const pathOf = (address: string) => `/${address.replace('://', '/')}`
  const tell = (address: string, page: WorldPage) => {
    site.pages[pathOf(address)] = page
  }
  for (const [address, page] of Object.entries(pages)) tell(address, page)
  return {
    tell,
    forget: address => {
      delete site.pages[pathOf(address)]
    },
    fetch: (address, options) => site.fetch(site.address + pathOf(new URL(address).href), options),
    asked: () =>
      site.site.asked
        .map(request => request.split(' ', 2)[1]!)
        .filter(path => path !== '/robots.txt')
        .map(path => path.slice(1).replace('/', '://')),
    site,
  }
}
