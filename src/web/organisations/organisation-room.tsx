import { Hono } from 'hono'
import { organiserRules } from '../../domain/organiser.ts'
import { Refusal } from '../../domain/refusal.ts'
import { editOrganisation } from '../../services/edit-organisation.ts'
import { mergeOrganisations } from '../../services/merge-organisations.ts'
import { setOrganiserRule } from '../../services/organisers/set-rule.ts'
import { partOrganisations } from '../../services/part-organisations.ts'
import { settleDomain } from '../../services/settle-domain.ts'
import { readDomainsOf } from '../../storage/organisation-domains.ts'
import {
  findOrganisation,
  findOrganisationByName,
  type Organisation,
  readAliases,
  readEntriesOf,
  readPlacesOf,
} from '../../storage/organisations.ts'
import { readOrganiserRule } from '../../storage/organisers.ts'
import { atDesk } from '../middleware/at-desk.ts'
import { curating, refuse, theCurator } from '../middleware/curator.ts'
import { goDone } from '../middleware/done.ts'
import { onMissing } from '../middleware/errors.tsx'
import { fieldsOf, refuseLongForms, refuseOtherSites } from '../middleware/forms.ts'
import { paths } from '../paths.ts'
import type { Env, Parts, Visit } from '../show.ts'
import { webAddress } from '../ui/entry-form/web-address.ts'
import { sendOnce } from '../ui/send.tsx'
import { mayChange } from './may-change.ts'
import { type Counted, MergePage } from './merge-page.tsx'
import { OrganisationPage } from './organisation-page.tsx'

const mostEntries = 200

/** One organisation: renamed, merged with another one, parted again. */
export function organisationRoom(parts: Parts): Hono<Env> {
  const { store, config, now } = parts
  const { db } = store
  const room = new Hono<Env>()
  const form = [refuseOtherSites(config), refuseLongForms, curating(parts)] as const

  room.get(paths.deskOrganisation(':id'), curating(parts), async c => {
    const found = await findOrganisation(db, c.req.param('id')!)
    if (!found) return onMissing(c, parts)
    // One that turned out to be another lives on as that one.
    if (found.mergedInto) return c.redirect(paths.deskOrganisation(found.mergedInto), 302)
    return show(c, found, {})
  })

  room.post(paths.deskOrganisation(':id'), ...form, async c => {
    const found = await own(c)
    if (found instanceof Response) return found
    const fields = await fieldsOf(c)
    const typed = { name: (fields.name ?? '').replace(/\s+/g, ' ').trim(), url: (fields.url ?? '').trim() }
    const url = typed.url === '' ? null : webAddress(typed.url)
    const openedName = fields['opened.name'] || found.name
    const opened = { name: openedName, url: fields['opened.url'] || null }
    if (typed.url && url === null) {
      const refusal = new Refusal('address-wrong', { address: typed.url.slice(0, 80) }, 'That is no address.')
      return show(c, found, { typed, opened, wrong: { field: 'url', refusal } }, 422)
    }
    try {
      const act = { opened, who: await who(c), at: now() }
      const edited = await editOrganisation(store, found.id, { name: typed.name, url }, act)
      if ('conflict' in edited) {
        const { fields: both, theirs, merged } = edited.conflict
        const again = {
          name: both.includes('name') ? typed.name : merged.name,
          url: (both.includes('url') ? url : merged.url) ?? '',
        }
        const shown = Object.fromEntries(both.map(field => [field, theirs[field]]))
        return show(c, found, { typed: again, opened: theirs, theirs: shown }, 409)
      }
      return goDone(c, config, paths.deskOrganisation(found.id), {
        act: edited.changed ? 'saved' : 'nothing-changed',
      })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      if (error.key === 'organisation-gone') return onMissing(c, parts)
      return show(c, found, { typed, opened, wrong: { field: 'name', refusal: error } }, 422)
    }
  })

  room.post(paths.deskDomains(':id'), ...form, async c => {
    const found = await own(c)
    if (found instanceof Response) return found
    const { domain = '', say } = await fieldsOf(c)
    const state = say === 'refuse' ? 'refused' : 'confirmed'
    try {
      await settleDomain(store, found.id, { domain, state }, { who: await who(c), at: now() })
      return goDone(c, config, paths.deskOrganisation(found.id), { act: 'saved' })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      if (error.key === 'organisation-gone') return onMissing(c, parts)
      return show(c, found, { typedDomain: domain, wrong: { field: 'domain', refusal: error } }, 422)
    }
  })

  room.post(paths.deskOrganiserRule(':id'), ...form, async c => {
    const found = await own(c)
    if (found instanceof Response) return found
    const { rule: told } = await fieldsOf(c)
    const rule = organiserRules.find(each => each === told) ?? null
    if (rule !== null || told === 'first')
      await setOrganiserRule(store, found.id, rule, { who: await who(c), at: now() })
    return goDone(c, config, paths.deskOrganisation(found.id), { act: 'saved' })
  })

  room.get(paths.deskMerging(':id'), curating(parts), async c => {
    const found = await own(c)
    if (found instanceof Response) return found
    const other = await otherOf(c.req.query('with'), c.req.query('named'))
    if (!other || other.id === found.id) {
      const key = other ? 'organisation-same' : 'organisation-unknown'
      const refusal = new Refusal(key, {}, 'There is no such organisation.')
      return show(c, found, { wrong: { field: 'with', refusal } }, 422)
    }
    if (!(await mayChange(db, await theCurator(c), [found.id, other.id]))) return refuse(c, parts)
    const at = await atDesk(c, parts)
    return sendOnce(c, parts, <MergePage at={at} one={await counted(found)} other={await counted(other)} />)
  })

  room.post(paths.deskMerging(':id'), ...form, async c => {
    const found = await own(c)
    if (found instanceof Response) return found
    const { other = '', stays } = await fieldsOf(c)
    if (!(await mayChange(db, await theCurator(c), [found.id, other]))) return refuse(c, parts)
    const into = stays === other ? other : found.id
    const from = into === other ? found.id : other
    try {
      await mergeOrganisations(store, { from, into }, { who: await who(c), at: now() })
      return goDone(c, config, paths.deskOrganisation(into), { act: 'merged-organisations' })
    } catch (error) {
      if (error instanceof Refusal) return onMissing(c, parts)
      throw error
    }
  })

  room.post(paths.deskParting(':id'), ...form, async c => {
    const found = await findOrganisation(db, c.req.param('id')!)
    if (!found?.mergedInto) return onMissing(c, parts)
    if (!(await mayChange(db, await theCurator(c), [found.id, found.mergedInto]))) return refuse(c, parts)
    try {
      await partOrganisations(store, found.id, { who: await who(c), at: now() })
      return goDone(c, config, paths.deskOrganisation(found.id), { act: 'parted-organisations' })
    } catch (error) {
      if (error instanceof Refusal) return onMissing(c, parts)
      throw error
    }
  })
  return room

  /** The organisation of the address, for those who may change it. */
  async function own(c: Visit): Promise<Organisation | Response> {
    const found = await findOrganisation(db, c.req.param('id')!)
    if (!found || found.mergedInto) return onMissing(c, parts)
    return (await mayChange(db, await theCurator(c), [found.id])) ? found : refuse(c, parts)
  }

  async function who(c: Visit) {
    const { id, name } = await theCurator(c)
    return { id, name }
  }

  async function otherOf(id: string | undefined, name: string | undefined): Promise<Organisation | null> {
    const named = name?.trim() ? await findOrganisationByName(db, name) : null
    const found = await findOrganisation(db, id ?? named?.mergedInto ?? named?.id ?? '')
    return found && found.mergedInto === null ? found : null
  }

  async function counted(organisation: Organisation): Promise<Counted> {
    const places = await readPlacesOf(db, [organisation.id])
    const entries = places.reduce((sum, { entryIds }) => sum + entryIds.length, 0)
    return { ...organisation, entries, editions: places.length }
  }

  async function show(
    c: Visit,
    { id, name, url }: Organisation,
    told: Partial<
      Pick<Parameters<typeof OrganisationPage>[0], 'typed' | 'typedDomain' | 'opened' | 'wrong' | 'theirs'>
    >,
    status: 200 | 409 | 422 = 200,
  ): Promise<Response> {
    const at = await atDesk(c, parts, 'UTC', paths.deskOrganisation(id))
    const { grants } = at.curator
    const isOwn = (seriesId: string) =>
      grants.some(grant => grant.seriesId === null || grant.seriesId === seriesId)
    const all = await readEntriesOf(db, id, mostEntries + 1)
    const page = (
      <OrganisationPage
        at={at}
        organisation={{ id, name, url }}
        aliases={await readAliases(db, id)}
        // What others prepare in their series is theirs to show.
        entries={all
          .slice(0, mostEntries)
          .filter(({ series, state }) => isOwn(series.id) || state === 'published')}
        hasMore={all.length > mostEntries}
        domains={await readDomainsOf(db, { id, url })}
        rule={await readOrganiserRule(db, id)}
        mayEdit={await mayChange(db, at.curator, [id])}
        typed={{ name, url: url ?? '' }}
        opened={{ name, url }}
        {...told}
      />
    )
    return sendOnce(c, parts, page, status)
  }
}
