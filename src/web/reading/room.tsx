import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { Refusal } from '../../domain/refusal.ts'
import { mostFileBytes, openReadings, type Pasted } from '../../services/open-readings.ts'
import { listOpenReadings } from '../../storage/readings.ts'
import { atDesk } from '../middleware/at-desk.ts'
import { curating } from '../middleware/curator.ts'
import { onMissing } from '../middleware/errors.tsx'
import { refuseOtherSites } from '../middleware/forms.ts'
import { rememberEdition } from '../middleware/last-edition.ts'
import { type OwnEdition, ownEdition } from '../middleware/own-edition.ts'
import { paths } from '../paths.ts'
import { createReadNow } from '../read-now.ts'
import { type Env, headerOf, type Parts, type Visit } from '../show.ts'
import { sayRefusal } from '../ui/say-refusal.ts'
import { sendOnce } from '../ui/send.tsx'
import { within } from '../within.ts'
import { cardRoutes } from './card-routes.tsx'
import { ReadingsPage } from './readings-page.tsx'
import { suggestionsRoom } from './suggestions-room.tsx'

/** What is pasted is kept, read, looked at, and becomes a part of the programme. */
export function readingRoom(parts: Parts): Hono<Env> {
  const { store, config, now, patienceMs } = parts
  const readNow = createReadNow(parts)
  const room = new Hono<Env>()
  const guards = [refuseOtherSites(config), curating(parts)] as const

  // `/desk/entries/…/readings` comes first: no series is called so.
  room.route('/', cardRoutes(parts, readNow))
  room.route('/', suggestionsRoom(parts, readNow))

  room.get('/desk/:series/:edition/readings', curating(parts), async c => {
    const own = await ownEdition(c, parts, c.req.param())
    return own instanceof Response ? own : showAll(c, own, null)
  })

  room.post('/desk/:series/:edition/readings', ...guards, limitBody(), async c => {
    const own = await ownEdition(c, parts, c.req.param())
    return own instanceof Response ? own : paste(c, own)
  })

  room.post(paths.deskPaste(), ...guards, limitBody(), async c => {
    const told = (await c.req.parseBody({ all: true })).edition
    const [series = '', edition = ''] = typeof told === 'string' ? told.split('/') : []
    const own = await ownEdition(c, parts, { series, edition })
    return own instanceof Response ? own : paste(c, own)
  })

  room.get(paths.deskPaste(), curating(parts), c => c.redirect(paths.desk(), 303))

  return room

  async function paste(c: Visit, own: OwnEdition): Promise<Response> {
    const { series, edition, curator } = own
    const pasted = pastedOf(await c.req.parseBody({ all: true }))
    let ids: string[]
    try {
      ids = await openReadings(store, edition.id, await pasted, { by: curator.name, at: now() })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const { say } = (await atDesk(c, parts)).showing
      const wrong = sayRefusal(say, error)
      if (wantsJson(c)) return c.json({ wrong }, 422, { 'cache-control': 'no-store' })
      return showAll(c, own, { text: (await pasted).text, wrong })
    }
    rememberEdition(c, config, { series: series.slug, edition: edition.slug })
    const reading = readNow.begin(ids)
    const list = paths.deskReadings(series.slug, edition.slug)
    if (wantsJson(c)) return c.json({ readings: ids, list }, 200, { 'cache-control': 'no-store' })
    await within(reading, patienceMs)
    const [one] = ids
    const to = ids.length === 1 ? paths.deskReading(one!) : list
    return c.redirect(to, 303)
  }

  async function showAll(
    c: Visit,
    own: OwnEdition,
    refused: { text: string; wrong: string } | null,
  ): Promise<Response> {
    const { series, edition } = own
    const here = paths.deskReadings(series.slug, edition.slug)
    const at = await atDesk(c, parts, edition.homeZone, refused ? here : undefined)
    const readings = await listOpenReadings(store.db, { editionIds: [edition.id] })
    // While some are being read, the page asks again by itself.
    if (!refused && readings.some(({ state }) => state === 'waiting')) c.header('refresh', '3')
    const page = <ReadingsPage at={at} own={own} readings={readings} refused={refused} />
    return sendOnce(c, parts, page, refused ? 422 : 200)
  }

  /** A few files at once; more is refused before it is read into memory. */
  function limitBody() {
    return bodyLimit({
      maxSize: mostFileBytes + 2 * 1024 * 1024,
      onError: async (c: Context) => {
        const megabytes = mostFileBytes / 1024 / 1024
        const refusal = new Refusal('file-too-large', { megabytes }, `A file may have ${megabytes} MB.`)
        const at = await atDesk(c, parts)
        const wrong = sayRefusal(at.showing.say, refusal)
        if (wantsJson(c)) return c.json({ wrong }, 413, { 'cache-control': 'no-store' })
        const { series = '', edition = '' } = c.req.param() as { series?: string; edition?: string }
        const own = series ? await ownEdition(c, parts, { series, edition }) : null
        if (!own) return onMissing(c, parts)
        return own instanceof Response ? own : showAll(c, own, { text: '', wrong })
      },
    })
  }
}

function wantsJson(c: Visit): boolean {
  return headerOf(c, 'accept')?.includes('application/json') ?? false
}

/** A field that is left empty comes as a file without name and content. */
async function pastedOf(form: Record<string, unknown>): Promise<Pasted> {
  const text = (value: unknown) => (typeof value === 'string' ? value.replaceAll('\r\n', '\n') : '')
  const given = [form.files].flat().filter(file => file instanceof File && file.size > 0) as File[]
  const files = await Promise.all(
    given.map(async file => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  )
  return { text: text(form.text), html: text(form.html), files }
}
