import type { FC } from 'hono/jsx'
import type { Chart } from '../../../domain/chart/chart.ts'
import { chartOf } from '../../../domain/chart/chart-of.ts'
import { nameInChart } from '../../../domain/chart/name-in-chart.ts'
import { plotOf } from '../../../domain/chart/plot.ts'
import { tellFigure } from '../../../domain/chart/tell-figure.ts'
import type { Figure } from '../../../domain/figure.ts'
import { dayOf } from '../../../time/days.ts'
import type { Showing } from '../showing.ts'
import { LineChart } from './line-chart.tsx'
import { sayFigure } from './say-figure.ts'

/** A figure with those it is compared with, as of the moment that is shown, in the words of the reader. */
export function chartAsShown(figure: Figure, compared: Figure[], showing: Showing): Chart {
  const { say, locale, now } = showing
  const number = new Intl.NumberFormat(locale)
  return chartOf(figure, compared, {
    today: dayOf(now, 'UTC'),
    nameOf: nameInChart,
    nameOfLevel: ({ kind, value }) => say('figure.level', { kind, number: number.format(value) }),
  })
}

/** The sentences, and the picture that shows what they say; nothing where nothing is told yet. */
export const FigureChart: FC<{ figure: Figure; compared: Figure[]; showing: Showing; height?: number }> = ({
  figure,
  compared,
  showing,
  height = 300,
}) => {
  const chart = chartAsShown(figure, compared, showing)
  const apart = 17
  const plot = plotOf(chart, { height: Math.max(height, (chart.lines.length - 1) * apart), apart })
  if (!plot) return null
  const says = sayFigure(
    figure,
    tellFigure(figure, compared, chart.lines[0]!, dayOf(showing.now, 'UTC')),
    showing,
  )
  return (
    <figure class="of-figure">
      <figcaption>{says.join(' ')}</figcaption>
      <LineChart plot={plot} showing={showing} />
    </figure>
  )
}
