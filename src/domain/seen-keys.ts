/**
 * Keys of sixteen bytes that were met: ids, and what was told in short. Held side by side in one table they take some
 * forty bytes each, as texts in a set five times that, and an import has a hundred thousand.
 */
export type SeenKeys = { table: Uint32Array; count: number }

const words = 4

export function seenKeys(): SeenKeys {
  return { table: new Uint32Array(1024 * words), count: 0 }
}

/** @param key sixteen bytes, not all of them zero, the last four spread like dice @returns whether it is new */
export function addKey(seen: SeenKeys, key: Uint8Array): boolean {
  if (seen.count * words >= seen.table.length * 0.75) grow(seen)
  const told = wordsOf(key)
  const place = placeOf(seen.table, told)
  if (!isEmpty(seen.table, place)) return false
  seen.table.set(told, place)
  seen.count++
  return true
}

export function hasKey({ table }: SeenKeys, key: Uint8Array): boolean {
  return !isEmpty(table, placeOf(table, wordsOf(key)))
}

/** Where it stands, or would: the first place of its own or free, from where its last bytes point to. */
function placeOf(table: Uint32Array, [a, b, c, d]: Words): number {
  const mask = table.length / words - 1
  for (let place = d & mask; ; place = (place + 1) & mask) {
    const at = place * words
    if (isEmpty(table, at)) return at
    if (table[at + 3] === d && table[at + 2] === c && table[at + 1] === b && table[at] === a) return at
  }
}

function isEmpty(table: Uint32Array, at: number): boolean {
  return table[at] === 0 && table[at + 1] === 0 && table[at + 2] === 0 && table[at + 3] === 0
}

function grow(seen: SeenKeys): void {
  const before = seen.table
  seen.table = new Uint32Array(before.length * 2)
  for (let at = 0; at < before.length; at += words) {
    if (isEmpty(before, at)) continue
    const told = before.subarray(at, at + words) as unknown as Words
    seen.table.set(told, placeOf(seen.table, told))
  }
}

type Words = [number, number, number, number]

function wordsOf(key: Uint8Array): Words {
  const view = new DataView(key.buffer, key.byteOffset, 16)
  return [view.getUint32(0), view.getUint32(4), view.getUint32(8), view.getUint32(12)]
}
