import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { Refusal } from '../../domain/refusal.ts'
import { fieldsOfWriting, type Writing, type WritingFields, type WritingKind } from '../../domain/writing.ts'
import { faultsOfWriting } from '../../domain/writing-faults.ts'
import { addPicture, mostPictureBytes } from '../../services/add-picture.ts'
import { editAuthor } from '../../services/edit-author.ts'
import { addWriting, editWriting } from '../../services/edit-writing.ts'
import { findAuthor, listAuthors } from '../../storage/authors.ts'
import { readCommenting } from '../../storage/commented.ts'
import { findWritingById, listWritings } from '../../storage/writings.ts'
import { dayOf } from '../../time/days.ts'
import { atDesk } from '../middleware/at-desk.ts'
import { editingSite, theCurator } from '../middleware/curator.ts'
import { goDone } from '../middleware/done.ts'
import { onMissing } from '../middleware/errors.tsx'
import { fieldsOf, refuseLongTexts, refuseOtherSites, tellSaved } from '../middleware/forms.ts'
import { paths } from '../paths.ts'
import type { Env, Parts, Visit } from '../show.ts'
import { linksTold, tellLinks } from '../ui/links-field.tsx'
import { sendOnce } from '../ui/send.tsx'
import { AuthorPage } from './author-page.tsx'
import { typingName, WritingEditPage } from './writing-edit-page.tsx'
import { emptyWriting, fillWriting, readWriting, type Typed } from './writing-form.ts'
import { WritingsPage } from './writings-page.tsx'

type Told = Pick<Parameters<typeof WritingEditPage>[0], 'wrong' | 'conflict'>

/** Where curators write posts and pages, and say who writes. */
export function writingDeskRoom(parts: Parts): Hono<Env> {
  const { store, config, now } = parts
  const { db } = store
  const room = new Hono<Env>()
  const editing = editingSite(parts)
  const form = [refuseOtherSites(config), refuseLongTexts, editing] as const

  room.get(paths.deskWritings(), editing, async c => {
    const at = await atDesk(c, parts)
    const [posts, pages] = [await listWritings(db, 'post'), await listWritings(db, 'page')]
    return sendOnce(c, parts, <WritingsPage {...{ at, posts, pages }} authors={await listAuthors(db)} />)
  })

  for (const kind of ['post', 'page'] as const) {
    const path = paths.deskNewWriting(kind)
    room.get(path, editing, async c => {
      const fields = await fresh(c)
      return show(c, { kind, writing: null, typed: fillWriting(fields), base: 0 })
    })
    room.post(path, ...form, async c => {
      const typed = await fieldsOf(c)
      const told = readWriting(typed, await fresh(c), kind)
      try {
        const { name: by } = await theCurator(c)
        const { id } = await addWriting(store, kind, told, { by, at: now() })
        tellSaved(c, config, typingName(null, kind))
        return goDone(c, config, paths.deskWriting(id), { act: 'saved' })
      } catch (error) {
        return refused(c, error, { kind, writing: null, typed, base: 0 }, told)
      }
    })
  }

  room.get(paths.deskWriting(':id'), editing, async c => {
    const writing = await findWritingById(db, c.req.param('id') ?? '')
    if (!writing) return onMissing(c, parts)
    const typed = fillWriting(fieldsOfWriting(writing))
    return show(c, { kind: writing.kind, writing, typed, base: writing.revision })
  })

  room.post(paths.deskWriting(':id'), ...form, async c => {
    const writing = await findWritingById(db, c.req.param('id') ?? '')
    if (!writing) return onMissing(c, parts)
    const { kind, id } = writing
    const typed = await fieldsOf(c)
    const base = /^\d{1,9}$/.test(typed.revision ?? '') ? Number(typed.revision) : writing.revision
    const told = readWriting(typed, fieldsOfWriting(writing), kind)
    try {
      const { name: by } = await theCurator(c)
      const edited = await editWriting(store, id, told, { base, by, at: now() })
      if ('conflict' in edited) {
        const { conflict } = edited
        const mine = { ...conflict.merged }
        for (const field of conflict.fields) Object.assign(mine, { [field]: told[field] })
        const again = { kind, writing, typed: fillWriting(mine), base: conflict.revision }
        return show(c, { ...again, conflict: { ...conflict, mine } }, 409)
      }
      tellSaved(c, config, typingName(id, kind))
      return goDone(c, config, paths.deskWriting(id), { act: edited.changed ? 'saved' : 'nothing-changed' })
    } catch (error) {
      return refused(c, error, { kind, writing, typed, base }, told)
    }
  })

  room.get(paths.deskAuthor(':slug'), editing, async c => {
    const author = await findAuthor(db, c.req.param('slug') ?? '')
    if (!author) return onMissing(c, parts)
    const { slug, name, bio, picture, links } = author
    const typed = { name, bio: bio ?? '', picture: picture ?? '', links: tellLinks(links) }
    return sendOnce(c, parts, <AuthorPage at={await atDesk(c, parts)} {...{ slug, typed }} />)
  })

  // The text, and a picture.
  const limit = bodyLimit({ maxSize: mostPictureBytes + 1_000_000 })
  room.post(paths.deskAuthor(':slug'), refuseOtherSites(config), editing, limit, async c => {
    const slug = c.req.param('slug') ?? ''
    const author = await findAuthor(db, slug)
    if (!author) return onMissing(c, parts)
    const { file } = await c.req.parseBody()
    const typed: Typed = await fieldsOf(c)
    try {
      const isSent = file instanceof File && file.size > 0
      const { name: by } = await theCurator(c)
      const picture = isSent
        ? paths.picture(
            (await addPicture(store, new Uint8Array(await file.arrayBuffer()), { by, at: now() })).id,
            192,
          )
        : typed['no-picture']
          ? null
          : author.picture
      const { name = '', bio = '' } = typed
      await editAuthor(
        store,
        slug,
        { name: name.trim(), bio: bio.trim() || null, links: linksTold(typed.links), picture },
        now(),
      )
      return goDone(c, config, paths.deskAuthor(slug), { act: 'saved' })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const at = await atDesk(c, parts, undefined, paths.deskAuthor(slug))
      return sendOnce(c, parts, <AuthorPage {...{ at, slug, typed }} wrong={error} />, 422)
    }
  })
  return room

  async function fresh(c: Visit): Promise<WritingFields> {
    const { name } = await theCurator(c)
    return emptyWriting(dayOf(now(), (await atDesk(c, parts)).showing.zone), name)
  }

  /** What cannot be so is said beside its field, with everything as it was typed. */
  function refused(c: Visit, error: unknown, as: Shown, told: WritingFields): Promise<Response> {
    if (!(error instanceof Refusal)) throw error
    const wrong: Told['wrong'] = {}
    for (const { field, refusal } of faultsOfWriting({ ...told, slug: told.slug || 'x' }))
      wrong[field] ??= refusal
    if (Object.keys(wrong).length === 0) wrong.slug = error
    return show(c, { ...as, wrong }, 422)
  }

  async function show(
    c: Visit,
    { kind, writing, ...told }: Shown,
    status: 200 | 409 | 422 = 200,
  ): Promise<Response> {
    const here = writing ? paths.deskWriting(writing.id) : paths.deskNewWriting(kind)
    const at = await atDesk(c, parts, undefined, here)
    const above =
      kind === 'page' ? (await listWritings(db, 'page')).filter(({ id }) => id !== writing?.id) : []
    const commenting = writing && (await readCommenting(db, { writingId: writing.id }))
    return sendOnce(
      c,
      parts,
      <WritingEditPage {...{ at, kind, writing, above, commenting }} {...told} />,
      status,
    )
  }
}

type Shown = { kind: WritingKind; writing: Writing | null; typed: Typed; base: number } & Told
