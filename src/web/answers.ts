import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { parseAccept } from 'hono/utils/accept'
import { LRUCache } from 'lru-cache'
import type { Player } from '../domain/recordings/player.ts'
import { htmlHeaders, inertHeaders } from './middleware/headers.ts'

/** A page as it was rendered, with what it depends on; or another text, such as a feed. */
export type Rendered = {
  html: string
  /** Of what is no page: its own, `content-type` among them, in the place of those of a page. It is the same for everybody. */
  headers?: Record<string, string>
  /** Of a page: what its Link header tells. */
  link?: string | undefined
  /** `<style>` of its own, for the Content-Security-Policy. */
  styles: string[]
  /** Players that it offers, for the same. */
  players?: readonly Player[]
  /** It is valid until this moment (epoch milliseconds), and … */
  until: number
  /** … while its source is at this version. */
  version: string
  currentVersion: () => Promise<string>
}

type Encoding = 'br' | 'gzip' | 'identity'
type Ready = {
  body: Buffer<ArrayBuffer>
  sent: number
  etag: string
  headers: Record<string, string>
  notModified: Record<string, string>
}
type Answer = Omit<Rendered, 'html'> & {
  html: Buffer<ArrayBuffer>
  print: string
  checkedAt: number
  ready: Partial<Record<Encoding, Ready>>
}

/** How long a revision is believed without asking the store again. */
const believedMs = 1000

export type Answers = {
  /** The answer to a request for which one is ready, valid and believed; nothing is awaited and no SQL is run. */
  ready(key: string, encodings: string | undefined, noneMatch: string | undefined): Response | null
  /** The same after asking the store whether the page is still at its revision. */
  checked(key: string, encodings: string | undefined, noneMatch: string | undefined): Promise<Response | null>
  /** Keeps a page under its key; null: it is answered once and not kept. */
  answer(
    key: string | null,
    rendered: Rendered,
    encodings: string | undefined,
    noneMatch?: string,
  ): Promise<Response>
}

/** What is sent so often is worth being pressed as far as it goes: a tenth less for everybody after. */
const often = 5

/** A key that begins so is of a page that is kept aside. */
export const asideMark = '?'

/**
 * Pages that are ready to be sent, compressed once for each encoding; bounded by their bytes. Filtered ones, of which
 * there are more than anybody could count, have a small room of their own: they never push out those that many read.
 */
export function createAnswers(parts: {
  now: () => number
  hashes: { styles: string[]; scripts: string[] }
  maxBytes?: number
  maxBytesAside?: number
}): Answers {
  const { now, hashes } = parts
  const room = (maxSize: number) =>
    new LRUCache<string, Answer>({
      maxSize,
      // Beside the page itself its two compressed forms, which are made later, and what an entry costs.
      sizeCalculation: answer => Math.ceil(answer.html.length * 1.5) + 1000,
    })
  const usual = room(parts.maxBytes ?? 32_000_000)
  const aside = room(parts.maxBytesAside ?? 4_000_000)
  const roomOf = (key: string) => (key.startsWith(asideMark) ? aside : usual)
  let pressing = Promise.resolve()
  /** One at a time, beside all else: it takes a sixth of a second for a programme of hundreds. */
  const pressLater = (key: string, answer: Answer) => {
    pressing = pressing
      .then(() => (roomOf(key).peek(key) === answer ? press(answer) : undefined))
      .catch(() => {})
  }
  const send = (key: string, answer: Answer, ready: Ready, noneMatch: string | undefined) => {
    if (++ready.sent === often && ready === answer.ready.br) pressLater(key, answer)
    return respond(ready, noneMatch)
  }

  return {
    ready(key, encodings, noneMatch) {
      const answer = roomOf(key).get(key)
      if (!answer) return null
      const time = now()
      if (time >= answer.until || time - answer.checkedAt >= believedMs || time < answer.checkedAt)
        return null
      const ready = answer.ready[encodingOf(encodings)]
      return ready ? send(key, answer, ready, noneMatch) : null
    },
    async checked(key, encodings, noneMatch) {
      const answer = roomOf(key).get(key)
      if (!answer) return null
      const time = now()
      if (time >= answer.until || (await answer.currentVersion()) !== answer.version) {
        if (roomOf(key).peek(key) === answer) roomOf(key).delete(key)
        return null
      }
      answer.checkedAt = time
      return send(key, answer, await makeReady(answer, encodingOf(encodings), hashes, true), noneMatch)
    },
    async answer(key, rendered, encodings, noneMatch) {
      const html = Buffer.from(rendered.html)
      const print = key === null ? '' : createHash('sha256').update(html).digest('base64url').slice(0, 16)
      const answer: Answer = { ...rendered, html, print, checkedAt: now(), ready: {} }
      if (key !== null) roomOf(key).set(key, answer)
      const ready = await makeReady(answer, encodingOf(encodings), hashes, key !== null)
      return respond(ready, key === null ? undefined : noneMatch)
    },
  }
}

function respond(ready: Ready, noneMatch: string | undefined): Response {
  if (noneMatch !== undefined && (noneMatch === ready.etag || matches(noneMatch, ready.etag)))
    return new Response(null, { status: 304, headers: ready.notModified })
  return new Response(ready.body, { status: 200, headers: ready.headers })
}

function matches(noneMatch: string, etag: string): boolean {
  return noneMatch === '*' || noneMatch.split(',').some(each => each.trim().replace(/^W\//, '') === etag)
}

/** What a page depends on in a request. */
const varying = 'Accept-Encoding, Accept-Language, Cookie'

const brotli = (bytes: Buffer, quality: number) =>
  promisify(brotliCompress)(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  })

const compressors = {
  /** Less than half the work where it is sent once, for an eighth more bytes. */
  br: (bytes: Buffer, kept: boolean) => brotli(bytes, kept ? 5 : 3),
  gzip: (bytes: Buffer, kept: boolean) => promisify(gzip)(bytes, { level: kept ? 6 : 4 }),
  identity: async (bytes: Buffer<ArrayBuffer>) => bytes,
}

/** The page stays the same to the byte, and with it its name: nobody who has it asks for it again. */
async function press(answer: Answer): Promise<void> {
  const ready = answer.ready.br!
  const body = await brotli(answer.html, 10)
  if (body.length >= ready.body.length) return
  // What is being sent keeps its own head and body.
  answer.ready.br = {
    ...ready,
    body,
    headers: { ...ready.headers, 'content-length': String(body.length) },
  }
}

async function makeReady(
  answer: Answer,
  encoding: Encoding,
  hashes: { styles: string[]; scripts: string[] },
  kept: boolean,
): Promise<Ready> {
  const known = answer.ready[encoding]
  if (known) return known
  const body = await compressors[encoding](answer.html, kept)
  const etag = `"${answer.print}${encoding === 'identity' ? '' : `-${encoding}`}"`
  const validity: Record<string, string> = kept
    ? { etag, 'cache-control': 'public, no-cache', vary: answer.headers ? 'Accept-Encoding' : varying }
    : { 'cache-control': 'no-store' }
  const ready: Ready = {
    body,
    etag,
    sent: 0,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-length': String(body.length),
      ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
      ...validity,
      ...(answer.headers
        ? { ...inertHeaders, ...answer.headers }
        : htmlHeaders({
            styles: [...hashes.styles, ...answer.styles],
            scripts: hashes.scripts,
            ...(answer.players && { players: answer.players }),
          })),
      ...(answer.link && { link: answer.link }),
      ...(kept ? {} : { 'x-robots-tag': 'noindex' }),
    },
    notModified: validity,
  }
  answer.ready[encoding] = ready
  return ready
}

const encodingsOf = new Map<string, Encoding>()

/** The best encoding a client takes; remembered, because clients say it in few ways. */
export function encodingOf(accepted: string | undefined): Encoding {
  if (!accepted) return 'identity'
  let known = encodingsOf.get(accepted)
  if (!known) {
    const taken = new Set(
      parseAccept(accepted)
        .filter(({ q }) => q > 0)
        .map(({ type }) => type.toLowerCase()),
    )
    known = taken.has('br') ? 'br' : taken.has('gzip') ? 'gzip' : 'identity'
    if (encodingsOf.size < 200 && accepted.length < 200) encodingsOf.set(accepted, known)
  }
  return known
}
