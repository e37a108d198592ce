import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { FigureLine } from '../../domain/figure.ts'
import {
  type FigureColumns,
  type FigurePlace,
  type FigureReadError,
  figureColumns,
} from '../../domain/figure-watch.ts'
import { Refusal } from '../../domain/refusal.ts'
import { type FigureRead, isUnread } from '../../intake/figure/figure-read.ts'
import { wholeAddress } from '../../services/look-at-address.ts'
import { settleFigureOffer } from '../../services/settle-figure-offer.ts'
import { takeFigureTable, withTable } from '../../services/take-figure-table.ts'
import {
  checksumOfRead,
  dropFigureWatch,
  pauseFigureWatch,
  resumeFigureWatch,
  watchFigure,
} from '../../services/watch-figure.ts'
import { findFigureWatch } from '../../storage/figure-watches.ts'
import { dayOf } from '../../time/days.ts'
import { atDesk } from '../middleware/at-desk.ts'
import { curating } from '../middleware/curator.ts'
import { goDone } from '../middleware/done.ts'
import { onMissing } from '../middleware/errors.tsx'
import { fieldsOf, refuseLongForms, refuseOtherSites } from '../middleware/forms.ts'
import { noticeWords } from '../notice-words.ts'
import { paths } from '../paths.ts'
import type { Env, Parts, Visit } from '../show.ts'
import { sendOnce } from '../ui/send.tsx'
import type { Typed } from './figure-form.ts'
import { type OwnFigure, ownFigure } from './own-figure.ts'
import { TablePage } from './table-page.tsx'
import { WatchPage } from './watch-page.tsx'

type ShowFigure = (
  c: Visit,
  own: OwnFigure,
  told: { refused?: Refusal },
  status: 409 | 422,
) => Promise<Response>

/** How figures are read: tables that are pasted, addresses that are read again and again, and what they say that waits. */
export function readRoom(parts: Parts, showFigure: ShowFigure): Hono<Env> {
  const { store, config, now, fetch } = parts
  const room = new Hono<Env>()
  const form = [refuseOtherSites(config), refuseLongForms, curating(parts)] as const
  const withFile = [refuseOtherSites(config), curating(parts), bodyLimit({ maxSize: 4_000_000 })] as const

  room.get(paths.deskFigureTable(':slug'), curating(parts), async c => {
    const own = await ownFigure(c, parts, { writes: true })
    return own instanceof Response ? own : showTable(c, own, {}, null, null)
  })

  room.post(paths.deskFigureTable(':slug'), ...withFile, async c => {
    const own = await ownFigure(c, parts, { writes: true })
    if (own instanceof Response) return own
    const { figure, curator } = own
    const sent = await c.req.formData()
    const typed = Object.fromEntries(
      [...sent].filter((each): each is [string, string] => typeof each[1] === 'string'),
    )
    const file = sent.get('file')
    const bytes =
      file instanceof File && file.size > 0
        ? new Uint8Array(await file.arrayBuffer())
        : new TextEncoder().encode(typed.table ?? '')
    const { readText } = await import('../../intake/read-text.ts')
    if (file instanceof File && file.size > 0) typed.table = readText(bytes).text
    const line = lineOf(own, typed)
    const { readFigureApart } = await import('../../intake/figure/read-apart.ts')
    const place = { as: 'csv' as const, columns: columnsOf(typed), where: null }
    const read = await readFigureApart({ bytes, place, counts: line.counts })
    if (isUnread(read))
      return showTable(c, own, typed, null, { code: `figure-${read.unread}`, says: read.words ?? '' })
    const source = figure.sources.find(({ id }) => id === typed.source)?.id ?? null
    const told = { line: line.key, source, points: read.points, today: today() }
    if (typed.do !== 'take' || read.points.length === 0) {
      const wrong = read.points.length === 0 ? { code: 'figure-no-columns', says: '' } : null
      return showTable(c, own, typed, { read, counts: withTable(figure, told) }, wrong)
    }
    try {
      const { added, corrected } = await takeFigureTable(store, figure.id, told, {
        by: curator.name,
        at: now(),
      })
      return goDone(c, config, paths.deskFigure(figure.slug), {
        act: added + corrected > 0 ? 'saved' : 'nothing-changed',
      })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return showFigure(c, own, { refused: error }, 422)
    }
  })

  room.get(paths.deskFigureWatches(':slug'), curating(parts), async c => {
    const own = await ownFigure(c, parts, { writes: true })
    return own instanceof Response ? own : showWatch(c, own, {}, null, null)
  })

  room.post(paths.deskFigureWatches(':slug'), ...form, async c => {
    const own = await ownFigure(c, parts, { writes: true })
    if (own instanceof Response) return own
    const { figure, curator } = own
    const typed = await fieldsOf(c)
    const address = wholeAddress(typed.address ?? '')
    const place = placeOf(typed)
    const line = lineOf(own, typed)
    const { lookAtFigure } = await import('../../services/look-at-figure.ts')
    const looked = await lookAtFigure(address, place, line.counts, { fetch, purpose: 'person' })
    if (!looked.ok) return showWatch(c, own, typed, looked.table ?? null, looked.error)
    const { read, answer } = looked
    // Only what somebody has seen is taken without asking.
    if (typed.do !== 'watch' || typed.checksum !== checksumOfRead(read))
      return showWatch(c, own, typed, read, null)
    const known = figure.sources.find(({ id }) => id === typed.source)
    const wish = {
      line: line.key,
      source: known?.id ?? null,
      name: (typed.name ?? '').trim() || new URL(address).host,
      rank: typed.rank === 'primary' ? ('primary' as const) : ('secondary' as const),
      address,
      place: withColumns(place, read),
    }
    try {
      const found = { read, foundAt: answer.url, today: today() }
      await watchFigure(store, figure.id, wish, found, { curator, at: now() })
      return goDone(c, config, paths.deskFigure(figure.slug), { act: 'source-added' })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return showFigure(c, own, { refused: error }, 422)
    }
  })

  room.post(paths.deskFigureWatch(':slug', ':watch'), ...form, async c => {
    const own = await ownFigure(c, parts, { writes: true })
    if (own instanceof Response) return own
    const { figure, curator } = own
    const watch = await findFigureWatch(store.db, c.req.param('watch') ?? '')
    if (watch?.figureId !== figure.id) return onMissing(c, parts)
    const { do: wish } = await fieldsOf(c)
    const by = { curator, at: now() }
    const here = paths.deskFigure(figure.slug)
    if (wish === 'drop') {
      await dropFigureWatch(store, watch, by)
      return goDone(c, config, here, { act: 'source-dropped' })
    }
    if (wish === 'pause') {
      await pauseFigureWatch(store, watch, by)
      return goDone(c, config, here, { act: 'source-paused' })
    }
    if (wish === 'resume') await resumeFigureWatch(store, watch, by)
    const { readFigure } = await import('../../services/read-figure.ts')
    const { baseUrl } = config
    const means = { fetch, now, baseUrl, words: noticeWords, chance: Math.random, byPerson: true }
    await readFigure(store, watch.id, means)
    return goDone(c, config, here, { act: wish === 'resume' ? 'source-resumed' : 'source-read' })
  })

  room.post(paths.deskFigureOffer(':slug', ':offer'), ...form, async c => {
    const own = await ownFigure(c, parts, { writes: true })
    if (own instanceof Response) return own
    const { figure, curator } = own
    const { do: wish } = await fieldsOf(c)
    try {
      await settleFigureOffer(
        store,
        figure.id,
        c.req.param('offer') ?? '',
        wish === 'take' ? 'take' : 'refuse',
        {
          by: curator.name,
          at: now(),
        },
      )
      return goDone(c, config, paths.deskFigure(figure.slug), { act: 'saved' })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return showFigure(c, own, { refused: error }, 409)
    }
  })
  return room

  function today(): string {
    return dayOf(now(), 'UTC')
  }

  async function showTable(
    c: Visit,
    { figure }: OwnFigure,
    typed: Typed,
    looked: Parameters<typeof TablePage>[0]['looked'],
    wrong: FigureReadError | null,
  ): Promise<Response> {
    const at = await atDesk(c, parts, undefined, paths.deskFigureTable(figure.slug))
    const page = <TablePage {...{ at, figure, typed, looked, wrong }} today={today()} />
    return sendOnce(c, parts, page, wrong ? 422 : 200)
  }

  async function showWatch(
    c: Visit,
    { figure }: OwnFigure,
    typed: Typed,
    read: FigureRead | null,
    wrong: FigureReadError | null,
  ): Promise<Response> {
    const at = await atDesk(c, parts, undefined, paths.deskFigureWatches(figure.slug))
    const looked = read && { read, checksum: wrong ? '' : checksumOfRead(read) }
    const page = <WatchPage {...{ at, figure, typed, looked, wrong }} today={today()} />
    return sendOnce(c, parts, page, wrong ? 422 : 200)
  }
}

function lineOf({ figure }: OwnFigure, typed: Typed): FigureLine {
  return figure.lines.find(({ key }) => key === typed.line) ?? figure.lines[0]!
}

/** What somebody says that columns hold; nothing where they have not been asked yet. */
function columnsOf(typed: Typed): FigureColumns {
  return Object.fromEntries(
    figureColumns.flatMap(column => {
      const name = typed[`column.${column}`]
      return name ? [[column, name]] : []
    }),
  )
}

function placeOf(typed: Typed): FigurePlace {
  const of = (name: string) => (typed[name] ?? '').trim()
  if (typed.as === 'json') return { as: 'json', value: of('path'), date: of('path-date') || null }
  if (typed.as === 'csv') {
    const where = of('where') ? { column: of('where'), is: of('is') } : null
    return { as: 'csv', columns: columnsOf(typed), where }
  }
  return { as: 'table', row: of('row'), column: of('column') }
}

/** The names under which columns were found: another table at the same address is not guessed at. */
function withColumns(place: FigurePlace, read: FigureRead): FigurePlace {
  return place.as === 'csv' && read.table ? { ...place, columns: read.table.columns } : place
}
