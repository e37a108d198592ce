import { Hono } from 'hono'
import { mayWrite } from '../../domain/curator.ts'
import { listSeries } from '../../storage/series.ts'
import { atDesk } from '../middleware/at-desk.ts'
import { curating, theCurator } from '../middleware/curator.ts'
import { lastEditionFirst } from '../middleware/last-edition.ts'
import { pasteInto } from '../paste-into.ts'
import { paths } from '../paths.ts'
import { type Env, headerOf, type Parts } from '../show.ts'
import { DeskPage } from '../ui/desk-page.tsx'
import { PasteField } from '../ui/paste-field.tsx'
import { sendOnce } from '../ui/send.tsx'
import { BookmarkletPage } from './bookmarklet-page.tsx'
import { sharedText } from './shared.ts'

/** What is shared from a phone, or by the bookmarklet from any page, stands in the field and waits for one press. */
export function shareRoom(parts: Parts): Hono<Env> {
  const { store, config } = parts
  const room = new Hono<Env>()

  room.get(paths.share(), curating(parts), async c => {
    const curator = await theCurator(c)
    const own = (await listSeries(store)).filter(({ id }) => mayWrite(curator, id))
    const at = await atDesk(c, parts)
    const { showing } = at
    const { say } = showing
    const into = lastEditionFirst(c, parts.config, pasteInto(own, showing.now))
    const { title, text, url } = c.req.query()
    const shared = sharedText({ ...(title && { title }), ...(text && { text }), ...(url && { url }) })
    // A program of the device opens it by itself; a link on another site could only pretend that somebody wants this.
    const isOwnWish = /^(?:none|same-origin)$/.test(headerOf(c, 'sec-fetch-site') ?? '')
    return sendOnce(
      c,
      parts,
      <DeskPage at={at} title={say('share.title')}>
        <h1>{say('share.title')}</h1>
        {into.length === 0 ? <p class="lead">{say('desk.nothing-of-yours')}</p> : ''}
        <PasteField showing={showing} into={into} text={shared} atOnce={isOwnWish} autofocus />
        <p class="onward">
          <a href={showing.link(paths.desk())}>{say('card.back')}</a>
        </p>
      </DeskPage>,
    )
  })

  room.get(paths.bookmarklet(), curating(parts), async c => {
    const at = await atDesk(c, parts)
    return sendOnce(c, parts, <BookmarkletPage at={at} share={config.baseUrl + paths.share()} />)
  })
  return room
}
