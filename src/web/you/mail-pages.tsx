import type { FC } from 'hono/jsx'
import { longestName } from '../../domain/visitor-name.ts'
import { paths } from '../paths.ts'
import { Wrong } from '../ui/door-page.tsx'
import { Field } from '../ui/field.tsx'
import { Along, Frame, type Framed, type OnTheWay } from './frame.tsx'

/** Which mailbox, and how whoever reads it wants to be called. */
export const AskMailPage: FC<
  Framed & {
    way: OnTheWay
    typed: { mail: string; name: string }
    wrong: string | null
  }
> = ({ showing, assets, way, typed, wrong }) => {
  const { say, link } = showing
  return (
    <Frame {...{ showing, assets }} title={say('you.mail.title')}>
      <p>{say('you.mail.lead')}</p>
      <form method="post" action={paths.youWith('mail')}>
        <Along way={way} />
        <Field
          label={say('field.email')}
          name="own-mail"
          type="email"
          value={typed.mail}
          hint={say('you.mail.hint')}
          wrong={wrong}
          autocomplete="email"
          required
          maxlength={254}
        />
        <Field
          label={say('you.name')}
          name="own-name"
          value={typed.name}
          hint={say('you.mail.name.hint')}
          autocomplete="name"
          maxlength={longestName}
        />
        <button type="submit" class="act strong">
          {say('you.mail.send')}
        </button>{' '}
        <a href={link(way.leave)}>{say('you.back')}</a>
      </form>
    </Frame>
  )
}

/** Says the same, whoever the address belongs to, and whether or not there is a mail. */
export const CodePage: FC<Framed & { mail: string; back: string; wrong?: string }> = props => {
  const { showing, assets, mail, back, wrong } = props
  const { say, link } = showing
  return (
    <Frame {...{ showing, assets }} title={say('link.sent.title')}>
      <p>{say('you.mail.sent', { mail: `\u2068${mail}\u2069` })}</p>
      <form method="post" action={paths.youByCode()}>
        <input type="hidden" name="mail" value={mail} />
        <input type="hidden" name="back" value={back} />
        <Field
          label={say('field.code')}
          name="code"
          hint={say('you.code.hint')}
          wrong={wrong ?? null}
          inputmode="numeric"
          autocomplete="one-time-code"
          required
          maxlength={20}
        />
        <button type="submit" class="act strong">
          {say('you.go')}
        </button>{' '}
        <a href={link(back)}>{say('you.back')}</a>
      </form>
    </Frame>
  )
}

/** What a link of a mail opens. */
export const UseLinkPage: FC<Framed & { token: string; mail: string; isSame: boolean }> = props => {
  const { showing, assets, token, mail, isSame } = props
  const { say } = showing
  return (
    <Frame {...{ showing, assets }} title={say('sign-in.title')}>
      {isSame ? '' : <Wrong>{say('you.mail.elsewhere')}</Wrong>}
      <form method="post" action={paths.youByMail(token)}>
        <button type="submit" class="act strong">
          {say('link.use', { email: `\u2068${mail}\u2069` })}
        </button>
      </form>
    </Frame>
  )
}
