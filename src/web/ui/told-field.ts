import type { Content } from '../../domain/content.ts'
import type { DeadLinks } from '../../domain/entry-fields.ts'
import type { EventTime } from '../../domain/event-time.ts'
import type { TextShown } from '../../domain/links/kept-text.ts'
import type { Author } from '../../domain/programme.ts'
import type { Translations } from '../../domain/translation.ts'
import { sayDay, sayMoment, sayZone } from '../../time/say-time.ts'
import { isKey } from '../words.ts'
import { hostOf, isolated, languageNames, placeName, sayDoubt } from './entry-words.ts'
import type { Showing } from './showing.ts'
import { sayEventTime } from './told-time.ts'

/** A value of a field in words: a few, a text, or the members of a list. Null: it says nothing. */
export type ToldField =
  | { form: 'short' | 'long'; text: string | null }
  | { form: 'list'; members: { key: string; text: string }[] }

/** What a field is called, in the middle of a sentence; null for one that nobody needs to see. */
export function fieldName(field: string, { say }: Showing): string | null {
  const key = `part.${field}`
  return isKey(key) ? say(key) : null
}

/** A value of an entry or an edition, as it was recorded, in the reader's language. */
export function tellField(field: string, value: unknown, showing: Showing): ToldField {
  const teller = tellers[field]
  if (teller) return teller(value as never, showing)
  if (Array.isArray(value)) return listOf(value.map(String), word => word)
  return { form: 'short', text: value === null || value === undefined ? null : String(value) }
}

type Teller = (value: never, showing: Showing) => ToldField

const short =
  <Value>(tell: (value: Value, showing: Showing) => string) =>
  (value: Value | null | undefined, showing: Showing): ToldField => ({
    form: 'short',
    text: value === null || value === undefined ? null : tell(value, showing),
  })

const long = (text: string | null | undefined): ToldField => ({ form: 'long', text: text ?? null })

const languages = (codes: string[] | null, { locale }: Showing): ToldField =>
  listOf(codes ?? [], code => languageNames([code], locale))

const word =
  (keyOf: (value: string) => string) =>
  (value: string | null | undefined, { say }: Showing): ToldField => {
    const key = keyOf(value ?? '')
    return { form: 'short', text: value ? (isKey(key) ? say(key) : value) : null }
  }

const tellers: Record<string, Teller> = {
  kind: word(value => `kind.${value}`),
  summary: long,
  note: long,
  text: long,
  credit: long,
  time: short((time: EventTime, showing) => sayEventTime(time, showing)),
  status: (value: string | null, showing: Showing) =>
    value === 'scheduled'
      ? { form: 'short', text: showing.say('told.as-planned') }
      : word(value => `status.${value}`)(value, showing),
  attendance: word(value => `where.${value}`),
  place: short((place: NonNullable<Content['place']>, { locale }) =>
    [placeName(place, locale), place.address, place.lat !== null && `${place.lat}, ${place.lon}`]
      .filter(Boolean)
      .join(' · '),
  ),
  organisations: (members: Content['organisations'] | null, { say }: Showing) =>
    listOf(
      members ?? [],
      ({ name, role }) => (role ? `${isolated(name)} (${say(`organisation.${role}`)})` : name),
      ({ name }) => name,
    ),
  people: (members: Content['people'] | null) =>
    listOf(
      members ?? [],
      ({ name, role, affiliation }) => {
        const more = [role, affiliation].filter(Boolean).join(', ')
        return more ? `${isolated(name)} (${isolated(more)})` : name
      },
      ({ name, role }) => `${name}\n${role}`,
    ),
  links: (members: Content['links'] | null, { say }: Showing) =>
    listOf(
      members ?? [],
      ({ role, url, title }) =>
        `${say(`link.${role}`)}: ${title ? `${isolated(title)} – ${isolated(url)}` : isolated(url)}`,
      ({ role, url }) => `${role} ${url}`,
    ),
  recording: word(value => `told.recording.${value}`),
  languages,
  language: (tag: string | null, showing: Showing) => languages(tag ? [tag] : [], showing),
  translations: (all: Translations | null, showing: Showing) =>
    listOf(
      Object.entries(all ?? {}).flatMap(([tag, fields]) =>
        Object.entries(fields).map(([field, text]) => ({ tag, field, text: text ?? '' })),
      ),
      ({ tag, field, text }) =>
        `${languageNames([tag], showing.locale)}, ${fieldName(field, showing) ?? field}: ${isolated(text)}`,
    ),
  interpretation: languages,
  captions: languages,
  signLanguages: languages,
  doubts: (members: Content['doubts'] | null, showing: Showing) =>
    listOf(
      members ?? [],
      ({ field, code, says }) => {
        const words = showing.language === 'en' ? says : sayDoubt({ code, says }, { time: null }, showing)
        return `${fieldName(doubtful(field), showing) ?? field}: ${words}`
      },
      ({ field, code }) => `${field} ${code}`,
    ),
  deadLinks: (dead: DeadLinks | null, { say }: Showing) =>
    listOf(
      Object.entries(dead ?? {}),
      ([url, mark]) => `${url} (${say(`link.${mark}`)})`,
      ([url]) => url,
    ),
  textShown: short(({ by, which }: TextShown, { say }: Showing) =>
    say(`text.by.${by}`, { which: isolated(which) }),
  ),
  state: word(value => `told.state.${value}`),
  publishAt: short((at: number, { zone, locale }) => sayMoment(at, zone, locale)),
  published: short((day: string, { locale }) => sayDayOrWords(day, locale)),
  registrationUntil: short((day: string, { locale }) => sayDayOrWords(day, locale)),
  startsOn: short((day: string, { locale }) => sayDayOrWords(day, locale)),
  endsOn: short((day: string, { locale }) => sayDayOrWords(day, locale)),
  homeZone: short((zone: string, { now, locale }) => sayZone(zone, now, locale)),
  assumedMinutes: short((minutes: number, { say }) => say('told.minutes', { minutes })),
  takesSuggestions: short((isOn: boolean) => (isOn ? '✓' : '–')),
  author: (author: Author | null) =>
    listOf(
      Object.entries({
        name: author?.name,
        bio: author?.bio,
        picture: author?.picture,
        ...Object.fromEntries(
          (author?.links ?? []).map(({ url, title }) => [url, `${title || hostOf(url)} – ${url}`]),
        ),
      }).filter((part): part is [string, string] => Boolean(part[1])),
      ([, text]) => text,
      ([name]) => name,
    ),
}

/** What a doubt is about, as a field of an entry. */
function doubtful(field: string): string {
  return field === 'start' || field === 'end' ? 'time' : field
}

function listOf<Member>(
  members: Member[],
  text: (member: Member) => string,
  key: (member: Member) => string = text,
): ToldField {
  return { form: 'list', members: members.map(member => ({ key: key(member), text: text(member) })) }
}

function sayDayOrWords(told: string, locale: string): string {
  const day = told.slice(0, 10)
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(Date.parse(`${day}T00:00Z`))) return told
  return told.length === 10
    ? sayDay(day, 'full', locale)
    : `${sayDay(day, 'full', locale)}, ${told.slice(11)}`
}
