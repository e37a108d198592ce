import type { Content } from '../../domain/content.ts'
import { contentOfEntry, contentOfFinding } from '../../domain/content.ts'
import { type Duplicate, duplicatesOf, type Told } from '../../domain/duplicate.ts'
import type { Entry } from '../../domain/entry.ts'
import { only } from '../../domain/entry-fields.ts'
import type { Finding } from '../../domain/finding.ts'
import { instantsOf } from '../../domain/instants-of.ts'
import { joinContents } from '../../domain/join.ts'
import { newSessions } from '../../domain/new-sessions.ts'
import type { Programme } from '../../domain/programme.ts'
import { contentOfRead, type Reading, type Settled } from '../../domain/reading.ts'
import { addDays } from '../../time/days.ts'
import { knownOf } from '../known-entries.ts'

/** A finding as it is looked at before it is accepted. */
export type Found = {
  number: number
  /** Null: nothing was found, and it is filled in by hand. */
  finding: Finding | null
  /** What the entry would say. */
  content: Content
  duplicates: FoundDuplicate[]
  /** It is on no day near those of the programme: perhaps of another year. */
  isFar: boolean
  settled: Settled | null
  /** The entry it became, or a part of. */
  entry: Entry | null
}

/** An entry that looks like the same, and what its fields that would change say now and would say if both became one. */
export type FoundDuplicate = Duplicate & {
  entry: Entry
  now: Partial<Content>
  joined: Partial<Content>
  /** Titles of the sessions that would be added. */
  sessions: string[]
}

/** Everything that was found, each beside what is in the programme already. */
export function foundOf(reading: Reading, programme: Programme): Found[] {
  const byId = new Map<string, Entry>()
  for (const entry of programme.entries) {
    byId.set(entry.id, entry)
    for (const session of entry.sessions) byId.set(session.id, session)
  }
  const { homeZone } = programme.edition
  const all = reading.findings.length ? reading.findings : [null]
  return all.map((finding, number) => {
    const settled = reading.settled[number] ?? null
    const content = finding
      ? contentOfRead(finding, homeZone, reading)
      : contentOfRead({ kind: 'event', title: '' }, homeZone, reading)
    const entry = settled && settled.as !== 'dropped' ? (byId.get(settled.entry) ?? null) : null
    const duplicates =
      settled || content.title === ''
        ? []
        : duplicatesAmong({ ...content, uid: finding?.uid }, finding?.sessions ?? [], programme, byId)
    return { number, finding, content, duplicates, isFar: isFar(content, programme.edition), settled, entry }
  })
}

function duplicatesAmong(
  content: Content & Pick<Told, 'uid'>,
  sessions: Finding[],
  programme: Programme,
  byId: Map<string, Entry>,
): FoundDuplicate[] {
  return duplicatesOf(knownOf(programme), { ...content, ...instantsOf(content.time) }).map(duplicate => {
    const entry = byId.get(duplicate.id)!
    const own = contentOfEntry(entry)
    const { content: both, changed } = joinContents(own, content)
    const added = newSessions(
      entry.sessions,
      sessions.map(session => contentOfFinding(session, programme.edition.homeZone)),
    )
    return {
      ...duplicate,
      entry,
      now: only(own, changed),
      joined: only(both, changed),
      sessions: added.map(({ title }) => title),
    }
  })
}

/** In days: a programme has what leads up to its day, and what follows it. */
const farFrom = 60

function isFar({ kind, time }: Content, { startsOn, endsOn }: Programme['edition']): boolean {
  if (kind !== 'event' || time.start === null) return false
  const [first, last] = [time.start.slice(0, 10), (time.end ?? time.start).slice(0, 10)]
  return last < addDays(startsOn, -farFrom) || first > addDays(endsOn, farFrom)
}

/** Whether nothing of it asks for an answer: neither a doubt, nor an entry that is probably the same. */
export function isClear({ finding, content, duplicates, isFar, settled }: Found): boolean {
  return (
    finding !== null &&
    !isFar &&
    (content.kind !== 'event' || content.time.precision !== 'not-told') &&
    settled === null &&
    content.doubts.length === 0 &&
    duplicates.every(({ strength }) => strength === 'possible')
  )
}
