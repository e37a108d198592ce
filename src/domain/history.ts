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
