import type { FC } from 'hono/jsx'
import type { WayName } from '../../domain/provider.ts'
import { signInLastsDays } from '../../domain/visitor.ts'
import { hashOf } from '../../services/sign-in/one-time.ts'
import { listVisitorSignIns, type VisitorSignIn } from '../../storage/visitors.ts'
import { visitorToken } from '../middleware/visitor-cookie.ts'
import { paths } from '../paths.ts'
import type { Parts, Visit } from '../show.ts'
import { deviceOf } from '../ui/device.ts'
import { EndSignIn, SignInSeen } from '../ui/end-sign-in.tsx'
import type { Showing } from '../ui/showing.ts'
import { SignInWays } from '../ui/taking-part-as.tsx'
import { Frame, type Framed } from './frame.tsx'

/** Where a visitor is signed in. */
export function ownSignIns(
  c: Visit,
  { store, config, now }: Parts,
  visitorId: string,
): Promise<VisitorSignIn[]> {
  const token = visitorToken(c, config)
  const seenSince = now() - signInLastsDays * 86_400_000
  return listVisitorSignIns(store.db, visitorId, { seenSince, token: token && hashOf(token) })
}

/** The same, with what ends each. */
export const OwnSignIns: FC<{ signIns: VisitorSignIn[]; showing: Showing }> = ({ signIns, showing }) => {
  const { say } = showing
  return (
    <section>
      <h2>{say('account.sign-ins')}</h2>
      <ul class="own-said">
        {signIns.map(({ id, device: told, isThis, seenAt }) => {
          const device = deviceOf(told) ?? say('device.unknown')
          return (
            <li>
              <b>
                <bdi>{device}</bdi>
              </b>{' '}
              <small>
                <SignInSeen isThis={isThis} seenAt={seenAt} showing={showing} />
              </small>
              {isThis ? (
                ''
              ) : (
                <EndSignIn action={paths.youSignIns()} id={id} device={device} showing={showing} />
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** Who one is is to be shown anew first. */
export const AgainPage: FC<Framed & { ways: WayName[] }> = ({ showing, assets, ways }) => {
  const { say, link } = showing
  return (
    <Frame {...{ showing, assets }} title={say('account.sign-ins')}>
      <p>{say('you.again')}</p>
      <form method="post" action={paths.you()}>
        <input type="hidden" name="back" value={paths.you()} />
        <SignInWays ways={ways} showing={showing} />
      </form>
      <p>
        <a href={link(paths.you())}>{say('you.back')}</a>
      </p>
    </Frame>
  )
}
