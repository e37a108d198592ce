import { raw } from 'hono/html'
import type { Child, FC } from 'hono/jsx'
import { anniversaryOf, yearsSince } from '../../domain/anniversary.ts'
import { editionIn, seriesIn } from '../../domain/in-language.ts'
import type { EditionListing, SeriesWithEditions } from '../../domain/programme.ts'
import { seriesJsonLd } from '../../outlet/json-ld/series.ts'
import { dayOf } from '../../time/days.ts'
import { sayDay, sayDays, sayMonth } from '../../time/say-time.ts'
import type { Assets } from '../assets.ts'
import { paths } from '../paths.ts'
import { langOf } from '../ui/lang-of.ts'
import type { Code } from '../ui/on-phone.tsx'
import { Page } from '../ui/page.tsx'
import { languageSaid, otherLanguage } from '../ui/read-to.ts'
import { SaidIn } from '../ui/said-in.tsx'
import type { Showing } from '../ui/showing.ts'
import { htmlTold, plainTold } from '../ui/told-text.ts'

type Props = {
  series: SeriesWithEditions
  menu: { slug: string; title: string }[]
  showing: Showing
  assets: Assets
  baseUrl: string
  code: Code
  /** The number that it is about, and how that came to be. */
  opening?: Child
  /** What the editions are told by together, beside the list of them. */
  years?: Child
}

export const SeriesPage: FC<Props> = ({ menu, showing, assets, baseUrl, code, ...props }) => {
  const series = seriesIn(props.series, showing.language)
  const { say, locale, now, zone, link } = showing
  const editions = series.editions.filter(({ state }) => state !== 'draft')
  const today = dayOf(now, zone)
  const next = editions.filter(({ endsOn }) => endsOn >= today).at(-1)
  const most = Math.max(1, ...editions.map(({ entries }) => entries))
  const address = baseUrl + paths.series(series.slug)
  const description = series.text
    ? plainTold(series.text, 200, showing)
    : say('series.description', { title: series.title })
  const jsonLd = seriesJsonLd(series, editions, {
    address,
    edition: slug => baseUrl + paths.edition(series.slug, slug),
    description,
    trail: [
      { name: 'Daylong', url: baseUrl + paths.home() },
      { name: series.title, url: address },
    ],
  })
  return (
    <Page
      showing={showing}
      assets={assets}
      title={series.title}
      description={description}
      canonical={address}
      jsonLd={jsonLd}
      here={link(paths.series(series.slug))}
      feed={paths.feed(paths.series(series.slug), 'atom')}
      subscribe={paths.subscribe(paths.series(series.slug))}
      accent={series.accent}
      menu={menu}
      code={code}
      archive
      style={props.opening ? assets.figures : null}
    >
      <div class="head">
        <h1>
          <bdi lang={langOf(series.title, showing, languageSaid(series, 'title'))}>{series.title}</bdi>
          <SaidIn words={otherLanguage(series, { ...showing, headIn: null })} />
        </h1>
        {series.observed ? (
          <p class="date">{say('series.observed', { day: sayObserved(series.observed, locale) })}</p>
        ) : (
          ''
        )}
        <Since founded={series.founded} today={today} showing={showing} />
        {series.text ? (
          <div class="told" dir="auto" lang={langOf(series.text, showing, languageSaid(series, 'text'))}>
            {raw(htmlTold(series.text, showing))}
          </div>
        ) : (
          ''
        )}
      </div>
      {props.opening ?? ''}
      {next ? (
        <section class="coming">
          <h2>{say(next.startsOn <= today ? 'series.today' : 'series.next')}</h2>
          <Edition series={series} edition={next} showing={showing} most={most} large />
        </section>
      ) : (
        ''
      )}
      {editions.length === 0 ? <p class="empty">{say('series.empty')}</p> : ''}
      {editions.some(edition => edition !== next) ? (
        <section class="years">
          <h2>{say('series.years')}</h2>
          <ol>
            {editions
              .filter(edition => edition !== next)
              .map(edition => (
                <li>
                  <Edition series={series} edition={edition} showing={showing} most={most} />
                </li>
              ))}
          </ol>
        </section>
      ) : (
        ''
      )}
      {props.years ?? ''}
    </Page>
  )
}

/** “Two years since …”: how long ago that was which its anniversaries count from. */
const Since: FC<{ founded: string | null; today: string; showing: Showing }> = ({
  founded,
  today,
  showing: { say, locale },
}) => {
  const years = yearsSince(founded, today)
  if (founded === null || years === null) return null
  const day =
    founded.length === 10
      ? sayDays(founded, founded, locale)
      : founded.length === 7
        ? sayMonth(founded, locale)
        : founded
  return <p class="date">{say('years.since', { years, day })}</p>
}

/** One year in the list, with how much was in it. */
const Edition: FC<{
  series: SeriesWithEditions
  edition: EditionListing
  showing: Showing
  most: number
  large?: boolean
}> = ({ series, showing, most, large, ...props }) => {
  const edition = editionIn(props.edition, showing.language)
  const { say, locale, link } = showing
  const years = anniversaryOf(series.founded, edition.startsOn, edition.endsOn)
  return (
    <a class={large ? 'edition large' : 'edition'} href={link(paths.edition(series.slug, edition.slug))}>
      <b class="year">{edition.startsOn.slice(0, 4)}</b>
      <span class="name">
        <bdi lang={langOf(edition.title, showing, languageSaid(edition, 'title'))}>{edition.title}</bdi>
        <small>
          {sayDays(edition.startsOn, edition.endsOn, locale)}
          {years && (years % 5 === 0 || large) ? ` · ${say('series.anniversary', { years })}` : ''}
        </small>
      </span>
      <span class="counts">
        {say('series.entries', { count: edition.entries })}
        {edition.recordings ? ` · ${say('series.recordings', { count: edition.recordings })}` : ''}
      </span>
      <svg class="amount" width="100%" height="6" aria-hidden="true">
        <rect width={`${Math.round((edition.entries / most) * 100)}%`} height="6" rx="1" />
        <rect class="rec" width={`${Math.round((edition.recordings / most) * 100)}%`} height="6" rx="1" />
      </svg>
    </a>
  )
}

/** `--12-18` as `18 December`. */
function sayObserved(observed: string, locale: string): string {
  const day = `2020${observed.slice(1)}`
  return sayDay(day, 'yearly', locale)
}
