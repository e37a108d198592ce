import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { suggestionLimits } from '../../domain/suggestion.ts'
import { fewAtOnce } from '../middleware/few-at-once.ts'
import { refuseLongForms, refuseOtherSites } from '../middleware/forms.ts'
import { paths } from '../paths.ts'
import { createReadNow } from '../read-now.ts'
import type { Env, Parts } from '../show.ts'

/** A form with a few files, and no more: what is larger is refused before it is read into memory. */
const mostBytes = 2 * suggestionLimits.fileBytes + 1024 * 1024

/** So many of them are held in memory at once. */
const mostLarge = 6

/**
 * Where readers suggest what is missing, and the sender's own page of it: its address is the key to it and to nothing
 * else. No other site learns it, no machine lists it. Loaded when somebody comes.
 */
export function suggestRoom(parts: Parts): Hono<Env> {
  const { config } = parts
  const readNow = createReadNow(parts)
  const room = new Hono<Env>()
  const form = () => import('./form-acts.tsx')
  const own = () => import('./own-acts.tsx')
  const token = ':token{[\\w-]{48}}'
  const few = fewAtOnce(mostLarge, async (c, seconds) => (await form()).tooMany(c, parts, seconds))
  const guards = [refuseOtherSites(config), few, limitBody()] as const

  room.get(paths.suggest(), async c => (await form()).choose(c, parts))
  room.get(
    '/:series/:edition/suggest',
    async (c, next) => (await (await form()).ask(c, parts, c.req.param())) ?? next(),
  )
  room.post(
    '/:series/:edition/suggest',
    ...guards,
    async (c, next) => (await (await form()).take(c, parts, c.req.param(), readNow)) ?? next(),
  )

  room.use(paths.suggestion('*'), async (c, next) => {
    await next()
    c.res.headers.set('referrer-policy', 'same-origin')
    c.res.headers.set('x-robots-tag', 'noindex')
    c.res.headers.set('cache-control', 'no-store')
  })
  room.get(
    paths.suggestion(token),
    async (c, next) => (await (await own()).show(c, parts, readNow)) ?? next(),
  )
  room.post(
    paths.suggestion(token, 'additions'),
    ...guards,
    async (c, next) => (await (await own()).add(c, parts, readNow)) ?? next(),
  )
  room.post(
    paths.suggestion(token, 'corrections'),
    refuseOtherSites(config),
    refuseLongForms,
    async (c, next) => (await (await own()).correct(c, parts)) ?? next(),
  )
  room.post(
    paths.suggestion(token, 'withdrawal'),
    refuseOtherSites(config),
    refuseLongForms,
    async (c, next) => (await (await own()).withdraw(c, parts)) ?? next(),
  )
  room.post(
    paths.suggestion(token, 'credit'),
    refuseOtherSites(config),
    refuseLongForms,
    async (c, next) => (await (await own()).credit(c, parts)) ?? next(),
  )
  return room

  function limitBody() {
    return bodyLimit({
      maxSize: mostBytes,
      onError: async (c: Context) => (await form()).tooMuch(c, parts, mostBytes),
    })
  }
}
