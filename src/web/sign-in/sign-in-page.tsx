import type { FC } from 'hono/jsx'
import type { Assets } from '../assets.ts'
import { paths } from '../paths.ts'
import { DoorPage, Wrong } from '../ui/door-page.tsx'
import { Field } from '../ui/field.tsx'
import { PasskeyForm } from '../ui/passkey-form.tsx'
import type { Showing } from '../ui/showing.ts'

type Props = {
  showing: Showing
  assets: Assets
  /** Where signing in leads. */
  back: string
  isDemo: boolean
  email?: string
  isWrong?: boolean
  /** A link was asked for to what is no mail address. */
  isNoAddress?: boolean
  /** The passkey that was shown is not known here. */
  isUnknown?: boolean
  /** Seconds to wait before the next try. */
  wait?: number
  /** Somebody who is signed in has to show again who they are. */
  isAgain?: boolean
}

export const SignInPage: FC<Props> = props => {
  const { showing, assets, back, isDemo, email = '', isWrong, isNoAddress, isUnknown, wait, isAgain } = props
  const { say, link } = showing
  return (
    <DoorPage showing={showing} assets={assets} title={say('sign-in.title')} here={paths.signIn(back)}>
      {isDemo ? (
        <p class="lead">{say('sign-in.demo')}</p>
      ) : (
        <>
          {isAgain ? <p class="lead">{say('sign-in.again')}</p> : ''}
          <form method="post" action={showing.link(paths.signIn())}>
            {isWrong ? <Wrong>{say('sign-in.wrong')}</Wrong> : ''}
            {isUnknown ? <Wrong>{say('sign-in.passkey.unknown')}</Wrong> : ''}
            {wait !== undefined ? (
              <Wrong>{say('sign-in.wait', { minutes: Math.ceil(wait / 60) })}</Wrong>
            ) : (
              ''
            )}
            <input type="hidden" name="back" value={back} />
            <Field
              label={say('field.email')}
              name="email"
              type="email"
              value={email}
              wrong={isNoAddress ? say('fault.field.email') : null}
              autocomplete="username"
              required
              autofocus={!email}
            />
            <Field
              label={say('field.password')}
              name="password"
              type="password"
              autocomplete="current-password"
              autofocus={Boolean(email)}
            />
            <p class="acts">
              <button class="act strong" type="submit">
                {say('sign-in.do')}
              </button>
              <button class="act" type="submit" formaction={showing.link(paths.signInLink())}>
                {say('sign-in.link.ask')}
              </button>
            </p>
          </form>
          <PasskeyForm
            showing={showing}
            does="get"
            action={paths.signInPasskey()}
            options={paths.signInPasskeyOptions()}
            label="sign-in.passkey"
            back={back}
          />
          <p class="acts">
            <a href={link(paths.forgotten())}>{say('sign-in.forgotten')}</a>
          </p>
        </>
      )}
    </DoorPage>
  )
}
