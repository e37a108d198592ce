import { Hono } from 'hono'
import { type Content, contentOfEntry } from '../../domain/content.ts'
import { mayPublish } from '../../domain/curator.ts'
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
import { baseOf, contentAt } from './opened.ts'
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
    const before = await contentAt(store.db, row, base)
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
          const edited = await edit(own, typed, chosen, base)
          return 'conflict' in edited
            ? conflicting(edited.conflict, before, chosen, typed, context)
            : done(c, own, typed, edited)
        } catch (error) {
          if (error instanceof Refusal) return again([problemOf(error)])
          throw error
        }
      },
      422,
    )
  }

  function edit(own: OwnEntry, typed: Typed, content: Content, base: number): Promise<Edited> {
    const { row, edition, series, curator } = own
    const where = { id: row.entry.id, editionId: edition.id }
    return editEntry(store, where, editOf(typed, content, own), {
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
    before: Content,
    content: Content,
    typed: Typed,
    context: FormContext,
  ): Shown {
    const mine = bothWritten(before, conflict.theirs, content)
    const state = fillForm(mine, context)
    const own = ['slug', 'later.day', 'later.clock'].map((name): [string, string] => [
      name,
      typed.get(name) ?? '',
    ])
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
    const of = { entryId: row.entry.id, before: base + 1, limit: 1 }
    const [last] = await readRevisions(store.db, row.editionId, of)
    return last ? { fields, theirs, mine, by: last.by, at: last.at } : null
  }

  function done(
    c: Visit,
    { row, series, edition }: OwnEntry,
    typed: Typed,
    { changed, revision }: { changed: boolean; revision: number },
  ): Response {
    tellSaved(c, config, `entry ${row.entry.id}`)
    const to = backFrom(typed.get('back'), paths.deskEdition(series.slug, edition.slug))
    if (!changed) return goDone(c, config, to, { act: 'unchanged' })
    return goDone(c, config, to, { act: doneActs[typed.get('do') ?? ''] ?? 'saved', undo: revision })
  }

  function editOf(typed: Typed, content: Content, { row, edition }: OwnEntry): EntryEdit {
    const { entry } = row
    const act = typed.get('do')
    const slug = typed.get('slug')?.trim()
    const wall = `${typed.get('later.day') ?? ''}T${typed.get('later.clock') || '00:00'}`
    return {
      content,
      ...(slug && slug !== entry.slug && { slug: slugOf(slug) }),
      ...(act === 'publish' && { state: 'published' }),
      ...(act === 'draft' && { state: 'draft' }),
      ...(act === 'withdraw' && { state: 'withdrawn' }),
      ...(act === 'schedule' && { publishAt: momentOfPublication({ wall, zone: edition.homeZone }, now()) }),
      ...(act === 'unschedule' && { publishAt: null }),
    }
  }
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
