/**
 * What tells one mailbox from another, as far as anybody outside can know: letters are folded, and the host is as
 * name servers know it. What follows a plus is another address of the same mailbox: it counts for how often one may
 * be written to (`isSame: 'bothered'`), not for what it is told.
 *
 * @param host of the address, in ASCII
 */
export function mailboxKey(address: string, host: string, isSame: 'told' | 'bothered'): string {
  const local = address.slice(0, address.lastIndexOf('@')).normalize('NFC').toLowerCase()
  if (isSame === 'told') return `${local}@${host}`
  const [name = ''] = local.split('+')
  return `${name.replaceAll('.', '') || local}@${host}`
}
