import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'

/** A zip archive by hand, so that it may lie: `says` is the size each entry claims to unpack to. */
export function archive(
  parts: Iterable<readonly [name: string, content: Uint8Array]>,
  says?: number,
): Buffer {
  const pieces: Buffer[] = []
  const list: Buffer[] = []
  let count = 0
  let at = 0
  for (const [name, content] of new Map(parts)) {
    const packed = deflateRawSync(content)
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(8, 4)
    head.writeUInt32LE(crc32(content), 10)
    head.writeUInt32LE(packed.length, 14)
    head.writeUInt32LE(says ?? content.length, 18)
    head.writeUInt16LE(name.length, 22)
    pieces.push(Buffer.from('PK\x03\x04'), head, Buffer.from(name), packed)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    list.push(Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), head, place, Buffer.from(name))
    at += 30 + name.length + packed.length
    count++
  }
  const end = Buffer.alloc(18)
  end.writeUInt16LE(count, 4)
  end.writeUInt16LE(count, 6)
  end.writeUInt32LE(
    list.reduce((sum, { length }) => sum + length, 0),
    8,
  )
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...pieces, ...list, Buffer.from('PK\x05\x06'), end])
}

/** What is in a sound archive, by name. */
export function partsOf(bytes: Uint8Array): Map<string, Buffer> {
  const zip = Buffer.from(bytes)
  const parts = new Map<string, Buffer>()
  const end = zip.lastIndexOf('PK\x05\x06', 'latin1')
  let at = zip.readUInt32LE(end + 16)
  for (let count = zip.readUInt16LE(end + 10); count > 0; count--) {
    const [nameLength, extra, comment] = [28, 30, 32].map(field => zip.readUInt16LE(at + field))
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength!)
    const local = zip.readUInt32LE(at + 42)
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const packed = zip.subarray(from, from + zip.readUInt32LE(at + 20))
    parts.set(name, zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed)
    at += 46 + nameLength! + extra! + comment!
  }
  return parts
}
