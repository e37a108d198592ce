import { Hono } from 'hono'
import { doublesAmong } from '../../domain/double-names.ts'
import { Refusal } from '../../domain/refusal.ts'
import { keepOrganisationsApart } from '../../services/keep-organisations-apart.ts'
import { listOrganisations, readOrganisations, readOrganisationsApart } from '../../storage/organisations.ts'
import { atDesk } from '../middleware/at-desk.ts'
import { curating, refuse, theCurator } from '../middleware/curator.ts'
import { goDone } from '../middleware/done.ts'
import { onMissing } from '../middleware/errors.tsx'
import { fieldsOf, refuseLongForms, refuseOtherSites } from '../middleware/forms.ts'
import { paths } from '../paths.ts'
import type { Env, Parts } from '../show.ts'
import { sendOnce } from '../ui/send.tsx'
import { OrganisationsPage, type Suggested } from './list-page.tsx'
import { isEditor, mayChange } from './may-change.ts'

const onePage = 100
const mostSuggested = 20

/** All organisations, and which of them may be one. */
export function organisationsRoom(parts: Parts): Hono<Env> {
  const { store, config, now } = parts
  const { db } = store
  const room = new Hono<Env>()

  room.get(paths.deskOrganisations(), curating(parts), async c => {
    const at = await atDesk(c, parts)
    const sought = (c.req.query('q') ?? '').trim().slice(0, 100)
    const told = c.req.query('from') ?? ''
    const from = /^\d{1,7}$/.test(told) ? Number(told) : 0
    const { count, organisations } = await listOrganisations(db, { sought, from, limit: onePage })
    const all = sought === '' && from === 0 && isEditor(at.curator) ? await suggestions() : []
    const pathAt = (start: number) =>
      `${paths.deskOrganisations()}?${new URLSearchParams({ ...(sought && { q: sought }), from: String(start) })}`
    const page = (
      <OrganisationsPage
        at={at}
        sought={sought}
        count={count}
        organisations={organisations}
        suggested={all.slice(0, mostSuggested)}
        more={all.length - mostSuggested}
        earlier={from > 0 ? pathAt(Math.max(0, from - onePage)) : null}
        later={from + onePage < count ? pathAt(from + onePage) : null}
      />
    )
    return sendOnce(c, parts, page)
  })

  room.post(
    paths.deskOrganisationsApart(),
    refuseOtherSites(config),
    refuseLongForms,
    curating(parts),
    async c => {
      const curator = await theCurator(c)
      const { one = '', other = '' } = await fieldsOf(c)
      if (!(await mayChange(db, curator, [one, other]))) return refuse(c, parts)
      try {
        await keepOrganisationsApart(store, [one, other], { by: curator.name, at: now() })
        return goDone(c, config, paths.deskOrganisations(), { act: 'kept-apart' })
      } catch (error) {
        if (error instanceof Refusal) return onMissing(c, parts)
        throw error
      }
    },
  )
  return room

  async function suggestions(): Promise<Suggested[]> {
    const all = await readOrganisations(db)
    const apart = await readOrganisationsApart(db)
    const byId = new Map(all.map(organisation => [organisation.id, organisation]))
    return doublesAmong(all)
      .filter(({ one, other }) => !apart.has(`${one} ${other}`))
      .map(({ one, other, reason }) => ({ one: byId.get(one)!, other: byId.get(other)!, reason }))
  }
}
