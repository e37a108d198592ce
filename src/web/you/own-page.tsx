import type { FC } from 'hono/jsx'
import type { Participant } from '../../domain/participant.ts'
import type { WayName } from '../../domain/provider.ts'
import type { Visitor } from '../../domain/visitor.ts'
import { longestName } from '../../domain/visitor-name.ts'
import type { VisitorSignIn } from '../../storage/visitors.ts'
import { paths } from '../paths.ts'
import { Field } from '../ui/field.tsx'
import type { Showing } from '../ui/showing.ts'
import { SignInWays } from '../ui/taking-part-as.tsx'
import { wayTitle } from '../ui/ways.ts'
import { Frame, type Framed } from './frame.tsx'
import type { Said } from './own-data.ts'
import { OwnSaid } from './own-said.tsx'
import { OwnSignIns } from './own-sign-ins.tsx'

type Props = Framed & {
  who: Participant
  visitor: Visitor | null
  ways: WayName[]
  back: string
  typed?: { name: string; wrong: string } | undefined
  said: Said | null
  signIns: VisitorSignIn[]
  /** Whether a mailbox can be written to, to show that it is theirs. */
  hasMail: boolean
}

export const OwnPage: FC<Props> = props => {
  const { showing, assets, who, visitor, ways, back, typed, said, hasMail } = props
  const { say } = showing
  return (
    <Frame {...{ showing, assets }} title={say('you.title')}>
      {back === paths.you() ? (
        ''
      ) : (
        <p>
          <a href={showing.link(back)}>{say('you.back')}</a>
        </p>
      )}
      {visitor ? <Known {...{ visitor, showing, back, typed }} /> : ''}
      {said ? <OwnSaid said={said} showing={showing} /> : ''}
      {visitor ? <OwnSignIns signIns={props.signIns} showing={showing} /> : ''}
      {visitor ? (
        <p class="going">
          <a href={paths.youData()}>{say('you.data')}</a>
          <br />
          <a href={showing.link(paths.youRemoval())}>{say('you.removal')}</a>
        </p>
      ) : (
        ''
      )}
      {who.kind === 'curator' ? <p>{say('you.curator', { name: `\u2068${who.name}\u2069` })}</p> : ''}
      {who.kind === 'guest' ? (
        <form method="post" action={paths.you()}>
          <p>{say('you.guest')}</p>
          {hasMail ? <p class="hint">{say('you.guest.mail')}</p> : ''}
          <input type="hidden" name="back" value={back} />
          <SignInWays ways={ways} showing={showing} />
        </form>
      ) : (
        ''
      )}
    </Frame>
  )
}

const Known: FC<{
  visitor: Visitor
  showing: Showing
  back: string
  typed: { name: string; wrong: string } | undefined
}> = ({ visitor, showing, back, typed }) => {
  const { say } = showing
  const { name, provider, subject, url, pictureId } = visitor
  const by = provider === 'mail' ? subject : wayTitle(provider, say)
  return (
    <>
      <p class="as">
        {pictureId ? <img src={paths.picture(pictureId, 96)} width="48" height="48" alt="" /> : ''}
        <span>
          <b>
            <bdi>{name}</bdi>
          </b>
          <br />
          {say('you.known', { provider: `\u2068${by}\u2069` })}
          {url ? (
            <>
              {' · '}
              <a href={url} rel="nofollow noreferrer">
                <bdi dir="ltr">{url.replace(/^https?:\/\//, '')}</bdi>
              </a>
            </>
          ) : (
            ''
          )}
        </span>
      </p>
      <form method="post" action={paths.youName()}>
        <input type="hidden" name="back" value={back} />
        <Field
          label={say('you.name')}
          name="name"
          value={typed?.name ?? name}
          hint={say('you.name.hint')}
          wrong={typed?.wrong ?? null}
          autocomplete="nickname"
          required
          maxlength={longestName}
        />
        <button type="submit" class="act">
          {say('awake.keep')}
        </button>
      </form>
      <form method="post" action={paths.youOut()} class="out">
        <input type="hidden" name="back" value={back} />
        <button type="submit" class="act">
          {say('you.out')}
        </button>{' '}
        <button type="submit" class="act" name="everywhere" value="yes">
          {say('you.out.everywhere')}
        </button>
      </form>
    </>
  )
}
