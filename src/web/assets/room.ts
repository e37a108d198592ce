import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import { Hono } from 'hono'
import { encodingOf } from '../answers.ts'
import type { Env, Parts } from '../show.ts'
import { headerOf } from '../show.ts'

const types: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  webp: 'image/webp',
  txt: 'text/plain; charset=utf-8',
}
const compress = {
  br: promisify(brotliCompress),
  gzip: promisify(gzip),
  identity: async (bytes: Buffer) => bytes,
}

/** Scripts and pictures of the pages, read and compressed once each. Names with a hash in them never change. */
export function assetsRoom({ assets }: Parts): Hono<Env> {
  const room = new Hono<Env>()
  const ready = new Map<string, Promise<Uint8Array<ArrayBuffer> | null>>()

  async function bytesOf(
    file: string,
    encoding: keyof typeof compress,
  ): Promise<Uint8Array<ArrayBuffer> | null> {
    const bytes = await readFile(join(assets.folder!, file)).catch(() => null)
    return bytes && new Uint8Array(await compress[encoding](bytes))
  }

  room.get('/assets/:file{[\\w.-]+}', async (c, next) => {
    const file = c.req.param('file')
    const type = types[file.slice(file.lastIndexOf('.') + 1)]
    if (!type || !assets.folder || file.startsWith('.')) return next()
    const encoding = /^(image\/(png|webp))/.test(type)
      ? 'identity'
      : encodingOf(headerOf(c, 'accept-encoding'))
    const key = `${encoding} ${file}`
    const body = await (ready.get(key) ?? bytesOf(file, encoding))
    if (!body) return next()
    if (ready.size < 100) ready.set(key, Promise.resolve(body))
    return c.body(body, 200, {
      'content-type': type,
      ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
      'cache-control': /-[\w-]{8,}\.\w+$/.test(file)
        ? 'public, max-age=31536000, immutable'
        : 'public, max-age=86400',
      vary: 'Accept-Encoding',
    })
  })
  return room
}
