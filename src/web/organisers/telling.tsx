import { type Content, contentOfEntry } from '../../domain/content.ts'
import { contentOfFields } from '../../domain/entry-fields.ts'
import { contentsTold, type Organiser, type OrganiserTold, partOfOrganiser } from '../../domain/organiser.ts'
import { Refusal } from '../../domain/refusal.ts'
import { organiserAt } from '../../services/organisers/come-in.ts'
import { type Offered, offerEdit, offerRecording } from '../../services/organisers/offer-change.ts'
import { findOwnEntry, type OfOrganiser, readOwnEntries } from '../../services/organisers/own-entries.ts'
import { listOrganiserChanges, type OrganiserChange } from '../../storage/organiser-changes.ts'
import { findSeriesById } from '../../storage/series.ts'
import { goDone, takeDone } from '../middleware/done.ts'
import { organiserDevice } from '../middleware/organiser-cookie.ts'
import { baseOf, fieldsAt } from '../opened.ts'
import { paths } from '../paths.ts'
import { type Parts, readerOf, type Visit } from '../show.ts'
import { changeForm } from '../ui/entry-form/change-form.ts'
import { fillForm } from '../ui/entry-form/fill.ts'
import { formContextOf } from '../ui/entry-form/form-context.ts'
import type { FormState } from '../ui/entry-form/form-state.ts'
import { readForm } from '../ui/entry-form/read.ts'
import { readRecording, stateOf } from '../ui/entry-form/read-recording.ts'
import { type Typed, typedOfForm } from '../ui/entry-form/typed.ts'
import { sendOnce } from '../ui/send.tsx'
import { type Showing, showingOf } from '../ui/showing.ts'
import { isKey } from '../words.ts'
import { over } from './coming-in.tsx'
import { EntryPage } from './entry-page.tsx'
import { ListPage } from './list-page.tsx'

/** What an organiser may tell of. */
export async function list(c: Visit, parts: Parts): Promise<Response> {
  const { store, assets, config, now } = parts
  const at = await here(c, parts)
  if (!at) return over(c, parts)
  const showing = showingOf(readerOf(c, parts), 'UTC')
  const entries = await readOwnEntries(store.db, at.organiser, now())
  const { organiser } = at
  const page = <ListPage {...{ showing, assets, organiser, entries }} done={takeDone(c, config)} />
  return sendOnce(c, parts, page)
}

export async function show(c: Visit, parts: Parts): Promise<Response | null> {
  return onOwn(c, parts, async ({ own, waiting, showing, shown }) => {
    const current = contentOfEntry(own.row.entry)
    const [edit, recording] = (['edit', 'recording'] as const).map(kind =>
      waiting.find(({ said }) => said.kind === kind),
    )
    // What they told and nobody has answered yet stands in the form, as it would be.
    const told = edit ? contentsTold(current, edit.said).told : current
    const state = fillForm(partOfOrganiser(told), contextOf(own, showing))
    return shown({ state, ...(recording && { recording: recordingTold(recording.said) }) })
  })
}

/** Times and links. Of all that a form may hold, nothing else is read. */
export async function save(c: Visit, parts: Parts): Promise<Response | null> {
  const { store, config, now } = parts
  return onOwn(c, parts, async ({ own, device, showing, shown }) => {
    const sent = typedOfForm([...(await c.req.formData())])
    if (sent === null) return c.body(null, 413)
    const context = contextOf(own, showing)
    const typed = onlyOwn(sent)
    const base = baseOf(sent.get('revision'), own.edition.revision)
    const opened = contentOfFields(await fieldsAt(store.db, own.row, base))
    const before = partOfOrganiser(opened)
    const act = sent.get('act')
    if (act) return shown({ state: changeForm(typed, before, context, act), base }, 422)
    const { content: told, state } = readForm(typed, before, context)
    if (state.problems.length > 0) return shown({ state, base }, 422)
    try {
      const offering = { device, id: own.row.entry.id, editionId: own.edition.id, at: now() }
      const offered = await offerEdit(store, offering, { opened, told, base })
      if (!('conflict' in offered)) return done(c, config, offered)
      const { fields, theirs, revision } = offered.conflict
      return shown({ state, base: revision, conflict: { fields, theirs, mine: told } }, 409)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return shown({ state: { ...state, problems: [problemOf(error, 'when.words')] }, base }, 422)
    }
  })
}

export async function saveRecording(c: Visit, parts: Parts): Promise<Response | null> {
  const { store, config, now } = parts
  return onOwn(c, parts, async ({ own, device, showing, shown }) => {
    const form = [...(await c.req.formData())]
    const typed = new Map([
      ...(typedOfForm(form, 'recording-') ?? []),
      ['state', typedOfForm(form)?.get('state') ?? ''],
    ])
    const state = fillForm(partOfOrganiser(contentOfEntry(own.row.entry)), contextOf(own, showing))
    const read = readRecording(typed)
    if ('state' in read) return shown({ state, recording: read.state }, 422)
    try {
      const offering = { device, id: own.row.entry.id, editionId: own.edition.id, at: now() }
      const offered = await offerRecording(store, offering, read.told)
      return 'conflict' in offered ? shown({ state }, 409) : done(c, config, offered)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return shown({ state, recording: stateOf(typed, [problemOf(error, 'url')]) }, 422)
    }
  })
}

function recordingTold(said: OrganiserTold): FormState {
  if (said.kind !== 'recording' || said.told.state !== 'available') return stateOf(new Map(), [])
  const { url, title } = said.told
  return stateOf(new Map([['url', url], ...(title ? ([['title', title]] as const) : [])]), [])
}

type Shown = {
  state: FormState
  base?: number
  recording?: FormState
  conflict?: { fields: (keyof Content)[]; theirs: Content; mine: Content }
}

type Within = {
  own: OfOrganiser
  device: string
  /** What they told and a curator has not answered. */
  waiting: OrganiserChange[]
  showing: Showing
  shown: (told: Shown, status?: 200 | 409 | 422) => Promise<Response>
}

/** Null: there is no such entry, as far as this organiser is told. */
async function onOwn(
  c: Visit,
  parts: Parts,
  act: (within: Within) => Promise<Response>,
): Promise<Response | null> {
  const { store, assets, now } = parts
  const at = await here(c, parts)
  if (!at) return over(c, parts)
  const { organiser, device } = at
  const own = await findOwnEntry(store.db, c.req.param('id') ?? '', organiser, now())
  if (!own) return null
  const showing = showingOf(readerOf(c, parts), own.edition.homeZone)
  const series = await findSeriesById(store.db, own.edition.seriesId)
  const changes = await listOrganiserChanges(store.db, { entryId: own.row.entry.id })
  const waiting = changes.filter(
    ({ state, organisation }) => state === 'waiting' && organisation.id === organiser.organisation.id,
  )
  const shown = ({ base = own.edition.revision, ...told }: Shown, status: 200 | 409 | 422 = 200) =>
    sendOnce(
      c,
      parts,
      <EntryPage
        {...{ showing, assets, organiser, own, base, isWaiting: waiting.length > 0, ...told }}
        series={series!}
        context={contextOf(own, showing)}
      />,
      status,
    )
  return act({ own, device, waiting, showing, shown })
}

async function here(c: Visit, parts: Parts): Promise<{ device: string; organiser: Organiser } | null> {
  const device = organiserDevice(c, parts.config)
  const organiser = device === null ? null : await organiserAt(parts.store.db, device, parts.now())
  return device !== null && organiser ? { device, organiser } : null
}

function done(
  c: Visit,
  config: Parts['config'],
  { became }: Exclude<Offered, { conflict: unknown }>,
): Response {
  const acts = { live: 'saved', waits: 'organiser-waits', nothing: 'nothing-changed' } as const
  return goDone(c, config, paths.organiserOwn(), { act: acts[became] })
}

function contextOf({ edition }: OfOrganiser, showing: Showing) {
  return formContextOf(edition, showing)
}

function onlyOwn(sent: Typed): Typed {
  return new Map([...sent].filter(([name]) => /^(?:when|links|doubt)\./.test(name)))
}

function problemOf({ key, values }: Refusal, field: string) {
  const message = `refusal.${key}`
  return isKey(message) ? { field, key: message, values } : { field, key: 'refusal.other' as const }
}
