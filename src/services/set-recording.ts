import { fieldsOfEntry } from '../domain/entry-fields.ts'
import { phaseOf, timedOf } from '../domain/phase.ts'
import { mayBecome, type RecordingTold, recordingOf, withRecording } from '../domain/recording.ts'
import { Refusal } from '../domain/refusal.ts'
import type { EditionRow } from '../storage/editions.ts'
import type { EntryRow } from '../storage/entries.ts'
import { knownNames } from '../storage/names.ts'
import { recordRevision } from '../storage/revisions.ts'
import type { Store } from '../storage/store.ts'
import type { Db } from '../storage/tables.ts'
import { type CuratorAct, changeEntry, takeEntry } from './change-entry.ts'
import { inEdition } from './in-edition.ts'

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
  const next = { ...before, ...withRecording(before, told) }
  const name = told.state === 'available' ? 'attach-recording' : 'note-recording'
  const change = await changeEntry(db, knownNames(), row, next, { ...act, name })
  if (!change) return { revision: edition.revision, changed: false }
  return { revision: await recordRevision(db, edition.id, [change], act), changed: true }
}
