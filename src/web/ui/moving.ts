import { windowOf } from '../../domain/fifty-hours.ts'
import type { Edition } from '../../domain/programme.ts'

/** While the now-line moves through the picture, a page is drawn anew each minute, so that it is right without script too. */
export function movingUntil(
  edition: Pick<Edition, 'startsOn' | 'endsOn'>,
  now: number,
  next: number,
): number {
  const { startsAt, endsAt } = windowOf(edition.startsOn, edition.endsOn)
  return now >= startsAt && now < endsAt ? Math.min(next, now + 60_000) : next
}
