import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { refuseOtherSites } from '../middleware/forms.ts'
import { paths } from '../paths.ts'
import type { Env, Parts } from '../show.ts'

/** Where readers say something, answer, and change what they said. Loaded when somebody comes. */
export function commentsRoom(parts: Parts): Hono<Env> {
  const { store, config } = parts
  const room = new Hono<Env>()
  const acts = () => import('./acts.tsx')
  const own = () => import('./own-acts.tsx')
  const threads = () => import('./threads.tsx')
  const fromHere = refuseOtherSites(config)
  /** A text that is far too long still comes back in its form; what no person types is not even read. */
  const notEndless = bodyLimit({ maxSize: 400_000 })

  // Nothing can be written into a store that is only read.
  room.use('/comments/*', async (c, next) => {
    if (store.isReadOnly && (c.req.method !== 'GET' || !/^\/comments\/[0-9a-f-]{36}$/.test(c.req.path)))
      return c.notFound()
    return next()
  })
  room.get('/comments/new', async (c, next) => (await (await acts()).showNew(c, parts)) ?? next())
  room.post(paths.sayComment(), fromHere, notEndless, async (c, next) =>
    store.isReadOnly ? next() : ((await (await acts()).takeNew(c, parts)) ?? next()),
  )
  room.get(paths.comment(':id'), async (c, next) => (await (await own()).leadTo(c, parts)) ?? next())
  room.get(
    paths.answerComment(':id'),
    async (c, next) => (await (await acts()).showAnswer(c, parts)) ?? next(),
  )
  room.post(
    paths.answerComment(':id'),
    fromHere,
    notEndless,
    async (c, next) => (await (await acts()).takeAnswer(c, parts)) ?? next(),
  )
  room.get(paths.editComment(':id'), async (c, next) => (await (await own()).showOwn(c, parts)) ?? next())
  room.post(
    paths.editComment(':id'),
    fromHere,
    notEndless,
    async (c, next) => (await (await own()).takeEdit(c, parts)) ?? next(),
  )
  room.post(
    paths.commentRemoval(':id'),
    fromHere,
    notEndless,
    async (c, next) => (await (await own()).takeBack(c, parts)) ?? next(),
  )
  for (const of of ['/:series/:edition', '/:series/:edition/:entry'])
    room.get(
      `${of}/comments/:number{[0-9]{1,4}}`,
      async (c, next) => (await (await threads()).showThread(c, parts)) ?? next(),
    )
  return room
}
