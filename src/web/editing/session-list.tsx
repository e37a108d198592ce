import type { FC } from 'hono/jsx'
import type { EntryRow } from '../../storage/entries.ts'
import { paths } from '../paths.ts'
import type { Showing } from '../ui/showing.ts'
import { sayEventTime } from '../ui/told-time.ts'
import type { EntryPageProps } from './entry-page-props.ts'

/** The sessions of a whole-day programme in order of time, and the ways to more. */
export const SessionList: FC<EntryPageProps> = ({ at, own, sessions, mayEdit }) => {
  const { showing } = at
  const { say, link } = showing
  const { entry } = own.row
  return (
    <section class="sessions" id="sessions">
      <h2>{say('session.title')}</h2>
      {sessions.length ? (
        <SessionRows
          sessions={sessions}
          back={`${paths.deskEntry(entry.id)}#sessions`}
          revision={own.edition.revision}
          mayEdit={mayEdit}
          showing={showing}
        />
      ) : (
        ''
      )}
      {mayEdit ? (
        <p class="acts">
          <a class="act" href={link(paths.deskNewSession(entry.id))}>
            {say('session.add')}
          </a>
          <a class="act" href={link(paths.deskSessions(entry.id))}>
            {say('session.paste')}
          </a>
        </p>
      ) : (
        ''
      )}
    </section>
  )
}

const SessionRows: FC<{
  sessions: EntryRow[]
  back: string
  revision: number
  mayEdit: boolean
  showing: Showing
}> = ({ sessions, back, revision, mayEdit, showing }) => {
  const { say, link } = showing
  return (
    <ol class="session-rows">
      {sessions.map(({ entry }) => (
        <li class={entry.state === 'withdrawn' ? 'gone' : undefined}>
          <span class="when">{sayEventTime(entry.time, showing)}</span>{' '}
          <a href={link(paths.editEntry(entry.id, back))}>
            <bdi>{entry.title}</bdi>
          </a>{' '}
          {entry.status === 'scheduled' ? '' : <b>{say(`status.${entry.status}`)}</b>}{' '}
          {mayEdit ? (
            <form method="post" action={paths.deskEntry(entry.id)}>
              <input type="hidden" name="revision" value={revision} />
              <input type="hidden" name="back" value={back} />
              <button
                class="quiet"
                type="submit"
                name="do"
                value={entry.state === 'withdrawn' ? 'publish' : 'withdraw'}
              >
                {say(entry.state === 'withdrawn' ? 'session.bring-back' : 'session.remove')}
                <span class="unseen"> {entry.title}</span>
              </button>
            </form>
          ) : (
            ''
          )}
        </li>
      ))}
    </ol>
  )
}

/** By time; those without one as they were put in. */
export function inOrderOfTime(rows: EntryRow[]): EntryRow[] {
  return rows.toSorted(
    (a, b) =>
      (a.entry.startsAt ?? Number.POSITIVE_INFINITY) - (b.entry.startsAt ?? Number.POSITIVE_INFINITY) ||
      a.position - b.position,
  )
}
