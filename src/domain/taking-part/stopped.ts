import type { CommentState } from '../comment.ts'

/** A week of what others brought: `held`, `spam` and `approved` by the verdict, the rest by what curators made of it. */
export type StoppedWeek = {
  /** Its Monday. */
  day: string
  came: number
  approved: number
  held: number
  spam: number
  /** Put with the spam, and brought back by a curator. */
  restored: number
  /** Let in, and spam after all. */
  passed: number
}

const week = 7 * 86_400_000

/** The Monday, in UTC, with which so many weeks begin of which the last is going on. */
export function firstMonday(now: number, weeks: number): number {
  // 5 January 1970 was a Monday.
  const monday = 4 * 86_400_000
  return Math.floor((now - monday) / week) * week + monday - (weeks - 1) * week
}

/** @param counts `week`: how many weeks after the first Monday */
export function stoppedBy(
  counts: readonly { week: number; weighedAs: CommentState; state: CommentState; count: number }[],
  { since, weeks }: { since: number; weeks: number },
): StoppedWeek[] {
  return Array.from({ length: weeks }, (_, index) => {
    const own = counts.filter(each => each.week === index)
    const sum = (of: (each: (typeof own)[number]) => boolean) =>
      own.filter(of).reduce((total, { count }) => total + count, 0)
    return {
      day: new Date(since + index * week).toISOString().slice(0, 10),
      came: sum(() => true),
      approved: sum(({ weighedAs }) => weighedAs === 'approved'),
      held: sum(({ weighedAs }) => weighedAs === 'pending'),
      spam: sum(({ weighedAs }) => weighedAs === 'spam'),
      restored: sum(({ weighedAs, state }) => weighedAs === 'spam' && state === 'approved'),
      passed: sum(({ weighedAs, state }) => weighedAs === 'approved' && state === 'spam'),
    }
  })
}
