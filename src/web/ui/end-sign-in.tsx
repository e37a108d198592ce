import type { FC } from 'hono/jsx'
import { ShortMoment } from './short-moment.tsx'
import type { Showing } from './showing.ts'

/** When a sign-in was seen last, or that it is the one by which this page is looked at. */
export const SignInSeen: FC<{ isThis: boolean; seenAt: number; showing: Showing }> = ({
  isThis,
  seenAt,
  showing,
}) => (
  <>
    {showing.say(isThis ? 'account.sign-in.this' : 'account.sign-in.seen')}
    {isThis ? (
      ''
    ) : (
      <>
        {' '}
        <ShortMoment at={seenAt} showing={showing} />
      </>
    )}
  </>
)

/** Ends a sign-in on another device. @param device as it is called */
export const EndSignIn: FC<{ action: string; id: string; device: string; showing: Showing }> = ({
  action,
  id,
  device,
  showing: { say },
}) => (
  <form method="post" action={action}>
    <input type="hidden" name="id" value={id} />
    <button class="quiet" type="submit" aria-label={say('account.sign-in.end.of', { device })}>
      {say('account.sign-in.end')}
    </button>
  </form>
)
