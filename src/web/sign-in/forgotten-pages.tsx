import type { FC } from 'hono/jsx'
import { shortestPassword } from '../../domain/password.ts'
import type { Assets } from '../assets.ts'
import { paths } from '../paths.ts'
import { DoorPage, Wrong } from '../ui/door-page.tsx'
import { Field } from '../ui/field.tsx'
import type { Showing } from '../ui/showing.ts'

type Props = { showing: Showing; assets: Assets }

export const ForgottenPage: FC<Props & { email?: string; wait?: number; isNoAddress?: boolean }> = props => {
  const { showing, assets, email = '', wait, isNoAddress } = props
  const { say } = showing
  return (
    <DoorPage showing={showing} assets={assets} title={say('forgotten.title')} here={paths.forgotten()}>
      <p class="lead">{say('forgotten.lead')}</p>
      <form method="post" action={showing.link(paths.forgotten())}>
        {wait !== undefined ? <Wrong>{say('sign-in.wait', { minutes: Math.ceil(wait / 60) })}</Wrong> : ''}
        <Field
          label={say('field.email')}
          name="email"
          type="email"
          value={email}
          wrong={isNoAddress ? say('fault.field.email') : null}
          autocomplete="username"
          required
          autofocus
        />
        <p class="acts">
          <button class="act strong" type="submit">
            {say('forgotten.do')}
          </button>
        </p>
      </form>
    </DoorPage>
  )
}

export const NewPasswordPage: FC<Props & { token: string; email: string; wrong?: string | null }> = props => {
  const { showing, assets, token, email, wrong } = props
  const { say } = showing
  return (
    <DoorPage showing={showing} assets={assets} title={say('password.new')} here={paths.forgotten(token)}>
      <form method="post" action={showing.link(paths.forgotten(token))}>
        <input type="hidden" name="email" value={email} autocomplete="username" />
        <Field
          label={say('field.password.new')}
          name="password"
          type="password"
          hint={say('field.password.hint', { shortest: shortestPassword })}
          wrong={wrong}
          autocomplete="new-password"
          required
          autofocus
        />
        <p class="acts">
          <button class="act strong" type="submit">
            {say('password.do')}
          </button>
        </p>
      </form>
    </DoorPage>
  )
}

export const PasswordChangedPage: FC<Props> = ({ showing, assets }) => {
  const { say, link } = showing
  return (
    <DoorPage showing={showing} assets={assets} title={say('password.changed.title')} here={paths.signIn()}>
      <p class="lead">{say('password.changed')}</p>
      <p class="acts">
        <a class="act strong" href={link(paths.signIn())}>
          {say('sign-in.title')}
        </a>
      </p>
    </DoorPage>
  )
}
