import { of } from '../evidence-name.ts'
import type { Facts } from '../facts.ts'
import { ownThings } from '../titles/things-of-their-own.ts'
import type { Traits } from '../traits.ts'
import { areAsInSeries, areInTurn, isWithinDays } from './when.ts'

/** What their days and hours say. */
export function addHours(said: string[], a: Traits, b: Traits, facts: Facts): void {
  const { titles } = facts
  said.push(...ownThings(a, b))
  const series = areAsInSeries(a, b)
  if (series) said.push(of`- as in a series of ${series}`)
  if (areInTurn(a, b)) said.push('- one after the other')
  if (isWithinDays(a, b))
    said.push(titles.levels.includes('same') ? '- within the days' : '! within the days')
}
