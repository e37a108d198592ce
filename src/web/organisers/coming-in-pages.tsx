import type { FC } from 'hono/jsx'
import type { Organiser } from '../../domain/organiser.ts'
import { organiserHours } from '../../services/organisers/come-in.ts'
import type { Assets } from '../assets.ts'
import { paths } from '../paths.ts'
import { DoorPage, Wrong } from '../ui/door-page.tsx'
import { isolated } from '../ui/entry-words.ts'
import { Field } from '../ui/field.tsx'
import type { Showing } from '../ui/showing.ts'

type Framed = { showing: Showing; assets: Assets }

export const AskPage: FC<
  Framed & { of: string; title: string; mail: string; wrong: string | null }
> = props => {
  const { showing, assets, of, title, mail, wrong } = props
  const { say, link } = showing
  return (
    <DoorPage {...{ showing, assets }} title={say('organiser.ask')} here={link(paths.organisers(of))}>
      <p>
        <a href={link(of)}>
          <bdi>{title}</bdi>
        </a>
      </p>
      <p>{say('organiser.lead')}</p>
      <form method="post" action={paths.organisers()}>
        <input type="hidden" name="of" value={of} />
        <Field
          label={say('field.email')}
          name="mail"
          type="email"
          value={mail}
          wrong={wrong}
          autocomplete="email"
          required
          maxlength={254}
        />
        <button type="submit" class="act strong">
          {say('you.mail.send')}
        </button>
      </form>
    </DoorPage>
  )
}

/** Says the same, whether or not there is a mail. */
export const SentPage: FC<Framed & { of: string }> = ({ showing, assets, of }) => {
  const { say, link } = showing
  return (
    <DoorPage {...{ showing, assets }} title={say('link.sent.title')} here={link(paths.organisers(of))}>
      <p>{say('organiser.sent')}</p>
      <p>
        <a href={link(of)}>{say('you.back')}</a>
      </p>
    </DoorPage>
  )
}

export const UsePage: FC<Framed & { token: string; found: Organiser }> = ({
  showing,
  assets,
  token,
  found,
}) => {
  const { say, link } = showing
  return (
    <DoorPage {...{ showing, assets }} title={say('organiser.ask')} here={link(paths.organiserLink(token))}>
      <p>
        {say('organiser.use', { organisation: isolated(found.organisation.name), hours: organiserHours })}
      </p>
      <form method="post" action={paths.organiserLink(token)}>
        <button type="submit" class="act strong">
          {say('link.use', { email: isolated(found.mail) })}
        </button>
      </form>
    </DoorPage>
  )
}

export const OverPage: FC<Framed> = ({ showing, assets }) => {
  const { say, link } = showing
  return (
    <DoorPage {...{ showing, assets }} title={say('organiser.ask')} here={link(paths.organiserOwn())}>
      <Wrong>{say('organiser.over')}</Wrong>
    </DoorPage>
  )
}
