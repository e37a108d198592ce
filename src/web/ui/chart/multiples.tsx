import type { FC } from 'hono/jsx'
import { type Plot, plotWidth } from '../../../domain/chart/plot.ts'
import type { Showing } from '../showing.ts'
import { Line } from './line-chart.tsx'

/** Each line by itself, over the same years and heights. */
export const Multiples: FC<{ plot: Plot; showing: Showing }> = ({ plot, showing }) => {
  const { dir, locale } = showing
  const number = new Intl.NumberFormat(locale)
  return (
    <ul class="multiples">
      {plot.lines.map(line => (
        <li>
          <span class={line.isMain ? 'main' : undefined}>
            <bdi>{line.name}</bdi> <b>{number.format(line.end.value)}</b>
          </span>
          <svg
            class="drawn"
            viewBox={`0 0 ${plotWidth} ${plot.height}`}
            preserveAspectRatio="none"
            width="100%"
            height="64"
            aria-hidden="true"
            focusable="false"
          >
            <g transform={dir === 'rtl' ? `matrix(-1 0 0 1 ${plotWidth} 0)` : undefined}>
              <path class="grid" d={`M0 ${plot.height}H${plotWidth}`} />
              <Line line={line} />
            </g>
          </svg>
        </li>
      ))}
    </ul>
  )
}
