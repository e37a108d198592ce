import { Hono } from 'hono'
import { readPictureBytes } from '../../storage/pictures.ts'
import { type Env, headerOf, type Parts } from '../show.ts'

/** Pictures that are kept here. What is at such an address never changes, so it is asked for once. */
export function picturesRoom({ store }: Parts): Hono<Env> {
  const room = new Hono<Env>()

  room.get('/pictures/:file{[0-9a-f-]{36}\\.webp}', async (c, next) => {
    const id = c.req.param('file').slice(0, 36)
    const width = Number(c.req.query('w'))
    const wide = Number.isSafeInteger(width) && width > 0 ? width : undefined
    const etag = `"${id}-${wide ?? ''}"`
    const headers = { 'cache-control': 'public, max-age=31536000, immutable', etag }
    const bytes = await readPictureBytes(store, id, wide)
    if (!bytes) return next()
    if (headerOf(c, 'if-none-match') === etag) return c.body(null, 304, headers)
    return c.body(new Uint8Array(bytes), 200, {
      ...headers,
      'content-type': 'image/webp',
      'content-length': String(bytes.length),
      // Opened by itself it is a page of its own, on which nothing is to happen.
      'content-security-policy': "default-src 'none'; sandbox",
    })
  })
  return room
}
