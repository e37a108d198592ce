import { domainToASCII } from 'node:url'
import { isMailAddress } from '../../domain/mail.ts'
import { Refusal } from '../../domain/refusal.ts'

/**
 * An address as mail servers take it: the host in ASCII, letters of any script before the @.
 *
 * @throws Refusal
 */
export function plainAddress(told: string): string {
  const address = told.trim().normalize('NFC')
  const at = address.lastIndexOf('@')
  const host = at < 0 ? '' : domainToASCII(address.slice(at + 1).toLowerCase())
  const plain = `${address.slice(0, at)}@${host}`
  if (
    !isMailAddress(address) ||
    !isMailAddress(plain) ||
    !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(host) ||
    at > 64
  )
    throw new Refusal('mail-address-wrong', { to: told.slice(0, 100) }, `“${told}” is no mail address.`)
  return plain
}
