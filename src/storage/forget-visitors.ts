import { among } from './dialects/among.ts'
import type { Db } from './tables.ts'

/** Devices that were not seen for long let nobody in, and visitors of whom nothing is left are forgotten. */
export async function forgetVisitors(
  db: Db,
  { devices, visitors }: { devices: number; visitors: number },
): Promise<void> {
  await db.deleteFrom('visitor_sign_ins').where('seen_at', '<', devices).execute()
  await db
    .deleteFrom('visitors')
    .where('seen_at', '<', visitors)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('comments').whereRef('comments.visitor_id', '=', 'visitors.id').select('comments.id'),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('suggestions')
            .whereRef('suggestions.visitor_id', '=', 'visitors.id')
            .select('suggestions.id'),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('visitor_sign_ins as devices')
            .whereRef('devices.visitor_id', '=', 'visitors.id')
            .select('devices.token'),
        ),
      ),
    )
    .execute()
}

/** Goes with all devices it is known on, and with the ways that would let it in. */
export async function deleteVisitor(db: Db, id: string, mail: string | null): Promise<void> {
  await db.deleteFrom('visitors').where('id', '=', id).execute()
  if (mail === null) return
  const ways = await db
    .deleteFrom('visitor_ways')
    .where('provider', '=', 'mail')
    .where('server', '=', mail)
    .returning('draft_id')
    .execute()
  const drafts = ways.flatMap(({ draft_id }) => (draft_id === null ? [] : [draft_id]))
  await db
    .deleteFrom('visitor_drafts')
    .where(among(db, 'id', drafts))
    .execute()
}
