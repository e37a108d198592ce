import type { FC } from 'hono/jsx'
import { shortestPassword } from '../../domain/password.ts'
import type { AtDesk } from '../middleware/at-desk.ts'
import { paths } from '../paths.ts'
import { DeskPage } from '../ui/desk-page.tsx'
import { deviceOf } from '../ui/device.ts'
import { EndSignIn, SignInSeen } from '../ui/end-sign-in.tsx'
import { Field } from '../ui/field.tsx'
import { PasskeyForm } from '../ui/passkey-form.tsx'
import { ShortMoment } from '../ui/short-moment.tsx'
import type { Showing } from '../ui/showing.ts'
import { ZoneLine } from '../ui/zone-line.tsx'
import { mayChangeFactors, type OwnAccount } from './own-account.ts'
import { PasswordAsked } from './password-asked.tsx'

/** What will not do, by the field it stands in. */
export type AccountWrongs = Partial<Record<'name' | 'current' | 'next' | 'codes', string>>

type Props = { at: AtDesk; account: OwnAccount; wrong: AccountWrongs }

export const AccountPage: FC<Props> = props => {
  const { at, account, wrong } = props
  const { say } = at.showing
  return (
    <DeskPage at={at} title={say('account.title')}>
      <div class="of-account">
        <h1>{say('account.title')}</h1>
        <p class="hint">
          <bdi>{account.curator.email}</bdi>
        </p>
        <form method="post" action={paths.accountName()}>
          <Field
            label={say('field.name')}
            name="name"
            value={account.curator.name}
            hint={say('field.name.hint')}
            wrong={wrong.name}
            autocomplete="name"
            required
          />
          <p class="acts">
            <button class="act" type="submit">
              {say('account.rename')}
            </button>
          </p>
        </form>
        <Password {...props} />
        <Passkeys {...props} />
        <Codes {...props} />
        <SignIns {...props} />
      </div>
    </DeskPage>
  )
}

const Password: FC<Props> = ({ at, account: { hasPassword, curator }, wrong }) => {
  const { say } = at.showing
  return (
    <section aria-labelledby="password-title">
      <h2 id="password-title">{say('field.password')}</h2>
      <form method="post" action={paths.accountPassword()}>
        <input type="hidden" name="email" value={curator.email} autocomplete="username" />
        {hasPassword ? (
          <Field
            label={say('field.password.current')}
            name="current"
            type="password"
            wrong={wrong.current}
            autocomplete="current-password"
            required
          />
        ) : (
          <p class="hint">{say('account.no-password')}</p>
        )}
        <Field
          label={say('field.password.new')}
          name="next"
          type="password"
          hint={say('field.password.hint', { shortest: shortestPassword })}
          wrong={wrong.next}
          autocomplete="new-password"
          required
        />
        <p class="acts">
          <button class="act" type="submit">
            {say(hasPassword ? 'account.change-password' : 'account.set-password')}
          </button>
        </p>
      </form>
    </section>
  )
}

const Passkeys: FC<Props> = ({ at, account }) => {
  const { say } = at.showing
  const { passkeys } = account
  return (
    <section aria-labelledby="passkeys-title">
      <h2 id="passkeys-title">{say('account.passkeys')}</h2>
      <p class="hint">{say('account.passkeys.hint')}</p>
      {passkeys.length ? (
        <ul class="kept">
          {passkeys.map(({ id, name, createdAt }) => (
            <li>
              <p>
                <b>
                  <bdi>{name}</bdi>
                </b>{' '}
                {createdAt === null ? '' : <ShortMoment at={createdAt} showing={at.showing} />}
              </p>
              <form method="post" action={paths.accountPasskeyRemoved()}>
                <input type="hidden" name="id" value={id} />
                <button class="quiet" type="submit" aria-label={say('account.passkey.remove.of', { name })}>
                  {say('account.remove')}
                </button>
              </form>
            </li>
          ))}
        </ul>
      ) : (
        ''
      )}
      {mayChangeFactors(account) ? (
        <PasskeyForm
          showing={at.showing}
          does="create"
          action={paths.accountPasskey()}
          options={paths.accountPasskeyOptions()}
          label="account.passkey.add"
          back={paths.account()}
        />
      ) : (
        <ShowFirst {...at.showing} />
      )}
    </section>
  )
}

const Codes: FC<Props> = ({ at, account, wrong }) => {
  const { say } = at.showing
  const { hasCodes } = account
  return (
    <section aria-labelledby="codes-title">
      <h2 id="codes-title">{say('account.codes')}</h2>
      <p class="hint">{say(hasCodes ? 'account.codes.on' : 'account.codes.hint')}</p>
      {mayChangeFactors(account) ? (
        <form method="post" action={hasCodes ? paths.accountRecovery() : paths.accountCodes()}>
          <PasswordAsked account={account} wrong={wrong.codes} showing={at.showing} />
          <p class="acts">
            {hasCodes ? (
              <>
                <button class="act" type="submit">
                  {say('account.recovery')}
                </button>
                <button class="act" type="submit" formaction={paths.accountCodesRemoved()}>
                  {say('account.codes.remove')}
                </button>
              </>
            ) : (
              <button class="act" type="submit">
                {say('account.codes.add')}
              </button>
            )}
          </p>
        </form>
      ) : (
        <ShowFirst {...at.showing} />
      )}
    </section>
  )
}

/** A factor there is has to be shown before another is added or taken away. */
const ShowFirst: FC<Pick<Showing, 'say' | 'link'>> = ({ say, link }) => (
  <p>
    <a href={link(paths.secondFactor(paths.account()))}>{say('account.show-first')}</a>
  </p>
)

const SignIns: FC<Props> = ({ at, account: { signIns, signIn } }) => {
  const { say } = at.showing
  return (
    <section aria-labelledby="sign-ins-title">
      <h2 id="sign-ins-title">{say('account.sign-ins')}</h2>
      <ZoneLine showing={at.showing} here={at.here} />
      <ul class="kept">
        {signIns.map(({ id, userAgent, ipAddress, seenAt }) => {
          const device = deviceOf(userAgent) ?? say('device.unknown')
          return (
            <li>
              <p>
                <b>
                  <bdi>{device}</bdi>
                </b>{' '}
                {ipAddress ? <bdi>{ipAddress}</bdi> : ''}{' '}
                <SignInSeen isThis={id === signIn.id} seenAt={seenAt} showing={at.showing} />
              </p>
              {id === signIn.id ? (
                ''
              ) : (
                <EndSignIn action={paths.accountSignIns()} id={id} device={device} showing={at.showing} />
              )}
            </li>
          )
        })}
      </ul>
      {signIns.length > 1 ? (
        <form method="post" action={paths.accountSignIns()}>
          <p class="acts">
            <button class="act" type="submit">
              {say('account.sign-in.end-others')}
            </button>
          </p>
        </form>
      ) : (
        ''
      )}
    </section>
  )
}
