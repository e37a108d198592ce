import type { FC } from 'hono/jsx'
import type { Assets } from '../assets.ts'
import { paths } from '../paths.ts'
import { Field } from '../ui/field.tsx'
import { Page } from '../ui/page.tsx'
import type { Showing } from '../ui/showing.ts'

type Props = {
  showing: Showing
  assets: Assets
  /** Where signing in leads. */
  back: string
  isDemo: boolean
  email?: string
  isWrong?: boolean
  /** Seconds to wait before the next try. */
  wait?: number
}

export const SignInPage: FC<Props> = ({ showing, assets, back, isDemo, email = '', isWrong, wait }) => {
  const { say } = showing
  return (
    <Page
      showing={showing}
      assets={assets}
      title={say('sign-in.title')}
      canonical={null}
      here={paths.signIn(back)}
      desk
    >
      <div class="narrow">
        <h1>{say('sign-in.title')}</h1>
        {isDemo ? (
          <p class="lead">{say('sign-in.demo')}</p>
        ) : (
          <form method="post" action={paths.signIn()}>
            {isWrong || wait !== undefined ? (
              <p class="wrong" role="alert">
                {wait === undefined
                  ? say('sign-in.wrong')
                  : say('sign-in.wait', { minutes: Math.ceil(wait / 60) })}
              </p>
            ) : (
              ''
            )}
            <input type="hidden" name="back" value={back} />
            <Field
              label={say('field.email')}
              name="email"
              type="email"
              value={email}
              autocomplete="username"
              required
              autofocus={!email}
            />
            <Field
              label={say('field.password')}
              name="password"
              type="password"
              autocomplete="current-password"
              required
              autofocus={Boolean(email)}
            />
            <p>
              <button class="act strong" type="submit">
                {say('sign-in.do')}
              </button>
            </p>
          </form>
        )}
      </div>
    </Page>
  )
}
