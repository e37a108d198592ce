/**
 * In which form a source's series of meetings are in a programme already, by their UIDs: as one entry with its dates, or
 * date by date. They keep it, whatever is wished of those that are new.
 */
export type KnownSeries = { one: string[]; each: string[] }

/** @param uids by which the source knows its entries: of one date of a series, the UID of the series and which date it is */
export function knownSeries(uids: string[]): KnownSeries {
  const all = new Set(uids)
  const known = { one: new Set<string>(), each: new Set<string>() }
  for (const told of uids) {
    const [, series] = dateOfSeries.exec(told) ?? []
    if (series) known[all.has(series) ? 'one' : 'each'].add(series)
  }
  return { one: [...known.one], each: [...known.each] }
}

const dateOfSeries = /^(.+) \d{4}-\d\d-\d\d(?:T\S+)?(?: #\d+)?$/s
