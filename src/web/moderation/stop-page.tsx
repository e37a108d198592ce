import type { FC } from 'hono/jsx'
import type { Assets } from '../assets.ts'
import { paths } from '../paths.ts'
import { DoorPage } from '../ui/door-page.tsx'
import type { Showing } from '../ui/showing.ts'

/** Where the link of a mail to a moderator leads. */
export const StopPage: FC<{ showing: Showing; assets: Assets; token: string; isStopped: boolean }> = ({
  showing,
  assets,
  token,
  isStopped,
}) => {
  const { say, link } = showing
  const here = paths.deskCommentsMails(token)
  return (
    <DoorPage {...{ showing, assets }} title={say('queue.mail.stop')} here={link(here)}>
      {isStopped ? (
        <p role="status">{say('queue.mails.off')}</p>
      ) : (
        <form method="post" action={here}>
          <button type="submit" class="act strong">
            {say('queue.mail.stop')}
          </button>
        </form>
      )}
    </DoorPage>
  )
}
