import type { Edition, Programme } from '../../domain/programme.ts'
import type { CityNames } from '../../time/city-names.ts'
import { cityOf, plainCity } from '../../time/say-time.ts'
import type { Assets } from '../assets.ts'
import { paths } from '../paths.ts'
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
  /** What the cities of its zones are called, where tzdb has them otherwise. */
  cities?: CityNames
  /** What is starred, on the page of the plan. */
  stars?: Record<string, string>
  /** In which zone a plan is solved, where its reader chose none. */
  planZone?: string
  /** How the page is kept true while somebody reads it. */
  live?: LiveWords
  say: Record<(typeof keysForScripts)[number], string>
}

export type LiveWords = {
  /** Address of the edition, whose changes are told at `/live` below it. */
  at: string
  /** The revision that the page shows. */
  revision: number
  /** Whether more is told; else only what is new since the last visit. */
  on: boolean
  /** Of a page that is taken in as a whole, of which entry it is; null: of all that readers are told. */
  entry?: string | null
  /** Address of the script. */
  script: string
}

/** Null where nothing is built, for somebody who writes, and as of another moment. */
export function liveWords(
  { series, edition }: Pick<Programme, 'series' | 'edition'>,
  { moved, isEditor }: Showing,
  assets: Pick<Assets, 'live'>,
  entry?: string,
): LiveWords | undefined {
  if (moved || isEditor || assets.live === null) return undefined
  return {
    at: paths.edition(series.slug, edition.slug),
    revision: edition.revision,
    on: edition.state === 'live',
    entry,
    script: assets.live,
  }
}

export function scriptWords(
  showing: Showing,
  edition: Pick<Edition, 'assumedMinutes' | 'startsOn'>,
  live?: LiveWords,
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
  say['star.like'] = showing.say('act.of', { act: showing.say('star.like'), title: gaps.title })
  return {
    now: showing.now,
    assumed: edition.assumedMinutes,
    year: edition.startsOn.slice(0, 4),
    time: timeWords(showing),
    cities: citiesOf(showing),
    live,
    say,
  }
}

function citiesOf({ zone, beside, locale }: Showing): CityNames | undefined {
  const names = [zone, beside].flatMap(each => {
    const city = each && plainCity(each)
    const name = each && cityOf(each, locale)
    return city && name && name !== city ? [[city, name]] : []
  })
  return names.length ? Object.fromEntries(names) : undefined
}
