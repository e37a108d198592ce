import { findTimes } from '../../time/find-times.ts'
import type { TimeContext } from '../../time/read-time.ts'
import { isOtherDate } from '../post/times/times-of.ts'
import { zoneBeside, zoneIn } from '../post/times/zone-said.ts'

/**
 * The one day that a heading, a caption or a short line tells, and its zone: that of its hours, or in brackets
 * ("18 December 2025 (Madrid time)"). `said`: the words, where the year is assumed.
 */
export function settingIn(
  words: string,
  context: TimeContext,
): { day?: string; zone?: string; said?: string } {
  if (!/\p{Nd}/u.test(words) || words.length > 200) return {}
  const times = findTimes(words, context).filter(
    ({ index, doubts }) =>
      !isOtherDate(words, { start: index }) && !doubts.some(({ code }) => code === 'date-missing'),
  )
  const readings = times.flatMap(found => found.readings[0] ?? [])
  const days = new Set(
    readings.flatMap(({ start, end }) => [start, end ?? start].map(time => time.slice(0, 10))),
  )
  const [day] = days
  if (days.size !== 1 || day === undefined) return {}
  const ofHours = /\[([^\]]+)\]$/.exec(readings[0]!.start)?.[1]
  const own = { ...context, published: day }
  const zone = ofHours ?? zoneIn(/\(([^()]{2,60})\)/.exec(words)?.[1] ?? '', own) ?? zoneBeside(words, own)
  const isAssumed = context.year === undefined && !/\p{Nd}{4}/u.test(words)
  return { day, ...(zone && { zone }), ...(isAssumed && { said: words }) }
}
