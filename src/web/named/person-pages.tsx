import type { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { type Curator, mayPublish } from '../../domain/curator.ts'
import { hidePerson } from '../../services/hide-person.ts'
import {
  findPersonBySlug,
  listAffiliations,
  type NamedPerson,
  readEditionsNamingPerson,
} from '../../storage/people.ts'
import { listMenu } from '../../storage/writings.ts'
import { curating, refuse, theCurator, visitorOf } from '../middleware/curator.ts'
import { goDone, takeDone } from '../middleware/done.ts'
import { onMissing } from '../middleware/errors.tsx'
import { fieldsOf, refuseLongForms, refuseOtherSites } from '../middleware/forms.ts'
import { owesSecondFactor } from '../middleware/second-factor.ts'
import { paths } from '../paths.ts'
import { type Env, type Parts, readerOf, type Settings, type Visit } from '../show.ts'
import { DoneNotice } from '../ui/done-notice.tsx'
import { type Showing, showingOf } from '../ui/showing.ts'
import { currentVersion, profileIn, readAcross, showAcross } from './read-across.ts'

const mostAffiliations = 12

/**
 * People across editions, as entries tell of them and no more. Whoever may publish wherever somebody is named may take
 * the page away; search engines are asked to leave these pages out in any case.
 */
export function addPersonPages(room: Hono<Env>, parts: Parts): void {
  const { store, config, assets, now } = parts
  const { db } = store

  for (const at of [paths.person(':slug'), `${paths.person(':slug')}/page/:number`])
    room.get(at, async (c, next) => {
      const person = await findPersonBySlug(db, c.req.param('slug')!)
      if (!person) return next()
      const mayHide = await isAsked(c, person)
      if (person.isHidden && !mayHide) return next()
      const { slug, name, url } = person
      const version = await currentVersion(db)
      const across = await readAcross(db, { of: 'person', id: person.id }, c.req.param('number'))
      if (!across) return next()
      const affiliations = await listAffiliations(db, person.id, mostAffiliations)
      const showing = showingOf(readerOf(c, parts), 'UTC')
      const { NamedPage } = await import('./named-page.tsx')
      const { personJsonLd } = await import('../../outlet/json-ld/profile.ts')
      const above = { name: 'Daylong', url: config.baseUrl + paths.home() }
      const address = config.baseUrl + paths.person(slug)
      const page = (
        <NamedPage
          {...{ name, url, showing, assets }}
          {...across}
          paging={{ ...across.paging, pathOf: number => paths.person(slug, number) }}
          crumbs={showing.say('named.person')}
          beside={
            affiliations.length ? (
              <p class="beside">
                <bdi>{affiliations.join(' · ')}</bdi>
              </p>
            ) : (
              ''
            )
          }
          unlisted
          jsonLd={personJsonLd(
            profileIn(across, config, { name, site: url, trail: [above, { name, url: address }] }),
          )}
          menu={await listMenu(db)}
          baseUrl={config.baseUrl}
        >
          {mayHide ? ofEditors(c, config, person, showing) : ''}
        </NamedPage>
      )
      return showAcross(c, parts, page, version)
    })

  room.post(
    paths.personHidden(':slug'),
    refuseOtherSites(config),
    refuseLongForms,
    curating(parts),
    async c => {
      const person = await findPersonBySlug(db, c.req.param('slug')!)
      if (!person) return onMissing(c, parts)
      const curator = await theCurator(c)
      if (!(await mayChange(curator, person))) return refuse(c, parts)
      const isHidden = (await fieldsOf(c))._method !== 'delete'
      const who = { id: curator.id, name: curator.name }
      const changed = await hidePerson(store, person.slug, isHidden, { who, at: now() })
      const act = !changed ? 'nothing-changed' : isHidden ? 'person-hidden' : 'person-shown'
      return goDone(c, config, encodeURI(paths.person(person.slug)), { act })
    },
  )

  /** Whether somebody who may take the page away is asking for it. */
  async function isAsked(c: Visit, person: NamedPerson): Promise<boolean> {
    const visitor = await visitorOf(c)
    if (!visitor || owesSecondFactor(visitor, config)) return false
    return mayChange(visitor.curator, person)
  }

  async function mayChange(curator: Curator, { id }: NamedPerson): Promise<boolean> {
    const naming = await readEditionsNamingPerson(db, id)
    return naming.length > 0 && naming.every(({ seriesId }) => mayPublish(curator, seriesId))
  }
}

function ofEditors(c: Visit, config: Settings, { slug, isHidden }: NamedPerson, showing: Showing): Child {
  const { say } = showing
  const here = paths.person(slug)
  return (
    <>
      <div role="status">
        <DoneNotice done={takeDone(c, config)} here={here} edition={undefined} showing={showing} />
      </div>
      <form class="beside" method="post" action={encodeURI(paths.personHidden(slug))}>
        {isHidden ? (
          <>
            <input type="hidden" name="_method" value="delete" />
            <p>{say('named.hidden')}</p>
          </>
        ) : (
          <p>{say('named.hide.hint')}</p>
        )}
        <button class="quiet" type="submit">
          {say(isHidden ? 'named.show' : 'named.hide')}
        </button>
      </form>
    </>
  )
}
