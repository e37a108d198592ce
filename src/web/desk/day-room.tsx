import { Hono } from 'hono'
import { mayPublish } from '../../domain/curator.ts'
import { Refusal } from '../../domain/refusal.ts'
import { readApart } from '../../storage/apart.ts'
import { listOpenReadings } from '../../storage/readings.ts'
import { readLooks } from '../../storage/recording-looks.ts'
import { readUpdates } from '../../storage/updates.ts'
import { atDesk } from '../middleware/at-desk.ts'
import { curating, refuse } from '../middleware/curator.ts'
import { goDone } from '../middleware/done.ts'
import { fieldsOf, refuseLongForms, refuseOtherSites } from '../middleware/forms.ts'
import { type OwnEdition, ownEdition } from '../middleware/own-edition.ts'
import { paths } from '../paths.ts'
import type { Env, Parts, Visit } from '../show.ts'
import { sendOnce } from '../ui/send.tsx'
import { type DayAct, dayActs, doOnDay } from './day-acts.ts'
import { DayPage } from './day-page.tsx'
import type { Mistyped } from './day-row.tsx'
import { deskOf } from './desk-of.ts'
import { toldByOthers } from './told-by-others.ts'

/** What whoever watches over the day looks at during its fifty hours, and what they set right with one press. */
export function dayRoom(parts: Parts): Hono<Env> {
  const { store, config, now, wholeProgrammes } = parts
  const room = new Hono<Env>()
  const path = '/desk/:series/:edition/day'

  room.get(path, curating(parts), async c => {
    const own = await ownEdition(c, parts, c.req.param())
    return own instanceof Response ? own : show(c, own)
  })

  room.post(path, refuseOtherSites(config), curating(parts), refuseLongForms, async c => {
    const own = await ownEdition(c, parts, c.req.param())
    if (own instanceof Response) return own
    const { series, edition, curator } = own
    const { entry: id = '', act = '', url = '' } = await fieldsOf(c)
    if (!isDayAct(act)) return c.body(null, 400)
    const by = { by: curator.name, at: now(), onlyDrafts: !mayPublish(curator, series.id) }
    const here = paths.deskDay(series.slug, edition.slug)
    try {
      const done = await doOnDay(store, edition, { id, act, typed: url }, by)
      if (done === 'no-address') return show(c, own, { id, act, typed: url })
      return goDone(c, config, here, done)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      if (error.key === 'only-drafts') return refuse(c, parts)
      return goDone(c, config, here, { act: 'gone' })
    }
  })
  return room

  async function show(c: Visit, { series, edition, curator }: OwnEdition, mistyped?: Mistyped) {
    const { db } = store
    const programme = (await wholeProgrammes(series.slug, edition.slug))!
    const at = await atDesk(c, parts, edition.homeZone, paths.deskDay(series.slug, edition.slug))
    const readings = await listOpenReadings(db, { editionIds: [edition.id] })
    const apart = await readApart(db, [edition.id])
    const told = (await toldByOthers(db, [edition.id])).get(edition.id)
    const page = (
      <DayPage
        at={at}
        programme={programme}
        items={deskOf(programme, { readings, apart, ...told }, at.showing)}
        updates={await readUpdates(db, edition.id, mostUpdates)}
        looks={await readLooks(db, edition.id)}
        mayPublish={mayPublish(curator, series.id)}
        mistyped={mistyped}
      />
    )
    return sendOnce(c, parts, page, mistyped ? 422 : 200)
  }
}

/** As many are read as one looks at; what was changed before them is in the history. */
const mostUpdates = 40

function isDayAct(word: string): word is DayAct {
  return Object.hasOwn(dayActs, word)
}
