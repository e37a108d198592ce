import type { FC } from 'hono/jsx'
import { paths } from '../paths.ts'
import { Wrong } from '../ui/door-page.tsx'
import { Field } from '../ui/field.tsx'
import { KeptWords } from '../ui/kept-words.tsx'
import { Along, Frame, type Framed, type OnTheWay } from './frame.tsx'

/** Which server of Mastodon. */
export const AskServerPage: FC<Framed & { way: OnTheWay; typed: string; wrong: string | null }> = ({
  showing,
  assets,
  way,
  typed,
  wrong,
}) => {
  const { say, link } = showing
  return (
    <Frame {...{ showing, assets }} title={say('you.server.title')}>
      <form method="post" action={paths.youWith('mastodon')}>
        <Along way={way} />
        <Field
          label={say('you.server')}
          name="server"
          value={typed}
          hint={say('you.server.hint')}
          wrong={wrong}
          inputmode="text"
          autocomplete="url"
          required
          maxlength={300}
        />
        <button type="submit" class="act strong">
          {say('you.go')}
        </button>{' '}
        <a href={link(way.leave)}>{say('you.back')}</a>
      </form>
    </Frame>
  )
}

/**
 * Leads on to a provider. A redirect would do the same, were it not that a form of ours may send nobody elsewhere: that
 * way no form that somebody smuggles in can.
 */
export const GoOnPage: FC<Framed & { title: string; url: string }> = ({ showing, assets, title, url }) => {
  const { say } = showing
  return (
    <Frame {...{ showing, assets }} title={say('you.go.title', { provider: title })}>
      <p>
        <a class="act strong" href={url} rel="noreferrer">
          {say('you.go')}
        </a>
      </p>
      <p class="hint">{say('you.go.hint', { host: new URL(url).host })}</p>
    </Frame>
  )
}

/** Why nobody was signed in. */
export const UnsaidPage: FC<
  Framed & { back: string; reason: string; isKept?: boolean; fields?: Record<string, string> }
> = ({ showing, assets, back, reason, isKept = false, fields = {} }) => {
  const { say, link } = showing
  return (
    <Frame {...{ showing, assets }} title={say('you.unsaid.title')}>
      <Wrong>{reason}</Wrong>
      {isKept ? <p>{say('you.unsaid.kept')}</p> : <KeptWords fields={fields} showing={showing} />}
      <p>
        <a class="act strong" href={link(back)}>
          {say('you.back')}
        </a>
      </p>
    </Frame>
  )
}
