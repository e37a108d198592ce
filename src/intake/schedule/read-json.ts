import type { InspectLine, ProgrammeHead } from '../../domain/finding.ts'
import type { ProblemCode } from '../../domain/problem.ts'
import { canonicalZone } from '../../time/zones.ts'
import { tableIn } from '../csv/parse-json-table.ts'
import { linesOfTable } from '../csv/read-csv.ts'
import type { IntakeOptions } from '../intake.ts'
import { asObject, type Json, localized, objectsIn, people, text } from './json-values.ts'
import { type NamedById, namedById, nameOf, peopleNamed } from './named-by-id.ts'
import { readIndico } from './read-indico.ts'
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
  yield* root?._type === 'HTTPAPIResult' ? readIndico(root, options) : schedule(json, options)
}

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
  const named = namedById(json)
  const seen = new Set<string>()
  for (const { talk, day, room } of talksIn(json)) {
    // Some tell their programme twice: by rooms, and by hours.
    const key = JSON.stringify([talk.guid ?? talk.id ?? talk.code, talk.title, ...momentsOf(talk)])
    if (seen.has(key) || notInIt.test(text(talk.state) ?? '')) continue
    seen.add(key)
    for (const one of readTalk(talk, named, day, room)) yield { finding: findingOfTalk(one, of) }
  }
  const table = seen.size === 0 ? tableIn(json) : null
  if (table) yield* linesOfTable(table, options)
  else if (seen.size === 0)
    yield problem(
      'not-a-schedule',
      'No events are found in this JSON: no object in it has a title and a time.',
    )
}

/** Talks that were offered, and are not given (pretalx). */
const notInIt = /^(?:withdrawn|rejected|deleted|submitted|draft)$/i

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
    if (key === 'rooms') {
      const rooms = Array.isArray(value)
        ? objectsIn(value).map(one => [text(one.name) ?? room, one] as const)
        : Object.entries(value)
      for (const [name, talks] of rooms) yield* talksIn(talks, ownDay, name, depth + 1)
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
    (momentsOf(object)[0] !== undefined &&
      ('duration' in object || (momentsOf(object)[1] !== undefined && !('daysCount' in object))))
  )
}

const starts = ['start', 'startsAt', 'starts_at', 'beginsAt', 'begins_at', 'startTime', 'start_time']
const ends = ['end', 'endsAt', 'ends_at', 'endTime', 'end_time']

function momentsOf(talk: Json): [start: string | undefined, end: string | undefined] {
  const first = (keys: string[]) => keys.flatMap(key => text(talk[key]) ?? [])[0]
  return [first(starts), first(ends)]
}

/** A talk that is given several times (pretalx: slots) is an event each time. */
function* readTalk(
  talk: Json,
  named: NamedById,
  day: string | undefined,
  room: string | undefined,
): Generator<Talk> {
  const language = text(talk.language) ?? text(talk.content_locale) ?? text(talk.locale)
  const words = (value: unknown) => localized(value, language)
  const links = [
    ...references(talk.links, false),
    ...references(talk.attachments, true),
    ...references(talk.resources, true),
  ]
  for (const key of ['youtube_url', 'video_url', 'recording_url', 'recordingUrl', 'video_download_url']) {
    const url = text(talk[key])
    if (url) links.push({ url, title: 'Recording' })
  }
  const live = text(talk.liveUrl) ?? text(talk.live_url)
  if (live) links.push({ url: live, title: 'Livestream' })
  const roomTold = nameOf(talk.room ?? talk.roomId, named.rooms)
  const trackTold = nameOf(talk.track, named.tracks)
  const [start, end] = momentsOf(talk)
  const base: Talk = {
    uid:
      text(talk.guid) ??
      text(talk.code) ??
      (talk.id === undefined || talk.id === null ? undefined : String(talk.id)),
    title: words(talk.title),
    subtitle: words(talk.subtitle),
    abstract: words(talk.abstract),
    description: words(talk.description),
    room: words(roomTold) ?? words(asObject(roomTold)?.name) ?? room ?? words(talk.place),
    track: words(trackTold) ?? words(asObject(trackTold)?.name) ?? text(asObject(trackTold)?.slug),
    language,
    url: text(talk.url) ?? text(talk.website_url) ?? text(talk.public_url),
    image: text(talk.logo) ?? text(asObject(talk.logo)?.url) ?? text(talk.image),
    people: people(peopleNamed(talk.persons ?? talk.speakers ?? talk.participants, named)),
    links,
    unrecorded: talk.do_not_record === true,
    cancelled: /^cancell?ed$/i.test(text(talk.state) ?? text(talk.status) ?? ''),
    attendance: attendance(text(talk.delivery)),
    tags: [talk.tags, talk.categoryItems, objectsIn(talk.categories).map(one => one.categoryItems)]
      .flat(3)
      .flatMap(told => {
        const tag = nameOf(told, named.tracks)
        return words(tag) ?? words(asObject(tag)?.tag) ?? words(asObject(tag)?.name) ?? []
      }),
    date: text(talk.date),
    start,
    end,
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
      room: words(nameOf(slot.room, named.rooms)) ?? words(asObject(slot.room)?.name) ?? base.room,
    }
  }
}

function attendance(delivery: string | undefined): Talk['attendance'] {
  if (!delivery) return undefined
  if (/^(?:remote|online|virtual)/i.test(delivery)) return 'online'
  if (/^(?:hybrid|mixed)/i.test(delivery)) return 'mixed'
  return /^(?:in[-_ ]person|on[-_ ]?site)/i.test(delivery) ? 'offline' : undefined
}

function references(list: unknown, attachment: boolean): Talk['links'] {
  if (!Array.isArray(list)) return []
  return list.flatMap((item: unknown) => {
    const link = asObject(item)
    const url = text(item) ?? text(link?.url) ?? text(link?.href) ?? text(link?.resource) ?? text(link?.link)
    return url ? [{ url, title: text(link?.title) ?? text(link?.description), attachment }] : []
  })
}
