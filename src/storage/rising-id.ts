import { randomUUIDv7 } from 'node:crypto'

let last = ''

/** A UUIDv7 above all that this process gave before: within a millisecond too, and when the clock is put back (RFC 9562, 6.2). */
export function risingId(): string {
  const fresh = randomUUIDv7()
  last = fresh > last ? fresh : nextTo(last)
  return last
}

/** Only the random part behind the variant counts up: 62 bits are never used up. */
function nextTo(id: string): string {
  const variant = id[19]!
  const low = BigInt(`0x${id.slice(20).replace('-', '')}`) + 1n
  const hex = low.toString(16).padStart(15, '0')
  return `${id.slice(0, 19)}${variant}${hex.slice(0, 3)}-${hex.slice(3)}`
}
