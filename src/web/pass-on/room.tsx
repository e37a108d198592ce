import { Hono } from 'hono'
import { listMenu } from '../../storage/writings.ts'
import { paths } from '../paths.ts'
import { type Env, type Parts, readerOf, type Visit } from '../show.ts'
import { readTo } from '../ui/read-to.ts'
import { sendOnce } from '../ui/send.tsx'
import { showingOf } from '../ui/showing.ts'
import { PassOnPage } from './pass-on-page.tsx'
import { sharedOf } from './shared-of.ts'

/** Passing on an edition or an entry: plain links, and nothing of any network until one is pressed. */
export function passOnRoom(parts: Parts): Hono<Env> {
  const { store, programmes, config, assets } = parts
  const room = new Hono<Env>()

  room.get('/:series/:edition/share', async (c, next) => (await answer(c)) ?? next())
  room.get('/:series/:edition/:entry/share', async (c, next) => (await answer(c)) ?? next())
  return room

  async function answer(c: Visit): Promise<Response | null> {
    const { series = '', edition = '', entry: slug } = c.req.param() as Record<string, string | undefined>
    const found = await programmes(series, edition)
    if (!found || found.edition.state === 'draft') return null
    // An older entry may be called “share”: that word was free once.
    if (slug === undefined && found.entries.some(each => each.slug === 'share')) return null
    const reader = readerOf(c, parts)
    const { programme, showing } = readTo(found, showingOf(reader, found.edition.homeZone))
    const entry = slug === undefined ? null : programme.entries.find(each => each.slug === slug)
    if (entry === undefined) return null
    const path = entry ? paths.entry(series, edition, entry.slug) : paths.edition(series, edition)
    const page = (
      <PassOnPage
        shared={sharedOf(programme, entry, config.baseUrl + path, showing)}
        path={path}
        server={c.req.query('server')?.slice(0, 300) ?? null}
        menu={await listMenu(store.db)}
        showing={showing}
        assets={assets}
        accent={programme.series.accent}
      />
    )
    return sendOnce(c, parts, page, 200, programme.series.accent)
  }
}
