import { Hono } from 'hono'
import { figureFiles, paths } from '../paths.ts'
import type { Env, Parts } from '../show.ts'

/** Figures: all of them, each by itself, and each as a picture and a table. Made when somebody first asks for one. */
export function figuresRoom(parts: Parts): Hono<Env> {
  const room = new Hono<Env>()
  const pages = () => import('./pages.tsx')
  const files = `:file{[a-z0-9-]+\\.(?:${figureFiles.join('|')})}`

  room.get(paths.figures(), async c => (await pages()).showFigures(c, parts))
  for (const below of ['', '/:series']) {
    room.get(`${paths.figures()}${below}/${files}`, async (c, next) => {
      const { sendFigureFile } = await import('./files.ts')
      return (await sendFigureFile(c, parts)) ?? next()
    })
    room.get(
      `${paths.figures()}${below}/:slug`,
      async (c, next) => (await (await pages()).showFigure(c, parts)) ?? next(),
    )
  }
  return room
}
