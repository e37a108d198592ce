import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Hono } from 'hono'
import { paths } from '../paths.ts'
import { type Env, type Parts, readerOf } from '../show.ts'
import { sendOnce } from '../ui/send.tsx'
import { showingOf } from '../ui/showing.ts'
import { OfflinePage } from './offline-page.tsx'

/** What readers' browsers need for when there is no network. */
export function offlineRoom(parts: Parts): Hono<Env> {
  const { assets } = parts
  const room = new Hono<Env>()

  room.get(paths.worker(), async (c, next) => {
    if (!assets.worker || !assets.folder) return next()
    return c.body(await readFile(join(assets.folder, 'worker.js'), 'utf8'), 200, {
      'content-type': 'text/javascript; charset=utf-8',
      // It may ask for what is of this site, and for nothing else.
      'content-security-policy': "default-src 'none'; connect-src 'self'",
      'cache-control': 'no-cache',
    })
  })

  room.get(paths.offline(), c => {
    const showing = showingOf(readerOf(c, parts), 'UTC')
    return sendOnce(c, parts, <OfflinePage showing={showing} assets={assets} />)
  })
  return room
}
