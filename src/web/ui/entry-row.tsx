import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import type { Entry } from '../../domain/entry.ts'
import type { LinkRole } from '../../domain/finding.ts'
import { linksAt, type ShownLink } from '../../domain/link-window.ts'
import { type PhaseAt, phaseOf, type Reckoning, type Span, spanOf, timedOf } from '../../domain/phase.ts'
import { dayOf } from '../../time/days.ts'
import { sayClock, sayDay, sayWallClock, sayZone } from '../../time/say-time.ts'
import { type Actions, actionsOf } from './actions.ts'
import {
  doubtsOf,
  hostOf,
  isolated,
  phaseKey,
  recordingKey,
  statusKey,
  timeWords,
  whereOf,
} from './entry-words.ts'
import { langOf } from './lang-of.ts'
import { htmlOf } from './markdown.ts'
import type { Showing } from './showing.ts'
import { timedData } from './timed-data.ts'
import { sayEnd, sayOwn } from './when.ts'

type Props = {
  entry: Entry
  showing: Showing
  reckoning: Reckoning
  href: string
  level: 2 | 3 | 4
  /** Whether its day is said in the row: where no heading says it. */
  day: 'always' | 'unless-today' | 'never'
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

/** The start in the reader's zone, and the organiser's own time and place below it. */
export const When: FC<{ entry: Entry; span: Span | null; showing: Showing; day: Props['day'] }> = ({
  entry,
  span,
  showing,
  day,
}) => {
  const { say, zone, locale, now } = showing
  const { precision, start, zone: ownZone } = entry.time
  if (!span || start === null) {
    const told =
      entry.kind === 'event'
        ? say('time.not-told')
        : entry.published
          ? sayDay(entry.published, 'short', locale)
          : say(`kind.${entry.kind}`)
    return <div class={entry.kind === 'event' ? 'when gap' : 'when any'}>{told}</div>
  }
  const today = day === 'never' ? '' : dayOf(span.start, zone)
  const saysDay = day === 'always' || (day === 'unless-today' && today !== dayOf(now, zone))
  const hint = saysDay ? <span class="on-day">{sayDay(today, 'short', locale)}</span> : ''
  if (precision !== 'moment') {
    return (
      <div class="when">
        {hint}
        <span class="words">{say(precision === 'all-day' ? 'time.all-day' : 'time.hour-not-told')}</span>
        {entry.time.end ? (
          <span class="own">{say('until', { time: sayDay(entry.time.end, 'short', locale) })}</span>
        ) : (
          ''
        )}
      </div>
    )
  }
  if (ownZone === null) {
    return (
      <div class="when">
        {hint}
        <time datetime={start.slice(0, 16)} data-floating>
          {sayWallClock(start, locale)}
        </time>
        <span class="own">{say('own.floating')}</span>
      </div>
    )
  }
  const own = { wall: start.slice(0, 16), place: sayZone(ownZone, span.start) }
  return (
    <div class="when">
      {hint}
      <time datetime={isoOf(span.start)}>{sayClock(span.start, zone, locale)}</time>
      <span class="own" data-own={`${own.wall} ${own.place}`}>
        {sayOwn(timeWords(showing), own, span.start, zone, locale)}
      </span>
    </div>
  )
}

/** Phase, end, status and recording in words. */
export const State: FC<{ entry: Entry; at: PhaseAt; span: Span | null; showing: Showing }> = ({
  entry,
  at,
  span,
  showing,
}) => {
  const { say, zone, locale } = showing
  const phase = phaseKey(at)
  const status = statusKey(entry)
  const recording = recordingKey(entry, at)
  const end =
    span && !span.assumed && entry.time.precision === 'moment' && span.end > span.start ? span.end : null
  if (!phase && !status && !recording && end === null && !span) return <></>
  return (
    <p class="state">
      {status ? <strong class="status">{say(status)}</strong> : ''}
      {span ? <span class="phase">{phase ? say(phase) : ''}</span> : ''}
      {end === null ? (
        ''
      ) : (
        <time class="end" datetime={isoOf(end)}>
          {sayEnd(timeWords(showing), span!.start, end, zone, locale)}
        </time>
      )}
      {recording ? <span>{say(recording)}</span> : ''}
    </p>
  )
}

export const MainAction: FC<{ actions: Actions; entry: Entry; showing: Showing }> = ({
  actions,
  entry,
  showing,
}) => {
  if (!actions.main) return <></>
  const { link, label, strong } = actions.main
  return (
    <a
      class={strong ? 'act strong' : 'act'}
      href={link.link.url}
      rel="noopener"
      aria-label={showing.say('act.of', { act: showing.say(label), title: entry.title })}
    >
      {showing.say(label)}
    </a>
  )
}

export const OtherLinks: FC<{ links: ShownLink[]; showing: Showing }> = ({ links, showing }) => {
  const { say } = showing
  if (links.length === 0) return <></>
  return (
    <p class="links">
      {links.map(({ link, mark }) => (
        <a href={link.url} rel="noopener" class={mark ?? undefined}>
          {say(`link.${link.role}`)}
          {isOneOfSeveral(link.role, links) ? (
            <>
              {' '}
              <bdi>{hostOf(link.url)}</bdi>
            </>
          ) : (
            ''
          )}
          {mark ? ` (${say(`link.${mark}`)})` : ''}
        </a>
      ))}
    </p>
  )
}

/** Two links of one role are told apart by their sites. */
function isOneOfSeveral(role: LinkRole, links: ShownLink[]): boolean {
  return links.filter(({ link }) => link.role === role).length > 1
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

export function isoOf(epochMs: number): string {
  return `${new Date(epochMs).toISOString().slice(0, 16)}Z`
}
