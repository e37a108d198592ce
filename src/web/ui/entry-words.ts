import { LRUCache } from 'lru-cache'
import type { Entry, Place } from '../../domain/entry.ts'
import type { EventTime } from '../../domain/event-time.ts'
import type { FieldDoubt } from '../../domain/finding.ts'
import type { PhaseAt } from '../../domain/phase.ts'
import { recordingAt } from '../../domain/recording.ts'
import { withoutPasscodes } from '../../domain/secret-link.ts'
import { sayDay, sayZone } from '../../time/say-time.ts'
import type { Key } from '../words.ts'
import type { Showing } from './showing.ts'
import type { TimeWords } from './when.ts'

/** The words of an entry that are not the organiser's own. */

export function timeWords(showing: Showing): TimeWords {
  let words = wordsFor.get(showing)
  if (!words) {
    const gaps = { time: '{time}', place: '{place}', day: '{day}' }
    const { say } = showing
    words = {
      own: say('own', gaps),
      ownDay: say('own.day', gaps),
      ownDayOffset: say('own.day.offset', gaps),
      ownOffset: say('own.offset', gaps),
      ownSame: say('own.same', gaps),
      until: say('until', gaps),
    }
    wordsFor.set(showing, words)
  }
  return words
}

const wordsFor = new WeakMap<Showing, TimeWords>()

/** `on`, `probably on`, …; null where there is nothing to say. */
export function phaseKey({ phase, probably, today }: PhaseAt): Key | null {
  if (today) return 'phase.today'
  if (phase === null || phase === 'upcoming') return null
  return probably ? (phase === 'on' ? 'phase.on.probably' : 'phase.over.probably') : `phase.${phase}`
}

export function statusKey({ status }: Pick<Entry, 'status'>): Key | null {
  return status === 'scheduled' ? null : `status.${status}`
}

/** What is known of the recording, where that is anything and no link says it already. */
export function recordingKey(entry: Entry, at: PhaseAt): Key | null {
  if (entry.kind !== 'event') return null
  const state = recordingAt(entry, at)
  return state === 'unknown' || state === 'available' ? null : `recording.${state}`
}

/** `online`, `in Lagos, Nigeria`, `online and in Geneva`. */
export function whereOf(
  { attendance, place }: Pick<Entry, 'attendance' | 'place'>,
  { say, locale }: Showing,
): string | null {
  const where = place ? isolated(placeName(place, locale)) : null
  if (attendance === 'online') return where ? `${say('where.online')} · ${where}` : say('where.online')
  if (!where)
    return attendance === null ? null : say(attendance === 'mixed' ? 'where.mixed' : 'where.offline')
  return attendance === 'mixed' ? say('where.mixed-in', { place: where }) : where
}

/** A name of any script inside a line of another (Unicode isolates: what `<bdi>` does, in plain text). */
export function isolated<T extends string | null>(name: T): T {
  return (name && `\u2068${name}\u2069`) as T
}

/** Some tell a door in the place of a room: it is named without what opens it. */
export function placeName({ name: told, country }: Place, locale: string): string | null {
  const name = told && withoutPasscodes(told)
  const land = country && /^[A-Z]{2}$/.test(country) ? (countries(locale).of(country) ?? country) : country
  if (!name) return land
  return land && !name.toLowerCase().includes(land.toLowerCase()) ? `${name}, ${land}` : name
}

/** Why a value may be wrong, once per kind of doubt. */
export function doubtsOf(entry: Entry, showing: Showing): string[] {
  if (entry.doubts.length === 0) return []
  const once = new Map(entry.doubts.map(doubt => [doubt.code, doubt]))
  return [...once.values()].map(doubt => sayDoubt(doubt, entry, showing))
}

/** A doubt about a time; `time` is null where none could be understood. What was not taken is `none` to the words. */
export function sayDoubt(
  { code, says }: Pick<FieldDoubt, 'code' | 'says'>,
  { time, startsAt = null }: { time: EventTime | null; startsAt?: number | null },
  { say, now, locale }: Showing,
): string {
  const zone = time?.zone ? sayZone(time.zone, startsAt ?? now, locale) : 'none'
  const day = time?.start ? sayDay(time.start.slice(0, 10), 'full', locale) : 'none'
  const key: Key = `doubt.${code}`
  return say(time?.zone ? key : (zoneless[key] ?? key), { zone, day, written: writtenIn(says) })
}

/** What the organiser wrote for a zone (`EEST`), as the doubt quotes it; `none` where it quotes nothing so short. */
function writtenIn(says: string): string {
  return /“([\p{L}\d+:−-]{1,8})”/u.exec(says)?.[1] ?? 'none'
}

/** Doubts about a zone where none was taken in the end. */
const zoneless: Record<string, Key> = {
  'doubt.zone-missing': 'doubt.zone-unknown',
  'doubt.zone-ambiguous': 'doubt.zone-unknown',
}

/** The site of a link, as people know it: `ohchr.org`. */
export function hostOf(url: string): string {
  return URL.parse(url)?.hostname.replace(/^www\./, '') ?? ''
}

export function languageNames(codes: readonly string[], locale: string): string {
  const names = new Intl.DisplayNames(locale, { type: 'language' })
  const said = codes.map(code => {
    try {
      return names.of(code) ?? code
    } catch {
      return code
    }
  })
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(said)
}

const countryNames = new LRUCache<string, Intl.DisplayNames>({ max: 50 })

function countries(locale: string): Intl.DisplayNames {
  let names = countryNames.get(locale)
  if (!names) {
    names = new Intl.DisplayNames(locale, { type: 'region' })
    countryNames.set(locale, names)
  }
  return names
}
