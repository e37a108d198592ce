import { Hono } from 'hono'
import { Refusal } from '../../domain/refusal.ts'
import { dropJob } from '../../services/drop-job.ts'
import { tryJobAgain } from '../../services/try-job-again.ts'
import { countJobs, listJobs } from '../../storage/jobs.ts'
import { listRecurringJobs } from '../../storage/recurring-jobs.ts'
import { atDesk } from '../middleware/at-desk.ts'
import { owning, theCurator } from '../middleware/curator.ts'
import { goDone } from '../middleware/done.ts'
import { refuseLongForms, refuseOtherSites } from '../middleware/forms.ts'
import { paths } from '../paths.ts'
import type { Env, Parts } from '../show.ts'
import { sendOnce } from '../ui/send.tsx'
import { JobsPage } from './jobs-page.tsx'
import { subjectsOf } from './subjects.ts'

/** Of each state so many are shown; the counts are of all. */
const most = 50

/** What Daylong does by itself, and what it could not do. */
export function jobsRoom(parts: Parts): Hono<Env> {
  const { store, config, now } = parts
  const { db } = store
  const room = new Hono<Env>()

  room.get(paths.deskJobs(), owning(parts), async c => {
    const recurring = await listRecurringJobs(db)
    const at = await atDesk(c, parts, recurring[0]?.zone)
    const [failed, running, waiting] = [
      await listJobs(db, 'failed', most),
      await listJobs(db, 'running', most),
      await listJobs(db, 'waiting', most),
    ]
    const page = (
      <JobsPage
        at={at}
        jobs={{ failed, running, waiting }}
        counts={await countJobs(db)}
        recurring={recurring}
        subjects={await subjectsOf(db, [...failed, ...running, ...waiting])}
      />
    )
    return sendOnce(c, parts, page)
  })

  room.post('/desk/jobs/:id', refuseOtherSites(config), refuseLongForms, owning(parts), async c => {
    const { _method } = await c.req.parseBody()
    const { id } = c.req.param()
    const { id: who, name } = await theCurator(c)
    const by = { who: { id: who, name }, at: now() }
    try {
      if (_method === 'delete') await dropJob(store, id, by)
      else await tryJobAgain(store, id, by)
      return goDone(c, config, paths.deskJobs(), { act: _method === 'delete' ? 'job-dropped' : 'job-again' })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return goDone(c, config, paths.deskJobs(), { act: 'job-gone' })
    }
  })
  return room
}
