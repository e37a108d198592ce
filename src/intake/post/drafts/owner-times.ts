import type { Finding } from '../../../domain/finding.ts'
import type { TimeContext } from '../../../time/read-time.ts'
import { linkRole } from '../../link-role.ts'
import type { Passage } from '../passages/passage.ts'
import { type EventTime, isDayOnly, registrationEnd, timeFields } from '../times/times-of.ts'
import { addDoubts, addLink, addOrganisation, addRoleLinks, type Draft, newDraft } from './draft.ts'

/**
 * The times told of one thing that is named elsewhere: by the heading above, the sentence before a list, or
 * the title of the post. `bare` times stand alone in their line.
 */
export type OwnerTimes = {
  title: string
  times: { time: EventTime; bare: boolean }[]
  /** The passages that hold the times, and all that is told around them. */
  told: Passage[]
  around: Passage[]
  notes: string[]
  organisations: string[]
  /** Where the heading that names it leads. */
  page?: string
  place?: string
}

const week = 7 * 24 * 3600 * 1000

/** One event with its sessions, or several of one name where the times lie far apart. */
export function eventsOf(owner: OwnerTimes, context: TimeContext): Draft[] {
  const found = datedEvents(owner)
  const until = owner.around.map(passage => registrationEnd(passage, context)).find(Boolean)
  // One deadline before several dates weeks apart is for the first of them at most.
  if (until && found.length === 1) found[0]!.finding.registrationUntil = until
  return found
}

function datedEvents(owner: OwnerTimes): Draft[] {
  const prose = distinct(owner.times.filter(({ bare }) => !bare).map(({ time }) => time))
  const bare = distinct(owner.times.filter(one => one.bare).map(({ time }) => time))
  const main = prose.find(time => time.start !== undefined) ?? prose[0]
  if (main) {
    const more = prose.filter(time => time !== main && !isDayOnly(time) && time.start && !isSame(time, main))
    return [
      eventAt(
        owner,
        main,
        distinct([...more, ...bare]).filter(time => time.start),
      ),
    ]
  }
  const days = bare.map(time => Date.parse(time.start?.slice(0, 10) ?? ''))
  const spread = Math.max(...days) - Math.min(...days)
  if (bare.length > 1 && spread < week && bare.every(time => time.start && !isDayOnly(time))) {
    const first = bare[0]!
    const end = bare.at(-1)!.end
    const whole: EventTime = { ...first, sessions: [] }
    if (end) whole.end = end
    return [eventAt(owner, whole, bare)]
  }
  return bare.map(time => eventAt(owner, time, []))
}

function eventAt(owner: OwnerTimes, time: EventTime, sessions: EventTime[]): Draft {
  const draft = newDraft('event', owner.title, owner.told.map(passage => passage.text).join('\n'))
  draft.around = owner.around.map(passage => passage.text).join('\n')
  Object.assign(draft.finding, timeFields(time))
  delete draft.finding.doubts
  addDoubts(draft, time.doubts)
  const parts = [
    ...(time.sessions.length > 1 || (time.sessions.length === 1 && time.sessions[0]!.start !== time.start)
      ? time.sessions
      : []),
  ]
  const inner: Finding[] = [
    ...sessions.map((one): Finding => ({ kind: 'event', title: draft.finding.title, ...timeFields(one) })),
    ...parts.map(
      (one): Finding => ({
        kind: 'event',
        title: draft.finding.title,
        start: one.start,
        ...(one.end ? { end: one.end } : {}),
      }),
    ),
  ]
  if (inner.length > 0) draft.finding.sessions = inner
  for (const name of owner.organisations) addOrganisation(draft, name)
  for (const passage of owner.around) addRoleLinks(draft, passage)
  const role = owner.page ? linkRole(owner.page) : null
  if (owner.page) addLink(draft, owner.page, role && role !== 'source' ? role : 'programme')
  draft.notes.push(...owner.notes)
  return draft
}

/** Times said twice count once; where one says the day alone and another the hour, the hour stays. */
function distinct(times: EventTime[]): EventTime[] {
  const kept: EventTime[] = []
  for (const time of times) {
    const twin = kept.findIndex(other => isSame(other, time))
    if (twin === -1) kept.push(time)
    else if (isDayOnly(kept[twin]!) && !isDayOnly(time)) kept[twin] = time
    else if (!kept[twin]!.end && time.end && kept[twin]!.start === time.start) kept[twin] = time
  }
  return kept
}

function isSame(one: EventTime, other: EventTime): boolean {
  if (!one.start || !other.start) return one.clock !== undefined && one.clock === other.clock
  if (isDayOnly(one) || isDayOnly(other)) return one.start.slice(0, 10) === other.start.slice(0, 10)
  return one.start === other.start
}
