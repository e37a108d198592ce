import type { FC } from 'hono/jsx'
import { shortestPassword } from '../../domain/password.ts'
import type { Invitation } from '../../storage/invitations.ts'
import type { Assets } from '../assets.ts'
import { paths } from '../paths.ts'
import { DoorPage } from '../ui/door-page.tsx'
import { Field } from '../ui/field.tsx'
import type { Wrong } from '../ui/new-account.ts'
import { sayRole } from '../ui/role-words.ts'
import type { Showing } from '../ui/showing.ts'

type Props = {
  showing: Showing
  assets: Assets
  token: string
  invitation: Invitation
  /** Whether there is an account of the address that was invited. */
  hasAccount: boolean
  isSignedIn: boolean
  name?: string
  wrong?: Wrong
}

export const InvitationPage: FC<Props> = props => {
  const { showing, assets, token, invitation, hasAccount, isSignedIn, name, wrong = {} } = props
  const { say, link } = showing
  const { email, role, series, by } = invitation
  const here = paths.invitation(token)
  return (
    <DoorPage showing={showing} assets={assets} title={say('invitation.title')} here={here}>
      <p class="lead">
        {say('invitation.lead', { name: by?.name ?? '', role: sayRole(say, role, series?.title ?? null) })}
      </p>
      <p class="hint">{say(`role.does.${role}`)}</p>
      {hasAccount && !isSignedIn ? (
        <>
          <p>{say('invitation.sign-in', { email })}</p>
          <p class="acts">
            <a class="act strong" href={link(paths.signInAgain(here))}>
              {say('sign-in.title')}
            </a>
          </p>
        </>
      ) : (
        <form method="post" action={showing.link(here)} novalidate>
          {hasAccount ? (
            ''
          ) : (
            <>
              <input type="hidden" name="email" value={email} autocomplete="username" />
              <Field
                label={say('field.name')}
                name="name"
                value={name}
                hint={say('field.name.hint')}
                wrong={wrong.name}
                autocomplete="name"
                autofocus={!wrong.password}
              />
              <Field
                label={say('field.password')}
                name="password"
                type="password"
                hint={say('field.password.hint', { shortest: shortestPassword })}
                wrong={wrong.password}
                autocomplete="new-password"
                autofocus={Boolean(wrong.password && !wrong.name)}
              />
            </>
          )}
          <p class="acts">
            <button class="act strong" type="submit">
              {say('invitation.accept')}
            </button>
            {hasAccount ? (
              ''
            ) : (
              <button class="act" type="submit" name="with" value="passkey" data-for-passkeys hidden>
                {say('claim.passkey')}
              </button>
            )}
          </p>
        </form>
      )}
    </DoorPage>
  )
}

export const InvitationOverPage: FC<{ showing: Showing; assets: Assets }> = ({ showing, assets }) => {
  const { say, link } = showing
  return (
    <DoorPage showing={showing} assets={assets} title={say('link.over.title')} here={paths.home()}>
      <p class="lead">{say('invitation.over')}</p>
      <p>
        <a href={link(paths.signIn())}>{say('sign-in.title')}</a>
      </p>
    </DoorPage>
  )
}
