import { addDays } from '../../time/days.ts'

/** When a series closes its comments: never, so many days after the end of an edition, or at once. */
export type Closing = 'never' | 'closed' | number

export const longestClosing = 3650

/** As it is stored and sent; null: what is told is none, and it is as on the rest of the site. */
export function readClosingRule(told: string | null): Closing | null {
  if (told === 'never' || told === 'closed') return told
  const days = Number(told)
  return told !== null && /^\d{1,4}$/.test(told) && days > 0 && days <= longestClosing ? days : null
}

/**
 * The last day on which something can be said below an edition; null: on every day, or on none any more.
 *
 * @param told siteDays: what holds where the series has no rule of its own, 0: never
 */
export function lastOpenDay(told: { rule: Closing | null; siteDays: number; endsOn: string }): string | null {
  const days = told.rule ?? (told.siteDays > 0 ? told.siteDays : 'never')
  return typeof days === 'number' ? addDays(told.endsOn, days) : null
}
