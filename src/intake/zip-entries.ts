/** What a zip archive says is in it. `size` is what it unpacks to, `packed` what it takes in the archive. */
export type ZipEntry = { name: string; size: number; packed: number }

/**
 * The list at the end of a zip archive (APPNOTE 4.3.12), read without unpacking anything; null where there is none,
 * or where it is of the kind for archives above 4 GB. It is what the archive says of itself: whoever unpacks still
 * has to stop at these sizes.
 */
export function zipEntries(bytes: Uint8Array, most: number): ZipEntry[] | null {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = archive.lastIndexOf('PK\x05\x06', 'latin1')
  if (end === -1 || end + 22 > archive.length || archive.length - end > 66_000) return null
  const count = archive.readUInt16LE(end + 10)
  if (count === 0xffff) return null
  const entries: ZipEntry[] = []
  let at = archive.readUInt32LE(end + 16)
  while (entries.length < Math.min(count, most)) {
    if (at + 46 > end || archive.readUInt32LE(at) !== 0x02014b50) return null
    const [packed, size] = [archive.readUInt32LE(at + 20), archive.readUInt32LE(at + 24)]
    const lengths = [28, 30, 32].map(field => archive.readUInt16LE(at + field)) as [number, number, number]
    entries.push({ name: archive.toString('utf8', at + 46, at + 46 + lengths[0]), size, packed })
    at += 46 + lengths[0] + lengths[1] + lengths[2]
  }
  return entries
}
