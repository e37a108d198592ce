/** Half of a hash, or the part of a UUID that is drawn by lot, as two numbers below 2³², not both of them zero. */
export type SeenKey = readonly [high: number, low: number]

/**
 * Keys that were met: ids, and what was told in short. Held side by side in one table they take some fifteen bytes
 * each, as texts in a set twelve times that, and an import has a hundred thousand. Among a million different ones two
 * are taken for the same once in thirty million times.
 */
export type SeenKeys = { table: Uint32Array; count: number }

export function seenKeys(): SeenKeys {
  return { table: new Uint32Array(2 * 1024), count: 0 }
}

/** @returns whether it is new */
export function addKey(seen: SeenKeys, [high, low]: SeenKey): boolean {
  if (seen.count * 2 >= seen.table.length * 0.75) grow(seen)
  const at = placeOf(seen.table, high, low)
  if (!isEmpty(seen.table, at)) return false
  put(seen.table, at, high, low)
  seen.count++
  return true
}

export function hasKey({ table }: SeenKeys, [high, low]: SeenKey): boolean {
  return !isEmpty(table, placeOf(table, high, low))
}

/** Where it stands, or would: the first place of its own or free, from where its low half points to. */
function placeOf(table: Uint32Array, high: number, low: number): number {
  const last = table.length - 2
  for (let at = (low * 2) & last; ; at = (at + 2) & last)
    if (isEmpty(table, at) || (table[at + 1] === low && table[at] === high)) return at
}

function isEmpty(table: Uint32Array, at: number): boolean {
  return table[at + 1] === 0 && table[at] === 0
}

function put(table: Uint32Array, at: number, high: number, low: number): void {
  table[at] = high
  table[at + 1] = low
}

function grow(seen: SeenKeys): void {
  const before = seen.table
  seen.table = new Uint32Array(before.length * 2)
  for (let at = 0; at < before.length; at += 2) {
    const [high, low] = [before[at]!, before[at + 1]!]
    if (high !== 0 || low !== 0) put(seen.table, placeOf(seen.table, high, low), high, low)
  }
}
