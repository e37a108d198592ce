import type { Entry } from '../domain/entry.ts'
import type { EventTime } from '../domain/event-time.ts'
import type { Finding, InspectLine, ProgrammeHead } from '../domain/finding.ts'
import type { Programme } from '../domain/programme.ts'
import { inPublic } from '../domain/secret-link.ts'
import { mapTranslations } from '../domain/translation.ts'
import { zonedWall } from '../time/zoned-wall.ts'

/**
 * An edition as lines of the shape that `daylong inspect` prints: what it says of itself, then its entries with their
 * sessions. Read again they make the same edition.
 *
 * @param options all: with the links that readers see near the start alone, and what opens them
 */
export function* programmeLines(
  { edition, entries }: Programme,
  options: { all: boolean },
): Generator<InspectLine> {
  yield { programme: headOf(edition) }
  for (const entry of entries) yield { finding: findingOfEntry(entry, options) }
}

function headOf(edition: Programme['edition']): ProgrammeHead {
  const { title, text, hashtags, categories, tags, author, homeZone, language, translations } = edition
  return {
    title,
    ...(text && { text }),
    ...(author && {
      authors: [
        {
          name: author.name,
          ...(author.links[0] && { url: author.links[0].url }),
          ...(author.bio && { bio: author.bio }),
        },
      ],
    }),
    ...(hashtags.length > 0 && { hashtags }),
    ...(categories.length > 0 && { categories: categories.map(({ name }) => name) }),
    ...(tags.length > 0 && { tags: tags.map(({ name }) => name) }),
    ...(language && { language }),
    ...(translations && { translations }),
    timeZone: homeZone,
  }
}

function findingOfEntry(entry: Entry, options: { all: boolean }): Finding {
  const links = options.all ? entry.links : entry.links.filter(({ visibility }) => visibility === 'public')
  const open = (text: string | null) => text && (options.all ? text : inPublic(text, entry))
  const finding: Finding = { kind: entry.kind, title: open(entry.title) ?? '' }
  const tell = <K extends keyof Finding>(field: K, value: Finding[K] | null) => {
    if (Array.isArray(value) ? value.length > 0 : value) finding[field] = value as Finding[K]
  }
  tell('url', links[0]?.role === 'source' && !links[0].title ? links[0].url : null)
  tell('published', entry.published)
  tell('summary', open(entry.summary))
  tell('note', open(entry.note))
  Object.assign(finding, timesOf(entry.time))
  tell('status', entry.status)
  tell('statusReason', open(entry.statusReason))
  tell('attendance', entry.attendance)
  tell('place', entry.place && told(entry.place))
  tell(
    'organisations',
    entry.organisations.map(({ name, url, role }) => told({ name, url, role })),
  )
  tell(
    'people',
    entry.people.map(({ name, role, url, affiliation }) => told({ name, role, url, affiliation })),
  )
  tell('languages', entry.languages)
  tell('interpretation', entry.interpretation)
  tell('captions', entry.captions)
  tell('signLanguages', entry.signLanguages)
  tell(
    'tags',
    entry.tags.map(({ name }) => name),
  )
  tell('image', entry.image)
  tell('imageAlt', entry.imageAlt)
  tell('language', entry.language)
  tell(
    'translations',
    mapTranslations(entry.translations, (_, text) => open(text)),
  )
  tell(
    'links',
    links.map(({ role, url, title }) => told({ role, url, title })),
  )
  tell('recording', entry.recording)
  tell('registrationUntil', entry.registrationUntil)
  tell('uid', entry.id)
  tell(
    'sessions',
    entry.sessions.map(session => findingOfEntry(session, options)),
  )
  tell('doubts', entry.doubts)
  return finding
}

function timesOf({ precision, start, end, zone }: EventTime): Partial<Finding> {
  if (precision === 'not-told' || start === null) return {}
  const isMoment = precision === 'moment'
  return {
    start: isMoment ? momentOf(start, zone) : start,
    ...(end && { end: isMoment ? momentOf(end, zone) : end }),
    ...(precision === 'all-day' && { allDay: true }),
    ...(isMoment && zone === null && { floating: true }),
  }
}

/** The wall time as it is kept, even one that a clock change skips: that has no offset. */
function momentOf(wall: string, zone: string | null): string {
  const { time } = zonedWall(wall, zone)
  return zone === null || time.startsWith(wall) ? time : `${wall}[${zone}]`
}

type Told<T> = { [K in keyof T]?: Exclude<T[K], null> }

/** Without what is not told. */
function told<T extends object>(
  thing: T,
): Told<T> & { [K in keyof T as null extends T[K] ? never : K]: T[K] } {
  return Object.fromEntries(Object.entries(thing).filter(([, value]) => value !== null)) as never
}
