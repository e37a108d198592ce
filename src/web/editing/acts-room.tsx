import { Hono } from 'hono'
import { contentOfEntry } from '../../domain/content.ts'
import { mayPublish } from '../../domain/curator.ts'
import { Refusal } from '../../domain/refusal.ts'
import { changeStatus } from '../../services/change-status.ts'
import { setRecording } from '../../services/set-recording.ts'
import { curating, refuse } from '../middleware/curator.ts'
import { goDone } from '../middleware/done.ts'
import { refuseLongForms, refuseOtherSites } from '../middleware/forms.ts'
import { type OwnEntry, ownEntry } from '../middleware/own-entry.ts'
import { paths } from '../paths.ts'
import type { Env, Parts, Visit } from '../show.ts'
import { fillForm } from '../ui/entry-form/fill.ts'
import type { FormContext } from '../ui/entry-form/form-state.ts'
import { type Read, readRecording, stateOf } from '../ui/entry-form/read-recording.ts'
import { type Typed, typedOfForm } from '../ui/entry-form/typed.ts'
import { isKey, type Key } from '../words.ts'
import { backFrom } from './back.ts'
import type { ActTold } from './entry-page-props.ts'
import { readStatus, statusActs } from './read-acts.ts'
import { showEntry } from './show-entry.tsx'

type DoneAct = 'cancelled' | 'postponed' | 'movedOnline' | 'scheduled' | 'recording'

/** What becomes of an event and of its recording, as acts of their own. */
export function actsRoom(parts: Parts): Hono<Env> {
  const { store, config, now } = parts
  const guards = [refuseOtherSites(config), refuseLongForms, curating(parts)] as const
  const room = new Hono<Env>()

  room.post('/desk/entries/:id/status', ...guards, async c => {
    const form = [...(await c.req.formData())]
    const status = statusActs.find(each => each === typedOfForm(form)?.get('status'))
    if (!status) return c.body(null, 400)
    const typed = typedOfForm(form, `${status}-`) ?? new Map()
    const back = typedOfForm(form)?.get('back')
    return act(c, { name: status, typed, back }, context => readStatus(status, typed, context), changeStatus)
  })

  room.on(['POST', 'PUT'], '/desk/entries/:id/recording', ...guards, async c => {
    const form = [...(await c.req.formData())]
    const all: Typed = typedOfForm(form) ?? new Map()
    if (c.req.method === 'POST' && all.get('_method') !== 'PUT') return c.body(null, 405, { allow: 'PUT' })
    const typed = new Map([...(typedOfForm(form, 'recording-') ?? []), ['state', all.get('state') ?? '']])
    return act(
      c,
      { name: 'recording', typed, back: all.get('back') },
      () => readRecording(typed),
      setRecording,
    )
  })
  return room

  async function act<T>(
    c: Visit,
    told: { name: DoneAct; typed: Typed; back: string | undefined },
    read: (context: FormContext) => Read<T>,
    write: (
      db: typeof store,
      where: { id: string; editionId: string },
      told: T,
      act: { by: string; at: number; onlyDrafts: boolean },
    ) => Promise<{ revision: number; changed: number | boolean }>,
  ): Promise<Response> {
    const own = await ownEntry(c, parts, c.req.param('id') ?? '')
    if (own instanceof Response) return own
    const { row, edition, series, curator } = own
    const { name, typed, back } = told
    return showEntry(
      c,
      parts,
      own,
      async context => {
        const found = read(context)
        const again = (acts: ActTold) => ({
          state: fillForm(contentOfEntry(row.entry), context),
          base: edition.revision,
          back,
          acts,
        })
        if ('state' in found) return again({ name, state: found.state })
        try {
          const where = { id: row.entry.id, editionId: edition.id }
          const who = { by: curator.name, at: now(), onlyDrafts: !mayPublish(curator, series.id) }
          const { revision, changed } = await write(store, where, found.told, who)
          return leadOn(c, own, back, { name, revision, changed: Boolean(changed) })
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
          if (error.key === 'only-drafts') return refuse(c, parts)
          const field = name === 'recording' ? 'url' : 'reason'
          return again({ name, state: stateOf(typed, [{ field, key: keyOf(error), values: error.values }]) })
        }
      },
      422,
    )
  }

  function leadOn(
    c: Visit,
    { row }: OwnEntry,
    back: string | undefined,
    { name, revision, changed }: { name: DoneAct; revision: number; changed: boolean },
  ): Response {
    const to = backFrom(back, paths.deskEntry(row.entry.id))
    return changed
      ? goDone(c, config, to, { act: doneActs[name], undo: revision })
      : goDone(c, config, to, { act: 'unchanged' })
  }
}

const doneActs = {
  cancelled: 'event-cancelled',
  postponed: 'event-postponed',
  movedOnline: 'event-moved-online',
  scheduled: 'event-scheduled',
  recording: 'recording',
} as const

function keyOf({ key }: Refusal): Key {
  const message = `refusal.${key}`
  return isKey(message) ? message : 'refusal.other'
}
