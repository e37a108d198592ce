import { findTimes } from '../../../time/find-times.ts'
import type { TimeContext } from '../../../time/read-time.ts'
import { zoneIn } from '../../post/zone-said.ts'

/** The one day that a heading or a caption tells, and the zone behind it: "18 December 2025 (Madrid time)". */
export function settingIn(words: string, context: TimeContext): { day?: string; zone?: string } {
  if (!/\p{Nd}/u.test(words) || words.length > 200) return {}
  const days = new Set(
    findTimes(words, context).flatMap(({ readings: [reading] }) =>
      reading && !reading.end ? [reading.start.slice(0, 10)] : [],
    ),
  )
  const [day] = days
  if (days.size !== 1 || day === undefined) return {}
  const zone = zoneIn(/\(([^()]{2,60})\)/.exec(words)?.[1] ?? '', { ...context, published: day })
  return { day, ...(zone && { zone }) }
}
