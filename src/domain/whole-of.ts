import { addDays } from '../time/days.ts'
import { type Content, keyOf } from './content.ts'
import { type EventTime, notTold } from './event-time.ts'

/**
 * What several events say together when they become the sessions of one: a series of meetings, the stages of a day.
 * Days from the first to the last of them; hosts, partners, tags, languages and links that all of them have.
 */
export function wholeOf(title: string, contents: Content[]): Content {
  const [first] = contents
  const attendances = new Set(contents.map(({ attendance }) => attendance))
  const isOnePlace = contents.every(({ place }) => JSON.stringify(place) === JSON.stringify(first!.place))
  return {
    ...first!,
    title,
    summary: null,
    note: null,
    place: isOnePlace ? first!.place : null,
    image: null,
    imageAlt: null,
    published: null,
    translations: null,
    time: timeOf(contents.map(({ time }) => time)),
    organisations: inAll(contents, 'organisations', keyOf.organisations),
    people: inAll(contents, 'people', keyOf.people),
    links: inAll(contents, 'links', ({ role, url }) => `${role} ${url}`),
    tags: inAll(contents, 'tags', keyOf.tags),
    languages: inAll(contents, 'languages', language => language),
    interpretation: inAll(contents, 'interpretation', language => language),
    captions: inAll(contents, 'captions', language => language),
    signLanguages: inAll(contents, 'signLanguages', language => language),
    attendance: attendances.size === 1 ? first!.attendance : null,
    status: 'scheduled',
    statusReason: null,
    recording: 'unknown',
    registrationUntil: null,
    doubts: [],
  }
}

/** Whole days: of what lies between two meetings nobody says that it is on. */
function timeOf(times: EventTime[]): EventTime {
  const days = times.flatMap(({ start, end }) =>
    start === null ? [] : [start.slice(0, 10), lastDay(start, end)],
  )
  if (days.length === 0) return notTold
  const [from, to] = [days.sort()[0]!, days.at(-1)!]
  return { precision: 'all-day', start: from, end: to === from ? null : to, zone: null }
}

/** What ends at midnight does not reach into the next day. */
function lastDay(start: string, end: string | null): string {
  const day = (end ?? start).slice(0, 10)
  return end?.slice(10).startsWith('T00:00') && day > start.slice(0, 10) ? addDays(day, -1) : day
}

function inAll<Field extends keyof Content, Member extends (Content[Field] & unknown[])[number]>(
  contents: Content[],
  field: Field,
  key: (member: Member) => string,
): Content[Field] {
  const lists = contents.map(content => content[field] as Member[])
  const others = lists.slice(1).map(list => new Set(list.map(key)))
  return lists[0]!.filter(member => others.every(keys => keys.has(key(member)))) as unknown as Content[Field]
}
