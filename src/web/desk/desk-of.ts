import { type DeskItem, deskItems, type OpenReading } from '../../domain/desk.ts'
import type { Programme } from '../../domain/programme.ts'
import { duplicatesIn } from '../known-entries.ts'
import type { Showing } from '../ui/showing.ts'

/** What a programme, with its drafts, needs of those who write it. */
export function deskOf(
  programme: Programme,
  readings: readonly OpenReading[],
  showing: Pick<Showing, 'now' | 'zone'>,
): DeskItem[] {
  const { edition, entries } = programme
  const known = { entries, readings, duplicates: duplicatesIn(programme) }
  return deskItems(known, showing.now, { zone: showing.zone, assumedMinutes: edition.assumedMinutes })
}
