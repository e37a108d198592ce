import type { FC } from 'hono/jsx'
import { nameInChart } from '../../domain/chart/name-in-chart.ts'
import { stepsOf } from '../../domain/figure/steps.ts'
import type { Figure, FigureLine } from '../../domain/figure.ts'
import { daysOf } from '../../time/edtf.ts'
import { sayDated, yearIn } from '../ui/say-dated.ts'
import type { Showing } from '../ui/showing.ts'

type Props = { figure: Figure; compared: Figure[]; showing: Showing; today: string }

/**
 * What the chart shows, as a table: a row for each year in which anything was told, a column for each way of counting of
 * the figure, with its newest number of that year, and one for each figure it is compared with.
 */
export const FigureTable: FC<Props> = ({ figure, compared, showing, today }) => {
  const { say, locale } = showing
  const number = new Intl.NumberFormat(locale)
  const own = figure.lines.map(line => ({ name: line.name, values: byYear(figure, line, today) }))
  const others = compared.map(each => ({ name: nameInChart(each), values: byYears(each, today) }))
  const columns = [...own, ...others].filter(({ values }) => values.size > 0)
  const years = [...new Set(columns.flatMap(({ values }) => [...values.keys()]))].sort((a, b) => b - a)
  return (
    <section class="wide" tabindex={0} aria-label={say('years.table')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('blog.year')}</th>
            {columns.map(({ name }) => (
              <th scope="col">
                <bdi>{name}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {years.map(year => (
            <tr>
              <th scope="row">{yearIn(year, locale)}</th>
              {columns.map(({ values }) => {
                const told = values.get(year)
                return (
                  <td>
                    {told ? number.format(told.value) : '–'}
                    {told?.isSecondary ? <sup title={say('figure.secondary')}>○</sup> : ''}
                    {told && told.date.length > 4 ? <small> {sayDated(told.date, locale)}</small> : ''}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

type Told = { value: number; date: string; isSecondary: boolean }

function byYear(figure: Figure, line: FigureLine, today: string): Map<number, Told> {
  const secondary = new Set(figure.sources.filter(({ rank }) => rank === 'secondary').map(({ id }) => id))
  return new Map(
    stepsOf(figure, line)
      .filter(({ date }) => daysOf(date).first <= today)
      .map(({ date, value, points }) => [
        Number(date.slice(0, 4)),
        { value, date, isSecondary: secondary.has(points[0]?.source ?? '') },
      ]),
  )
}

/** By whichever way of counting gives the number: an earlier line before a later one. */
function byYears(figure: Figure, today: string): Map<number, Told> {
  const speaking = figure.lines.filter(({ beside }) => !beside).toReversed()
  return new Map(
    speaking.flatMap(line =>
      [...byYear(figure, line, today)].map(([year, told]) => [year, { ...told, date: '' }] as const),
    ),
  )
}
