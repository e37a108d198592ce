import { same } from './merge-fields.ts'

/** One recorded change, as it is needed to go back: what the changed fields said. `before` null: it was made then. */
export type PastChange<Fields> = {
  /** The edition's revision it led to. */
  number: number
  before: Partial<Fields> | null
  after: Partial<Fields> | null
}

/**
 * What something was at a revision of its edition: today's fields, with every later change undone. Null where it was
 * not there yet.
 *
 * @param changes of it alone, in any order; those up to `number` do not matter
 */
export function asOf<Fields extends object>(
  current: Fields,
  changes: readonly PastChange<Fields>[],
  number: number,
): Fields | null {
  let fields: Fields = { ...current }
  for (const { before } of [...changes]
    .filter(change => change.number > number)
    .sort((a, b) => b.number - a.number)) {
    if (before === null) return null
    fields = { ...fields, ...before }
  }
  return fields
}

/** The change that last wrote one of these fields, of changes that are told newest first. */
export function lastToWrite<Change extends { after: object | null }>(
  changes: readonly Change[],
  fields: readonly string[],
): Change | undefined {
  return changes.find(({ after }) => after !== null && fields.some(field => field in after))
}

/** What fields said before a change, where they still say what it made them say. `kept`: how many do not. */
export function goneBack<Fields extends object>(
  now: Fields,
  before: Record<string, unknown>,
  after: Record<string, unknown> | null,
): { fields: Partial<Fields>; kept: number } {
  const fields: Record<string, unknown> = {}
  let kept = 0
  for (const [field, value] of Object.entries(before)) {
    if (same(now[field as keyof Fields], after?.[field])) fields[field] = value
    else kept++
  }
  return { fields: fields as Partial<Fields>, kept }
}
