import type { Child, FC } from 'hono/jsx'
import { dayAt, dayWatch } from '../../domain/day-watch.ts'
import type { DeskItem, NeedCode } from '../../domain/desk.ts'
import type { Programme } from '../../domain/programme.ts'
import type { Look } from '../../domain/recordings/look.ts'
import type { ToldUpdate } from '../../domain/update.ts'
import type { AtDesk } from '../middleware/at-desk.ts'
import { paths } from '../paths.ts'
import { DeskKeys } from '../ui/desk-keys.tsx'
import { DeskPage } from '../ui/desk-page.tsx'
import { langOf } from '../ui/lang-of.ts'
import { ShortMoment } from '../ui/short-moment.tsx'
import { reckoningOf, type Showing } from '../ui/showing.ts'
import { headingOf } from '../ui/update-words.ts'
import { ZoneLine } from '../ui/zone-line.tsx'
import { DayClock } from './day-clock.tsx'
import { DayRow, type Mistyped } from './day-row.tsx'
import { pathOfItem, sayNeeds } from './need-words.ts'

type Props = {
  at: AtDesk
  programme: Programme
  items: DeskItem[]
  /** The newest, the newest first. */
  updates: ToldUpdate[]
  /** What was seen of recordings and streams, by the entry. */
  looks: Map<string, Look>
  mayPublish: boolean
  mistyped: Mistyped | undefined
}

const hour = 3_600_000
/** What somebody else has said or found, and a curator answers. */
const asking = new Set<NeedCode>(['source-changed', 'source-missing', 'recording-found', 'recording-gone'])
const mostRows = 40
const mostLines = 8

/** The page of whoever watches over the day: what is on, what comes, what is missing, and what to do about it. */
export const DayPage: FC<Props> = ({ at, programme, items, updates, looks, mayPublish, mistyped }) => {
  const { showing, here } = at
  const { say, now } = showing
  const { series, edition, entries } = programme
  const reckoning = reckoningOf(edition, showing)
  const { on, next, unrecorded } = dayWatch(entries, now, reckoning)
  const itemOf = new Map(items.flatMap(item => (item.entry ? [[item.entry.id, item]] : [])))
  const row = (isOver: boolean) => (watched: (typeof on)[number]) => (
    <DayRow
      watched={watched}
      item={itemOf.get(watched.entry.id)}
      look={looks.get(watched.entry.id)}
      isOver={isOver}
      mayAct={mayPublish}
      {...{ programme, showing, reckoning, here, mistyped }}
    />
  )
  const failing = items.filter(({ needs }) => needs.some(({ code }) => code === 'link-gone'))
  const suggested = items.filter(
    item => item.reading !== null || item.needs.some(({ code }) => asking.has(code)),
  )
  const lately = updates.filter(update => update.at > now - 6 * hour && update.at <= now)
  const recorded = updates.filter(
    ({ update, at }) =>
      update.kind === 'recording' && update.state === 'available' && at > now - 72 * hour && at <= now,
  )
  const isDay = 'hour' in dayAt(edition.startsOn, edition.endsOn, now)
  return (
    <DeskPage at={at} title={say('desk.day')} edition={programme} part="day">
      <h1 class="announce">{say('desk.day')}</h1>
      <div
        class="day-watch"
        data-renewed="day"
        data-moves
        data-keys
        data-live={paths.live(series.slug, edition.slug)}
      >
        <DayClock edition={edition} showing={showing} />
        {isDay || on.length + next.length + unrecorded.length > 0 ? (
          <div class="watched">
            <Part name="on" title={say('section.on')} count={on.length} showing={showing}>
              <ol>{on.slice(0, mostRows).map(row(false))}</ol>
            </Part>
            <Part name="next" title={say('day.next')} count={next.length} showing={showing}>
              <ol>{next.slice(0, mostRows).map(row(false))}</ol>
            </Part>
            <Part name="unrecorded" title={say('day.unrecorded')} count={unrecorded.length} showing={showing}>
              <ol>{unrecorded.slice(0, mostRows).map(row(true))}</ol>
            </Part>
          </div>
        ) : (
          <p class="empty">{say('day.empty')}</p>
        )}
        <div class="beside">
          <Part name="suggested" title={say('day.suggested')} count={suggested.length} showing={showing}>
            <ul>
              {suggested.slice(0, mostLines).map(item => (
                <Line item={item} {...{ programme, showing, here }} />
              ))}
            </ul>
          </Part>
          <Part name="failing" title={say('day.failing')} count={failing.length} showing={showing}>
            <ul>
              {failing.slice(0, mostLines).map(item => (
                <Line item={item} {...{ programme, showing, here }} />
              ))}
            </ul>
          </Part>
          <Part name="recorded" title={say('day.recorded')} count={recorded.length} showing={showing}>
            <Told updates={recorded} programme={programme} showing={showing} />
          </Part>
          <Part name="lately" title={say('day.lately')} count={lately.length} showing={showing}>
            <Told updates={lately} programme={programme} showing={showing} saysWhat />
          </Part>
        </div>
      </div>
      <div class="desk-foot">
        <ZoneLine showing={showing} here={here} />
        <p class="hint day-keys" hidden>
          {say('day.keys')}
        </p>
        <DeskKeys showing={showing} of="day" />
      </div>
    </DeskPage>
  )
}

const Part: FC<{ name: string; title: string; count: number; showing: Showing; children?: Child }> = ({
  name,
  title,
  count,
  showing,
  children,
}) => (
  <section class={name} aria-labelledby={`day-${name}`}>
    <h2 id={`day-${name}`}>
      {title} <small>{count || ''}</small>
    </h2>
    {count ? children : <p class="hint">{showing.say('day.none')}</p>}
  </section>
)

const Line: FC<{ item: DeskItem; programme: Programme; showing: Showing; here: string }> = ({
  item,
  programme,
  showing,
  here,
}) => {
  const title = item.entry?.title ?? item.reading?.label ?? item.source?.name ?? ''
  return (
    <li>
      <a href={showing.link(pathOfItem(item, here, programme))}>
        <bdi lang={langOf(title, showing)}>{title || showing.say('desk.untitled')}</bdi>
      </a>{' '}
      <small>
        {sayNeeds(item, showing)
          .map(({ words }) => words)
          .join(' ')}
      </small>
    </li>
  )
}

const Told: FC<{ updates: ToldUpdate[]; programme: Programme; showing: Showing; saysWhat?: boolean }> = ({
  updates,
  programme: { series, edition },
  showing,
  saysWhat = false,
}) => (
  <ul>
    {updates.slice(0, mostLines).map(told => {
      const { at, entry, update } = told
      const title = entry?.title ?? (update.kind === 'withdrawn' ? update.title : '')
      const words = <bdi lang={langOf(title, showing)}>{title}</bdi>
      return (
        <li>
          {saysWhat ? <b>{showing.say(headingOf(told))}</b> : ''}{' '}
          {entry && entry.parentSlug === null ? (
            <a href={showing.link(paths.entry(series.slug, edition.slug, entry.slug))}>{words}</a>
          ) : (
            words
          )}{' '}
          <small>
            <ShortMoment at={at} showing={showing} />
          </small>
        </li>
      )
    })}
  </ul>
)
