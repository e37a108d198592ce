import { inflateSync } from 'node:zlib'

/** A font out of its WOFF 1.0 packing (https://www.w3.org/TR/WOFF/, sections 3 to 5): the same tables, in SFNT. */
export function sfntOf(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12)
  const entry = (at: number) => ({
    tag: woff.subarray(44 + 20 * at, 48 + 20 * at),
    offset: woff.readUInt32BE(48 + 20 * at),
    packed: woff.readUInt32BE(52 + 20 * at),
    length: woff.readUInt32BE(56 + 20 * at),
    checksum: woff.readUInt32BE(60 + 20 * at),
  })
  const head = Buffer.alloc(12 + 16 * count)
  const power = 2 ** Math.floor(Math.log2(count))
  head.writeUInt32BE(woff.readUInt32BE(4), 0)
  head.writeUInt16BE(count, 4)
  head.writeUInt16BE(power * 16, 6)
  head.writeUInt16BE(Math.log2(power), 8)
  head.writeUInt16BE((count - power) * 16, 10)
  const tables: Buffer[] = []
  let end = head.length
  for (let at = 0; at < count; at++) {
    const { tag, offset, packed, length, checksum } = entry(at)
    const bytes = woff.subarray(offset, offset + packed)
    // Each table begins at a multiple of four.
    const padding = Buffer.alloc((4 - (length % 4)) % 4)
    tag.copy(head, 12 + 16 * at)
    head.writeUInt32BE(checksum, 16 + 16 * at)
    head.writeUInt32BE(end, 20 + 16 * at)
    head.writeUInt32BE(length, 24 + 16 * at)
    tables.push(packed < length ? inflateSync(bytes) : bytes, padding)
    end += length + padding.length
  }
  return Buffer.concat([head, ...tables])
}
