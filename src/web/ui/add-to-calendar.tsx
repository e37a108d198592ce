import type { FC } from 'hono/jsx'
import type { Entry } from '../../domain/entry.ts'
import { type PhaseAt, takesPlace } from '../../domain/phase.ts'
import { withoutSecrets } from '../../domain/secret-link.ts'
import { calendarQuery } from '../calendar-query.ts'
import { paths } from '../paths.ts'
import { linksToAdd } from './calendar-links.ts'
import { whereOf } from './entry-words.ts'
import type { Showing } from './showing.ts'

/**
 * An event to be put into one's own calendar, once: what changes later does not reach it there, and that is said, with
 * where it does. Nothing where it is over or does not take place.
 */
export const AddToCalendar: FC<{
  entry: Entry
  at: PhaseAt
  /** Paths of its page and of its programme. */
  path: string
  programme: string
  showing: Showing
  baseUrl: string
}> = ({ entry, at, path, programme, showing, baseUrl }) => {
  const { say, link } = showing
  const page = baseUrl + encodeURI(path)
  const title = withoutSecrets(entry.title, entry.links)
  const where = whereOf(entry, showing)?.replace(/[\u2068\u2069]/g, '') ?? null
  const links = linksToAdd({ ...entry, title, page, where })
  if (!links || !isOfCalendars(entry) || !takesPlace(entry) || (at.phase === 'over' && !at.probably))
    return null
  const kept = showing.namesLanguage ? `lang=${showing.language}` : ''
  const fileOf = (withSessions: boolean) => paths.calendar(path, calendarQuery({ withSessions, kept }))
  return (
    <details class="to-calendar">
      <summary>{say('calendar.add')}</summary>
      <p class="links">
        <a href={links.google} rel="noopener">
          Google
        </a>
        <a href={links.outlook} rel="noopener">
          Outlook
        </a>
        <a href={links.yahoo} rel="noopener">
          Yahoo
        </a>
        <a href={fileOf(false)}>{say('calendar.file')}</a>
        {entry.sessions.length ? <a href={fileOf(true)}>{say('calendar.with-sessions')}</a> : ''}
      </p>
      <p class="hint">
        {say('calendar.copy')} <a href={link(paths.subscribe(programme))}>{say('calendar.subscribe')}</a>
      </p>
    </details>
  )
}

function isOfCalendars({ kind }: Entry): boolean {
  return kind === 'event' || kind === 'video' || kind === 'campaign'
}
