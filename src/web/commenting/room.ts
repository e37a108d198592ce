import { Hono } from 'hono'
import { type Commenting, commentings } from '../../domain/comment.ts'
import { mayPublish } from '../../domain/curator.ts'
import { changeCommenting } from '../../services/comments/change-commenting.ts'
import { findWritingById } from '../../storage/writings.ts'
import { curating, editingSite, refuse } from '../middleware/curator.ts'
import { goDone } from '../middleware/done.ts'
import { onMissing } from '../middleware/errors.tsx'
import { fieldsOf, refuseLongForms, refuseOtherSites } from '../middleware/forms.ts'
import { ownEdition } from '../middleware/own-edition.ts'
import { paths } from '../paths.ts'
import type { Env, Parts, Visit } from '../show.ts'

/** Where curators open and close what readers may say. */
export function commentingRoom(parts: Parts): Hono<Env> {
  const { store, config } = parts
  const room = new Hono<Env>()
  const fromHere = refuseOtherSites(config)

  room.post(
    paths.deskCommenting(':series', ':edition'),
    fromHere,
    curating(parts),
    refuseLongForms,
    async c => {
      const own = await ownEdition(c, parts, c.req.param() as never)
      if (own instanceof Response) return own
      const { curator, series, edition } = own
      if (!mayPublish(curator, series.id)) return refuse(c, parts)
      return change(c, { editionId: edition.id }, paths.deskText(series.slug, edition.slug))
    },
  )
  room.post(paths.deskWritingCommenting(':id'), fromHere, editingSite(parts), refuseLongForms, async c => {
    const writing = await findWritingById(store.db, c.req.param('id') ?? '')
    if (!writing) return onMissing(c, parts)
    return change(c, { writingId: writing.id }, paths.deskWriting(writing.id))
  })
  return room

  async function change(
    c: Visit,
    on: { editionId: string } | { writingId: string },
    back: string,
  ): Promise<Response> {
    const { commenting: told } = await fieldsOf(c)
    const chosen: Commenting | undefined = commentings.find(each => each === told)
    if (chosen) await changeCommenting(store, on, chosen)
    return goDone(c, config, back, { act: chosen ? 'saved' : 'nothing-changed' })
  }
}
