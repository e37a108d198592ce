import type { FC } from 'hono/jsx'
import type { Sent } from '../../services/people/invite.ts'
import type { AtDesk } from '../middleware/at-desk.ts'
import { paths } from '../paths.ts'
import { DeskPage } from '../ui/desk-page.tsx'
import { Field } from '../ui/field.tsx'
import { sayRole } from '../ui/role-words.ts'
import { Select } from '../ui/select.tsx'
import { ShortMoment } from '../ui/short-moment.tsx'
import { ZoneLine } from '../ui/zone-line.tsx'
import type { KnownPeople } from './known-people.ts'

type Props = {
  at: AtDesk
  known: KnownPeople
  hasMailServer: boolean
  /** What was just sent, with the whole address of its link. */
  sent?: Sent & { link: string }
  filled?: { email: string; role: string; series: string }
  wrong?: string
}

export const PeoplePage: FC<Props> = props => {
  const { at, known, sent } = props
  const { say, link } = at.showing
  return (
    <DeskPage at={at} title={say('desk.people')}>
      <h1>{say('desk.people')}</h1>
      {sent ? <SentNotice at={at} sent={sent} hasMailServer={props.hasMailServer} /> : ''}
      <div class="table">
        <table>
          <thead>
            <tr>
              <th scope="col">{say('people.who')}</th>
              <th scope="col">{say('people.roles')}</th>
            </tr>
          </thead>
          <tbody>
            {known.people.map(({ id, name, email, grants }) => (
              <tr>
                <th scope="row">
                  <a href={link(paths.deskPerson(id))}>
                    <bdi>{name}</bdi>
                  </a>{' '}
                  <small>
                    <bdi>{email}</bdi>
                  </small>
                </th>
                <td>
                  {grants.length === 0
                    ? say('people.no-role')
                    : grants
                        .map(({ role, seriesId }) => sayRole(say, role, seriesId && known.titleOf(seriesId)))
                        .join(' · ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Invitations {...props} />
      <InviteForm {...props} />
    </DeskPage>
  )
}

/** The link is shown here alone, and once: only its hash is stored. */
const SentNotice: FC<Pick<Props, 'at' | 'hasMailServer'> & { sent: Sent & { link: string } }> = ({
  at,
  sent,
  hasMailServer,
}) => {
  const { say } = at.showing
  return (
    <div class="notice" role="status">
      <p>{say(hasMailServer ? 'invitation.sent' : 'invitation.made', { email: sent.invitation.email })}</p>
      <p>
        <code dir="ltr">{sent.link}</code>
      </p>
    </div>
  )
}

const Invitations: FC<Props> = ({ at, known: { invitations } }) => {
  const { say, now } = at.showing
  if (invitations.length === 0) return null
  return (
    <section aria-labelledby="invited-title">
      <h2 id="invited-title">{say('people.invited')}</h2>
      <ZoneLine showing={at.showing} here={at.here} />
      <ul class="kept">
        {invitations.map(({ id, email, role, series, by, sentAt, expiresAt }) => (
          <li>
            <p>
              <b>
                <bdi>{email}</bdi>
              </b>{' '}
              {sayRole(say, role, series?.title ?? null)} · {say('invitation.by', { name: by?.name ?? '' })} ·{' '}
              <ShortMoment at={sentAt} showing={at.showing} />
              {expiresAt <= now ? <span class="wrong"> {say('invitation.expired')}</span> : ''}
            </p>
            <form method="post" action={paths.deskInvitationSent(id)} class="side">
              <button class="quiet" type="submit" aria-label={say('invitation.again.to', { email })}>
                {say('invitation.again')}
              </button>
              <button
                class="quiet"
                type="submit"
                formaction={paths.deskInvitationWithdrawn(id)}
                aria-label={say('invitation.withdraw.of', { email })}
              >
                {say('invitation.withdraw')}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}

const InviteForm: FC<Props> = ({ at, known, filled, wrong }) => {
  const { say } = at.showing
  return (
    <section aria-labelledby="invite-title">
      <h2 id="invite-title">{say('people.invite')}</h2>
      <form method="post" action={paths.deskInvitations()}>
        <Field
          label={say('field.email')}
          name="email"
          type="email"
          value={filled?.email}
          wrong={wrong}
          autocomplete="off"
          required
          autofocus={Boolean(wrong)}
        />
        <RoleFields at={at} known={known} role={filled?.role} series={filled?.series} />
        <p class="acts">
          <button class="act strong" type="submit">
            {say('people.invite.do')}
          </button>
        </p>
      </form>
    </section>
  )
}

/** Which role, and for what. */
export const RoleFields: FC<{ at: AtDesk; known: KnownPeople; role?: string; series?: string }> = props => {
  const { at, known, role, series } = props
  const { say } = at.showing
  return (
    <>
      <Select
        label={say('field.role')}
        name="role"
        value={role ?? (known.roles.includes('editor') ? 'editor' : 'contributor')}
        options={known.roles.map(each => ({ value: each, label: say(`role.what.${each}`) }))}
      />
      <Select
        label={say('field.role.for')}
        name="series"
        value={series}
        hint={known.roles.includes('owner') ? say('field.role.for.hint') : undefined}
        options={[
          ...(known.forSite ? [{ value: '', label: say('role.for-site') }] : []),
          ...known.series.map(({ id, title }) => ({ value: id, label: title })),
        ]}
      />
    </>
  )
}
