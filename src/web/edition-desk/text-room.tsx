import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { mayPublish } from '../../domain/curator.ts'
import type { EditionFields } from '../../domain/edition-fields.ts'
import { Refusal } from '../../domain/refusal.ts'
import { addPicture, mostPictureBytes } from '../../services/add-picture.ts'
import { readEditionFields } from '../../services/change-edition.ts'
import { editEdition } from '../../services/edit-edition.ts'
import { readCommenting } from '../../storage/commented.ts'
import { atDesk } from '../middleware/at-desk.ts'
import { curating, refuse } from '../middleware/curator.ts'
import { goDone } from '../middleware/done.ts'
import { onMissing } from '../middleware/errors.tsx'
import { refuseOtherSites, tellSaved } from '../middleware/forms.ts'
import { type OwnEdition, ownEdition } from '../middleware/own-edition.ts'
import { paths } from '../paths.ts'
import type { Env, Parts, Visit } from '../show.ts'
import { sendOnce } from '../ui/send.tsx'
import { editionAt } from './edition-at.ts'
import { fillEdition, readEdition, type Wrong } from './edition-form.ts'
import { TextPage, typingName } from './text-page.tsx'
import type { FormFields } from './typed.ts'

/** Where an edition is told what it says of itself. */
export function textRoom(parts: Parts): Hono<Env> {
  const { store, config, now } = parts
  const room = new Hono<Env>()
  const path = paths.deskText(':series', ':edition')

  room.get(path, curating(parts), async c => {
    const own = await ownEdition(c, parts, c.req.param() as never)
    if (own instanceof Response) return own
    const fields = await readEditionFields(store.db, own.edition)
    return show(c, own, { typed: fillEdition(fields), base: own.edition.revision })
  })

  // The text, and a picture of who made it.
  const limit = bodyLimit({ maxSize: mostPictureBytes + 1_000_000 })
  room.post(path, refuseOtherSites(config), curating(parts), limit, async c => {
    const own = await ownEdition(c, parts, c.req.param() as never)
    if (own instanceof Response) return own
    const { curator, series, edition } = own
    if (!mayPublish(curator, series.id)) return refuse(c, parts)
    const form = await c.req.parseBody()
    const typed = Object.fromEntries(
      Object.entries(form).filter((field): field is [string, string] => typeof field[1] === 'string'),
    )
    const base = /^\d{1,9}$/.test(typed.revision ?? '') ? Number(typed.revision) : edition.revision
    const wrong: Wrong<EditionFields> = {}
    try {
      const picture = await pictureIn(form['author.file'], curator.name)
      if (picture) typed['author.picture'] = picture
      else if (typed['author.no-picture']) typed['author.picture'] = ''
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      wrong.author = error
    }
    const opened = await editionAt(store.db, edition, base)
    const { locale } = (await atDesk(c, parts)).showing
    const read = readEdition(typed, opened, { locale, at: now() })
    Object.assign(read.wrong, wrong)
    if (Object.keys(read.wrong).length > 0) return show(c, own, { typed, base, wrong: read.wrong }, 422)
    const act = { by: curator.name, at: now(), base }
    try {
      const edited = await editEdition(store, edition.id, read.told, act)
      if ('conflict' in edited) {
        const { conflict } = edited
        const mine = { ...conflict.merged }
        for (const field of conflict.fields) Object.assign(mine, { [field]: read.told[field] })
        const again = { typed: fillEdition(mine), base: conflict.revision, conflict: { ...conflict, mine } }
        return show(c, own, again, 409)
      }
      tellSaved(c, config, typingName(edition.id))
      return goDone(c, config, paths.deskText(series.slug, edited.slug), {
        act: edited.changed ? 'saved' : 'nothing-changed',
        undo: edited.changed ? edited.revision : null,
      })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      if (error.key === 'edition-gone') return onMissing(c, parts)
      const field = error.key.startsWith('edition-slug') ? 'slug' : 'title'
      return show(c, own, { typed, base, wrong: { [field]: error } }, 422)
    }
  })
  return room

  /** The path of a picture that was handed in; null where none was. */
  async function pictureIn(file: unknown, by: string): Promise<string | null> {
    if (!(file instanceof File) || file.size === 0) return null
    const picture = await addPicture(store, new Uint8Array(await file.arrayBuffer()), { by, at: now() })
    return paths.picture(picture.id, 192)
  }

  async function show(
    c: Visit,
    own: OwnEdition,
    told: Pick<Parameters<typeof TextPage>[0], 'base' | 'wrong' | 'conflict'> & { typed: FormFields },
    status: 200 | 409 | 422 = 200,
  ): Promise<Response> {
    const here = paths.deskText(own.series.slug, own.edition.slug)
    const at = await atDesk(c, parts, own.edition.homeZone, here)
    const mayEdit = mayPublish(own.curator, own.series.id)
    const commenting = await readCommenting(store.db, { editionId: own.edition.id })
    return sendOnce(c, parts, <TextPage {...{ at, own, mayEdit, commenting }} {...told} />, status)
  }
}
