import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { Hono } from 'hono'
import { findEdition } from '../../storage/editions.ts'
import { readShownChanges } from '../../storage/shown-changes.ts'
import { plainHeaders } from '../middleware/headers.ts'
import { countedFor } from '../middleware/pace.ts'
import { type Env, headerOf, type Parts, type Visit } from '../show.ts'
import { type Listener, mostMissed, spreadOf } from './channels.ts'
import { createSeats } from './seats.ts'
import * as wire from './wire.ts'

type Outgoing = Extract<HttpBindings['outgoing'], { shouldKeepAlive: boolean }>

/** The changes of an edition as they happen: server-sent events. */
export function liveRoom(parts: Parts): Hono<Env> {
  const { store, config, live, now } = parts
  const seats = createSeats({ all: config.liveReaders, each: config.liveReadersEach })
  const room = new Hono<Env>()

  room.get('/:series/:edition/live', async (c, next) => {
    const { series, edition: slug } = c.req.param()
    const edition = await findEdition(store.db, series, slug)
    if (!edition || edition.state === 'draft') return next()
    // Browsers do not come back after this answer.
    if (edition.state !== 'live') return new Response(null, { status: 204, headers: notKept })
    if (c.req.method === 'HEAD') return new Response(null, { headers })
    const outgoing = c.env?.outgoing
    const since = sinceOf(c) ?? edition.revision
    if (!outgoing || !('shouldKeepAlive' in outgoing))
      return new Response((await begin(edition, since)).text, { headers })
    const leave = seats.take(countedFor(c))
    if (!leave) return new Response('Too many read along.\n', { status: 503, headers: full() })
    await listen(outgoing, edition, since, leave)
    return RESPONSE_ALREADY_SENT
  })

  return room

  async function listen(
    outgoing: Outgoing,
    edition: { id: string; revision: number },
    since: number,
    giveBack: () => void,
  ) {
    let leave = giveBack
    outgoing.on('close', () => leave())
    const listener = listenerOf(outgoing)
    let { text, told } = await begin(edition, since)
    outgoing.writeHead(200, headers)
    for (;;) {
      outgoing.write(text)
      if (outgoing.destroyed) return
      const joined = live.join(edition.id, told, listener)
      if ('leave' in joined) {
        leave = () => {
          joined.leave()
          giveBack()
        }
        return
      }
      // Others were told of something while this one was told of what was before.
      ;({ text, told } = await missed({ id: edition.id, revision: joined.behind }, told))
    }
  }

  /** The first words, with what was missed since a revision. */
  async function begin(edition: { id: string; revision: number }, since: number) {
    const retryMs = Math.round(3000 + Math.random() * 5000)
    const first = wire.hello(edition.revision, { now: now(), pace: config.rehearsal?.speed ?? 1, retryMs })
    const { text, told } = await missed(edition, since)
    return { text: text + first, told }
  }

  async function missed({ id, revision }: { id: string; revision: number }, since: number) {
    if (since >= revision) return { text: '', told: revision }
    const changes = await readShownChanges(store.db, id, since, mostMissed)
    if (changes === null) return { text: wire.reload(revision), told: revision }
    const spread = spreadOf(live.count(id))
    const told = Math.max(revision, changes.at(-1)?.number ?? 0)
    return { text: changes.map(each => wire.change(each, spread)).join(''), told }
  }
}

const notKept = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex' }

/** The body ends with the connection: written in chunks, each event would cost three writes and a frame for everybody. */
const headers = {
  ...notKept,
  ...plainHeaders,
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  // nginx would hold events back until it has a page full of them.
  'x-accel-buffering': 'no',
  connection: 'close',
}

function full(): Record<string, string> {
  return {
    ...notKept,
    'content-type': 'text/plain; charset=utf-8',
    'retry-after': String(60 + Math.round(Math.random() * 120)),
  }
}

/** What the listener has: a browser that comes back says it itself; a page says at which revision it was made. */
function sinceOf(c: Visit): number | null {
  for (const told of [headerOf(c, 'last-event-id'), c.req.query('since')])
    if (told && /^\d{1,9}$/.test(told)) return Number(told)
  return null
}

function listenerOf(outgoing: Outgoing): Listener {
  outgoing.removeHeader('transfer-encoding')
  return {
    // The body is not in chunks: past what keeps account of them, a broadcast costs half.
    write: bytes => void (outgoing.socket ?? outgoing).write(bytes),
    waiting: () => outgoing.writableLength,
    end: () => void outgoing.end(),
    drop: () => void outgoing.destroy(),
  }
}
