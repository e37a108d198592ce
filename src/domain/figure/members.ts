import { daysOf } from '../../time/edtf.ts'
import type { Figure, FigurePoint } from '../figure.ts'
import { foldName } from '../fold-name.ts'

/** Who belonged to a line of members on a day. */
export type MembersOn = {
  /** Certainly, each with the point by which they last joined. */
  certain: FigurePoint[]
  /** Who joined or left around then, and it is not known whether before or after. */
  unsure: FigurePoint[]
  /** What was told by then last of all, of anybody; null: nothing. */
  latest: FigurePoint | null
}

/**
 * Who belonged on a day (`YYYY-MM-DD`). Whoever is told to have joined twice counts once; whoever left and came back
 * counts again. A date that is only a month or a year is certain when it has passed.
 */
export function membersOn(figure: Pick<Figure, 'points' | 'lines'>, line: string, day: string): MembersOn {
  const until = figure.lines.find(({ key }) => key === line)?.until
  const known = until ? daysOf(until).last : null
  const certain: FigurePoint[] = []
  const unsure: FigurePoint[] = []
  let latest: FigurePoint | null = null
  for (const acts of actsOf(figure, line).values()) {
    let belongs: FigurePoint | null = null
    let open: FigurePoint | null = null
    for (const point of acts) {
      const { first, last: end } = daysOf(point.date)
      if (first > day) continue
      // What was told of a year that had not ended had happened by then.
      const last = known && first <= known && end > known ? known : end
      if (last > day) {
        if ((point.act === 'joined') === (belongs === null)) open ??= point
        continue
      }
      if (latest === null || byTime(latest, point) <= 0) latest = point
      if (point.act === 'left') belongs = null
      else belongs ??= point
    }
    if (open) unsure.push(open)
    else if (belongs) certain.push(belongs)
  }
  return { certain: certain.toSorted(byTime), unsure: unsure.toSorted(byTime), latest }
}

/** What is told of each who joined or left, in the order of time; by the country or the name, however it is written. */
export function actsOf({ points }: Pick<Figure, 'points'>, line: string): Map<string, FigurePoint[]> {
  const told = points.filter(point => point.line === line && point.who !== null && point.act !== null)
  return Map.groupBy(told.toSorted(byTime), ({ who }) => whoKey(who!))
}

/** By this two mean the same State, person or thing. */
export function whoKey(who: string): string {
  return isCountry(who) ? who : foldName(who)
}

/** Whether it is a country (ISO 3166-1 alpha-2), and no words. */
export function isCountry(who: string): boolean {
  return /^[A-Z]{2}$/.test(who)
}

/** By when each is certain; who left on the day on which they joined again, joined again. */
export function byTime(a: FigurePoint, b: FigurePoint): number {
  const [one, other] = [daysOf(a.date), daysOf(b.date)]
  const order = compare(one.last, other.last) || compare(one.first, other.first)
  return order || Number(a.act === 'joined') - Number(b.act === 'joined') || compare(a.id, b.id)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
