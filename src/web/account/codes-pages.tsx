import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import { renderSVG } from 'uqr'
import type { NewCodes } from '../../services/sign-in/codes.ts'
import type { AtDesk } from '../middleware/at-desk.ts'
import { paths } from '../paths.ts'
import { DeskPage } from '../ui/desk-page.tsx'
import { Field } from '../ui/field.tsx'

/** The secret, as a picture and as text, and the recovery codes: shown once, until a code confirms them. */
export const NewCodesPage: FC<{ at: AtDesk; codes: NewCodes; back: string; isWrong: boolean }> = props => {
  const { at, codes, back, isWrong } = props
  const { say } = at.showing
  const secret = URL.parse(codes.uri)?.searchParams.get('secret') ?? ''
  return (
    <DeskPage at={at} title={say('codes.new.title')}>
      <div class="of-account">
        <h1>{say('codes.new.title')}</h1>
        <h2>{say('codes.new.scan')}</h2>
        <div class="qr" role="img" aria-label={say('codes.new.picture')}>
          {raw(renderSVG(codes.uri, { border: 2 }))}
        </div>
        <p class="hint">{say('codes.new.by-hand')}</p>
        <p>
          <code dir="ltr">{secret.match(/.{1,4}/g)?.join(' ')}</code>
        </p>
        <h2>{say('codes.new.keep')}</h2>
        <Recovery at={at} recovery={codes.recovery} />
        <h2>{say('codes.new.confirm')}</h2>
        <form method="post" action={paths.accountCodesConfirmed()}>
          <input type="hidden" name="uri" value={codes.uri} />
          <input type="hidden" name="recovery" value={codes.recovery.join(' ')} />
          <input type="hidden" name="back" value={back} />
          <Field
            label={say('field.code')}
            name="code"
            wrong={isWrong ? say('code.wrong') : null}
            autocomplete="one-time-code"
            inputmode="numeric"
            required
            autofocus={isWrong}
          />
          <p class="acts">
            <button class="act strong" type="submit">
              {say('codes.new.do')}
            </button>
          </p>
        </form>
      </div>
    </DeskPage>
  )
}

export const RecoveryCodesPage: FC<{ at: AtDesk; recovery: string[] }> = ({ at, recovery }) => {
  const { say, link } = at.showing
  return (
    <DeskPage at={at} title={say('recovery.title')}>
      <div class="of-account">
        <h1>{say('recovery.title')}</h1>
        <Recovery at={at} recovery={recovery} />
        <p class="acts">
          <a class="act strong" href={link(paths.account())}>
            {say('recovery.kept')}
          </a>
        </p>
      </div>
    </DeskPage>
  )
}

const Recovery: FC<{ at: AtDesk; recovery: string[] }> = ({ at, recovery }) => (
  <>
    <p>{at.showing.say('recovery.hint')}</p>
    <ul class="recovery" dir="ltr">
      {recovery.map(code => (
        <li>
          <code>{code}</code>
        </li>
      ))}
    </ul>
  </>
)
