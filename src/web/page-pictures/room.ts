import { Hono } from 'hono'
import { LRUCache } from 'lru-cache'
import RateLimiterMemory from 'rate-limiter-flexible/lib/RateLimiterMemory.js'
import type { PagePicture } from '../../outlet/page-picture/page-picture.ts'
import { keepDrawnPicture } from '../../services/keep-drawn-picture.ts'
import { readDrawnPicture } from '../../storage/drawn-pictures.ts'
import { inertHeaders } from '../middleware/headers.ts'
import { countedFor } from '../middleware/pace.ts'
import { readReader } from '../middleware/reader.ts'
import { paths } from '../paths.ts'
import { type Env, headerOf, type Parts, type Visit } from '../show.ts'
import { siteOf } from '../site-name.ts'
import { editionPicture, editionVersion, entryPicture, entryVersion } from '../ui/page-picture/describe.ts'
import { type Showing, showingOf } from '../ui/showing.ts'
import { firstLanguage, loadWords } from '../words.ts'

/** So many may be drawn anew for one address within a minute; what is kept costs nothing. */
const drawnPerMinute = 20

/** In bytes: those that are asked for just now, as they are when an address is shared. */
const mostAtHand = 4_000_000

/** What a picture is of: how it is told, for a version of it. */
type Wanted = { path: string; version: string; describe: () => PagePicture }

/**
 * Pictures that stand for editions and entries where their addresses are shared. They are drawn when somebody first asks,
 * and kept; an address with the version that it is of is asked for once.
 */
export function pagePicturesRoom(parts: Parts): Hono<Env> {
  const { store, programmes, config, now } = parts
  const room = new Hono<Env>()
  const limiter = new RateLimiterMemory({ points: drawnPerMinute, duration: 60 })
  const site = siteOf(config.baseUrl)
  const atHand = new LRUCache<string, Uint8Array>({
    maxSize: mostAtHand,
    sizeCalculation: ({ length }) => length,
  })
  const underway = new Map<string, Promise<Uint8Array | null>>()

  for (const below of ['', '/:entry'])
    room.get(`/:series/:edition${below}/picture.png`, async (c, next) => {
      const { series = '', edition = '', entry: slug } = c.req.param() as Record<string, string | undefined>
      const programme = await programmes(series, edition)
      if (!programme || programme.edition.state === 'draft') return next()
      const entry = programme.entries.find(each => each.slug === slug)
      if (slug !== undefined && !entry) return next()
      const { showing, plain } = await readersOf(c, programme.edition.homeZone)
      if (!entry) {
        const path = paths.edition(series, edition)
        const version = editionVersion(programme, site)
        return answer(c, showing, {
          path,
          version,
          describe: () => editionPicture(programme, showing, plain, site),
        })
      }
      const version = entryVersion(entryPicture(programme, entry, showing, null, site))
      return answer(c, showing, {
        path: paths.entry(series, edition, entry.slug),
        version,
        describe: () => entryPicture(programme, entry, showing, plain, site),
      })
    })
  return room

  /** Who it is drawn for: the language that the address names, and nothing else of who asks. */
  async function readersOf(c: Visit, homeZone: string): Promise<{ showing: Showing; plain: Showing | null }> {
    const of = (lang: string | undefined) => {
      const query = lang === undefined ? null : new URLSearchParams({ lang })
      return showingOf(readReader({ query, cookie: undefined, acceptLanguage: undefined }, now()), homeZone)
    }
    await loadWords(of(c.req.query('lang')).language)
    const showing = of(c.req.query('lang'))
    return { showing, plain: showing.language === firstLanguage ? null : of(undefined) }
  }

  async function answer(c: Visit, { language }: Showing, wanted: Wanted): Promise<Response> {
    const { path, version } = wanted
    const etag = `"${version}-${language}"`
    const isNamed = c.req.query('v') === version
    const headers = {
      ...inertHeaders,
      etag,
      'cache-control': isNamed ? 'public, max-age=31536000, immutable' : 'public, max-age=300',
    }
    if (headerOf(c, 'if-none-match') === etag) return c.body(null, 304, headers)
    const address = `${path} ${language}`
    const kept = atHand.get(`${address} ${version}`) ?? (await readDrawnPicture(store.db, address, version))
    const bytes = kept ?? (await drawOnce(c, address, wanted))
    if (!bytes) return c.body(null, 503, { 'retry-after': '60', 'cache-control': 'no-store' })
    return c.body(new Uint8Array(bytes), 200, {
      ...headers,
      'content-type': 'image/png',
      'content-length': String(bytes.length),
    })
  }

  /** Whoever asks while it is being drawn waits for the same. */
  async function drawOnce(c: Visit, address: string, wanted: Wanted): Promise<Uint8Array | null> {
    const key = `${address} ${wanted.version}`
    const drawing = underway.get(key)
    if (drawing) return drawing
    const who = countedFor(c)
    if (who !== null && (await limiter.get(who))?.remainingPoints === 0) return null
    if (who !== null) await limiter.penalty(who)
    const drawn = draw(address, wanted).finally(() => underway.delete(key))
    underway.set(key, drawn)
    return drawn
  }

  async function draw(address: string, { version, describe }: Wanted): Promise<Uint8Array | null> {
    const bytes = await (await parts.draws()).draw(describe())
    if (!bytes) return null
    atHand.set(`${address} ${version}`, bytes)
    // The demo is only read; and whoever asked has their picture whether it could be kept or not.
    await keepDrawnPicture(store, { address, version, bytes, at: now() }).catch(() => {})
    return bytes
  }
}
