import type { SaidApart } from '../../storage/apart.ts'
import { sayMoment } from '../../time/say-time.ts'
import { isolated } from '../ui/entry-words.ts'
import type { Showing } from '../ui/showing.ts'

/** Who has said that two are two, and when. */
export function sayApart({ by, at }: SaidApart, { say, zone, locale }: Showing): string {
  return say('merge.said-apart', { who: isolated(by), when: sayMoment(at, zone, locale) })
}
