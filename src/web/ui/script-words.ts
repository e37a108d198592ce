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
  'picture.now.brief',
  'entry.continues',
  'replay.at',
] as const satisfies Key[]

export type ScriptWords = {
  now: number
  assumed: number
  time: ReturnType<typeof timeWords>
  say: Record<(typeof keysForScripts)[number], string>
}

export function scriptWords(showing: Showing, edition: Pick<Edition, 'assumedMinutes'>): ScriptWords {
  const gaps = { time: '{time}', zone: '{zone}', title: '{title}', duration: '{duration}' }
  const say = Object.fromEntries(
    keysForScripts.map(key => [key, showing.say(key, gaps)]),
  ) as ScriptWords['say']
  return { now: showing.now, assumed: edition.assumedMinutes, time: timeWords(showing), say }
}
