import type { FC } from 'hono/jsx'
import { mostOnPage, type PagedProgramme, type ProgrammePart } from '../../domain/programme-page.ts'
import { sayDayOf } from '../../time/say-time.ts'
import type { Showing } from '../ui/showing.ts'

type Props = {
  paged: PagedProgramme
  pathOf: (part: Partial<ProgrammePart>) => string
  /** Of the edition: other years are said. */
  year: string
  showing: Showing
}

/** The days of a long programme, each an address of its own, and which part of it stands here. */
export const Parts: FC<Props> = ({ paged, pathOf, year, showing }) => {
  const { days, day, from, entries, count, pages } = paged
  const { say, locale } = showing
  if (days.length === 0 && pages <= 1) return null
  const list = (
    <ul>
      <li>
        <a href={pathOf({})} aria-current={day === null ? 'page' : undefined}>
          {say('part.all')}
        </a>
      </li>
      {days.slice(0, mostDays).map(each => (
        <li>
          <a href={pathOf({ day: each.day })} aria-current={each.day === day ? 'page' : undefined}>
            {sayDayOf(each.day, year, locale)} <small>{each.count}</small>
          </a>
        </li>
      ))}
    </ul>
  )
  return (
    <nav class="parts" aria-label={say('part.days')}>
      {days.length > mostSeen ? (
        <details open={day !== null}>
          <summary>{say('part.days')}</summary>
          {list}
        </details>
      ) : days.length > 1 ? (
        list
      ) : (
        ''
      )}
      {count > mostOnPage ? (
        <p>{say('part.range', { from: from + 1, to: from + entries.length, count })}</p>
      ) : (
        ''
      )}
    </nav>
  )
}

/** Days of a programme that lasts for months are reached page by page. */
const mostDays = 60
/** More of them stand behind a word. */
const mostSeen = 7
