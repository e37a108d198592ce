import type { FC } from 'hono/jsx'
import { type Plot, type PlotLine, plotWidth } from '../../../domain/chart/plot.ts'
import { cutToWidth, textWidth } from '../../../domain/chart/text-width.ts'
import { dashOf } from '../../../outlet/chart/dashes.ts'
import type { Showing } from '../showing.ts'

/** The widest that names beside the lines may be, in pixels, and their size: a phone has room for the lines as well. */
const [mostBeside, size] = [132, 13]

/**
 * Lines over years, with the number and name of each at its end. It is drawn once and stretched; only words keep their
 * size. What it shows is said beside it, and stands in the table: it is not told twice.
 */
export const LineChart: FC<{ plot: Plot; showing: Showing }> = ({ plot, showing }) => {
  const { dir, locale, say } = showing
  const { height } = plot
  const number = new Intl.NumberFormat(locale)
  const digits = new Intl.NumberFormat(locale, { useGrouping: false })
  const ends = plot.lines.map(line => ({
    ...line,
    number: number.format(line.end.value),
    text: cutToWidth(line.name, size, mostBeside - 34),
  }))
  const beside =
    Math.min(mostBeside, Math.max(...ends.map(each => textWidth(`${each.number} ${each.text}`, size)))) + 12
  const percent = (x: number) => `${round((dir === 'rtl' ? plotWidth - x : x) / 10)}%`
  const breaks = mainBreaks(plot)
  return (
    <div class="chart">
      <svg
        class="drawn"
        viewBox={`0 0 ${plotWidth} ${height}`}
        preserveAspectRatio="none"
        width="100%"
        height={height}
        aria-hidden="true"
        focusable="false"
      >
        <g transform={dir === 'rtl' ? `matrix(-1 0 0 1 ${plotWidth} 0)` : undefined}>
          <path class="grid" d={plot.values.map(({ y }) => `M0 ${y}H${plotWidth}`).join('')} />
          {plot.levels.length ? (
            <path class="level" d={plot.levels.map(({ y }) => `M0 ${y}H${plotWidth}`).join('')} />
          ) : (
            ''
          )}
          {breaks.length ? <path class="break" d={breaks.map(x => `M${x} 0V${height}`).join('')} /> : ''}
          <path
            class="lead"
            d={plot.lines.map(({ end }) => `M${end.x} ${end.y}L${plotWidth} ${end.labelY}`).join('')}
          />
          <Lines plot={plot} />
        </g>
      </svg>
      <svg class="scale" width="100%" height={height + 22} aria-hidden="true" focusable="false">
        {plot.values
          .filter(({ value }) => value !== 0)
          .map(({ value, y }) => (
            <text x={percent(0)} y={y} dy="-.35em">
              {number.format(value)}
            </text>
          ))}
        {plot.levels.map(({ name, y }) => (
          <text class="level" x="50%" y={y} dy="-.35em">
            {name}
          </text>
        ))}
        {breaks[0] === undefined ? (
          ''
        ) : (
          <text
            class={breaks[0] > plotWidth / 2 ? 'break before' : 'break'}
            x={percent(breaks[0])}
            y="0"
            dy="-.7em"
          >
            {say('figure.otherwise')}
          </text>
        )}
        {plot.years
          .filter(({ x }) => x <= plotWidth - 15)
          .map(({ year, x }) => (
            <text class="year" x={percent(x)} y={height + 17}>
              {digits.format(year)}
            </text>
          ))}
      </svg>
      <svg class="ends" width={beside} height={height} aria-hidden="true" focusable="false">
        {ends.map(({ end, isMain, number: told, text }) => (
          <text
            class={isMain ? 'main' : undefined}
            x={dir === 'rtl' ? beside - 8 : 8}
            y={end.labelY}
            dy=".35em"
          >
            <tspan class="n">{told}</tspan> {text}
          </text>
        ))}
      </svg>
    </div>
  )
}

/** What of a chart are lines: those to compare with below the one it is of. */
const Lines: FC<{ plot: Plot }> = ({ plot }) => {
  const compared = plot.lines.filter(({ isMain }) => !isMain)
  return (
    <>
      {compared.map((line, index) => (
        <Line line={line} dash={dashOf(index)} />
      ))}
      {plot.lines
        .filter(({ isMain }) => isMain)
        .map(line => (
          <Line line={line} />
        ))}
    </>
  )
}

export const Line: FC<{ line: PlotLine; dash?: string | undefined }> = ({ line, dash }) => {
  const rings = line.secondary.map(({ x, y }) => `M${x} ${y}h0`).join('')
  return (
    <>
      {line.paths.map(({ d, isBeside }) => (
        <path
          class={`line${line.isMain ? ' main' : ''}${isBeside ? ' beside' : ''}`}
          d={d}
          stroke-dasharray={dash || undefined}
        />
      ))}
      {rings ? (
        <>
          <path class={line.isMain ? 'ring main' : 'ring'} d={rings} />
          <path class="hole" d={rings} />
        </>
      ) : (
        ''
      )}
    </>
  )
}

function mainBreaks({ lines }: Plot): number[] {
  return [...new Set(lines.filter(({ isMain }) => isMain).flatMap(({ breaks }) => breaks))]
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
