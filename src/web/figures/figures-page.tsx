import type { FC } from 'hono/jsx'
import { valueOn } from '../../domain/figure/value-at.ts'
import type { Figure } from '../../domain/figure.ts'
import { dayOf } from '../../time/days.ts'
import type { Assets } from '../assets.ts'
import { paths } from '../paths.ts'
import { Page } from '../ui/page.tsx'
import { sayDated } from '../ui/say-dated.ts'
import type { Showing } from '../ui/showing.ts'
import { sayHow } from '../ui/told-text.ts'

type Props = {
  figures: Figure[]
  /** What is counted of the editions of each series. */
  counted: { series: { slug: string; title: string }; figures: Figure[] }[]
  menu: { slug: string; title: string }[]
  showing: Showing
  assets: Assets
  baseUrl: string
}

export const FiguresPage: FC<Props> = ({ figures, counted, menu, showing, assets, baseUrl }) => {
  const { say, link } = showing
  return (
    <Page
      showing={showing}
      assets={assets}
      title={say('figure.title')}
      canonical={baseUrl + paths.figures()}
      here={link(paths.figures())}
      menu={menu}
      archive
      style={assets.figures}
    >
      <div class="head">
        <h1>{say('figure.title')}</h1>
      </div>
      <div class="across">
        {figures.length === 0 && counted.length === 0 ? <p class="empty">{say('figure.none')}</p> : ''}
        <Rows figures={figures} showing={showing} />
        {counted.map(({ series, figures }) => (
          <section>
            <h2>
              <a href={link(paths.series(series.slug))}>
                <bdi>{series.title}</bdi>
              </a>
            </h2>
            <Rows figures={figures} showing={showing} />
          </section>
        ))}
      </div>
    </Page>
  )
}

const Rows: FC<{ figures: Figure[]; showing: Showing }> = ({ figures, showing }) => {
  const { link, locale, now } = showing
  const today = dayOf(now, 'UTC')
  return (
    <ul class="all-figures">
      {figures.map(figure => {
        const is = valueOn(figure, today)
        return (
          <li>
            <b>{is ? new Intl.NumberFormat(locale).format(is.value) : '–'}</b>{' '}
            <a href={link(paths.figure(figure.slug))}>
              <bdi>{figure.name}</bdi>
            </a>
            {is ? (
              <small>
                {sayHow(is, figure.unit, showing)} · {sayDated(is.since, locale)}
              </small>
            ) : (
              ''
            )}
          </li>
        )
      })}
    </ul>
  )
}
