import type { EventTime } from '../domain/event-time.ts'
import { instantsOf } from '../domain/instants-of.ts'
import { zoneDataVersion } from '../time/instants.ts'
import { recordRevision } from './revisions.ts'
import { readSetting, writeSetting } from './settings.ts'
import type { Db } from './tables.ts'

const batchSize = 1000

/**
 * Derives the instants of every entry again when the zone data of this runtime is not that of the stored ones: a
 * country has changed its clocks, the wall times stand. Editions in which an instant moves get a new revision.
 *
 * @param at epoch milliseconds, for the revisions; without it they are as of the edition's last change
 * @returns how many entries moved
 */
export async function deriveInstantsAgain(db: Db, at?: number): Promise<number> {
  if ((await readSetting(db, 'zone-data')) === zoneDataVersion()) return 0
  return db.transaction().execute(async db => {
    const before = await readSetting(db, 'zone-data')
    if (before === zoneDataVersion()) return 0
    const moved = new Map<string, number>()
    let last = ''
    for (;;) {
      const rows = await db
        .selectFrom('entries')
        .where('id', '>', last)
        .orderBy('id')
        .limit(batchSize)
        .select(['id', 'edition_id', 'precision', 'wall_start', 'wall_end', 'zone', 'starts_at', 'ends_at'])
        .execute()
      for (const row of rows) {
        const instants = derived(row)
        if (instants === null || (instants.startsAt === row.starts_at && instants.endsAt === row.ends_at))
          continue
        moved.set(row.edition_id, (moved.get(row.edition_id) ?? 0) + 1)
        await db
          .updateTable('entries')
          .set(({ eb }) => ({
            starts_at: instants.startsAt,
            ends_at: instants.endsAt,
            sequence: eb('sequence', '+', 1),
          }))
          .where('id', '=', row.id)
          .execute()
      }
      if (rows.length < batchSize) break
      last = rows.at(-1)!.id
    }
    for (const [editionId, entries] of moved) {
      const change = {
        entryId: null,
        act: 'derive-instants',
        before: { zoneData: before },
        after: { zoneData: zoneDataVersion(), entries },
      }
      const { updated_at } = await db
        .selectFrom('editions')
        .where('id', '=', editionId)
        .select('updated_at')
        .executeTakeFirstOrThrow()
      await recordRevision(db, editionId, [change], { by: 'zone data', at: at ?? updated_at })
    }
    await writeSetting(db, 'zone-data', zoneDataVersion())
    return [...moved.values()].reduce((sum, count) => sum + count, 0)
  })
}

/** Null for a zone this runtime no longer knows: what was derived with older data stands. */
function derived(row: {
  precision: string
  wall_start: string | null
  wall_end: string | null
  zone: string | null
}) {
  const { precision, wall_start: start, wall_end: end, zone } = row
  try {
    return instantsOf({ precision: precision as EventTime['precision'], start, end, zone })
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
