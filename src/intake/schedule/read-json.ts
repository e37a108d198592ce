import type { FoundPerson, InspectLine, ProgrammeHead } from '../../domain/finding.ts'
import type { ProblemCode } from '../../domain/problem.ts'
import { canonicalZone } from '../../time/zones.ts'
import type { IntakeOptions } from '../intake.ts'
import { personName } from '../person-name.ts'
import { oneLine, plainText } from '../plain-text.ts'
import { findingOfTalk, type Talk } from './talk.ts'
import type { ScheduleOf } from './talk-time.ts'

/**
 * The JSON that schedules come in: frab and pretalx (`schedule.conference.days[].rooms`), the VOC's second schema
 * (`schedule.events`), Indico's export (`_type`), EuroPython's sessions by their codes, a single event, and any
 * other nesting in which objects with a title and a time lie.
 */
export function* readJson(text: string, options: IntakeOptions): Generator<InspectLine> {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    const says = error instanceof Error ? error.message.slice(0, 200) : 'unreadable'
    yield problem('json-broken', `The JSON is broken: ${says}.`)
    return
  }
  const root = asObject(json)
  if (root && typeof root.$schema === 'string' && /json-schema\.org/.test(root.$schema)) {
    yield problem(
      'not-a-schedule',
      'This is a JSON Schema, which says what a schedule looks like, and no schedule.',
    )
    return
  }
  if (root && typeof root.error === 'string' && Object.keys(root).length < 4) {
    yield problem('not-a-schedule', `The site answered with an error: ${root.error.slice(0, 200)}`)
    return
  }
  yield* root?._type === 'HTTPAPIResult' ? indico(root, options) : schedule(json, options)
}

type Json = Record<string, unknown>

function problem(code: ProblemCode, says: string): InspectLine {
  return { problem: { code, says } }
}

function* schedule(json: unknown, options: IntakeOptions): Generator<InspectLine> {
  const root = asObject(json)
  const outer = asObject(root?.schedule) ?? root
  const conference = asObject(outer?.conference) ?? {}
  const zone =
    canonicalZone(text(conference.time_zone_name) ?? text(outer?.timezone) ?? text(root?.timezone) ?? '') ??
    undefined
  const of: ScheduleOf = {
    title: text(conference.title),
    zone,
    fallback: options.zone,
    dayChange: text(conference.day_change)?.slice(0, 5) ?? '04:00',
    base: text(outer?.base_url) ?? text(conference.url) ?? options.url,
  }
  const head: ProgrammeHead = {
    ...(of.title ? { title: of.title } : {}),
    ...(text(conference.description) ? { text: text(conference.description)! } : {}),
    ...(of.base && /^https?:/.test(of.base) ? { url: of.base } : {}),
    ...(zone ? { timeZone: zone } : {}),
  }
  if (of.title || zone) yield { programme: head }
  let found = 0
  for (const { talk, day, room } of talksIn(json)) {
    found++
    for (const one of readTalk(talk, day, room)) yield { finding: findingOfTalk(one, of) }
  }
  if (found === 0)
    yield problem(
      'not-a-schedule',
      'No events are found in this JSON: no object in it has a title and a time.',
    )
}

type Place = { talk: Json; day: string | undefined; room: string | undefined }

/** Objects that look like talks, in the order of the file, with the day and the room they stand under. */
function* talksIn(json: unknown, day?: string, room?: string, depth = 0): Generator<Place> {
  if (depth > 12) return
  if (Array.isArray(json)) {
    for (const item of json) yield* talksIn(item, day, room, depth + 1)
    return
  }
  const object = asObject(json)
  if (!object) return
  if (isTalk(object)) {
    yield { talk: object, day, room }
    return
  }
  const ownDay = typeof object.date === 'string' ? object.date : day
  for (const [key, value] of Object.entries(object)) {
    if (value === null || typeof value !== 'object' || skipped.has(key)) continue
    if (key === 'rooms' && !Array.isArray(value)) {
      for (const [name, talks] of Object.entries(value)) yield* talksIn(talks, ownDay, name, depth + 1)
    } else {
      yield* talksIn(value, /^\d{4}-\d\d-\d\d$/.test(key) ? key : ownDay, room, depth + 1)
    }
  }
}

const skipped = new Set([
  'persons',
  'speakers',
  'tracks',
  'links',
  'attachments',
  'colors',
  'submission_type',
  'submission_types',
  'answers',
  'questions',
])

function isTalk(object: Json): boolean {
  if (object.title === undefined || object.conference !== undefined || object.days !== undefined) return false
  return (
    ['guid', 'slots', 'slot', 'persons', 'speakers', 'participants', 'session_type', 'abstract'].some(
      key => key in object,
    ) ||
    (typeof object.start === 'string' &&
      ('duration' in object || ('end' in object && !('daysCount' in object))))
  )
}

/** A talk that is given several times (pretalx: slots) is an event each time. */
function* readTalk(talk: Json, day: string | undefined, room: string | undefined): Generator<Talk> {
  const language = text(talk.language) ?? text(talk.content_locale) ?? text(talk.locale)
  const words = (value: unknown) => localized(value, language)
  const links = [
    ...references(talk.links, false),
    ...references(talk.attachments, true),
    ...references(talk.resources, true),
  ]
  for (const key of ['youtube_url', 'video_url', 'recording_url', 'video_download_url']) {
    const url = text(talk[key])
    if (url) links.push({ url, title: 'Recording' })
  }
  const base: Talk = {
    uid:
      text(talk.guid) ??
      text(talk.code) ??
      (talk.id === undefined || talk.id === null ? undefined : String(talk.id)),
    title: words(talk.title),
    subtitle: words(talk.subtitle),
    abstract: words(talk.abstract),
    description: words(talk.description),
    room: words(talk.room) ?? words(asObject(talk.room)?.name) ?? room,
    track: words(talk.track) ?? words(asObject(talk.track)?.name) ?? text(asObject(talk.track)?.slug),
    language,
    url: text(talk.url) ?? text(talk.website_url) ?? text(talk.public_url),
    image: text(talk.logo) ?? text(asObject(talk.logo)?.url) ?? text(talk.image),
    people: people(talk.persons ?? talk.speakers ?? talk.participants),
    links,
    unrecorded: talk.do_not_record === true,
    cancelled: /^cancell?ed$/i.test(text(talk.state) ?? text(talk.status) ?? ''),
    attendance: attendance(text(talk.delivery)),
    tags: Array.isArray(talk.tags)
      ? talk.tags.flatMap(tag => words(tag) ?? words(asObject(tag)?.tag) ?? [])
      : [],
    date: text(talk.date),
    start: text(talk.start),
    end: text(talk.end),
    duration: typeof talk.duration === 'number' ? talk.duration : text(talk.duration),
    day,
  }
  // A start may be a whole date.
  if (!base.date && base.start && base.start.length > 8) base.date = base.start
  const slots = objectsIn([talk.slots, talk.slot].flat())
  const timed = slots.filter(slot => text(slot.start))
  if (timed.length === 0) yield base
  for (const [index, slot] of timed.entries()) {
    yield {
      ...base,
      uid: index === 0 || !base.uid ? base.uid : `${base.uid}#${index + 1}`,
      date: text(slot.start),
      start: undefined,
      end: text(slot.end),
      duration: undefined,
      room: words(slot.room) ?? words(asObject(slot.room)?.name) ?? base.room,
    }
  }
}

function attendance(delivery: string | undefined): Talk['attendance'] {
  if (!delivery) return undefined
  if (/^(?:remote|online|virtual)/i.test(delivery)) return 'online'
  if (/^(?:hybrid|mixed)/i.test(delivery)) return 'mixed'
  return /^(?:in[-_ ]person|on[-_ ]?site)/i.test(delivery) ? 'offline' : undefined
}

function people(list: unknown): FoundPerson[] {
  if (!Array.isArray(list)) return []
  return list.flatMap((item: unknown) => {
    const person = asObject(item)
    const name =
      text(person?.full_name) ??
      text(person?.public_name) ??
      text(person?.name) ??
      text(person?.fullName) ??
      partsOfName(person)
    if (!person || !name) return []
    const told = text(person.role)?.toLowerCase()
    const url = text(person.url) ?? text(person.public_url)
    const affiliation = oneLine(text(person.affiliation))
    return [
      {
        name: personName(name.slice(0, 300)),
        role: told && /^[a-z ]{3,30}$/.test(told) ? told : 'speaker',
        ...(url && /^https?:/.test(url) ? { url } : {}),
        ...(affiliation ? { affiliation } : {}),
      },
    ]
  })
}

function partsOfName(person: Json | undefined): string | undefined {
  const first = text(person?.first_name) ?? text(person?.firstName)
  const last = text(person?.last_name) ?? text(person?.lastName)
  return [first, last].filter(Boolean).join(' ') || undefined
}

function references(list: unknown, attachment: boolean): Talk['links'] {
  if (!Array.isArray(list)) return []
  return list.flatMap((item: unknown) => {
    const link = asObject(item)
    const url = text(item) ?? text(link?.url) ?? text(link?.href) ?? text(link?.resource) ?? text(link?.link)
    return url ? [{ url, title: text(link?.title) ?? text(link?.description), attachment }] : []
  })
}

function* indico(root: Json, options: IntakeOptions): Generator<InspectLine> {
  const events = objectsIn(root.results)
  if (events.length === 0) yield problem('no-events', 'This export of Indico holds no events.')
  for (const event of events) {
    const zone = canonicalZone(text(event.timezone) ?? '') ?? undefined
    const of: ScheduleOf = {
      title: text(event.title),
      zone,
      fallback: options.zone,
      dayChange: '00:00',
      base: text(event.url),
    }
    const about = plainText(text(event.description), text(event.url))
    const talks = contributionsOf(event)
    if (events.length === 1 && talks.length > 0) {
      yield {
        programme: {
          ...(of.title ? { title: of.title } : {}),
          ...(about ? { text: about } : {}),
          ...(of.base ? { url: of.base } : {}),
          ...(zone ? { timeZone: zone } : {}),
        },
      }
    }
    for (const talk of talks.length > 0 ? talks : [event]) {
      yield { finding: findingOfTalk(ofIndico(talk, text(event.id)), of) }
    }
  }
}

function contributionsOf(event: Json): Json[] {
  const lists = [event, ...objectsIn(event.sessions)].flatMap(part => objectsIn(part.contributions))
  const known = new Set<unknown>()
  const fresh = lists.filter(talk => !known.has(talk.db_id ?? talk) && known.add(talk.db_id ?? talk))
  const time = (talk: Json) =>
    `${text(asObject(talk.startDate)?.date) ?? '9'}${text(asObject(talk.startDate)?.time) ?? ''}`
  return fresh.sort((a, b) => time(a).localeCompare(time(b)))
}

function ofIndico(talk: Json, event: string | undefined): Talk {
  const own = text(talk.id)
  const speakers = people(talk.speakers)
  const links = [talk.material, talk.folders].flat().flatMap(folder => {
    const resources = asObject(folder)?.resources ?? asObject(folder)?.attachments
    return (Array.isArray(resources) ? resources : []).flatMap(file => {
      const resource = asObject(file)
      const url = text(resource?.url) ?? text(resource?.download_url) ?? text(resource?.link_url)
      return url ? [{ url, title: text(resource?.name) ?? text(resource?.title), attachment: true }] : []
    })
  })
  return {
    uid: text(talk.url) ?? (event && own ? `${event}-${own}` : own),
    title: text(talk.title),
    description: text(talk.description),
    room: text(talk.roomFullname) ?? text(talk.room) ?? text(talk.location),
    track: text(talk.track) ?? text(talk.session),
    url: text(talk.url),
    people: speakers.length > 0 ? speakers : people(talk.primaryauthors),
    links,
    tags: Array.isArray(talk.keywords) ? talk.keywords.flatMap(word => text(word) ?? []) : [],
    date: dateOfIndico(talk.startDate),
    end: dateOfIndico(talk.endDate),
  }
}

/** `{date, time, tz}` as one string; its zone is an IANA name, most often UTC. */
function dateOfIndico(value: unknown): string | undefined {
  const told = asObject(value)
  const date = text(told?.date)
  const time = text(told?.time)?.slice(0, 8)
  const zone = canonicalZone(text(told?.tz) ?? '')
  if (!date || !time) return date
  if (!zone) return `${date}T${time}`
  try {
    const moment = Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone)
    return moment.toString({ timeZoneName: 'never', smallestUnit: 'second' })
  } catch {
    return undefined
  }
}

function objectsIn(list: unknown): Json[] {
  const objects: Json[] = []
  for (const item of Array.isArray(list) ? list : []) {
    const object = asObject(item)
    if (object) objects.push(object)
  }
  return objects
}

function asObject(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

/** `"…"` or `{en: "…", fr: "…"}`: in the talk's own language, else in English, else the first. */
function localized(value: unknown, language: string | undefined): string | undefined {
  const plain = text(value)
  if (plain) return plain
  const object = asObject(value)
  if (!object || !Object.keys(object).every(key => /^[a-z]{2,3}(?:[-_]\w+)?$/i.test(key))) return undefined
  return (
    text(object[language ?? 'en']) ??
    text(object.en) ??
    Object.values(object).flatMap(item => text(item) ?? [])[0]
  )
}
