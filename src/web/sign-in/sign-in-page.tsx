import type { FC } from 'hono/jsx'
import type { Assets } from '../assets.ts'
import { paths } from '../paths.ts'
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
            <div class="field">
              <label for="email">{say('field.email')}</label>
              <input
                id="email"
                name="email"
                type="email"
                dir="ltr"
                autocomplete="username"
                required
                value={email}
                autofocus={!email}
              />
            </div>
            <div class="field">
              <label for="password">{say('field.password')}</label>
              <input
                id="password"
                name="password"
                type="password"
                dir="ltr"
                autocomplete="current-password"
                required
                autofocus={Boolean(email)}
              />
            </div>
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
