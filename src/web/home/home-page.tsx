import type { FC } from 'hono/jsx'
import { agendaOf } from '../../domain/agenda.ts'
import type { Entry } from '../../domain/entry.ts'
import { windowOf } from '../../domain/fifty-hours.ts'
import { seriesIn } from '../../domain/in-language.ts'
import type { EditionListing, Programme, SeriesWithEditions } from '../../domain/programme.ts'
import { dayOf } from '../../time/days.ts'
import { sayDays } from '../../time/say-time.ts'
import type { Assets } from '../assets.ts'
import { paths, withKept } from '../paths.ts'
import { pictureOf } from '../ui/bars.ts'
import { BlogList, type BlogRow } from '../ui/blog-list.tsx'
import { EntryRow } from '../ui/entry-row.ts'
import { langOf } from '../ui/lang-of.ts'
import { Page } from '../ui/page.tsx'
import { FiftyHours } from '../ui/picture.tsx'
import { languageSaid, readTo } from '../ui/read-to.ts'
import { scriptWords } from '../ui/script-words.ts'
import { reckoningOf, type Showing } from '../ui/showing.ts'
import { ZoneLine } from '../ui/zone-line.tsx'

type Props = {
  all: SeriesWithEditions[]
  programmes: Programme[]
  showing: Showing
  assets: Assets
  baseUrl: string
  menu: { slug: string; title: string }[]
  /** The newest of what was posted; null where nothing was. */
  blog: { rows: BlogRow[]; pages: number } | null
}

export const HomePage: FC<Props> = ({ all, programmes, showing, assets, baseUrl, menu, blog }) => {
  const { say, link } = showing
  const first = programmes[0]
  return (
    <Page
      showing={showing}
      assets={assets}
      title={say('home.title')}
      description={say('page.what')}
      canonical={baseUrl + paths.home()}
      here={link(paths.home())}
      feed={paths.feed(paths.siteFeed(), 'atom')}
      accent={first?.series.accent ?? null}
      forScripts={first ? scriptWords(showing, first.edition) : undefined}
      menu={menu}
    >
      <div class="head">
        <h1>{say('home.hero')}</h1>
        <p class="told">{say('home.what')}</p>
      </div>
      {programmes.map(programme => (
        <Current programme={programme} showing={showing} />
      ))}
      {first ? <ZoneLine showing={showing} here={link(paths.home())} /> : ''}
      {blog ? (
        <section class="blog">
          <h2>{say('home.blog')}</h2>
          <BlogList
            rows={blog.rows}
            paging={{ page: 1, pages: blog.pages, pathOf: paths.blog }}
            showing={showing}
            level={3}
          />
        </section>
      ) : (
        ''
      )}
      <section class="all-series">
        <h2>{say('home.series')}</h2>
        {all.length === 0 ? (
          <p class="empty">
            {say('home.empty')} <a href={link(paths.desk())}>{say('home.to-desk')}</a>
          </p>
        ) : (
          ''
        )}
        <ul>
          {all.map(series => (
            <Series series={series} showing={showing} />
          ))}
        </ul>
      </section>
    </Page>
  )
}

const mostRows = 5

/** A day in full: its picture, and what is on and next. */
const Current: FC<{ programme: Programme; showing: Showing }> = props => {
  const { programme, showing } = readTo(props.programme, props.showing)
  const { series, edition, entries } = programme
  const { say, locale, now, link } = showing
  const reckoning = reckoningOf(edition, showing)
  const picture = pictureOf(edition, entries, reckoning)
  const path = paths.edition(series.slug, edition.slug)
  const { startsAt, endsAt } = windowOf(edition.startsOn, edition.endsOn)
  const agenda = agendaOf(entries, now, reckoning)
  const isOn = startsAt <= now && now < endsAt
  const rows = isOn ? [...agenda.on, ...agenda.next].slice(0, mostRows).map(({ entry }) => entry) : []
  const addressOf = (entry: Entry) => link(paths.entry(series.slug, edition.slug, entry.slug))
  return (
    <section class="current">
      <h2>
        <a href={link(path)}>
          <bdi lang={langOf(edition.title, showing, languageSaid(edition, 'title'))}>{edition.title}</bdi>
        </a>
      </h2>
      <p class="date">{sayDays(edition.startsOn, edition.endsOn, locale)}</p>
      {picture.bars.length ? (
        <FiftyHours
          picture={picture}
          edition={edition}
          reckoning={reckoning}
          showing={showing}
          addressOf={addressOf}
        />
      ) : (
        ''
      )}
      {rows.length ? (
        <div class="list">
          <ol>
            {rows.map(entry => (
              <EntryRow
                entry={entry}
                showing={showing}
                reckoning={reckoning}
                href={addressOf(entry)}
                level={3}
                day="unless-today"
              />
            ))}
          </ol>
        </div>
      ) : (
        ''
      )}
      <p class="ways">
        <a class="act strong" href={link(path)}>
          {say('home.whole', { count: entries.length })}
        </a>{' '}
        {!isOn && picture.bars.length ? (
          <a class="act" href={withKept(path, `at=${busiest(picture.bars) / 1000}`)}>
            {say('home.replay')}
          </a>
        ) : (
          ''
        )}
      </p>
    </section>
  )
}

/** A moment in the middle of the day: when the most is on. */
function busiest(bars: { span: { start: number; end: number } }[]): number {
  const marks = bars
    .flatMap(({ span }) => [
      { at: span.start, by: 1 },
      { at: span.end, by: -1 },
    ])
    .sort((a, b) => a.at - b.at || a.by - b.by)
  let on = 0
  let best = { on: 0, at: 0 }
  for (const { at, by } of marks) {
    on += by
    if (on > best.on) best = { on, at }
  }
  return Math.floor((best.at + 600_000) / 60_000) * 60_000
}

const Series: FC<{ series: SeriesWithEditions; showing: Showing }> = ({ series: told, showing }) => {
  const series = seriesIn(told, showing.language)
  const { say, locale, now, zone, link } = showing
  const editions = series.editions.filter(({ state }) => state !== 'draft')
  const today = dayOf(now, zone)
  const next: EditionListing | undefined = editions.filter(({ endsOn }) => endsOn >= today).at(-1)
  const shown = next ?? editions[0]
  return (
    <li>
      <h3>
        <a href={link(paths.series(series.slug))}>
          <bdi lang={langOf(series.title, showing, languageSaid(series, 'title'))}>{series.title}</bdi>
        </a>
      </h3>
      {shown ? (
        <p>
          {next ? `${say('home.next')} ` : `${say('home.last')} `}
          <a href={link(paths.edition(series.slug, shown.slug))}>
            {sayDays(shown.startsOn, shown.endsOn, locale)}
          </a>
          {' · '}
          {say('series.entries', { count: shown.entries })}
        </p>
      ) : (
        <p>{say('series.empty')}</p>
      )}
      {editions.length > 1 ? (
        <p class="year-links">
          {editions.map(edition => (
            <a href={link(paths.edition(series.slug, edition.slug))}>{edition.startsOn.slice(0, 4)}</a>
          ))}
        </p>
      ) : (
        ''
      )}
    </li>
  )
}
