import { type Content, contentOfEntry } from '../../domain/content.ts'
import { mergeContent } from '../../domain/merge.ts'
import { editOf, nameOfOrganiser, type Organiser, withinLimits } from '../../domain/organiser.ts'
import { phaseOf, timedOf } from '../../domain/phase.ts'
import { mayBecome, type RecordingTold, recordingOf } from '../../domain/recording.ts'
import { Refusal } from '../../domain/refusal.ts'
import { insertOrganiserChange, wasLastAccepted } from '../../storage/organiser-changes.ts'
import { readOrganiserRule } from '../../storage/organisers.ts'
import type { Store } from '../../storage/store.ts'
import type { Db } from '../../storage/tables.ts'
import { editEntry } from '../edit-entry.ts'
import { inEdition } from '../in-edition.ts'
import { noteRecording } from '../set-recording.ts'
import { organiserAt } from './come-in.ts'
import { findOwnEntry, type OfOrganiser } from './own-entries.ts'

/** From which device, on which entry, when. */
export type Offering = { device: string; id: string; editionId: string; at: number }

export type Offered =
  /** `live`: readers see it; `waits`: a curator looks at it first. */
  | { became: 'live' | 'waits' | 'nothing' }
  /** Somebody else said otherwise since the form was opened; nothing was stored. */
  | { conflict: { fields: (keyof Content)[]; theirs: Content; revision: number } }

/**
 * Takes in what an organiser says of the time and the links of their entry. Whatever else is in it counts for nothing.
 *
 * @param opened what the entry said when the form was opened, at the revision `base`
 * @throws Refusal when this device, or this entry, is not theirs (any more)
 */
export async function offerEdit(
  store: Store,
  offering: Offering,
  { opened, told, base }: { opened: Content; told: Content; base: number },
): Promise<Offered> {
  const { id, editionId, at } = offering
  const content = withinLimits(opened, told)
  const said = { kind: 'edit' as const, before: editOf(opened), told: editOf(content) }
  const { organiser } = await theirs(store.db, offering)
  if (!(await isLive(store.db, organiser))) {
    return inEdition(store, editionId, async (db, edition): Promise<Offered> => {
      const own = await theirs(db, offering)
      const current = contentOfEntry(own.row.entry)
      const { conflicts, changed } = mergeContent(opened, current, content)
      if (conflicts.length > 0)
        return { conflict: { fields: conflicts, theirs: current, revision: edition.revision } }
      if (changed.length === 0) return { became: 'nothing' }
      await insertOrganiserChange(db, own.organiser, { editionId, entryId: id, at, said, revision: null })
      return { became: 'waits' }
    })
  }
  const around = {
    before: async (db: Db) => void (await theirs(db, offering)),
    after: (db: Db, revision: number) =>
      insertOrganiserChange(db, organiser, { editionId, entryId: id, at, said, revision }),
  }
  const act = { by: nameOfOrganiser(organiser), at, base, around }
  const edited = await editEntry(store, { id, editionId }, { content }, act)
  if ('conflict' in edited) return edited
  return { became: edited.changed ? 'live' : 'nothing' }
}

/**
 * Takes in what an organiser says of the recording of their event.
 *
 * @throws Refusal when it is not theirs, before its end, and for the removal of what was not there
 */
export function offerRecording(store: Store, offering: Offering, told: RecordingTold): Promise<Offered> {
  const { id, editionId, at } = offering
  const said = { kind: 'recording' as const, told }
  return inEdition(store, editionId, async (db, edition): Promise<Offered> => {
    const { organiser, row } = await theirs(db, offering)
    const change = { editionId, entryId: id, at, said }
    if (await isLive(db, organiser)) {
      const { revision, changed } = await noteRecording(db, edition, row, told, {
        by: nameOfOrganiser(organiser),
        at,
      })
      if (!changed) return { became: 'nothing' }
      await insertOrganiserChange(db, organiser, { ...change, revision })
      return { became: 'live' }
    }
    const { homeZone: zone, assumedMinutes } = edition
    const phase = phaseOf(timedOf(row.entry), at, { zone, assumedMinutes })
    if (!mayBecome(recordingOf(row.entry), told.state, phase))
      throw new Refusal('recording-early', {}, 'There can be no recording before it is over.')
    await insertOrganiserChange(db, organiser, { ...change, revision: null })
    return { became: 'waits' }
  })
}

/** The one and the other, as they are now: a domain, an entry and an edition may have been taken away meanwhile. */
async function theirs(db: Db, { device, id, at }: Offering): Promise<OfOrganiser & { organiser: Organiser }> {
  const organiser = await organiserAt(db, device, at)
  const own = organiser && (await findOwnEntry(db, id, organiser, at))
  if (!own) throw new Refusal('entry-gone', {}, 'There is no such entry any more.')
  return { ...own, organiser }
}

/** As a curator said; else the first waits, and what follows shows at once as long as they are content. */
async function isLive(db: Db, { organisation }: Organiser): Promise<boolean> {
  const rule = await readOrganiserRule(db, organisation.id)
  return rule === null ? wasLastAccepted(db, organisation.id) : rule === 'live'
}
