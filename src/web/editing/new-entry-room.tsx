import { Hono } from 'hono'
import { type Content, contentOfFinding } from '../../domain/content.ts'
import { mayPublish } from '../../domain/curator.ts'
import { type Kind, kinds } from '../../domain/finding.ts'
import { addEntries } from '../../services/add-entries.ts'
import { addSessions } from '../../services/add-sessions.ts'
import { atDesk } from '../middleware/at-desk.ts'
import { curating, refuse } from '../middleware/curator.ts'
import { goDone } from '../middleware/done.ts'
import { onMissing } from '../middleware/errors.tsx'
import { refuseLongEntries, takeFormPicture } from '../middleware/form-picture.ts'
import { refuseOtherSites, tellSaved } from '../middleware/forms.ts'
import { type OwnEdition, ownEdition } from '../middleware/own-edition.ts'
import { type OwnEntry, ownEntry } from '../middleware/own-entry.ts'
import { paths } from '../paths.ts'
import type { Env, Parts, Visit } from '../show.ts'
import { changeForm } from '../ui/entry-form/change-form.ts'
import { fillForm } from '../ui/entry-form/fill.ts'
import { formContextOf } from '../ui/entry-form/form-context.ts'
import type { FormContext, FormState, Problem } from '../ui/entry-form/form-state.ts'
import { readForm } from '../ui/entry-form/read.ts'
import { type Typed, typedOfForm } from '../ui/entry-form/typed.ts'
import { sendOnce } from '../ui/send.tsx'
import { namesToComplete } from './names-to-complete.ts'
import { NewEntryPage } from './new-entry-page.tsx'

/** Entries and sessions written by hand. */
export function newEntryRoom(parts: Parts): Hono<Env> {
  const { store, config, now } = parts
  const guards = [refuseOtherSites(config), curating(parts), refuseLongEntries] as const
  const room = new Hono<Env>()

  room.get('/desk/:series/:edition/new', curating(parts), async c => {
    const own = await ownEdition(c, parts, c.req.param())
    return own instanceof Response ? own : show(c, { own, parent: null }, null)
  })
  room.post('/desk/:series/:edition/new', ...guards, async c => {
    const own = await ownEdition(c, parts, c.req.param())
    return own instanceof Response ? own : receive(c, { own, parent: null })
  })
  room.get('/desk/entries/:id/sessions/new', curating(parts), async c => {
    const place = await ownEvent(c)
    return place instanceof Response ? place : show(c, place, null)
  })
  room.post('/desk/entries/:id/sessions/new', ...guards, async c => {
    const place = await ownEvent(c)
    return place instanceof Response ? place : receive(c, place)
  })
  return room

  async function ownEvent(c: Visit): Promise<Place | Response> {
    const own = await ownEntry(c, parts, c.req.param('id') ?? '')
    if (own instanceof Response) return own
    if (own.row.parentId !== null || own.row.entry.kind !== 'event') return onMissing(c, parts)
    const mayEdit = own.row.entry.state === 'draft' || mayPublish(own.curator, own.series.id)
    return mayEdit ? { own, parent: own } : refuse(c, parts)
  }

  async function receive(c: Visit, place: Place): Promise<Response> {
    const form = await c.req.formData()
    const sent = typedOfForm(form)
    if (sent === null) return c.body(null, 413)
    const act = { by: place.own.curator.name, at: now() }
    const { typed, problems } = await takeFormPicture(parts, form, sent, act)
    return show(c, place, typed, problems)
  }

  /** @param typed what was sent; null where the form is opened */
  async function show(
    c: Visit,
    place: Place,
    typed: Typed | null,
    ofPicture: Problem[] = [],
  ): Promise<Response> {
    const { own, parent } = place
    const here = typed === null ? undefined : pathOf(place)
    const at = await atDesk(c, parts, own.edition.homeZone, here)
    const context = formContextOf(own.edition, at.showing)
    let state = begun(place, context, kinds.find(kind => kind === c.req.query('kind')) ?? 'event')
    if (typed !== null) {
      const act = typed.get('act')
      const read = readForm(typed, empty, context)
      const problems = [...read.state.problems, ...ofPicture]
      if (!act && problems.length === 0) return add(c, place, read.content, typed)
      state = act ? changeForm(typed, empty, context, act) : { ...read.state, problems }
    }
    const page = (
      <NewEntryPage
        at={at}
        edition={own}
        state={state}
        context={context}
        known={await namesToComplete(store.db)}
        mayPublish={mayPublish(own.curator, own.series.id)}
        parent={parent?.row.entry ?? null}
        name={nameOf(place)}
      />
    )
    return sendOnce(c, parts, page, typed === null ? 200 : 422)
  }

  async function add(c: Visit, place: Place, content: Content, typed: Typed): Promise<Response> {
    const { own, parent } = place
    const { edition, series, curator } = own
    const isEditor = mayPublish(curator, series.id)
    const act = { by: curator.name, at: now(), onlyDrafts: !isEditor }
    if (parent) {
      const where = { id: parent.row.entry.id, editionId: edition.id }
      const { revision } = await addSessions(store, where, [content], act)
      tellSaved(c, config, nameOf(place))
      const to = `${paths.deskEntry(parent.row.entry.id)}#sessions`
      return goDone(c, config, to, { act: 'sessions', undo: revision })
    }
    const isPublished = typed.get('do') === 'publish' && isEditor
    const entry = { content, state: isPublished ? ('published' as const) : ('draft' as const) }
    const { revision } = await addEntries(store, edition.id, [entry], act)
    tellSaved(c, config, nameOf(place))
    const to = paths.deskEdition(series.slug, edition.slug)
    return goDone(c, config, to, { act: isPublished ? 'publish' : 'kept', undo: revision })
  }
}

/** Where it is added to: an edition, or an event in one. */
type Place = { own: OwnEdition; parent: OwnEntry | null }

const empty: Content = contentOfFinding({ kind: 'event', title: '' }, 'UTC')

/** A session begins on the day and in the zone of its event. */
function begun({ parent }: Place, context: FormContext, kind: Kind): FormState {
  const state = fillForm(empty, context)
  const { start, zone } = parent?.row.entry.time ?? {}
  const typed = new Map([...state.typed, ['kind', kind]])
  if (kind === 'event') typed.set('when.precision', 'moment')
  if (start) typed.set('when.day', start.slice(0, 10))
  if (zone) typed.set('when.zone', zone)
  return { ...state, typed }
}

function pathOf({ own, parent }: Place): string {
  return parent
    ? paths.deskNewSession(parent.row.entry.id)
    : paths.deskNewEntry(own.series.slug, own.edition.slug)
}

function nameOf({ own, parent }: Place): string {
  return parent ? `new session ${parent.row.entry.id}` : `new entry ${own.series.slug}/${own.edition.slug}`
}
