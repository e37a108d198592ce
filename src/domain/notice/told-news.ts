import type { EntryFields } from '../entry-fields.ts'
import { isSameTime } from '../gather-updates.ts'
import { type Update, updatesOf } from '../update.ts'
import type { Want } from './subscription.ts'

type Fields = Partial<EntryFields>

/** What several changes of one entry come to: what was taken back is no change. @param changes the first one first */
export function netChange(changes: readonly { before: Fields; after: Fields }[]): {
  before: Fields
  after: Fields
} {
  const before: Fields = {}
  const after: Fields = {}
  for (const change of changes) {
    for (const field of Object.keys(change.after) as (keyof EntryFields)[]) {
      if (!(field in before)) put(before, field, change.before[field])
      put(after, field, change.after[field])
    }
  }
  for (const field of Object.keys(after) as (keyof EntryFields)[]) {
    if (JSON.stringify(before[field] ?? null) !== JSON.stringify(after[field] ?? null)) continue
    delete before[field]
    delete after[field]
  }
  return { before, after }
}

/**
 * What is told of it to somebody who waits for this entry: another time, that it is cancelled or takes place again, that
 * it was withdrawn or is back, that there is a recording. Another word in its text is not worth a mail.
 */
export function toldNews(
  { before, after }: { before: Fields; after: Fields },
  entry: { title: string; state: EntryFields['state'] },
  wants: readonly Want[],
): Update[] {
  if (Object.keys(after).length === 0) return []
  return updatesOf(before, after, entry).filter(update => {
    if (update.kind === 'recording') return update.state === 'available' && wants.includes('recording')
    if (!wants.includes('changes')) return false
    if (update.kind === 'time') return !isSameTime(update.from, update.to)
    return update.kind === 'status' || update.kind === 'withdrawn' || update.kind === 'new'
  })
}

function put<Field extends keyof EntryFields>(
  fields: Fields,
  field: Field,
  value: EntryFields[Field] | undefined,
) {
  if (value === undefined) delete fields[field]
  else fields[field] = value
}
