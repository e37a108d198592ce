import { prepared } from './prepared.ts'
import type { Db } from './tables.ts'

/** Notes that a text was brought. @returns whether it was before */
export async function noteText(db: Db, digest: string, at: number): Promise<boolean> {
  return (await note(db, { digest, at })).length === 0
}

const note = prepared((db, { digest, at }: { digest: string; at: number }) =>
  db
    .insertInto('seen_texts')
    .values({ digest, last_at: at })
    .onConflict(conflict => conflict.doNothing())
    .returning('digest'),
)

export async function forgetTexts(db: Db, before: number): Promise<void> {
  await db.deleteFrom('seen_texts').where('last_at', '<', before).execute()
}
