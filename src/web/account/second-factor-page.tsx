import type { FC } from 'hono/jsx'
import type { AtDesk } from '../middleware/at-desk.ts'
import { paths } from '../paths.ts'
import { DeskPage } from '../ui/desk-page.tsx'
import { PasskeyForm } from '../ui/passkey-form.tsx'
import type { OwnAccount } from './own-account.ts'
import { PasswordAsked } from './password-asked.tsx'

type Props = {
  at: AtDesk
  account: OwnAccount
  back: string
  /** It may be put off: on one’s own machine nobody else comes near. */
  mayWait: boolean
}

/** Where somebody shows the second factor they have, or adds the first. */
export const SecondFactorPage: FC<Props> = ({ at, account, back, mayWait }) => {
  const { say, link } = at.showing
  const { signIn, passkeys, hasCodes } = account
  const mustShow = !signIn.isStrong && (passkeys.length > 0 || hasCodes)
  return (
    <DeskPage at={at} title={say('factor.title')}>
      <div class="of-account">
        <h1>{say(mustShow ? 'factor.show.title' : 'factor.title')}</h1>
        <p class="lead">{say(mustShow ? 'factor.show' : mayWait ? 'factor.lead.may-wait' : 'factor.lead')}</p>
        {mustShow ? (
          <>
            {passkeys.length ? (
              <PasskeyForm
                showing={at.showing}
                does="get"
                action={paths.signInPasskey()}
                options={paths.signInPasskeyOptions()}
                label="sign-in.passkey"
                back={back}
                isStrong
              />
            ) : (
              ''
            )}
            {hasCodes ? (
              <p>
                <a href={link(paths.signInAgain(back))}>{say('factor.sign-in-again')}</a>
              </p>
            ) : (
              ''
            )}
            <p class="hint">{say('factor.lost')}</p>
          </>
        ) : (
          <>
            <h2>{say('account.passkeys')}</h2>
            <p class="hint">{say('account.passkeys.hint')}</p>
            <PasskeyForm
              showing={at.showing}
              does="create"
              action={paths.accountPasskey()}
              options={paths.accountPasskeyOptions()}
              label="account.passkey.add"
              back={back}
              isStrong
            />
            <noscript>
              <p class="hint">{say('factor.no-script')}</p>
            </noscript>
            {hasCodes ? (
              ''
            ) : (
              <>
                <h2>{say('account.codes')}</h2>
                <p class="hint">{say('account.codes.hint')}</p>
                <form method="post" action={paths.accountCodes()}>
                  <input type="hidden" name="back" value={back} />
                  <PasswordAsked account={account} showing={at.showing} />
                  <p class="acts">
                    <button class="act" type="submit">
                      {say('account.codes.add')}
                    </button>
                  </p>
                </form>
              </>
            )}
          </>
        )}
        {mayWait ? (
          <p>
            <a href={link(back)}>{say('factor.later')}</a>
          </p>
        ) : (
          ''
        )}
      </div>
    </DeskPage>
  )
}
