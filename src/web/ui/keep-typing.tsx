import type { FC } from 'hono/jsx'
import type { Showing } from './showing.ts'

type Props = {
  showing: Showing
  /** What the form is about: `entry 0195…`, `new entry migrants-day/2026`. One name for one form. */
  name: string
  /** Id of who types: at a machine that several share nobody is offered the words of another. */
  who: string
  /** The revision at which the form was opened, as it stands in its hidden field `revision`. */
  revision?: number
  /** Script has put the form there as it was sent and came back, in a page that was not refused itself. */
  isGivenBack?: boolean
}

/**
 * Inside a form: what is typed and not yet saved is kept in this browser, and offered when the form is opened again.
 * Whoever saves the form tells so by `tellSaved`. Passwords and files are never kept, nor what has `data-keep="no"`.
 */
export const KeepTyping: FC<Props> = ({ showing, name, who, revision, isGivenBack }) => {
  const { say } = showing
  return (
    <keep-typing
      data-name={name}
      data-who={who}
      data-revision={revision}
      data-given-back={isGivenBack ? '' : undefined}
      hidden
    >
      <p role="status">
        <span data-part="said" data-words={say('kept.offer', { when: '{when}' })} />{' '}
        <span data-part="newer" hidden>
          {say('kept.newer')}
        </span>
      </p>
      <p class="acts">
        <button type="button" class="act" data-act="bring">
          {say('kept.bring')}
        </button>{' '}
        <button type="button" class="quiet" data-act="drop">
          {say('kept.drop')}
        </button>
      </p>
    </keep-typing>
  )
}
