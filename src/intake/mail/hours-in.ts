import { closings, dueWords } from '../../time/deadline-words.ts'
import { type FoundTime, findTimes } from '../../time/find-times.ts'

/** A day with its hour, as the words of a mail tell it. */
export type Hour = FoundTime

/** Every day with an hour that is told. `sent`: ISO date, for days without a year. */
export function hoursIn(words: string, sent: string | undefined): Hour[] {
  const context = sent ? { published: sent.slice(0, 10) } : {}
  return findTimes(words.slice(0, 20_000), context).filter(
    ({ doubts, readings: [first] }) =>
      first?.start.includes('T') && !doubts.some(({ code }) => code === 'date-missing'),
  )
}

/** Until then one registers or answers. */
export function isDeadline(words: string, index: number): boolean {
  return deadline.test(words.slice(Math.max(0, index - 80), index))
}

const deadline = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?:${Object.values(dueWords).join('|')})(?![\p{L}\p{N}])[^\n.]{0,14}|(?:${closings.join('|')}|date limite|fecha límite)(?![\p{L}\p{N}])[^\n.]{0,40})$`,
  'iu',
)
