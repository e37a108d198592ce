import { Hono } from 'hono'
import { Refusal } from '../../domain/refusal.ts'
import { sendMailAgain } from '../../services/send-mail-again.ts'
import { listMails } from '../../storage/mails.ts'
import { readWaitingNotices } from '../../storage/notices.ts'
import { listRecurringJobs } from '../../storage/recurring-jobs.ts'
import { atDesk } from '../middleware/at-desk.ts'
import { owning, theCurator } from '../middleware/curator.ts'
import { goDone } from '../middleware/done.ts'
import { refuseLongForms, refuseOtherSites } from '../middleware/forms.ts'
import { paths } from '../paths.ts'
import type { Env, Parts } from '../show.ts'
import { sendOnce } from '../ui/send.tsx'
import { OutboxPage } from './outbox-page.tsx'

const perPage = 25

/** The mails of the site: on a machine without a mail server they are read here. */
export function outboxRoom(parts: Parts): Hono<Env> {
  const { store, config, now } = parts
  const room = new Hono<Env>()

  room.get(paths.deskOutbox(), owning(parts), async c => {
    const before = c.req.query('before')
    // One more than is shown tells whether there are older ones.
    const found = await listMails(store.db, { before, limit: perPage + 1 })
    const mails = found.slice(0, perPage)
    const [recurring] = await listRecurringJobs(store.db)
    const page = (
      <OutboxPage
        at={await atDesk(c, parts, recurring?.zone)}
        mails={mails}
        last={found.length > perPage ? mails.at(-1)!.id : null}
        isFirst={before === undefined}
        hasServer={config.mail !== null}
        notices={await readWaitingNotices(store.db, now())}
      />
    )
    return sendOnce(c, parts, page)
  })

  room.post('/desk/outbox/:id', refuseOtherSites(config), refuseLongForms, owning(parts), async c => {
    const to = paths.deskOutbox()
    const { id } = c.req.param()
    if (config.mail === null) return c.redirect(to, 303)
    const curator = await theCurator(c)
    try {
      await sendMailAgain(store, id, { who: { id: curator.id, name: curator.name }, at: now() })
      return goDone(c, config, to, { act: 'mail-again' })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return goDone(c, config, to, { act: 'mail-gone' })
    }
  })
  return room
}
