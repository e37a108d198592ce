import { Hono } from 'hono'
import { Refusal } from '../../domain/refusal.ts'
import { dropFigure } from '../../services/drop-figure.ts'
import { addFigurePoint, correctFigurePoint, editFigure } from '../../services/edit-figure.ts'
import { openFigure } from '../../services/open-figure.ts'
import { undoFigure } from '../../services/undo-figure.ts'
import { mayFigure } from '../../services/watch-figure.ts'
import { listFigureOffers } from '../../storage/figure-offers.ts'
import { listFigureWatches } from '../../storage/figure-watches.ts'
import { readFigures } from '../../storage/figures.ts'
import { readFigureRevisions } from '../../storage/record-figure.ts'
import { risingId } from '../../storage/rising-id.ts'
import { atDesk } from '../middleware/at-desk.ts'
import { curating, refuse, theCurator } from '../middleware/curator.ts'
import { goDone } from '../middleware/done.ts'
import { onMissing } from '../middleware/errors.tsx'
import { fieldsOf, refuseLongTexts, refuseOtherSites } from '../middleware/forms.ts'
import { paths } from '../paths.ts'
import type { Env, Parts, Visit } from '../show.ts'
import { sayRefusal } from '../ui/say-refusal.ts'
import { sendOnce } from '../ui/send.tsx'
import { fillFigure, readFigureForm, readPoint, type Typed } from './figure-form.ts'
import { FigurePage } from './figure-page.tsx'
import { FiguresPage } from './list-page.tsx'
import { type OwnFigure, ownFigure, seriesToChoose } from './own-figure.ts'
import { PointPage } from './point-form.tsx'
import { readRoom } from './read-room.tsx'

/** Where curators keep the numbers of their cause. */
export function figureDeskRoom(parts: Parts): Hono<Env> {
  const { store, config, now } = parts
  const { db } = store
  const room = new Hono<Env>()
  const form = [refuseOtherSites(config), refuseLongTexts, curating(parts)] as const

  room.get(paths.deskFigures(), curating(parts), c => showAll(c, { name: '', refused: null }))

  room.post(paths.deskFigures(), ...form, async c => {
    const { name = '', series = '' } = await fieldsOf(c)
    const curator = await theCurator(c)
    const seriesId = series === '' ? null : series
    if (!mayFigure(curator, { seriesId })) return refuse(c, parts)
    const { say } = (await atDesk(c, parts)).showing
    try {
      const told = { name: name.replace(/\s+/g, ' ').trim(), seriesId }
      const line = say('figures.line.first')
      const { slug } = await openFigure(store, told, { by: curator.name, at: now(), line })
      return goDone(c, config, paths.deskFigure(slug), { act: 'saved' })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return showAll(c, { name, refused: error })
    }
  })

  room.get(paths.deskFigure(':slug'), curating(parts), async c => {
    const own = await ownFigure(c, parts, { writes: false })
    return own instanceof Response ? own : show(c, own, {})
  })

  room.post(paths.deskFigure(':slug'), ...form, async c => {
    const own = await ownFigure(c, parts, { writes: true })
    if (own instanceof Response) return own
    const { figure, curator } = own
    const fields = await c.req.formData()
    const typed = typedOf(fields)
    try {
      if (typed._method === 'delete') {
        await dropFigure(store, figure.id, { who: { id: curator.id, name: curator.name }, at: now() })
        return goDone(c, config, paths.deskFigures(), { act: 'saved' })
      }
      const told = readFigureForm(typed, figure, risingId)
      // Whoever gives it to another series must be an editor there as well.
      if (!mayFigure(curator, { seriesId: told.seriesId ?? null })) return refuse(c, parts)
      const base = /^\d{1,9}$/.test(typed.revision ?? '') ? Number(typed.revision) : figure.revision
      const edited = await editFigure(store, figure.id, told, { base, by: curator.name, at: now() })
      if ('conflict' in edited) {
        const { by, revision } = edited.conflict
        const changed = new Refusal('figure-changed', { by }, 'Somebody has changed the same since.')
        return show(c, own, { typed: { ...typed, revision: String(revision) }, refused: changed }, 409)
      }
      return goDone(c, config, paths.deskFigure(edited.slug), {
        act: edited.revision === null ? 'nothing-changed' : 'saved',
      })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return show(c, own, { typed, refused: error }, 422)
    }
  })

  room.post(paths.deskFigurePoints(':slug'), ...form, async c => {
    const own = await ownFigure(c, parts, { writes: true })
    if (own instanceof Response) return own
    const { figure, curator } = own
    const point = await fieldsOf(c)
    try {
      await addFigurePoint(store, figure.id, readPoint(point, figure), { by: curator.name, at: now() })
      return goDone(c, config, paths.deskFigure(figure.slug), { act: 'saved' })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return show(c, own, { point, refused: error }, 422)
    }
  })

  room.get(paths.deskFigurePoint(':slug', ':point'), curating(parts), async c => {
    const own = await ownFigure(c, parts, { writes: true })
    return own instanceof Response ? own : showPoint(c, own, null, null)
  })

  room.post(paths.deskFigurePoint(':slug', ':point'), ...form, async c => {
    const own = await ownFigure(c, parts, { writes: true })
    if (own instanceof Response) return own
    const { figure, curator } = own
    const typed = await fieldsOf(c)
    try {
      const told = typed._method === 'delete' ? null : readPoint(typed, figure)
      const act = { by: curator.name, at: now() }
      const revision = await correctFigurePoint(store, figure.id, c.req.param('point') ?? '', told, act)
      return goDone(c, config, paths.deskFigure(figure.slug), {
        act: revision === null ? 'nothing-changed' : 'saved',
      })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return showPoint(c, own, typed, error)
    }
  })

  room.post(paths.deskFigureUndo(':slug'), ...form, async c => {
    const own = await ownFigure(c, parts, { writes: true })
    if (own instanceof Response) return own
    const { figure, curator } = own
    const { revision = '' } = await fieldsOf(c)
    try {
      await undoFigure(store, figure.id, Number(revision) || 0, { by: curator.name, at: now() })
      return goDone(c, config, paths.deskFigure(figure.slug), { act: 'saved' })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return show(c, own, { refused: error }, 409)
    }
  })

  room.route('/', readRoom(parts, show))
  return room

  async function showAll(c: Visit, told: { name: string; refused: Refusal | null }): Promise<Response> {
    const at = await atDesk(c, parts, undefined, paths.deskFigures())
    const { say } = at.showing
    const waiting = Map.groupBy(await listFigureOffers(db, { states: ['waiting'] }), each => each.figureId)
    const page = (
      <FiguresPage
        at={at}
        figures={await readFigures(db, 'all')}
        waiting={new Map([...waiting].map(([id, offers]) => [id, offers.length]))}
        watches={Map.groupBy(await listFigureWatches(db), each => each.figureId)}
        series={await seriesToChoose(parts, at.curator, say('figures.of-site'))}
        name={told.name}
        refused={told.refused ? sayRefusal(say, told.refused) : null}
        now={now()}
      />
    )
    return sendOnce(c, parts, page, told.refused ? 422 : 200)
  }

  async function show(
    c: Visit,
    { figure, mayWrite }: OwnFigure,
    told: { typed?: Typed; point?: Typed; refused?: Refusal },
    status: 200 | 409 | 422 = 200,
  ): Promise<Response> {
    const at = await atDesk(c, parts, undefined, paths.deskFigure(figure.slug))
    const { say } = at.showing
    const others = (await readFigures(db, { seriesId: figure.seriesId })).filter(({ id }) => id !== figure.id)
    const page = (
      <FigurePage
        at={at}
        figure={figure}
        offers={await listFigureOffers(db, { figureId: figure.id, states: ['waiting'] })}
        watches={await listFigureWatches(db, figure.id)}
        revisions={await readFigureRevisions(db, figure.id, { limit: 30 })}
        others={others}
        series={await seriesToChoose(parts, at.curator, say('figures.of-site'))}
        mayWrite={mayWrite}
        now={now()}
        typed={told.typed ?? fillFigure(figure)}
        point={told.point ?? {}}
        refused={told.refused ? sayRefusal(say, told.refused) : null}
      />
    )
    return sendOnce(c, parts, page, status)
  }

  async function showPoint(
    c: Visit,
    { figure }: OwnFigure,
    typed: Typed | null,
    refused: Refusal | null,
  ): Promise<Response> {
    const id = c.req.param('point') ?? ''
    const point = figure.points.find(each => each.id === id)
    if (!point) return onMissing(c, parts)
    const { line, date, value, who, act, note, source } = point
    const filled = {
      line,
      date,
      value: value === null ? '' : String(value),
      who: who ?? '',
      act: act ?? 'joined',
      note: note ?? '',
      source: source ?? '',
    }
    const at = await atDesk(c, parts, undefined, paths.deskFigurePoint(figure.slug, id))
    const says = refused ? sayRefusal(at.showing.say, refused) : null
    const page = <PointPage at={at} figure={figure} id={id} typed={typed ?? filled} refused={says} />
    return sendOnce(c, parts, page, refused ? 422 : 200)
  }
}

/** Fields as they were typed; those of one name, as of boxes that are ticked, behind each other. */
function typedOf(form: FormData): Typed {
  const typed: Typed = {}
  for (const [name, value] of form)
    if (typeof value === 'string') typed[name] = name in typed ? `${typed[name]} ${value}` : value
  return typed
}
