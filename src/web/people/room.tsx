import { Hono } from 'hono'
import { type Curator, isOwner, isRole, mayGrant, type Role } from '../../domain/curator.ts'
import { Refusal } from '../../domain/refusal.ts'
import { changeRole } from '../../services/people/change-role.ts'
import { endSignIns } from '../../services/sign-in/end-sign-ins.ts'
import { listSignIns } from '../../storage/sign-ins.ts'
import { atDesk } from '../middleware/at-desk.ts'
import { inviting, owning, refuse, theCurator } from '../middleware/curator.ts'
import { goDone } from '../middleware/done.ts'
import { onMissing } from '../middleware/errors.tsx'
import { fieldsOf, refuseLongForms, refuseOtherSites } from '../middleware/forms.ts'
import { paths } from '../paths.ts'
import type { Env, Parts, Visit } from '../show.ts'
import { sendOnce } from '../ui/send.tsx'
import { invitationsOf } from './invitations.tsx'
import { knownPeople } from './known-people.ts'
import { PeoplePage } from './people-page.tsx'
import { PersonPage } from './person-page.tsx'

/** Who is here and may do what; and who was invited. */
export function peopleRoom(parts: Parts): Hono<Env> {
  const { config, store, now } = parts
  const room = new Hono<Env>()
  const form = [refuseOtherSites(config), refuseLongForms] as const

  room.get(paths.deskPeople(), inviting(parts), async c => {
    const at = await atDesk(c, parts)
    return sendOnce(
      c,
      parts,
      <PeoplePage
        at={at}
        known={await knownPeople(at.curator, parts)}
        hasMailServer={parts.config.mail !== null}
      />,
    )
  })

  invitationsOf(room, parts)

  room.get(paths.deskPerson(':id'), inviting(parts), c => showPerson(c))

  room.post(paths.deskPersonRole(':id'), ...form, inviting(parts), async c => {
    const curator = await theCurator(c)
    const { role = '', series = '' } = await fieldsOf(c)
    const id = c.req.param('id')!
    const change = { role: isRole(role) ? role : null, seriesId: role === 'owner' ? null : series || null }
    if (!(await mayTouch(curator, id, change))) return refuse(c, parts)
    try {
      await changeRole(store, curator, { accountId: id, ...change, at: now() })
    } catch (error) {
      if (error instanceof Refusal && error.key === 'last-owner') return showPerson(c, { isLastOwner: true })
      if (error instanceof Refusal && error.key === 'role-not-yours') return refuse(c, parts)
      throw error
    }
    const act = change.role === null ? 'role-withdrawn' : 'role-granted'
    const isKnown = isOwner(curator) || change.role !== null
    return goDone(c, config, isKnown ? paths.deskPerson(id) : paths.deskPeople(), { act })
  })

  room.post(paths.deskPersonSignIns(':id'), ...form, owning(parts), async c => {
    const curator = await theCurator(c)
    const person = await findPerson(c, curator)
    if (!person) return onMissing(c, parts)
    const count = await endSignIns(store, curator, { of: person, at: now() })
    return goDone(c, config, paths.deskPerson(person.id), { act: 'sign-ins-ended', count })
  })
  return room

  async function showPerson(c: Visit, wrong: { isLastOwner?: boolean } = {}): Promise<Response> {
    const at = await atDesk(c, parts, 'UTC', paths.deskPerson(c.req.param('id')!))
    const person = await findPerson(c, at.curator)
    if (!person) return onMissing(c, parts)
    const signIns = isOwner(at.curator) ? await listSignIns(store.db, person.id, now()) : []
    const known = await knownPeople(at.curator, parts)
    const page = <PersonPage at={at} person={person} known={known} signIns={signIns} {...wrong} />
    return sendOnce(c, parts, page, wrong.isLastOwner ? 422 : 200)
  }

  async function findPerson(c: Visit, curator: Curator) {
    const { people } = await knownPeople(curator, parts)
    return people.find(({ id }) => id === c.req.param('id'))
  }

  /** What the service will look at again in its transaction; here it decides what is shown. */
  async function mayTouch(
    curator: Curator,
    id: string,
    { role, seriesId }: { role: Role | null; seriesId: string | null },
  ): Promise<boolean> {
    const { people, series } = await knownPeople(curator, parts)
    const person = people.find(each => each.id === id)
    if (!person || (seriesId !== null && !series.some(each => each.id === seriesId))) return false
    return mayGrant(curator, { role: role ?? 'contributor', seriesId })
  }
}
