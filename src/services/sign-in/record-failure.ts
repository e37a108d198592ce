import { countAudit, recordAudit } from '../../storage/audit.ts'
import type { Db } from '../../storage/tables.ts'

/** Strangers can fail as often as they like; so many failures an hour are worth keeping. */
const failuresKept = 200

/** Records that somebody could not sign in. @param how by which means they tried */
export async function recordFailure(
  db: Db,
  { email, at, how }: { email: string; at: number; how: string },
): Promise<void> {
  if ((await countAudit(db, 'sign-in-failed', at - 3_600_000)) >= failuresKept) return
  await recordAudit(db, {
    at,
    // Who it was is what nobody knows.
    who: { id: null, name: '' },
    act: 'sign-in-failed',
    subject: email.slice(0, 200),
    details: { how },
  })
}
