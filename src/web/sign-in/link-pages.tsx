import type { FC } from 'hono/jsx'
import type { Assets } from '../assets.ts'
import { paths } from '../paths.ts'
import { DoorPage } from '../ui/door-page.tsx'
import type { Showing } from '../ui/showing.ts'

type Props = { showing: Showing; assets: Assets }

/** Said alike whether there is such an account or not. */
export const LookIntoMailPage: FC<Props & { email: string; hasMailServer: boolean }> = props => {
  const { showing, assets, email, hasMailServer } = props
  const { say, link } = showing
  return (
    <DoorPage showing={showing} assets={assets} title={say('link.sent.title')} here={paths.signIn()}>
      <p class="lead">{say('link.sent', { email })}</p>
      <p class="hint">{say(hasMailServer ? 'link.sent.hint' : 'link.sent.outbox')}</p>
      <p>
        <a href={link(paths.signIn())}>{say('link.back')}</a>
      </p>
    </DoorPage>
  )
}

export const UseLinkPage: FC<Props & { action: string; back: string; email: string }> = props => {
  const { showing, assets, action, back, email } = props
  const { say } = showing
  return (
    <DoorPage showing={showing} assets={assets} title={say('sign-in.title')} here={action}>
      <p class="lead">{say('link.use', { email })}</p>
      <form method="post" action={showing.link(action)}>
        <input type="hidden" name="back" value={back} />
        <p class="acts">
          <button class="act strong" type="submit" autofocus>
            {say('sign-in.do')}
          </button>
        </p>
      </form>
    </DoorPage>
  )
}

export const LinkOverPage: FC<Props> = ({ showing, assets }) => {
  const { say, link } = showing
  return (
    <DoorPage showing={showing} assets={assets} title={say('link.over.title')} here={paths.signIn()}>
      <p class="lead">{say('link.over')}</p>
      <p class="acts">
        <a class="act" href={link(paths.signIn())}>
          {say('sign-in.title')}
        </a>
      </p>
    </DoorPage>
  )
}
