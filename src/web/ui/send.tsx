import { createHash } from 'node:crypto'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Player } from '../../domain/recordings/player.ts'
import { htmlHeaders } from '../middleware/headers.ts'
import { ownStyles, type Parts, type Visit } from '../show.ts'

/** The document as it goes out. */
export async function htmlOfPage(page: JSX.Element | Promise<JSX.Element>): Promise<string> {
  return `<!doctype html>${await page}`
}

/** A page that is made for this request alone and not kept. It may be one of the desk. */
export async function sendOnce(
  c: Visit,
  parts: Parts,
  page: JSX.Element | Promise<JSX.Element>,
  status: ContentfulStatusCode = 200,
  accent: string | null = null,
  players: readonly Player[] = [],
): Promise<Response> {
  return c.html(await htmlOfPage(page), status, onceHeaders(parts, accent, players))
}

/** The headers of a page that is made for one request. */
export function onceHeaders(
  { assets }: Parts,
  accent: string | null = null,
  players: readonly Player[] = [],
): Record<string, string> {
  return {
    ...htmlHeaders({
      styles: ["'self'", ...assets.styleHashes, ...ownStyles(accent)],
      scripts: assets.headHash ? [assets.headHash] : [],
      players,
    }),
    'cache-control': 'no-store',
    vary: 'Accept-Language, Cookie',
  }
}

/** A short name for a content: it changes when the content does. */
export function versionOf(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 16)
}
