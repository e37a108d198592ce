import type { Content } from '../../domain/content.ts'
import { contentOfEntry } from '../../domain/content.ts'
import { type Duplicate, duplicatesOf } from '../../domain/duplicate.ts'
import type { Entry } from '../../domain/entry.ts'
import type { Finding } from '../../domain/finding.ts'
import { instantsOf } from '../../domain/instants-of.ts'
import { joinContents } from '../../domain/join.ts'
import type { Programme } from '../../domain/programme.ts'
import { contentOfRead, type Reading, type Settled } from '../../domain/reading.ts'
import { knownOf } from '../known-entries.ts'

/** A finding as it is looked at before it is accepted. */
export type Found = {
  number: number
  /** Null: nothing was found, and it is filled in by hand. */
  finding: Finding | null
  /** What the entry would say. */
  content: Content
  duplicates: FoundDuplicate[]
  settled: Settled | null
  /** The entry it became, or a part of. */
  entry: Entry | null
}

/** An entry that looks like the same, and in which fields it would change if both became one. */
export type FoundDuplicate = Duplicate & { entry: Entry; adds: (keyof Content)[] }

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
    const duplicates = settled || content.title === '' ? [] : duplicatesAmong(content, programme, byId)
    return { number, finding, content, duplicates, settled, entry }
  })
}

function duplicatesAmong(content: Content, programme: Programme, byId: Map<string, Entry>): FoundDuplicate[] {
  return duplicatesOf(knownOf(programme), { ...content, ...instantsOf(content.time) }).map(duplicate => {
    const entry = byId.get(duplicate.id)!
    return { ...duplicate, entry, adds: joinContents(contentOfEntry(entry), content).changed }
  })
}

/** Whether nothing of it asks for an answer: neither a doubt, nor an entry that is probably the same. */
export function isClear({ finding, content, duplicates, settled }: Found): boolean {
  return (
    finding !== null &&
    settled === null &&
    content.doubts.length === 0 &&
    duplicates.every(({ strength }) => strength === 'possible')
  )
}
