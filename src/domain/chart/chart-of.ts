import { daysOf } from '../../time/edtf.ts'
import { stepsOf } from '../figure/steps.ts'
import type { Figure, FigureLine } from '../figure.ts'
import type { Chart, ChartLevel, ChartLine, ChartPart } from './chart.ts'

/**
 * A figure as a chart shows it with those it is compared with: what was told up to a day.
 *
 * @param told in the words of the reader; `nameOf`: what is written at the end of a line
 */
export function chartOf(
  figure: Figure,
  compared: Figure[],
  told: { today: string; nameOf: (figure: Figure) => string; nameOfLevel: (level: ChartLevel) => string },
): Chart {
  const { goal, baseline } = figure
  const levels = [
    ...(goal ? [{ kind: 'goal' as const, value: goal.value, name: '' }] : []),
    ...(baseline ? [{ kind: 'baseline' as const, value: baseline.value, name: '' }] : []),
  ]
  return {
    lines: [figure, ...compared].map((each, index) =>
      lineOf(each, told.nameOf(each), index === 0, told.today),
    ),
    levels: levels.map(level => ({ ...level, name: told.nameOfLevel(level) })),
  }
}

function lineOf(figure: Figure, name: string, isMain: boolean, today: string): ChartLine {
  return {
    key: figure.slug,
    name,
    isMain,
    parts: partsOf(figure, isMain, today),
  }
}

/**
 * Of days of which one line tells every change, another is not drawn: it would be there twice. What is only shown beside
 * is drawn of the figure itself alone: of all, nothing could be seen any more.
 */
function partsOf(figure: Figure, isMain: boolean, today: string): ChartPart[] {
  let known = ''
  const parts: ChartPart[] = []
  for (const line of figure.lines.filter(({ beside }) => isMain || !beside)) {
    const part = partOf(figure, line, today)
    const points = part.points.filter(({ day }) => day > known)
    if (points.length > 0) parts.push({ ...part, points })
    const until = line.until && daysOf(line.until).last
    if (!line.beside && line.counts === 'members' && until && until > known) known = until
  }
  return parts
}

function partOf(figure: Figure, line: FigureLine, today: string): ChartPart {
  const isSecondary = new Map(figure.sources.map(({ id, rank }) => [id, rank === 'secondary']))
  const points = stepsOf(figure, line).flatMap(({ date, value, points: [told] }) => {
    const { first, last } = daysOf(date)
    if (first > today) return []
    return [
      { day: last < today ? last : today, value, isSecondary: isSecondary.get(told?.source ?? '') ?? false },
    ]
  })
  const last = points.at(-1)
  // Up to then every change is told: it is known to have stayed.
  const until = line.until && daysOf(line.until).last
  const known = until && until < today ? until : today
  if (last && until && known > last.day && line.counts === 'members') points.push({ ...last, day: known })
  return {
    name: line.name,
    points,
    isBeside: line.beside,
    drawn: line.counts === 'members' ? 'step' : 'line',
  }
}
