import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import { rememberedOf } from '../../domain/anniversary.ts'
import { plotOf } from '../../domain/chart/plot.ts'
import { isCountry } from '../../domain/figure/members.ts'
import { valueOn } from '../../domain/figure/value-at.ts'
import type { Figure } from '../../domain/figure.ts'
import type { Series } from '../../domain/programme.ts'
import { figureJsonLd } from '../../outlet/json-ld/figure.ts'
import { dayOf } from '../../time/days.ts'
import { sayDay } from '../../time/say-time.ts'
import type { Assets } from '../assets.ts'
import { figureFiles, paths } from '../paths.ts'
import { siteOf } from '../site-name.ts'
import { BarsAsOf } from '../ui/chart/bars-as-of.tsx'
import { chartAsShown, FigureChart } from '../ui/chart/figure-chart.tsx'
import { Multiples } from '../ui/chart/multiples.tsx'
import { langOf } from '../ui/lang-of.ts'
import { htmlOf } from '../ui/markdown.ts'
import { Page } from '../ui/page.tsx'
import { sayDated } from '../ui/say-dated.ts'
import type { Showing } from '../ui/showing.ts'
import { sayHow } from '../ui/told-text.ts'
import { FigureTable } from './figure-table.tsx'
import { Members } from './members.tsx'
import { Sources } from './sources.tsx'

type Props = {
  figure: Figure
  compared: Figure[]
  isAsked: boolean
  series: Pick<Series, 'slug' | 'title' | 'accent'> | null
  menu: { slug: string; title: string }[]
  showing: Showing
  assets: Assets
  baseUrl: string
}

/** A number with its history, what it is compared with, and where all of it is from. */
export const FigurePage: FC<Props> = ({
  figure,
  compared,
  isAsked,
  series,
  menu,
  showing,
  assets,
  baseUrl,
}) => {
  const { say, link, locale, now } = showing
  const today = dayOf(now, 'UTC')
  const is = valueOn(figure, today)
  const path = paths.figure(figure.slug)
  const told = is
    ? `${sayHow(is, figure.unit, showing)} · ${sayDated(is.since, locale)}`
    : say('figure.empty')
  const above = series
    ? { name: series.title, path: paths.series(series.slug) }
    : { name: say('figure.title'), path: paths.figures() }
  return (
    <Page
      showing={showing}
      assets={assets}
      title={figure.name}
      description={`${figure.name}: ${told}`}
      canonical={baseUrl + path}
      robots={isAsked ? 'noindex' : undefined}
      here={link(path)}
      menu={menu}
      accent={series?.accent ?? null}
      archive
      style={assets.figures}
      jsonLd={figureJsonLd(figure, {
        address: baseUrl + path,
        description: `${figure.name}: ${told}`,
        language: showing.language,
        today,
        files: figureFiles.map(file => ({
          address: baseUrl + paths.figure(figure.slug, file),
          type: fileTypes[file],
        })),
        trail: [
          { name: above.name, url: baseUrl + above.path },
          { name: figure.name, url: baseUrl + path },
        ],
      })}
    >
      <div class="head">
        <p class="crumbs">
          <a href={link(above.path)}>
            <bdi>{above.name}</bdi>
          </a>
        </p>
        <h1>
          <bdi lang={figure.language ?? undefined}>{figure.name}</bdi>
        </h1>
        <p class="date">{told}</p>
        {figure.text ? (
          <div class="told" dir="auto" lang={langOf(figure.text, showing)}>
            {raw(htmlOf(figure.text))}
          </div>
        ) : (
          ''
        )}
      </div>
      <section class="side-by-side">
        <FigureChart figure={figure} compared={compared} showing={showing} />
        <Anniversaries figure={figure} showing={showing} today={today} />
        {is ? (
          <p class="more files">
            {say('figure.download')}{' '}
            {figureFiles.map(file => (
              <a href={link(paths.figure(figure.slug, file))} download={file === 'csv' || undefined}>
                {file.toUpperCase()}
              </a>
            ))}
          </p>
        ) : (
          ''
        )}
      </section>
      {compared.length ? <Compared {...{ figure, compared, showing, today }} /> : ''}
      <Members figure={figure} showing={showing} today={today} />
      <section class="side-by-side">
        <details class="figures">
          <summary>{say('years.table')}</summary>
          <FigureTable {...{ figure, compared, showing, today }} />
        </details>
        <Sources figure={figure} showing={showing} />
        {is ? (
          <p class="hint cited">
            <bdi>{figure.name}</bdi>. {told}. <bdi>{siteOf(baseUrl)}</bdi>, {sayDay(today, 'dates', locale)}.{' '}
            <bdi>{baseUrl + path}</bdi>
          </p>
        ) : (
          ''
        )}
      </section>
    </Page>
  )
}

/** “23 years since 1 July 2003: it entered into force.” */
const Anniversaries: FC<{ figure: Figure; showing: Showing; today: string }> = ({
  figure,
  showing: { say, locale },
  today,
}) => {
  const speaking = new Set(figure.lines.filter(({ beside }) => !beside).map(({ key }) => key))
  const told = rememberedOf(
    figure.points.filter(({ line }) => speaking.has(line)),
    today,
  )
  if (told.length === 0) return null
  const names = new Intl.DisplayNames(locale, { type: 'region' })
  return (
    <ul class="from">
      {told.map(({ note, who, date, years }) => (
        <li>
          {say('years.since', { years, day: sayDated(date, locale) })}:{' '}
          <bdi>{who && isCountry(who) ? names.of(who) : (who ?? note)}</bdi>
          {who && note ? ` (${note})` : ''}
        </li>
      ))}
    </ul>
  )
}

const fileTypes = { svg: 'image/svg+xml', png: 'image/png', csv: 'text/csv' } as const

/** The numbers of one day beside each other, and each line by itself. */
const Compared: FC<{ figure: Figure; compared: Figure[]; showing: Showing; today: string }> = ({
  figure,
  compared,
  showing,
  today,
}) => {
  const { say, link, locale } = showing
  const bars = [figure, ...compared].flatMap(each => {
    const is = valueOn(each, today)
    if (!is) return []
    const name =
      each === figure ? (
        <bdi>{each.name}</bdi>
      ) : (
        <a href={link(paths.figure(each.slug))}>
          <bdi>{each.name}</bdi>
        </a>
      )
    return [{ name, said: `${sayHow(is, null, showing)}`, value: is.value, isMain: each === figure }]
  })
  const plot = plotOf(chartAsShown(figure, compared, showing))
  return (
    <section class="side-by-side" aria-labelledby="compared">
      <h2 id="compared">{say('figure.compared', { day: sayDay(today, 'dates', locale) })}</h2>
      <BarsAsOf bars={bars} />
      {plot && plot.lines.length > 2 ? <Multiples plot={plot} showing={showing} /> : ''}
    </section>
  )
}
