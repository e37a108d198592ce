import type { FC } from 'hono/jsx'
import { type FigureColumns, figureColumns } from '../../domain/figure-watch.ts'
import type { FigureProblem, FigureRead } from '../../intake/figure/figure-read.ts'
import { sayDated } from '../ui/say-dated.ts'
import { Select } from '../ui/select.tsx'
import type { Showing } from '../ui/showing.ts'
import { sayPoint, sayUnread } from './say.ts'

/** Which column of a table holds what, to be said otherwise. */
export const ColumnFields: FC<{ names: string[]; columns: FigureColumns; showing: Showing }> = ({
  names,
  columns,
  showing: { say },
}) => (
  <fieldset class="group">
    <legend>{say('figures.columns')}</legend>
    <div class="row-fields">
      {figureColumns.map(column => (
        <Select
          label={say(
            column === 'joined' || column === 'left' ? `figures.act.${column}` : `figures.${column}`,
          )}
          name={`column.${column}`}
          value={columns[column] ?? ''}
          options={[{ value: '', label: '–' }, ...names.map(name => ({ value: name, label: name }))]}
        />
      ))}
    </div>
  </fieldset>
)

const mostShown = 12

/** The first of what was read, as it would be stored. */
export const ReadPoints: FC<{ read: FigureRead; today: string; showing: Showing }> = ({
  read,
  today,
  showing,
}) => {
  const { say, locale } = showing
  return (
    <>
      <p>
        <strong>{say('figures.read', { count: read.points.length })}</strong>
        {read.unit ? (
          <>
            {' '}
            <bdi>{read.unit}</bdi>
          </>
        ) : (
          ''
        )}
      </p>
      <ul class="plain-list">
        {read.points.slice(0, mostShown).map(point => (
          <li>
            {sayDated(point.date ?? today, locale)} ·{' '}
            {sayPoint({ ...point, date: point.date ?? today }, showing)}{' '}
            <bdi class="hint">{[point.note, point.source].filter(Boolean).join('; ')}</bdi>
          </li>
        ))}
        {read.points.length > mostShown ? <li>…</li> : ''}
      </ul>
      <Problems problems={read.problems} showing={showing} />
    </>
  )
}

const Problems: FC<{ problems: FigureProblem[]; showing: Showing }> = ({ problems, showing }) =>
  problems.length === 0 ? null : (
    <div class="problems" role="alert">
      <p>{showing.say('figures.problems', { count: problems.length })}</p>
      <ul>
        {problems.slice(0, 20).map(({ code, cell, where }) => (
          <li>
            <bdi dir="ltr">{where}</bdi> · {sayUnread({ code: `figure-${code}`, says: cell }, showing, '')}
          </li>
        ))}
      </ul>
    </div>
  )
