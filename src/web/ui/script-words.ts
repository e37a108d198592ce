import type { Edition } from '../../domain/programme.ts'
import type { Key } from '../words.ts'
import { timeWords } from './entry-words.ts'
import type { Showing } from './showing.ts'

/** Messages that scripts fill in; they hold places to fill and nothing more. */
export const keysForScripts = [
  'phase.soon',
  'phase.on',
  'phase.on.probably',
  'phase.over',
  'phase.over.probably',
  'phase.today',
  'left',
  'ago',
  'in',
  'picture.now',
  'entry.continues',
  'replay.at',
  'clocks.back',
  'clocks.forward',
  'star.like',
  'star.must',
] as const satisfies Key[]

export type ScriptWords = {
  now: number
  assumed: number
  /** That of the edition: days of other years are said with theirs. */
  year: string
  time: ReturnType<typeof timeWords>
  /** What is starred, on the page of the plan. */
  stars?: Record<string, string>
  /** In which zone a plan is solved, where its reader chose none. */
  planZone?: string
  say: Record<(typeof keysForScripts)[number], string>
}

export function scriptWords(
  showing: Showing,
  edition: Pick<Edition, 'assumedMinutes' | 'startsOn'>,
): ScriptWords {
  const gaps = {
    time: '{time}',
    zone: '{zone}',
    title: '{title}',
    duration: '{duration}',
    places: '{places}',
    day: '{day}',
  }
  const say = Object.fromEntries(
    keysForScripts.map(key => [key, showing.say(key, gaps)]),
  ) as ScriptWords['say']
  return {
    now: showing.now,
    assumed: edition.assumedMinutes,
    year: edition.startsOn.slice(0, 4),
    time: timeWords(showing),
    say,
  }
}
