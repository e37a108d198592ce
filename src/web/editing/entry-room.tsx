import { Hono } from 'hono'
import { type Content, contentOfEntry } from '../../domain/content.ts'
import { mayPublish } from '../../domain/curator.ts'
import { contentOfFields, type EntryFields } from '../../domain/entry-fields.ts'
import { lastToWrite } from '../../domain/history.ts'
import { Refusal } from '../../domain/refusal.ts'
import { slugOf } from '../../domain/slug.ts'
import { type Edited, type EntryEdit, editEntry } from '../../services/edit-entry.ts'
import { momentOfPublication } from '../../services/settle-publication.ts'
import { readRevisions } from '../../storage/revisions.ts'
import { curating } from '../middleware/curator.ts'
import { goDone } from '../middleware/done.ts'
import { refuseLongEntries, takeFormPicture } from '../middleware/form-picture.ts'
import { refuseOtherSites, tellSaved } from '../middleware/forms.ts'
import { type OwnEntry, ownEntry } from '../middleware/own-entry.ts'
import { baseOf, fieldsAt } from '../opened.ts'
import { paths } from '../paths.ts'
import type { Env, Parts, Visit } from '../show.ts'
import { changeForm } from '../ui/entry-form/change-form.ts'
import { fillForm } from '../ui/entry-form/fill.ts'
import type { FormContext, Problem } from '../ui/entry-form/form-state.ts'
import { readForm } from '../ui/entry-form/read.ts'
import { type Typed, typedOfForm } from '../ui/entry-form/typed.ts'
import { isKey } from '../words.ts'
import { backFrom } from './back.ts'
import { bothWritten, type Conflict, fieldsAsked, pickField, withTheirs } from './conflict.tsx'
import { wallOf } from './publish-moment.ts'
import { type Shown, showEntry } from './show-entry.tsx'

/** An entry with all its fields: opened, changed, published, withdrawn. */
export function entryEditRoom(parts: Parts): Hono<Env> {
  const { store, config, now } = parts
  const room = new Hono<Env>()

  room.get('/desk/entries/:id', curating(parts), async c => {
    const own = await ownEntry(c, parts, c.req.param('id'))
    if (own instanceof Response) return own
    return showEntry(c, parts, own, context => {
      const state = fillForm(contentOfEntry(own.row.entry), context)
      const typed = new Map([...state.typed, ['slug', own.row.entry.slug]])
      return { state: { ...state, typed }, base: own.edition.revision, back: c.req.query('back') }
    })
  })

  room.post('/desk/entries/:id', refuseOtherSites(config), curating(parts), refuseLongEntries, async c => {
    const own = await ownEntry(c, parts, c.req.param('id'))
    if (own instanceof Response) return own
    const form = await c.req.formData()
    const sent = typedOfForm(form)
    if (sent === null) return c.body(null, 413)
    const act = { by: own.curator.name, at: now() }
    const { typed, problems } = await takeFormPicture(parts, form, sent, act)
    return saveEntry(c, own, typed, problems)
  })
  return room

  async function saveEntry(c: Visit, own: OwnEntry, typed: Typed, ofPicture: Problem[]): Promise<Response> {
    const { row, edition } = own
    const base = baseOf(typed.get('revision'), edition.revision)
    const opened = await fieldsAt(store.db, row, base)
    const before = contentOfFields(opened)
    const shown = { base, back: typed.get('back'), isMinor: typed.has('minor') }
    const act = typed.get('act')
    return showEntry(
      c,
      parts,
      own,
      async context => {
        if (act) {
          const state = changeForm(typed, before, context, act)
          const { content: mine } = readForm(typed, before, context)
          return { ...shown, state, conflict: await conflictAgain(own, typed, base, before, mine) }
        }
        const { content, state } = readForm(typed, before, context)
        const again = async (problems: Problem[]): Promise<Shown> => ({
          ...shown,
          state: { ...state, problems },
          conflict: await conflictAgain(own, typed, base, before, content),
        })
        const wrong = [...state.problems, ...ofPicture]
        if (wrong.length > 0) return again(wrong)
        const chosen = withTheirs(content, before, field => typed.get(pickField(field)) === 'theirs')
        try {
          const told = editOf(typed, chosen, own, opened)
          const edited = await edit(own, typed, told, base)
          return 'conflict' in edited
            ? conflicting(edited.conflict, opened, chosen, typed, context, own)
            : done(c, own, typed, { ...edited, publishAt: told.publishAt, isLate: isLate(own, opened) })
        } catch (error) {
          if (error instanceof Refusal) return again([problemOf(error)])
          throw error
        }
      },
      422,
    )
  }

  function edit(own: OwnEntry, typed: Typed, told: EntryEdit, base: number): Promise<Edited> {
    const { row, edition, series, curator } = own
    const where = { id: row.entry.id, editionId: edition.id }
    return editEntry(store, where, told, {
      by: curator.name,
      at: now(),
      base,
      minor: typed.has('minor'),
      onlyDrafts: !mayPublish(curator, series.id),
      name: nameOf(typed.get('do')),
    })
  }

  /** Both versions, over the form as it would be with mine. */
  function conflicting(
    conflict: Omit<Conflict, 'mine'> & { revision: number },
    opened: EntryFields,
    content: Content,
    typed: Typed,
    context: FormContext,
    { row }: OwnEntry,
  ): Shown {
    const mine = bothWritten(contentOfFields(opened), conflict.theirs, content)
    const state = fillForm(mine, context)
    const slug = typed.get('slug')
    const own: [string, string][] = [
      // Where nobody has typed another one, it is today's: an older form takes no new address back.
      ['slug', slug === undefined || slug === opened.slug ? row.entry.slug : slug],
      ...['later.day', 'later.clock'].map((name): [string, string] => [name, typed.get(name) ?? '']),
    ]
    return {
      base: conflict.revision,
      back: typed.get('back'),
      isMinor: typed.has('minor'),
      state: { ...state, typed: new Map([...state.typed, ...own]) },
      conflict: { ...conflict, mine },
    }
  }

  /** What was asked stays asked until the form is stored. */
  async function conflictAgain(
    { row }: OwnEntry,
    typed: Typed,
    base: number,
    theirs: Content,
    mine: Content,
  ): Promise<Conflict | null> {
    const fields = fieldsAsked(typed, theirs)
    if (fields.length === 0) return null
    const of = { entryId: row.entry.id, before: base + 1 }
    const last = lastToWrite(await readRevisions(store.db, row.editionId, of), fields)
    return last ? { fields, theirs, mine, by: last.by, at: last.at } : null
  }

  function done(
    c: Visit,
    { row, series, edition }: OwnEntry,
    typed: Typed,
    { changed, revision, publishAt, isLate }: Stored,
  ): Response {
    tellSaved(c, config, `entry ${row.entry.id}`)
    if (isLate) {
      const act = row.mergedInto === null ? 'saved-withdrawn' : 'saved-merged'
      return goDone(c, config, paths.deskEntry(row.entry.id), { act, undo: changed ? revision : null })
    }
    const to = backFrom(typed.get('back'), paths.deskEdition(series.slug, edition.slug))
    if (!changed) return goDone(c, config, to, { act: 'unchanged' })
    const act = doneActs[typed.get('do') ?? ''] ?? doneOf(publishAt)
    return goDone(c, config, to, { act, undo: revision })
  }

  /** What the form says beside its fields, where that differs from what it was filled with. */
  function editOf(typed: Typed, content: Content, own: OwnEntry, opened: EntryFields): EntryEdit {
    const act = typed.get('do')
    const slug = typed.get('slug')?.trim()
    const told = { content, ...(slug && slug !== opened.slug && { slug: slugOf(slug) }) }
    if (isLate(own, opened)) return told
    return {
      ...told,
      ...(act === 'publish' && { state: 'published' }),
      ...(act === 'draft' && { state: 'draft' }),
      ...(act === 'withdraw' && { state: 'withdrawn' }),
      ...(act === 'unschedule' && { publishAt: null }),
      ...(isPlanned(typed, own, opened) && { publishAt: plannedIn(typed, own) }),
    }
  }

  /** Whether a moment of publication is told: by its button, or by one typed beside what is kept as a draft. */
  function isPlanned(typed: Typed, { edition, series, curator }: OwnEntry, opened: EntryFields): boolean {
    const act = typed.get('do')
    if (act === 'schedule') return true
    if (act !== 'save' || opened.state !== 'draft' || !mayPublish(curator, series.id)) return false
    const { publishAt } = opened
    const wall = publishAt === null ? null : wallOf(publishAt, edition.homeZone)
    return typed.has('later.day') && wallTyped(typed) !== wall
  }

  function plannedIn(typed: Typed, { edition }: OwnEntry): number | null {
    const wall = wallTyped(typed)
    if (wall === null && typed.get('do') === 'save') return null
    return momentOfPublication({ wall: wall ?? '', zone: edition.homeZone }, now())
  }
}

type Stored = {
  changed: boolean
  revision: number
  publishAt: number | null | undefined
  /** It was withdrawn, or merged into another one, while the form was open. */
  isLate: boolean
}

/** Whether it was withdrawn since the form was opened: what the form says of readers seeing it is out of date. */
function isLate({ row }: OwnEntry, opened: EntryFields): boolean {
  return row.entry.state === 'withdrawn' && opened.state !== 'withdrawn'
}

/** The moment that is typed, where a day is. */
function wallTyped(typed: Typed): string | null {
  const day = typed.get('later.day')
  return day ? `${day}T${typed.get('later.clock') || '00:00'}` : null
}

function doneOf(publishAt: number | null | undefined): 'saved' | 'scheduled' | 'unscheduled' {
  if (publishAt === undefined) return 'saved'
  return publishAt === null ? 'unscheduled' : 'scheduled'
}

const doneActs: Record<string, 'publish' | 'withdraw' | 'scheduled' | 'unscheduled' | 'bring-back'> = {
  publish: 'publish',
  draft: 'bring-back',
  withdraw: 'withdraw',
  schedule: 'scheduled',
  unschedule: 'unscheduled',
}

/** Of the act, as history tells it. */
function nameOf(act: string | undefined): string {
  if (act === 'draft') return 'bring-back'
  return act === 'publish' || act === 'withdraw' || act === 'schedule' ? act : 'edit'
}

function problemOf({ key, values }: Refusal): Problem {
  const field = key.startsWith('address') ? 'slug' : key.startsWith('moment') ? 'later.day' : 'title'
  const message = `refusal.${key}`
  return isKey(message) ? { field, key: message, values } : { field, key: 'refusal.other' }
}
