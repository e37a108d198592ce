import ipaddr from 'ipaddr.js'

/**
 * Whether an IP address belongs to the public internet: no private, loopback, link-local, shared (CGNAT), multicast,
 * reserved or documentation range, no IPv6 form that carries an IPv4 address, none of a cloud's metadata addresses.
 * The ranges are those of the IANA special-purpose registries (RFC 6890), kept by ipaddr.js.
 */
export function isPublic(ip: string): boolean {
  if (!ipaddr.isValid(ip) || isMetadata(ip)) return false
  const address = ipaddr.parse(ip)
  if (address.range() !== 'unicast') return false
  return address.kind() === 'ipv4' || isGlobalV6((address as ipaddr.IPv6).parts)
}

/** Addresses under which clouds hand credentials to whoever asks: never reached, whatever a host allows. */
export function isMetadata(ip: string): boolean {
  if (!ipaddr.isValid(ip)) return false
  return metadata.has(ipaddr.process(ip).toString())
}

const metadata = new Set([
  '169.254.169.254',
  '169.254.170.2',
  '169.254.170.23',
  '100.100.100.200',
  '192.0.0.192',
  '168.63.129.16',
  'fd00:ec2::254',
  'fd00:ec2::23',
  'fd20:ce::254',
])

/** Only 2000::/3 is given out (RFC 4291); an ISATAP interface (RFC 5214) carries an IPv4 address in its end. */
function isGlobalV6(parts: number[]): boolean {
  const isIsatap = (parts[4] === 0 || parts[4] === 0x200) && parts[5] === 0x5efe
  return (parts[0]! & 0xe000) === 0x2000 && !isIsatap
}
