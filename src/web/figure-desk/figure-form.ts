import type { Figure, FigureLine, FigureMark, FigurePoint, FigureSource } from '../../domain/figure.ts'
import { figureDirections } from '../../domain/figure.ts'
import { slugOf } from '../../domain/slug.ts'
import { readFigureDate } from '../../intake/figure/read-date.ts'
import { readNumber } from '../../intake/figure/read-number.ts'
import type { FigureForm } from '../../services/edit-figure.ts'
import { countryOf } from '../../time/countries.ts'

export type Typed = Record<string, string>

/** What a figure says, as it stands in its form; with a row for one more line and one more source. */
export function fillFigure(figure: Figure): Typed {
  const typed: Typed = {
    name: figure.name,
    slug: figure.slug,
    unit: figure.unit ?? '',
    text: figure.text ?? '',
    direction: figure.direction,
    series: figure.seriesId ?? '',
    goal: figure.goal ? String(figure.goal.value) : '',
    'goal-date': figure.goal?.date ?? '',
    baseline: figure.baseline ? String(figure.baseline.value) : '',
    'baseline-date': figure.baseline?.date ?? '',
    against: figure.comparisons.join(' '),
  }
  for (const [index, line] of figure.lines.entries())
    Object.assign(typed, {
      [`line.${index}.key`]: line.key,
      [`line.${index}.name`]: line.name,
      [`line.${index}.text`]: line.text ?? '',
      [`line.${index}.until`]: line.until ?? '',
      [`line.${index}.counts`]: line.counts,
      [`line.${index}.beside`]: line.beside ? 'yes' : '',
    })
  for (const [index, source] of figure.sources.entries())
    Object.assign(typed, {
      [`source.${index}.id`]: source.id,
      [`source.${index}.name`]: source.name,
      [`source.${index}.address`]: source.address ?? '',
      [`source.${index}.rank`]: source.rank,
    })
  return typed
}

/** So many rows of lines or sources are in a form, the empty one included. */
export function rowsOf(typed: Typed, of: 'line' | 'source'): number {
  let rows = 0
  while (`${of}.${rows}.name` in typed && rows < 60) rows++
  return typed[`${of}.${rows - 1}.name`] === '' ? rows : rows + 1
}

/**
 * What a form says of a figure. A number or a day that cannot be read is left so that the rules refuse it.
 *
 * @param newId of a source that is new
 */
export function readFigureForm(typed: Typed, figure: Figure, newId: () => string): Partial<FigureForm> {
  const direction = figureDirections.find(each => each === typed.direction) ?? figure.direction
  return {
    name: line(typed.name),
    slug: line(typed.slug) || figure.slug,
    unit: line(typed.unit) || null,
    text: (typed.text ?? '').replace(/\r\n?/g, '\n').trim() || null,
    direction,
    seriesId: typed.series || null,
    goal: markOf(typed, 'goal', figure.goal),
    baseline: markOf(typed, 'baseline', figure.baseline),
    comparisons: (typed.against ?? '').split(' ').filter(id => id !== '' && id !== figure.id),
    lines: linesOf(typed, figure),
    sources: sourcesOf(typed, newId),
  }
}

/** What is typed of a point. */
export function readPoint(typed: Typed, figure: Figure): Omit<FigurePoint, 'id'> {
  const of = figure.lines.find(({ key }) => key === typed.line) ?? figure.lines[0]!
  const isMember = of.counts === 'members'
  const who = line(typed.who)
  const date = readFigureDate(typed.date ?? '')
  return {
    line: of.key,
    date: 'date' in date ? date.date : (typed.date ?? '').slice(0, 60),
    value: isMember ? null : (readNumber(typed.value ?? '')?.value ?? Number.NaN),
    who: who === '' ? null : (countryOf(who) ?? who),
    act: isMember ? (typed.act === 'left' ? 'left' : 'joined') : null,
    note: line(typed.note) || null,
    source: figure.sources.find(({ id }) => id === typed.source)?.id ?? null,
  }
}

function markOf(typed: Typed, name: 'goal' | 'baseline', before: FigureMark | null): FigureMark | null {
  const words = line(typed[name])
  if (words === '') return null
  const told = line(typed[`${name}-date`])
  const date = readFigureDate(told)
  return {
    value: readNumber(words)?.value ?? Number.NaN,
    date: told === '' ? null : 'date' in date ? date.date : told,
    note: before?.note ?? null,
  }
}

function linesOf(typed: Typed, figure: Figure): FigureLine[] {
  const taken = new Set(figure.lines.map(({ key }) => key))
  return Array.from({ length: rowsOf(typed, 'line') }, (_, index) => index).flatMap(index => {
    const of = (field: string) => line(typed[`line.${index}.${field}`])
    const before = figure.lines.find(({ key }) => key === of('key'))
    if (!before && of('name') === '') return []
    const isUsed = figure.points.some(point => point.line === before?.key)
    const until = readFigureDate(of('until'))
    let key = before?.key ?? slugOf(of('name'))
    while (!before && taken.has(key)) key = `${key}-2`
    taken.add(key)
    if (before && of('name') === '' && !isUsed) return []
    const counts = of('counts') === 'members' ? ('members' as const) : ('totals' as const)
    return {
      key,
      name: of('name'),
      text: of('text') || null,
      counts: isUsed ? before!.counts : counts,
      until: of('until') === '' ? null : 'date' in until ? until.date : of('until'),
      beside: of('beside') === 'yes',
    }
  })
}

function sourcesOf(typed: Typed, newId: () => string): FigureSource[] {
  return Array.from({ length: rowsOf(typed, 'source') }, (_, index) => index).flatMap(index => {
    const of = (field: string) => line(typed[`source.${index}.${field}`])
    if (of('name') === '') return []
    const rank = of('rank') === 'primary' ? ('primary' as const) : ('secondary' as const)
    return { id: of('id') || newId(), name: of('name'), address: of('address') || null, rank }
  })
}

function line(typed: string | undefined): string {
  return (typed ?? '').replace(/\s+/g, ' ').trim()
}
