import { precisionOf } from '../../time/edtf.ts'
import { type Fault, longestLine, longestText } from '../edition-faults.ts'
import type { FigurePoint } from '../figure.ts'
import { Refusal } from '../refusal.ts'
import { isSlug } from '../slug.ts'
import type { FigureFields } from './changes.ts'

/** More points has no figure, and more lines and sources nobody looks through. */
const mostPointsOfFigure = 10_000
const mostOfEach = 50

/** Everything in what a figure is to say that cannot be so. */
export function faultsOfFigure(fields: FigureFields): Fault<FigureFields>[] {
  const faults: Fault<FigureFields>[] = []
  const wrong = (field: keyof FigureFields, ...why: ConstructorParameters<typeof Refusal>) =>
    faults.push({ field, refusal: new Refusal(...why) })
  const tooLong = (field: keyof FigureFields, most: number) =>
    wrong(field, 'too-long', { most }, `At most ${most} characters.`)
  const { slug, name, unit, text, goal, baseline, lines, sources, points } = fields
  if (name.trim() === '') wrong('name', 'title-missing', {}, 'It needs a name.')
  if (!isSlug(slug)) wrong('slug', 'figure-slug-wrong', { slug }, `“${slug}” cannot be an address.`)
  if (name.length > longestLine) tooLong('name', longestLine)
  if ((unit?.length ?? 0) > longestLine) tooLong('unit', longestLine)
  if ((text?.length ?? 0) > longestText) tooLong('text', longestText)
  for (const [field, mark] of [
    ['goal', goal],
    ['baseline', baseline],
  ] as const) {
    if (!mark) continue
    if (!isNumber(mark.value)) wrong(field, 'figure-number-wrong', {}, 'It needs a number.')
    else if (mark.date !== null && !precisionOf(mark.date)) wrongDate(wrong, field, mark.date)
  }
  const keys = lines.map(({ key }) => key)
  if (lines.length === 0) wrong('lines', 'figure-line-nameless', {}, 'It needs a line.')
  if (new Set(keys).size < keys.length || lines.some(({ name }) => name.trim() === ''))
    wrong('lines', 'figure-line-nameless', {}, 'Each line needs a name of its own.')
  for (const { until } of lines) if (until !== null && !precisionOf(until)) wrongDate(wrong, 'lines', until)
  const counts = new Map(lines.map(({ key, counts }) => [key, counts]))
  const known = new Set(sources.map(({ id }) => id))
  if (points.some(({ line }) => !counts.has(line)))
    wrong('lines', 'figure-used', {}, 'A line that has points stays.')
  if (points.some(({ source }) => source !== null && !known.has(source)))
    wrong('sources', 'figure-used', {}, 'A source that points are from stays.')
  if (sources.some(({ name }) => name.trim() === ''))
    wrong('sources', 'figure-line-nameless', {}, 'A source needs a name.')
  if (sources.some(({ address }) => address !== null && !/^https?:\/\/\S+$/.test(address)))
    wrong('sources', 'figure-address-wrong', {}, 'An address begins with https://.')
  for (const [field, list, most] of [
    ['lines', lines, mostOfEach],
    ['sources', sources, mostOfEach],
    ['comparisons', fields.comparisons, mostOfEach],
    ['points', points, mostPointsOfFigure],
  ] as const)
    if (list.length > most) wrong(field, 'figure-too-many', { most }, `There may be ${most} of them.`)
  for (const point of points) {
    const fault = faultOfPoint(point, counts.get(point.line))
    if (fault) return [...faults, { field: 'points', refusal: fault }]
  }
  return faults
}

function faultOfPoint(
  { date, value, who, act, note }: FigurePoint,
  counts: 'totals' | 'members' | undefined,
): Refusal | null {
  if (!precisionOf(date)) return new Refusal('figure-date-wrong', { date }, `“${date}” is no date.`)
  if (counts === 'totals' && !(value !== null && isNumber(value) && act === null))
    return new Refusal('figure-number-wrong', {}, 'It needs a number.')
  if (counts === 'members' && (!who?.trim() || act === null || value !== null))
    return new Refusal('figure-who-missing', {}, 'It has to say who joined or left.')
  if ((who?.length ?? 0) > longestLine || (note?.length ?? 0) > longestLine)
    return new Refusal('too-long', { most: longestLine }, `At most ${longestLine} characters.`)
  return null
}

function wrongDate(
  wrong: (field: keyof FigureFields, ...why: ConstructorParameters<typeof Refusal>) => void,
  field: keyof FigureFields,
  date: string,
): void {
  wrong(field, 'figure-date-wrong', { date }, `“${date}” is no day, month or year.`)
}

function isNumber(value: number): boolean {
  return Number.isFinite(value) && Math.abs(value) <= 1e15
}
