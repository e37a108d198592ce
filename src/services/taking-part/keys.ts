import { createHmac } from 'node:crypto'
import ipaddr from 'ipaddr.js'
import { mailKey } from '../../storage/accounts.ts'
import type { Db } from '../../storage/tables.ts'
import { keyOf } from '../seal.ts'

/** The secret of all keyed hashes of who takes part, and of their words. */
export function secretOfTakingPart(db: Db): Promise<Buffer> {
  return keyOf(db, 'taking part')
}

/** Tells whether two mailboxes are one, and nothing else. */
export function mailKeyOf(secret: Buffer, mail: string): string {
  return keyed(secret, 'mail', mailKey(mail))
}

/** Of a network, an IPv4 /24 or an IPv6 /48: what one sender has. Null where it is no address. */
export function fromKeyOf(secret: Buffer, ip: string | null): string | null {
  if (ip === null || !ipaddr.isValid(ip)) return null
  const address = ipaddr.process(ip)
  const bytes = address.toByteArray().slice(0, address.kind() === 'ipv4' ? 3 : 6)
  return keyed(secret, 'from', bytes.join('.'))
}

/** The network of an address as a service outside may know it: no single machine. Null where it is no address. */
export function networkOf(ip: string | null): string | null {
  if (ip === null || !ipaddr.isValid(ip)) return null
  const address = ipaddr.process(ip)
  const kept = address.kind() === 'ipv4' ? 3 : 6
  return ipaddr
    .fromByteArray(address.toByteArray().map((byte, index) => (index < kept ? byte : 0)))
    .toString()
}

/** Of one address as paces count it (`countedFor`). */
export function addressKeyOf(secret: Buffer, address: string): string {
  return keyed(secret, 'address', address)
}

/** HMAC-SHA-256 of some words under the site's secret, for one purpose; cut to what makes two the same by no chance. */
export function keyed(secret: Buffer, purpose: string, words: string): string {
  return createHmac('sha256', secret).update(`${purpose}\n${words}`).digest('base64url').slice(0, 22)
}
