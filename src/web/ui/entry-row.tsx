import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import type { Entry } from '../../domain/entry.ts'
import { linksAt } from '../../domain/link-window.ts'
import { phaseOf, type Reckoning, spanOf, timedOf } from '../../domain/phase.ts'
import { actionsOf } from './actions.ts'
import { MainAction, OtherLinks } from './entry-links.tsx'
import { doubtsOf, hostOf, isolated, whereOf } from './entry-words.ts'
import { langOf } from './lang-of.ts'
import { htmlOf } from './markdown.ts'
import type { Showing } from './showing.ts'
import { timedData } from './timed-data.ts'
import { type DayHint, State, When } from './when-cell.tsx'

type Props = {
  entry: Entry
  showing: Showing
  reckoning: Reckoning
  href: string
  level: 2 | 3 | 4
  /** Whether its day is said in the row: where no heading says it. */
  day: DayHint
}

/** One entry in a list. */
export const EntryRow: FC<Props> = ({ entry, showing, reckoning, href, level, day }) => {
  const { say, now } = showing
  const at = phaseOf(timedOf(entry), now, reckoning)
  const span = spanOf(timedOf(entry), reckoning)
  const actions = actionsOf(entry, linksAt(entry, now, reckoning), at)
  const Heading = `h${level}` as 'h3'
  const source = entry.kind === 'event' ? undefined : entry.links.find(({ role }) => role === 'source')
  return (
    <li
      class={`entry ${at.phase ?? ''}${at.probably ? ' probably' : ''}`}
      id={entry.slug}
      data-t={timedData(entry)}
    >
      <When entry={entry} span={span} showing={showing} day={day} />
      <div class="what">
        <Heading>
          <a href={href}>
            <bdi lang={langOf(entry.title, showing)}>{entry.title}</bdi>
          </a>
          {source ? <span class="host"> ({hostOf(source.url)})</span> : ''}
        </Heading>
        <p class="by">{byline(entry, showing)}</p>
        <State entry={entry} at={at} span={span} showing={showing} />
        {entry.note ? (
          <div class="note" dir="auto" lang={langOf(entry.note, showing)}>
            {raw(htmlOf(entry.note))}
          </div>
        ) : (
          ''
        )}
        {doubtsOf(entry, showing).map(doubt => (
          <p class="doubt">{doubt}</p>
        ))}
        <OtherLinks links={actions.others} showing={showing} />
        {entry.links.length === 0 ? <p class="gap">{say('gap.link-missing')}</p> : ''}
        {entry.sessions.length ? (
          <p class="sessions">
            <a href={href}>{say('entry.sessions', { count: entry.sessions.length })}</a>
          </p>
        ) : (
          ''
        )}
      </div>
      <MainAction actions={actions} entry={entry} showing={showing} />
    </li>
  )
}

/** Kind, who, where: everything in one line of text. */
function byline(entry: Entry, showing: Showing): string {
  const { say } = showing
  const organisations = entry.organisations.map(({ name }) => isolated(name)).join(', ')
  const people = entry.organisations.length
    ? ''
    : entry.people
        .slice(0, 3)
        .map(({ name }) => isolated(name))
        .join(', ')
  return [
    say(`kind.${entry.kind}`),
    organisations || people,
    whereOf(entry, showing),
    ...entry.tags.slice(0, 4).map(({ name }) => `#${name}`),
  ]
    .filter(Boolean)
    .join(' · ')
}
