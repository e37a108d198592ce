import { fieldsOfEntry } from '../domain/entry-fields.ts'
import type { RecordingState } from '../domain/finding.ts'
import { phaseOf, timedOf } from '../domain/phase.ts'
import { mayBecome, recordingOf } from '../domain/recording.ts'
import { Refusal } from '../domain/refusal.ts'
import type { EditionRow } from '../storage/editions.ts'
import type { EntryRow } from '../storage/entries.ts'
import { knownNames } from '../storage/names.ts'
import { recordRevision } from '../storage/revisions.ts'
import type { Store } from '../storage/store.ts'
import type { Db } from '../storage/tables.ts'
import { type CuratorAct, changeEntry, takeEntry } from './change-entry.ts'
import { inEdition } from './in-edition.ts'

/** What is known of the recording: that it is there, with its address, or what else is said of it. */
export type RecordingTold =
  | { state: 'available'; url: string; title: string | null }
  | { state: Exclude<RecordingState, 'available'> }

/**
 * Attaches the recording of an event, or says that there will be none, that one is expected, or that it was removed;
 * a removed one stays known, and is not shown.
 *
 * @throws Refusal before the end of the event, for the removal of what was not there, and when it may not be touched
 */
export function setRecording(
  store: Store,
  { id, editionId }: { id: string; editionId: string },
  told: RecordingTold,
  act: CuratorAct,
): Promise<{ revision: number; changed: boolean }> {
  return inEdition(store, editionId, async (db, edition) =>
    noteRecording(db, edition, await takeEntry(db, id, editionId), told, act),
  )
}

/** The same inside a transaction that has taken the edition. */
export async function noteRecording(
  db: Db,
  edition: EditionRow,
  row: EntryRow,
  told: RecordingTold,
  act: CuratorAct,
): Promise<{ revision: number; changed: boolean }> {
  const { entry } = row
  const { homeZone: zone, assumedMinutes } = edition
  const at = phaseOf(timedOf(entry), act.at, { zone, assumedMinutes })
  if (!mayBecome(recordingOf(entry), told.state, at))
    throw told.state === 'available'
      ? new Refusal('recording-early', {}, 'There can be no recording before it is over.')
      : new Refusal('recording-not-there', {}, 'Only a recording that was there can have been removed.')
  const before = fieldsOfEntry(row)
  const link = told.state === 'available' && {
    role: 'recording' as const,
    url: told.url,
    title: told.title,
  }
  const others = before.links.filter(({ role, url }) => !link || role !== link.role || url !== link.url)
  const next = { ...before, recording: told.state, links: link ? [...others, link] : before.links }
  const name = told.state === 'available' ? 'attach-recording' : 'note-recording'
  const change = await changeEntry(db, knownNames(), row, next, { ...act, name })
  if (!change) return { revision: edition.revision, changed: false }
  return { revision: await recordRevision(db, edition.id, [change], act), changed: true }
}
