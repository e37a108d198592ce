import { type EntryFields, fieldsOfEntry } from '../domain/entry-fields.ts'
import type { EventTime } from '../domain/event-time.ts'
import type { EventStatus, FieldDoubt, LinkRole } from '../domain/finding.ts'
import { readEntries } from '../storage/entries.ts'
import { knownNames } from '../storage/names.ts'
import { type Change, recordRevision } from '../storage/revisions.ts'
import type { Store } from '../storage/store.ts'
import { type CuratorAct, changeEntry, takeEntry } from './change-entry.ts'
import { inEdition } from './in-edition.ts'

/** What becomes of an event, and why; `time`: when it takes place instead; `link`: where, if it moves online. */
export type StatusChange = {
  status: EventStatus
  reason: string | null
  time?: EventTime
  /** What is in doubt about that time. */
  doubts?: FieldDoubt[]
  link?: { role: LinkRole; url: string; title: string | null }
}

/**
 * Cancels, postpones or moves an event online, or says that it takes place after all: it stays in the programme, and
 * readers are told. What happens to a whole-day programme happens to its sessions.
 *
 * @throws Refusal when it is gone, or may not be touched
 */
export function changeStatus(
  store: Store,
  { id, editionId }: { id: string; editionId: string },
  told: StatusChange,
  act: CuratorAct,
): Promise<{ revision: number; changed: number }> {
  return inEdition(store, editionId, async (db, edition) => {
    const row = await takeEntry(db, id, editionId)
    const before = fieldsOfEntry(row)
    const sessions = await readEntries(db, { sessionsOf: id })
    const known = knownNames()
    const named = { ...act, name: names[told.status] }
    const changes: Change[] = []
    const own = await changeEntry(db, known, row, withStatus(before, told), named)
    if (own) changes.push(own)
    for (const session of sessions) {
      const fields = fieldsOfEntry(session)
      if (!goesAlong(fields.status, before.status, told.status)) continue
      const change = await changeEntry(db, known, session, { ...fields, status: told.status }, named)
      if (change) changes.push(change)
    }
    if (changes.length === 0) return { revision: edition.revision, changed: 0 }
    return { revision: await recordRevision(db, editionId, changes, act), changed: changes.length }
  })
}

/** Acts as history tells them. */
const names: Record<EventStatus, string> = {
  scheduled: 'reinstate',
  cancelled: 'cancel',
  postponed: 'postpone',
  rescheduled: 'reschedule',
  movedOnline: 'move-online',
}

function withStatus(
  before: EntryFields,
  { status, reason, time, doubts = [], link }: StatusChange,
): EntryFields {
  const isKnown = link && before.links.some(({ role, url }) => role === link.role && url === link.url)
  return {
    ...before,
    status,
    statusReason: reason,
    ...(status === 'movedOnline' && { attendance: 'online' }),
    ...(link && !isKnown && { links: [...before.links, link] }),
    ...(time && {
      time,
      doubts: [...before.doubts.filter(({ field }) => !/^(?:start|end|time)$/.test(field)), ...doubts],
    }),
  }
}

/** A session that was cancelled by itself stays so when the whole takes place after all or is postponed. */
function goesAlong(session: EventStatus, before: EventStatus, after: EventStatus): boolean {
  if (after === 'scheduled') return before !== 'scheduled' && session === before
  return (after === 'cancelled' || after === 'postponed') && session !== 'cancelled'
}
