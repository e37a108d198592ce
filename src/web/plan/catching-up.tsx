import type { FC } from 'hono/jsx'
import type { Entry } from '../../domain/entry.ts'
import { linksAt } from '../../domain/link-window.ts'
import { type CaughtUp, catchUp } from '../../domain/plan/catch-up.ts'
import { pausesWithin } from '../../domain/plan/daily-pause.ts'
import { starredOf } from '../../domain/plan/starred.ts'
import type { Programme } from '../../domain/programme.ts'
import { readStars } from '../../storage/plans.ts'
import { dayOf } from '../../time/days.ts'
import { sayClock, sayDay, sayDuration, sayMoment } from '../../time/say-time.ts'
import type { Assets } from '../assets.ts'
import { ownPlan } from '../middleware/own-plan.ts'
import { paths } from '../paths.ts'
import { type Parts, readerOf, type Visit } from '../show.ts'
import { langOf } from '../ui/lang-of.ts'
import { Page } from '../ui/page.tsx'
import { languageSaid, readTo } from '../ui/read-to.ts'
import { scriptWords } from '../ui/script-words.ts'
import { sendOnce } from '../ui/send.tsx'
import { reckoningOf, type Showing } from '../ui/showing.ts'
import { ZoneLine } from '../ui/zone-line.tsx'
import { comingEditions } from './coming-editions.ts'
import { showingFor } from './pages.tsx'
import { showPlan } from './shown-plan.ts'

const day = 86_400_000

/** Since when: what one slept through, what ran since one was here last, or since the beginning. */
const sinces = ['slept', 'visit', 'all'] as const
type Since = (typeof sinces)[number]

/** What can be listed: an entry, or a session, of a programme. */
type Item = { entry: Entry; path: string; parentId: string | null; programme: Programme; showing: Showing }

/** What ran while the reader slept or was away, what of it can still be watched, and how long that takes. */
export async function showCatchUp(c: Visit, parts: Parts): Promise<Response> {
  const { store } = parts
  const own = await ownPlan(c, parts)
  const at = readerOf(c, parts).at
  const editions = await comingEditions(store, at - day)
  const showing = showingFor(c, parts, own?.plan ?? null)(editions[0]?.edition.homeZone ?? 'UTC')
  const stars = own ? await readStars((await parts.plans()).db, own.plan.id) : []
  const isStarred = c.req.query('of') === 'starred' && stars.length > 0
  const items = isStarred
    ? await itemsOfPlan()
    : (
        await Promise.all(editions.map(({ series, edition }) => parts.programmes(series.slug, edition.slug)))
      ).flatMap(programme => (programme ? itemsOf(programme, showing) : []))
  const visited = own?.plan.seenBefore ?? null
  const asked = sinces.find(each => each === c.req.query('since')) ?? 'slept'
  const since = asked === 'visit' && visited === null ? 'slept' : asked
  const from = since === 'all' ? 0 : since === 'visit' ? visited! : at - mostNights * day
  const pauses = pausesWithin(own?.plan.pauses ?? [], { from: at - mostNights * day, to: at }, showing.zone)
  const found = catchUp(
    items.map(({ entry, parentId, programme }) =>
      starredOf(entry, { wish: 'like', parentId, assumedMinutes: programme.edition.assumedMinutes }),
    ),
    {
      since: from,
      at,
      zone: showing.zone,
      asleep: since === 'slept' ? { waking: showing.waking, pauses } : null,
    },
  )
  const page = (
    <CatchUpPage
      found={found}
      items={new Map(items.map(item => [item.entry.id, item]))}
      showing={showing}
      assets={parts.assets}
      since={since}
      visited={visited}
      of={stars.length === 0 ? null : isStarred ? 'starred' : 'all'}
    />
  )
  return sendOnce(c, parts, page)

  async function itemsOfPlan(): Promise<Item[]> {
    const shown = await showPlan(store, stars, own!.plan, () => showing)
    return shown.parts.flatMap(({ series, edition, rows, showing }) =>
      rows.map(({ entry, path, parent }) => ({
        entry,
        path,
        parentId: parent?.id ?? null,
        programme: { series, edition, entries: [] },
        showing,
      })),
    )
  }
}

/** Who slept longer asks since the beginning. */
const mostNights = 3

function itemsOf(told: Programme, reader: Showing): Item[] {
  const { programme, showing } = readTo(told, reader)
  const { series, edition } = programme
  return programme.entries.flatMap(entry => [
    {
      entry,
      path: paths.entry(series.slug, edition.slug, entry.slug),
      parentId: null,
      programme,
      showing,
    },
    ...entry.sessions.map(session => ({
      entry: session,
      path: paths.session(series.slug, edition.slug, entry.slug, session.slug),
      parentId: entry.id,
      programme,
      showing,
    })),
  ])
}

type Props = {
  found: CaughtUp
  items: ReadonlyMap<string, Item>
  showing: Showing
  assets: Assets
  since: Since
  visited: number | null
  /** Null: nothing is starred, so there is no choice. */
  of: 'starred' | 'all' | null
}

const CatchUpPage: FC<Props> = ({ found, items, showing, assets, since, visited, of }) => {
  const { say, link, zone, locale, now } = showing
  const { watchable, expected, unseen, length } = found
  const isOf = of === 'starred' ? 'starred' : undefined
  const here = paths.catchUp({ since, of: isOf })
  const ways = sinces.filter(each => each !== 'visit' || visited !== null)
  return (
    <Page
      showing={showing}
      assets={assets}
      title={say('catch.title')}
      canonical={null}
      here={link(here)}
      style={assets.plan}
      forScripts={scriptWords(showing, { assumedMinutes: 60, startsOn: dayOf(now, zone) })}
    >
      <div class="head">
        <p class="crumbs">
          <a href={link(paths.plan())}>{say('plan.name')}</a>
        </p>
        <h1>{say('catch.title')}</h1>
        {watchable.length ? (
          <p class="sum">
            {say('catch.sum', {
              count: watchable.length,
              duration: length.ms ? sayDuration(length.ms, locale) : 'none',
              untold: length.untold,
            })}
          </p>
        ) : (
          ''
        )}
      </div>
      <div class="tools">
        <ZoneLine showing={showing} here={link(here)} />
        <nav aria-label={say('views')} class="views">
          {ways.map(each => (
            <a
              href={link(paths.catchUp({ since: each, of: isOf }))}
              aria-current={each === since ? 'page' : undefined}
            >
              {each === 'visit'
                ? say('catch.visit', { time: sayMoment(visited!, zone, locale) })
                : say(`catch.${each}`)}
            </a>
          ))}
        </nav>
        {of === null ? (
          ''
        ) : (
          <nav aria-label={say('catch.of')} class="views">
            {(['all', 'starred'] as const).map(each => (
              <a
                href={link(paths.catchUp({ since, of: each === 'all' ? undefined : each }))}
                aria-current={each === of ? 'page' : undefined}
              >
                {say(`catch.of.${each}`)}
              </a>
            ))}
          </nav>
        )}
      </div>
      {watchable.length + expected.length + unseen.length === 0 ? (
        <p class="empty">{say('catch.nothing')}</p>
      ) : (
        ''
      )}
      {(['watchable', 'expected', 'unseen'] as const).map(name => (
        <List name={name} missed={found[name]} items={items} reader={showing} />
      ))}
    </Page>
  )
}

type Missed = CaughtUp['watchable'][number]

type ListProps = {
  name: 'watchable' | 'expected' | 'unseen'
  missed: Missed[]
  items: ReadonlyMap<string, Item>
  reader: Showing
}

const List: FC<ListProps> = ({ name, missed, items, reader: { say } }) =>
  missed.length === 0 ? null : (
    <section class="list caught" aria-labelledby={name}>
      <h2 id={name}>
        {say(`catch.${name}`)} <small>{missed.length}</small>
      </h2>
      <ol class={name}>
        {missed.slice(0, mostShown).map((each, index) => (
          <Line missed={each} item={items.get(each.id)!} number={name === 'watchable' ? index + 1 : null} />
        ))}
      </ol>
      {missed.length > mostShown ? <p>{say('clash.more', { count: missed.length - mostShown })}</p> : ''}
    </section>
  )

/** Nobody watches more at a time. */
const mostShown = 200

/** One that ran: when, how long it was, and its recording where there is one. */
const Line: FC<{ missed: Missed; item: Item; number: number | null }> = ({
  missed,
  item: { entry, path, programme, showing },
  number,
}) => {
  const { say, link, zone, locale, now } = showing
  const { span, lengthMs, recording } = missed
  const shown = linksAt(entry, now, reckoningOf(programme.edition, showing))
  const watch =
    recording === 'available'
      ? shown.find(({ link: { role }, mark }) => role === 'recording' && mark === null)?.link
      : undefined
  return (
    <li class="entry">
      <div class="when">
        <span class="on-day">{sayDay(dayOf(span.start, zone), 'short', locale)}</span>
        <time datetime={entry.time.zone ? new Date(span.start).toISOString() : undefined}>
          {sayClock(span.start, zone, locale)}
        </time>
      </div>
      <div class="what">
        <h3>
          {number === null ? '' : <span class="nth">{number}. </span>}
          <a href={link(path)}>
            <bdi lang={langOf(entry.title, showing, languageSaid(entry, 'title'))}>{entry.title}</bdi>
          </a>
        </h3>
        <p class="by">
          {lengthMs === null ? '' : sayDuration(lengthMs, locale)}
          {recording === 'none' || recording === 'removed' ? ` ${say(`recording.${recording}`)}` : ''}
        </p>
      </div>
      {watch ? (
        <a
          class="act strong"
          href={watch.url}
          rel="noopener"
          aria-label={say('act.of', { act: say('act.recording'), title: entry.title })}
        >
          {say('act.recording')}
        </a>
      ) : (
        ''
      )}
    </li>
  )
}
