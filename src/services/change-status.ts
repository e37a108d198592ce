import { type EntryFields, fieldsOfEntry } from '../domain/entry-fields.ts'
import type { EventTime } from '../domain/event-time.ts'
import type { EventStatus, FieldDoubt, LinkRole } from '../domain/finding.ts'
import { moveAlong } from '../domain/move-along.ts'
import { type EntryRow, readEntries } from '../storage/entries.ts'
import { readStatusNumbers } from '../storage/history.ts'
import { type KnownNames, knownNames } from '../storage/names.ts'
import { type Change, recordRevision } from '../storage/revisions.ts'
import type { Store } from '../storage/store.ts'
import type { Db } from '../storage/tables.ts'
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
 * Cancels, postpones or moves an event to another time or online, or says that it takes place after all: it stays in
 * the programme, and readers are told. What happens to a whole-day programme happens to its sessions.
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
    const changes = await statusChanges(db, knownNames(), row, told, act)
    if (changes.length === 0) return { revision: edition.revision, changed: 0 }
    return { revision: await recordRevision(db, editionId, changes, act), changed: changes.length }
  })
}

/**
 * Cancels several events at once, with their sessions, as one revision. What is no event, is cancelled already or is
 * not in the edition is passed over.
 *
 * @returns `cancelled`: the ids among those that were told
 */
export function cancelEntries(
  store: Store,
  editionId: string,
  ids: string[],
  reason: string | null,
  act: CuratorAct,
): Promise<{ revision: number; cancelled: string[] }> {
  return inEdition(store, editionId, async (db, edition) => {
    const known = knownNames()
    const changes = new Map<string, Change>()
    for (const row of await readEntries(db, { ids })) {
      const { id, kind, status } = row.entry
      if (row.editionId !== editionId || kind !== 'event' || status === 'cancelled' || changes.has(id))
        continue
      for (const change of await statusChanges(db, known, row, { status: 'cancelled', reason }, act))
        changes.set(change.entryId!, change)
    }
    const all = [...changes.values()]
    const revision = all.length > 0 ? await recordRevision(db, editionId, all, act) : edition.revision
    return { revision, cancelled: ids.filter(id => changes.has(id)) }
  })
}

async function statusChanges(
  db: Db,
  known: KnownNames,
  row: EntryRow,
  told: StatusChange,
  act: CuratorAct,
): Promise<Change[]> {
  const whole = fieldsOfEntry(row)
  const named = { ...act, name: names[told.status] }
  const own = await changeEntry(db, known, row, withStatus(whole, told), named)
  const changes = own ? [own] : []
  const sessions = await readEntries(db, { sessionsOf: row.entry.id })
  const since = await readStatusNumbers(
    db,
    [row, ...sessions].map(({ entry }) => entry.id),
  )
  for (const session of sessions) {
    const { status, id } = session.entry
    const cameAlong = status === whole.status && since.get(id) === since.get(row.entry.id)
    const next = goneAlong(fieldsOfEntry(session), cameAlong, whole, told)
    const change = await changeEntry(db, known, session, next, named)
    if (change) changes.push(change)
  }
  return changes
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

/**
 * A session, when something becomes of its event. What happened to it alone – it was cancelled, or moved online –
 * stays so when the whole takes place after all; one that was cancelled by itself stays cancelled, whatever else
 * becomes of the whole, and is moved with it all the same.
 *
 * @param cameAlong whether it got the status it has in the same act as the whole
 */
function goneAlong(
  session: EntryFields,
  cameAlong: boolean,
  whole: EntryFields,
  { status, time }: StatusChange,
): EntryFields {
  const moved = time ? moveAlong(session, whole.time, time) : session
  const follows = cameAlong || (status !== 'scheduled' && session.status !== 'cancelled')
  if (!follows) return moved
  return { ...moved, status, ...(status === 'movedOnline' && { attendance: 'online' as const }) }
}
