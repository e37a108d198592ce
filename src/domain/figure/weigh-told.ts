import { daysOf } from '../../time/edtf.ts'
import type { Figure, FigureLine, FigurePoint } from '../figure.ts'
import { whoKey } from './members.ts'
import { type Step, stepsOf } from './steps.ts'

/** What a source says. */
export type ToldPoint = Omit<FigurePoint, 'id' | 'line' | 'source'>

/**
 * Why something is not taken without a curator:
 * - `wrong-way` it falls where it only grows, or rises where it only falls; `left` somebody left
 * - `leaps` it changes by more than its history makes likely; `many` more joined at once than ever
 * - `corrects` it says otherwise than it said before; `not-told` it tells no more what it told
 * - `backwards` it tells newly of a day before the last it told of; `ahead` of a day to come
 * - `unit` it counts in something else
 */
export type Why = {
  code: 'wrong-way' | 'left' | 'leaps' | 'many' | 'corrects' | 'not-told' | 'backwards' | 'ahead' | 'unit'
  values: Record<string, string | number>
}

/** One thing that is said newly. `was`: the point in whose place it would be; `told` null: it would be taken away. */
export type Offered = { was: FigurePoint | null; told: ToldPoint | null; why: Why[] }

export type Weighed = {
  /** What may be taken as it is. */
  sound: Offered[]
  /** What waits for a curator. */
  doubtful: Offered[]
}

/**
 * What a source tells newly on a line, against what is known: what it told before (points of that source), and the
 * history of the line. Pure, and the same for whatever was told in whatever order.
 *
 * @param today no day after this is known; @param unit as it was told before and is told now; @param before what it
 *   told the last time, by `keyOf`: of what stands in its name besides, it need not tell
 */
export function weighTold(
  figure: Figure,
  { line, source, told }: { line: FigureLine; source: string; told: readonly ToldPoint[] },
  {
    today,
    unit,
    before,
  }: { today: string; unit?: { before: string | null; now: string | null }; before?: readonly string[] },
): Weighed {
  const own = figure.points.filter(point => point.line === line.key && point.source === source)
  const expected = before && new Set(before)
  const news = newsOf(own, told).filter(
    ({ was, told }) => told !== null || !expected || expected.has(keyOf(was!)),
  )
  const steps = stepsOf(figure, line)
  const latest = own.reduce((last, { date }) => (daysOf(date).last > last ? daysOf(date).last : last), '')
  const joins = news.filter(({ was, told }) => !was && told?.act === 'joined').length
  const isMany = line.counts === 'members' && own.length > 0 && joins > mostAtOnce(steps)
  const isUnit = unit !== undefined && unit.before !== null && unit.before !== unit.now
  const weighed = news.map(each => {
    const why = [...each.why]
    const say = (code: Why['code'], values: Why['values'] = {}) => why.push({ code, values })
    const { was, told } = each
    if (isUnit) say('unit', { before: unit.before ?? '', now: unit.now ?? '' })
    if (told && daysOf(told.date).first > today) say('ahead', { date: told.date })
    if (told && !was && daysOf(told.date).last < latest) say('backwards', { date: told.date, latest })
    if (told?.act === 'left' && figure.direction === 'grows') say('left', { who: told.who ?? '' })
    if (isMany && told?.act === 'joined') say('many', { count: joins })
    if (told?.value !== null && told?.value !== undefined)
      why.push(...ofNumber(figure, steps, { date: told.date, value: told.value }))
    return { ...each, why }
  })
  return {
    sound: weighed.filter(({ why }) => why.length === 0),
    doubtful: weighed.filter(({ why }) => why.length > 0),
  }
}

/** What is told otherwise than the same source told it; what it told and tells no more. */
export function newsOf(own: readonly FigurePoint[], told: readonly ToldPoint[]): Offered[] {
  const known = Map.groupBy(own, keyOf)
  const news: Offered[] = []
  const added = told.filter(each => {
    const before = known.get(keyOf(each))
    const index = before?.findIndex(point => point.value === each.value) ?? -1
    if (index < 0) return true
    before!.splice(index, 1)
    return false
  })
  for (const each of added) {
    const was = known.get(keyOf(each))?.shift() ?? null
    news.push({ was, told: each, why: was ? [corrects(was, each)] : [] })
  }
  // A State with another date than before: one correction, and no more a new one beside one that is gone.
  for (const gone of [...known.values()].flat()) {
    const other = news.find(
      ({ was, told }) =>
        was === null && told?.who && gone.who && told.act === gone.act && sameWho(told, gone),
    )
    if (other) Object.assign(other, { was: gone, why: [corrects(gone, other.told!)] })
    else news.push({ was: gone, told: null, why: [{ code: 'not-told', values: { date: gone.date } }] })
  }
  return news
}

/** The same for what says the same of the same, in whatever words. */
export function keyOf({ date, who, act }: Pick<ToldPoint, 'date' | 'who' | 'act'>): string {
  // Of a number, who is a remark.
  return act === null ? date : `${date} ${act} ${whoKey(who ?? '')}`
}

/** By how much a number may change in so many days for its history to make it likely. */
export function likelyMost(steps: readonly Pick<Step, 'date' | 'value'>[], days: number): number {
  const last = steps.at(-1)
  if (!last) return Infinity
  if (steps.length < 2) return Math.max(2, Math.abs(last.value) / 2)
  const rates = steps.slice(1).map((step, index) => {
    const before = steps[index]!
    return Math.abs(step.value - before.value) / years(daysBetween(before.date, step.date))
  })
  return Math.max(2, 2 * Math.max(...rates) * years(days))
}

function ofNumber(
  { direction }: Figure,
  steps: readonly Step[],
  { date, value }: { date: string; value: number },
): Why[] {
  const { first } = daysOf(date)
  const before = steps.findLast(step => step.date !== date && daysOf(step.date).last <= first)
  const after = steps.find(step => step.date !== date && daysOf(step.date).first > first)
  const sign = direction === 'grows' ? 1 : direction === 'falls' ? -1 : 0
  const why: Why[] = []
  if (before && (value - before.value) * sign < 0)
    why.push({ code: 'wrong-way', values: { before: before.value, now: value, date: before.date } })
  else if (after && (after.value - value) * sign < 0)
    why.push({ code: 'wrong-way', values: { before: value, now: after.value, date: after.date } })
  const near = before ?? after
  if (!near) return why
  const known = before ? steps.slice(0, steps.indexOf(before) + 1) : steps
  const days = Math.abs(daysBetween(near.date, date))
  const most = likelyMost(known, days)
  const by = Math.abs(value - near.value)
  if (by > most)
    why.push({ code: 'leaps', values: { by, most: Math.floor(most), before: near.value, now: value } })
  return why
}

/** So many joined at one date at most, and as many again. */
function mostAtOnce(steps: readonly Step[]): number {
  return Math.max(3, 2 * Math.max(0, ...steps.map(({ points }) => points.length)))
}

function corrects(was: FigurePoint, { value, date }: ToldPoint): Why {
  return {
    code: 'corrects',
    values: { before: was.value ?? was.date, now: value ?? date },
  }
}

function sameWho(a: { who: string | null }, b: { who: string | null }): boolean {
  return whoKey(a.who ?? '') === whoKey(b.who ?? '')
}

function daysBetween(one: string, other: string): number {
  return (Date.parse(daysOf(other).last) - Date.parse(daysOf(one).last)) / 86_400_000
}

/** What changes twice in a week does not change a hundred times a year: less than a year counts as one. */
function years(days: number): number {
  return Math.max(1, days / 365)
}
