import { ReadableStream as NodeStream } from 'node:stream/web'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Parts, Visit } from '../show.ts'
import { htmlOfPage, onceHeaders } from './send.tsx'

/** Where in a page the parts that come later are put. */
export const later = '<!--later-->'

/**
 * A page of which a part comes while it is being found out: browsers show what they have. It needs no script.
 *
 * @param page holds `later` once
 * @param pieces HTML; what it throws is its own affair to tell
 */
export async function sendSlowly(
  c: Visit,
  parts: Parts,
  page: JSX.Element | Promise<JSX.Element>,
  pieces: AsyncIterable<string>,
): Promise<Response> {
  const [before = '', after = ''] = (await htmlOfPage(page)).split(later, 2)
  async function* whole(): AsyncGenerator<Uint8Array> {
    const encoder = new TextEncoder()
    yield encoder.encode(before)
    for await (const piece of pieces) yield encoder.encode(piece)
    yield encoder.encode(after)
  }
  return c.body(NodeStream.from(whole()) as ReadableStream<Uint8Array>, 200, {
    'content-type': 'text/html; charset=utf-8',
    ...onceHeaders(parts),
  })
}
