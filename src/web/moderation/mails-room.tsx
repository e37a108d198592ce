import { Hono } from 'hono'
import { isStopLink, stopByLink, wishQueueMails } from '../../services/taking-part/tell-moderators.ts'
import { moderating, theCurator } from '../middleware/curator.ts'
import { fieldsOf, refuseLongForms, refuseOtherSites } from '../middleware/forms.ts'
import { paths } from '../paths.ts'
import { type Env, type Parts, readerOf, type Visit } from '../show.ts'
import { sendOnce } from '../ui/send.tsx'
import { showingOf } from '../ui/showing.ts'
import { StopPage } from './stop-page.tsx'

/** Whether a moderator is told by mail that something waits. */
export function queueMailsRoom(parts: Parts): Hono<Env> {
  const { store, config, now } = parts
  const room = new Hono<Env>()

  room.post(
    paths.deskCommentsMails(),
    refuseOtherSites(config),
    moderating(parts),
    refuseLongForms,
    async c => {
      const { wants } = await fieldsOf(c)
      const { language } = showingOf(readerOf(c, parts), 'UTC')
      const { id } = await theCurator(c)
      await wishQueueMails(store, id, { wants: wants === 'yes', language, at: now() })
      return c.redirect(`${paths.deskComments()}#mails`, 303)
    },
  )

  // Programs that look into mails open every link in them: what stops it is the button behind it.
  room.get(paths.deskCommentsMails(':token'), async c =>
    !store.isReadOnly && (await isStopLink(store, c.req.param('token') ?? ''))
      ? show(c, false)
      : c.notFound(),
  )

  room.post(paths.deskCommentsMails(':token'), refuseOtherSites(config), refuseLongForms, async c =>
    !store.isReadOnly && (await stopByLink(store, c.req.param('token') ?? '')) ? show(c, true) : c.notFound(),
  )
  return room

  function show(c: Visit, isStopped: boolean): Promise<Response> {
    const showing = showingOf(readerOf(c, parts), 'UTC')
    const token = c.req.param('token') ?? ''
    return sendOnce(c, parts, <StopPage {...{ showing, assets: parts.assets, token, isStopped }} />)
  }
}
