import type { FC } from 'hono/jsx'
import { figuresNamedIn } from '../../domain/figure/in-text.ts'
import type { Figure } from '../../domain/figure.ts'
import type { SeriesWithEditions } from '../../domain/programme.ts'
import { listFigureNames } from '../../storage/figures.ts'
import type { Store } from '../../storage/store.ts'
import { figuresOfSeries } from '../known-figures.ts'
import { paths } from '../paths.ts'
import { FigureChart } from '../ui/chart/figure-chart.tsx'
import type { Showing } from '../ui/showing.ts'

type Opened = { figure: Figure; compared: Figure[] }

/**
 * The figure that a series opens with: the first that its text names, else the one of its own that is compared with most
 * others; null where it has none.
 */
export async function openingOf(
  store: Store,
  series: SeriesWithEditions,
  { language }: Showing,
): Promise<Opened | null> {
  const [named] = figuresNamedIn([series.text])
  const names = await listFigureNames(store.db)
  if (!names.some(({ seriesId, slug }) => seriesId === series.id || slug === named)) return null
  const all = await figuresOfSeries(store, series.id, language)
  const own = all.filter(({ seriesId }) => seriesId === series.id)
  const figure =
    all.find(({ slug }) => slug === named) ??
    own.reduce<Figure | undefined>(
      (most, each) => (most && most.comparisons.length >= each.comparisons.length ? most : each),
      undefined,
    )
  if (!figure) return null
  const byId = new Map(all.map(each => [each.id, each]))
  return { figure, compared: figure.comparisons.flatMap(id => byId.get(id) ?? []) }
}

export const Opening: FC<Opened & { showing: Showing }> = ({ figure, compared, showing }) => (
  <section class="side-by-side opening">
    <FigureChart figure={figure} compared={compared} showing={showing} height={260} />
    <p class="more">
      <a href={showing.link(paths.figure(figure.slug))}>
        <bdi>{figure.name}</bdi>
      </a>{' '}
      · <a href={showing.link(paths.figures())}>{showing.say('figure.title')}</a>
    </p>
  </section>
)
