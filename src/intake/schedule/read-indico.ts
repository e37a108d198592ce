import type { InspectLine } from '../../domain/finding.ts'
import { canonicalZone } from '../../time/zones.ts'
import type { IntakeOptions } from '../intake.ts'
import { saysOnline } from '../page/place.ts'
import { plainText } from '../plain-text.ts'
import { asObject, type Json, objectsIn, people, text } from './json-values.ts'
import { findingOfTalk, type Talk } from './talk.ts'
import type { ScheduleOf } from './talk-time.ts'

/** Indico's export of its HTTP API. */
export function* readIndico(root: Json, options: IntakeOptions): Generator<InspectLine> {
  const events = Array.isArray(root.results) ? objectsIn(root.results) : timetablesIn(root.results)
  if (events.length === 0)
    yield { problem: { code: 'no-events', says: 'This export of Indico holds no events.' } }
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

/** Its timetable is one of days, of sessions and of what is within them: `{"55": {"20261218": {"s1": {entries}}}}`. */
function timetablesIn(results: unknown): Json[] {
  return Object.entries(asObject(results) ?? {}).flatMap(([id, days]) => {
    const contributions = entriesIn(days, 0)
    const timezone = text(asObject(contributions[0]?.startDate)?.tz)
    return contributions.length > 0 ? [{ id, timezone, contributions }] : []
  })
}

function entriesIn(value: unknown, depth: number): Json[] {
  const object = asObject(value)
  if (!object || depth > 6) return []
  const within = entriesIn(object.entries, depth + 1)
  if (text(object.title) && asObject(object.startDate)) return within.length > 0 ? within : [object]
  return Object.values(object).flatMap(inner => entriesIn(inner, depth + 1))
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
  const speakers = people(talk.speakers ?? talk.presenters)
  const chairs = people(talk.chairs).map(one => ({ ...one, role: 'chair' }))
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
    ...whereOf(talk),
    cancelled: asObject(talk.label)?.is_event_not_happening === true,
    track: text(talk.track) ?? text(talk.session),
    url: text(talk.url),
    people: speakers.length > 0 ? speakers : [...people(talk.primaryauthors), ...chairs],
    links,
    tags: Array.isArray(talk.keywords) ? talk.keywords.flatMap(word => text(word) ?? []) : [],
    date: dateOfIndico(talk.startDate),
    end: dateOfIndico(talk.endDate),
  }
}

/** What is held over the net names its program as a room. */
function whereOf(talk: Json): Pick<Talk, 'room' | 'address' | 'attendance'> {
  const [house, room] = [text(talk.location), text(talk.roomFullname) ?? text(talk.room)]
  const told = [room, house].flatMap(name => name ?? [])
  const places = told.filter(name => !saysOnline(name))
  const isOnline = places.length < told.length
  return {
    room: places[0],
    address: places.length > 0 ? text(talk.address) : undefined,
    attendance: isOnline ? (places.length > 0 ? 'mixed' : 'online') : undefined,
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
