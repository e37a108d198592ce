import type { Child, FC } from 'hono/jsx'
import type { DailyPause } from '../../domain/plan/daily-pause.ts'
import { dayOf } from '../../time/days.ts'
import { sayClock, sayDayOf } from '../../time/say-time.ts'
import type { Assets } from '../assets.ts'
import { paths } from '../paths.ts'
import { pictureOf } from '../ui/bars.ts'
import { ClockChanges } from '../ui/clock-changes.tsx'
import { langOf } from '../ui/lang-of.ts'
import { Page } from '../ui/page.tsx'
import { FiftyHours } from '../ui/picture.tsx'
import { languageSaid } from '../ui/read-to.ts'
import { scriptWords } from '../ui/script-words.ts'
import { reckoningOf, type Showing } from '../ui/showing.ts'
import { ZoneLine } from '../ui/zone-line.tsx'
import { HoursForm } from './hours-form.tsx'
import { PlanLine, rowId } from './plan-row.tsx'
import type { PlanPart, ShownPlan } from './shown-plan.ts'

type Props = {
  plan: ShownPlan
  pauses: DailyPause[]
  showing: Showing
  assets: Assets
  /** Whether it is the plan of this device: else it is looked at, and may be taken over. */
  isOwn: boolean
  /** What stands above it: what kind of plan this is, where it is not one's own. */
  lead?: Child
  /** What stands below it. */
  children?: Child
  /** The stars as script remembers them. */
  stars?: Record<string, string> | undefined
  /** In which zone it is solved, where its reader chose none. */
  planZone?: string | undefined
  here: string
}

/** What a reader starred, over all editions, as it is solved: what to watch live, what later, and why. */
export const PlanPage: FC<Props> = ({
  plan,
  pauses,
  showing,
  assets,
  isOwn,
  lead,
  children,
  stars,
  planZone,
  here,
}) => {
  const { say, link } = showing
  const { parts, rows, seen } = plan
  const edition = parts[0]?.edition ?? { assumedMinutes: 60, startsOn: dayOf(showing.now, showing.zone) }
  return (
    <Page
      showing={showing}
      assets={assets}
      title={say('plan.name')}
      canonical={null}
      own={isOwn}
      here={here}
      style={assets.plan}
      forScripts={{ ...scriptWords(showing, edition), stars, planZone }}
    >
      <div class="head plan-head">
        <h1>{say('plan.name')}</h1>
        {lead}
        {rows.size ? (
          <p class="sum">
            {say('plan.sum', {
              count: rows.size,
              seen: seen.musts + seen.likes,
              live: seen.live,
              expected: seen.expected,
            })}
          </p>
        ) : (
          ''
        )}
      </div>
      {rows.size ? (
        <>
          <div class="tools">
            <ZoneLine showing={showing} here={here} />
            <nav aria-label={say('views')} class="views">
              <a href={link(paths.catchUp())}>{say('catch.title')}</a>
            </nav>
          </div>
          <HoursForm showing={showing} pauses={pauses} isOwn={isOwn} />
          <Clashes plan={plan} showing={showing} />
        </>
      ) : (
        ''
      )}
      <Lost plan={plan} isOwn={isOwn} showing={showing} />
      {parts.map(part => (
        <Part part={part} plan={plan} isOwn={isOwn} />
      ))}
      {children}
    </Page>
  )
}

const Part: FC<{ part: PlanPart; plan: ShownPlan; isOwn: boolean }> = ({ part, plan, isOwn }) => {
  const { series, edition, rows, showing, isPast } = part
  const { link, locale, zone } = showing
  const reckoning = reckoningOf(edition, showing)
  const entries = rows.map(({ entry }) => entry)
  const picture = pictureOf(edition, entries, reckoning)
  const days = Map.groupBy(rows, ({ decision }) => decision.span && dayOf(decision.span.start, zone))
  return (
    <section class="list plan" aria-labelledby={`of-${edition.id}`}>
      <h2 id={`of-${edition.id}`}>
        <a href={link(paths.edition(series.slug, edition.slug))}>
          <bdi lang={langOf(edition.title, showing, languageSaid(edition, 'title'))}>{edition.title}</bdi>
        </a>
      </h2>
      {!isPast && picture.bars.length > 1 ? (
        <FiftyHours
          picture={picture}
          edition={edition}
          reckoning={reckoning}
          showing={showing}
          addressOf={entry => `#${rowId(entry.id)}`}
        />
      ) : (
        ''
      )}
      {isPast ? '' : <ClockChanges programme={{ series, edition, entries }} showing={showing} />}
      <ol>
        {[...days].map(([day, own]) => (
          <>
            <li class="day">
              <h3>
                {day === null
                  ? showing.say('plan.any-time')
                  : sayDayOf(day, edition.startsOn.slice(0, 4), locale)}
              </h3>
            </li>
            {own.map(row => (
              <PlanLine row={row} part={part} rows={plan.rows} isOwn={isOwn} />
            ))}
          </>
        ))}
      </ol>
    </section>
  )
}

/** Two by two, what cannot both be watched live. */
const Clashes: FC<{ plan: ShownPlan; showing: Showing }> = ({ plan: { clashes, rows }, showing }) => {
  const { say, zone, locale } = showing
  const all = clashes.clashes.length + clashes.more
  if (all === 0) return null
  const named = (id: string) => {
    const title = rows.get(id)?.entry.title ?? ''
    return (
      <a href={`#${rowId(id)}`}>
        <bdi>{title}</bdi>
      </a>
    )
  }
  return (
    <section class="clashes" aria-labelledby="clashes">
      <h2 id="clashes">{say('plan.clashes', { count: all })}</h2>
      <ul>
        {clashes.clashes.map(({ ids: [one, other], from, to, possible }) => (
          <li>
            <time>
              {sayClock(from, zone, locale)}–{sayClock(to, zone, locale)}
            </time>
            <span>
              {named(one)} <span aria-hidden="true">×</span> {named(other)}
              {possible ? <small class="doubt">{say('clash.all-possible')}</small> : ''}
            </span>
          </li>
        ))}
      </ul>
      {clashes.more ? <p>{say('clash.more', { count: clashes.more })}</p> : ''}
    </section>
  )
}

/** What readers do not see any more, by its name where they saw it once. */
const Lost: FC<{ plan: ShownPlan; isOwn: boolean; showing: Showing }> = ({
  plan: { lost },
  isOwn,
  showing: { say },
}) => {
  if (lost.length === 0) return null
  const unknown = lost.filter(({ title }) => title === null)
  return (
    <form class="notice lost" method="post" action={paths.planEntries()}>
      {lost.map(({ id, title }) => (
        <>
          <input type="hidden" name="entry" value={id} />
          {title === null ? '' : <p>{say('plan.withdrawn', { title })}</p>}
        </>
      ))}
      {unknown.length ? <p>{say('plan.gone', { count: unknown.length })}</p> : ''}
      {isOwn ? (
        <button type="submit" class="quiet" name="wish" value="none">
          {say('plan.tidy')}
        </button>
      ) : (
        ''
      )}
    </form>
  )
}
