import type { FC } from 'hono/jsx'
import { isOwner, mayGrant } from '../../domain/curator.ts'
import type { SignIn } from '../../storage/sign-ins.ts'
import type { AtDesk } from '../middleware/at-desk.ts'
import { paths } from '../paths.ts'
import { DeskPage } from '../ui/desk-page.tsx'
import { sayRole } from '../ui/role-words.ts'
import { ShortMoment } from '../ui/short-moment.tsx'
import { ZoneLine } from '../ui/zone-line.tsx'
import type { KnownPeople, Person } from './known-people.ts'
import { RoleFields } from './people-page.tsx'

type Props = { at: AtDesk; person: Person; known: KnownPeople; signIns: SignIn[]; isLastOwner?: boolean }

/** One person: their roles, given and withdrawn, and where they are signed in. */
export const PersonPage: FC<Props> = ({ at, person, known, signIns, isLastOwner }) => {
  const { say, link } = at.showing
  const [lastSeen] = signIns
  return (
    <DeskPage at={at} title={person.name}>
      <p class="crumbs">
        <a href={link(paths.deskPeople())}>{say('desk.people')}</a>
      </p>
      <h1>
        <bdi>{person.name}</bdi>
      </h1>
      <p class="hint">
        <bdi>{person.email}</bdi> · {say('person.since')}{' '}
        <ShortMoment at={person.createdAt} showing={at.showing} />
      </p>
      <ZoneLine showing={at.showing} here={at.here} />
      <h2>{say('people.roles')}</h2>
      {isLastOwner ? (
        <p class="wrong" role="alert">
          {say('person.last-owner')}
        </p>
      ) : (
        ''
      )}
      {person.grants.length === 0 ? <p>{say('people.no-role')}</p> : ''}
      <ul class="kept">
        {person.grants.map(({ role, seriesId }) => {
          const words = sayRole(say, role, seriesId && known.titleOf(seriesId))
          return (
            <li>
              <p>
                <b>{words}</b>
              </p>
              {mayGrant(at.curator, { role, seriesId }) ? (
                <form method="post" action={paths.deskPersonRole(person.id)}>
                  <input type="hidden" name="series" value={seriesId ?? ''} />
                  <button
                    class="quiet"
                    type="submit"
                    name="role"
                    value=""
                    aria-label={say('person.withdraw.of', { role: words })}
                  >
                    {say('person.withdraw')}
                  </button>
                </form>
              ) : (
                ''
              )}
            </li>
          )
        })}
      </ul>
      <h3>{say('person.grant')}</h3>
      <form method="post" action={paths.deskPersonRole(person.id)}>
        <RoleFields at={at} known={known} />
        <p class="acts">
          <button class="act" type="submit">
            {say('person.grant.do')}
          </button>
        </p>
      </form>
      {isOwner(at.curator) ? (
        <>
          <h2>{say('person.sign-ins')}</h2>
          <p>{say('person.sign-ins.count', { count: signIns.length })}</p>
          {lastSeen ? (
            <p class="hint">
              {say('account.sign-in.seen')} <ShortMoment at={lastSeen.seenAt} showing={at.showing} />
            </p>
          ) : (
            ''
          )}
          {signIns.length ? (
            <form method="post" action={paths.deskPersonSignIns(person.id)}>
              <p class="acts">
                <button class="act" type="submit">
                  {say('person.sign-ins.end')}
                </button>
              </p>
            </form>
          ) : (
            ''
          )}
        </>
      ) : (
        ''
      )}
    </DeskPage>
  )
}
