import { createHash } from 'node:crypto'

/** The name of something that has a UUID: it stays, wherever the site moves. */
export function urnOf(uuid: string): string {
  return `urn:uuid:${uuid}`
}

/**
 * The UUID of something that belongs to another, such as the recording of an entry: always the same of the same two
 * (RFC 9562, section 5.5: SHA-1 of the namespace and the name).
 */
export function uuidWithin(uuid: string, name: string): string {
  const namespace = Buffer.from(uuid.replaceAll('-', ''), 'hex')
  const bytes = createHash('sha1').update(namespace).update(name).digest().subarray(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x50
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
