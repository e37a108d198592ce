import type { Child, FC } from 'hono/jsx'
import type { Participant } from '../../domain/participant.ts'
import type { WayName } from '../../domain/provider.ts'
import { paths } from '../paths.ts'
import type { Showing } from './showing.ts'
import { wayTitle } from './ways.ts'

/**
 * Who takes part, at the head of a form of comments or suggestions, inside its `<form>`; the fields that only guests
 * fill in (name, mail, website) are its children. For pages that are made for one (`sendOnce`), since it tells who asks:
 * `who={await participantOf(c)}`. A guest sees the fields and ways to sign in, others as whom they take part, and how
 * that is changed. The receiver of the form asks `participantOf(c)` again; the guest's fields do not count for others.
 *
 * Signing in or out sends the whole form along (`formaction`): its fields come back to the page `back`, a path of ours
 * that is made for one, as `await draftOf(c, parts)` (`middleware/draft.ts`), also where signing in was given up.
 *
 * @param ways `waysOf(config)`
 */
export const TakingPartAs: FC<{
  showing: Showing
  ways: WayName[]
  back: string
  who: Participant
  children?: Child
}> = ({ showing, ways, back, who, children }) => (
  <div class="taking-part">
    {/* Enter in a field sends the form by its first button, which must not be one that leads elsewhere. */}
    <button type="submit" hidden tabindex={-1} />
    <input type="hidden" name="back" value={back} />
    <input type="hidden" name="as" value={asWhom(who)} />
    {who.kind === 'guest' ? (
      <fieldset class="guest">
        {children}
        <SignInWays ways={ways} showing={showing} />
      </fieldset>
    ) : (
      <As name={who.name} isVisitor={who.kind === 'visitor'} showing={showing} />
    )}
  </div>
)

/** As whom a form was filled in. Somebody may have come in or gone since in another tab, or their sign-in has ended. */
export function asWhom(who: Participant): string {
  return who.kind === 'guest' ? who.kind : `${who.kind} ${who.id}`
}

const As: FC<{ name: string; isVisitor: boolean; showing: Showing }> = ({ name, isVisitor, showing }) => {
  const { say } = showing
  const [before = '', after = ''] = say('you.as', { name: mark }).split(mark)
  return (
    <p class="as">
      {before}
      <b>
        <bdi>{name}</bdi>
      </b>
      {after}{' '}
      {isVisitor ? (
        <span>
          (
          {(
            [
              ['you.change', paths.you()],
              ['you.out', paths.youOut()],
            ] as const
          ).map(([word, action], index) => (
            <>
              {index ? ' / ' : ''}
              <button class="quiet" type="submit" formaction={action} formenctype={urlencoded} formnovalidate>
                {say(word)}
              </button>
            </>
          ))}
          )
        </span>
      ) : (
        ''
      )}
    </p>
  )
}

/** Buttons for each way to sign in, inside a form. */
export const SignInWays: FC<{ ways: WayName[]; showing: Showing }> = ({ ways, showing: { say } }) => {
  if (ways.length === 0) return null
  return (
    <p class="ways">
      {say('you.with')}{' '}
      {ways.map(way => (
        <button
          class="act"
          type="submit"
          formaction={paths.youWith(way)}
          formenctype={urlencoded}
          formnovalidate
        >
          {wayTitle(way, say)}
        </button>
      ))}
    </p>
  )
}

/** Of files in a form only their names come along; they would be too large to wait anywhere. */
const urlencoded = 'application/x-www-form-urlencoded'

/** Stands for a name in a sentence. */
const mark = '\uE000'
