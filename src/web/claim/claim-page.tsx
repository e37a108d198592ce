import type { FC } from 'hono/jsx'
import { shortestPassword } from '../../domain/password.ts'
import type { Assets } from '../assets.ts'
import { paths } from '../paths.ts'
import { DoorPage } from '../ui/door-page.tsx'
import { Field } from '../ui/field.tsx'
import type { NewAccount, Wrong } from '../ui/new-account.ts'
import type { Showing } from '../ui/showing.ts'

type Props = {
  showing: Showing
  assets: Assets
  token: string
  filled?: Partial<NewAccount>
  wrong?: Wrong
}

export const ClaimPage: FC<Props> = ({ showing, assets, token, filled = {}, wrong = {} }) => {
  const { say } = showing
  const first = (['name', 'email', 'password'] as const).find(field => wrong[field]) ?? 'name'
  return (
    <DoorPage showing={showing} assets={assets} title={say('claim.title')} here={paths.claim(token)}>
      <p class="lead">{say('claim.lead')}</p>
      <form method="post" action={showing.link(paths.claim(token))} novalidate>
        <Field
          label={say('field.name')}
          name="name"
          value={filled.name}
          hint={say('field.name.hint')}
          wrong={wrong.name}
          autocomplete="name"
          autofocus={first === 'name'}
        />
        <Field
          label={say('field.email')}
          name="email"
          type="email"
          value={filled.email}
          hint={say('field.email.hint')}
          wrong={wrong.email}
          autocomplete="username"
          autofocus={first === 'email'}
        />
        <Field
          label={say('field.password')}
          name="password"
          type="password"
          hint={say('field.password.hint', { shortest: shortestPassword })}
          wrong={wrong.password}
          autocomplete="new-password"
          autofocus={first === 'password'}
        />
        <p class="acts">
          <button class="act strong" type="submit">
            {say('claim.do')}
          </button>{' '}
          <button class="act" type="submit" name="with" value="passkey" data-for-passkeys hidden>
            {say('claim.passkey')}
          </button>
        </p>
      </form>
    </DoorPage>
  )
}

/** The token was used, or is an old one. */
export const ClaimOverPage: FC<Pick<Props, 'showing' | 'assets'>> = ({ showing, assets }) => {
  const { say } = showing
  return (
    <DoorPage showing={showing} assets={assets} title={say('claim.over.title')} here={paths.home()}>
      <p class="lead">{say('claim.over')}</p>
      <p>
        <a href={showing.link(paths.signIn())}>{say('claim.owned')}</a>
      </p>
    </DoorPage>
  )
}
