import { Hono } from 'hono'
import { type FeedForm, feedForms, feedTypes } from '../../outlet/feeds/feed.ts'
import { asideMark } from '../answers.ts'
import { type AskedFeed, readAskedFeed } from '../feed-query.ts'
import { type Env, headerOf, type Parts, type Visit } from '../show.ts'
import { unlessKnown } from '../unless-known.ts'

/**
 * Feeds of everything that has something new: the site, a series, an edition and what it is filtered by, a category, tag
 * or author, and what was said below them.
 */
export function feedsRoom(parts: Parts): Hono<Env> {
  const room = new Hono<Env>()
  room.get('*', async (c, next) => {
    const wish = readWish(c)
    return (wish && (await answerWith(c, wish))) ?? next()
  })
  return room

  async function answerWith(c: Visit, { path, form, asked, key }: Wish): Promise<Response | null> {
    const { placeAt } = await import('./place.ts')
    const place = await placeAt(parts, path)
    if (!place) return null
    const version = await place.version()
    const { buildFeed } = await import('./build-feed.ts')
    const built = await buildFeed(parts, place, asked, form)
    if (!built) return null
    const { writeFeed } = await import('../../outlet/feeds/write-feed.ts')
    const { until } = built
    const modified = until === Number.POSITIVE_INFINITY ? place.modified : null
    const answer = await parts.answers.answer(
      key,
      {
        html: writeFeed(built.feed, form),
        headers: {
          'content-type': `${feedTypes[form]}; charset=utf-8`,
          // Programs that run in browsers read feeds, too; everybody may.
          'access-control-allow-origin': '*',
          'x-robots-tag': 'noindex',
          ...(modified === null ? {} : { 'last-modified': new Date(modified).toUTCString() }),
        },
        styles: [],
        until,
        version,
        currentVersion: place.version,
      },
      headerOf(c, 'accept-encoding'),
      headerOf(c, 'if-none-match'),
    )
    return unlessKnown(c, answer)
  }
}

/** Feeds that are kept: programs ask for them day and night, and nothing is made or looked up for that. */
export function keptFeedsRoom({ answers }: Parts): Hono<Env> {
  const room = new Hono<Env>()
  room.get('*', async (c, next) => {
    const key = readWish(c)?.key
    if (!key) return next()
    const [encodings, noneMatch] = [headerOf(c, 'accept-encoding'), headerOf(c, 'if-none-match')]
    const kept =
      answers.ready(key, encodings, noneMatch) ?? (await answers.checked(key, encodings, noneMatch))
    return kept ? unlessKnown(c, kept) : next()
  })
  return room
}

/** `key`: by what it is kept; null: it is not. */
type Wish = { path: string; form: FeedForm; asked: AskedFeed; key: string | null }

/** What feed a request asks for; null where it asks for none, as far as its address tells. */
function readWish(c: Visit): Wish | null {
  const of = readPath(c.req.path)
  const asked = of && readAskedFeed(new URL(c.req.url).searchParams)
  if (!of || !asked) return null
  return { ...of, asked, key: asked.key === null ? null : keyOf(`${of.path}.${of.form}`, asked.key) }
}

/** Whether a path is one of a feed, as far as a path tells. */
function readPath(path: string): { path: string; form: FeedForm } | null {
  const form = feedForms.find(each => path.endsWith(`.${each}`))
  if (!form || path.length > 1000) return null
  try {
    return { path: decodeURIComponent(path.slice(0, -form.length - 1)), form }
  } catch {
    return null
  }
}

/** What is filtered, or of an older page, takes no place from what many ask for. */
function keyOf(path: string, asked: string): string {
  return `${/^(?:of=\w+)?$/.test(asked) ? '' : asideMark}feed ${path} ${asked}`
}
