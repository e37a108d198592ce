import type { FC } from 'hono/jsx'
import { daysOf } from '../../domain/agenda.ts'
import type { Entry } from '../../domain/entry.ts'
import { spanOf, timedOf } from '../../domain/phase.ts'
import type { Wish } from '../../domain/plan/starred.ts'
import type { Programme } from '../../domain/programme.ts'
import { sayClock, sayDayOf } from '../../time/say-time.ts'
import type { Assets } from '../assets.ts'
import { ownPlan, tokenOf } from '../middleware/own-plan.ts'
import { paths } from '../paths.ts'
import type { Parts, Visit } from '../show.ts'
import { langOf } from '../ui/lang-of.ts'
import { Page } from '../ui/page.tsx'
import { languageSaid, readTo } from '../ui/read-to.ts'
import { scriptWords } from '../ui/script-words.ts'
import { sendOnce } from '../ui/send.tsx'
import { reckoningOf, type Showing } from '../ui/showing.ts'
import { ZoneLine } from '../ui/zone-line.tsx'
import { starsOf } from './acts.ts'
import { showingFor } from './pages.tsx'
import { nameOf } from './share-address.ts'

/** All of an edition in one form: for whoever has no script, or chooses many at once. */
export async function showChoice(
  c: Visit,
  parts: Parts,
  { series, edition }: { series: string; edition: string },
): Promise<Response | null> {
  const programme = await parts.programmes(series, edition)
  if (!programme || programme.edition.state === 'draft') return null
  const own = await ownPlan(c, parts)
  const showing = showingFor(c, parts, own?.plan ?? null)(programme.edition.homeZone)
  const read = readTo(programme, showing)
  const page = (
    <ChoicePage
      programme={read.programme}
      stars={await starsOf(parts, tokenOf(c, parts.config))}
      showing={read.showing}
      assets={parts.assets}
      here={paths.planChoice(series, edition)}
    />
  )
  return sendOnce(c, parts, page, 200, programme.series.accent)
}

type Props = {
  programme: Programme
  stars: Record<string, Wish>
  showing: Showing
  assets: Assets
  here: string
}

const ChoicePage: FC<Props> = ({ programme, stars, showing, assets, here }) => {
  const { series, edition, entries } = programme
  const { say, locale, link, now } = showing
  const title = say('plan.choose', { title: edition.title })
  const { days, anytime, notTold } = daysOf(entries, now, reckoningOf(edition, showing))
  const lines = (those: Entry[]) =>
    those.flatMap(entry => {
      const path = paths.entry(series.slug, edition.slug, entry.slug)
      return [
        <Line entry={entry} path={path} programme={programme} stars={stars} showing={showing} />,
        ...entry.sessions.map(session => (
          <Line
            entry={session}
            path={paths.session(series.slug, edition.slug, entry.slug, session.slug)}
            programme={programme}
            stars={stars}
            showing={showing}
            isPart
          />
        )),
      ]
    })
  const begun = days
    .map(({ day, items }) => ({ day, items: items.filter(({ continued }) => !continued) }))
    .filter(({ items }) => items.length > 0)
  const untimed = [...anytime, ...notTold]
  return (
    <Page
      showing={showing}
      assets={assets}
      title={title}
      canonical={null}
      here={link(here)}
      accent={series.accent}
      style={assets.plan}
      forScripts={scriptWords(showing, edition)}
    >
      <div class="head">
        <p class="crumbs">
          <a href={link(paths.edition(series.slug, edition.slug))}>
            <bdi lang={langOf(edition.title, showing, languageSaid(edition, 'title'))}>{edition.title}</bdi>
          </a>
        </p>
        <h1>{title}</h1>
      </div>
      <ZoneLine showing={showing} here={link(here)} />
      <form class="list choose" method="post" action={paths.planEntries()}>
        <ol>
          {begun.map(({ day, items }) => (
            <>
              <li class="day" data-day={day}>
                <h2>{sayDayOf(day, edition.startsOn.slice(0, 4), locale)}</h2>
              </li>
              {lines(items.map(({ entry }) => entry))}
            </>
          ))}
          {untimed.length ? (
            <li class="day">
              <h2>{say('plan.any-time')}</h2>
            </li>
          ) : (
            ''
          )}
          {lines(untimed)}
        </ol>
        <p class="keep">
          <button type="submit" class="act strong">
            {say('plan.choose.keep')}
          </button>
        </p>
      </form>
    </Page>
  )
}

type LineProps = {
  entry: Entry
  path: string
  programme: Programme
  stars: Record<string, Wish>
  showing: Showing
  isPart?: boolean
}

const Line: FC<LineProps> = ({ entry, path, programme: { edition }, stars, showing, isPart }) => {
  const { say, zone, locale, link } = showing
  const name = nameOf(path)
  const span =
    entry.time.precision === 'moment' ? spanOf(timedOf(entry), reckoningOf(edition, showing)) : null
  const starred = stars[name]
  const title = `t-${entry.id}`
  return (
    <li class={isPart ? 'pick within' : 'pick'}>
      <time datetime={span && entry.time.zone ? new Date(span.start).toISOString() : undefined}>
        {span ? sayClock(span.start, zone, locale) : ''}
      </time>
      <a href={link(path)} id={title}>
        <bdi lang={langOf(entry.title, showing, languageSaid(entry, 'title'))}>{entry.title}</bdi>
      </a>
      <span class="wishes">
        {(['like', 'must'] as const).map(wish => (
          <label>
            <input
              type="checkbox"
              name={wish}
              value={name}
              checked={starred === wish || (wish === 'like' && starred === 'must')}
              aria-describedby={title}
            />{' '}
            {say(`star.${wish}`)}
          </label>
        ))}
      </span>
      {starred ? <input type="hidden" name="had" value={name} /> : ''}
    </li>
  )
}
