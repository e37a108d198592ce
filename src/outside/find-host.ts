import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { type Failure, failure } from './failure.ts'
import { isMetadata, isPublic } from './vet-ip.ts'

/** The IP addresses of a name. @throws an error with a `code` of Node's dns (ENOTFOUND, EAI_AGAIN …) */
export type Resolve = (name: string) => Promise<string[]>

/** Whether this IP address and port may be reached though they are not public ones: an intranet, a test. */
export type Exempt = (ip: string, port: number) => boolean

export const resolveName: Resolve = async name =>
  (await lookup(name, { all: true })).map(({ address }) => address)

/**
 * The IP addresses of an address's host that may be connected to, asked for once: whoever connects must use these and
 * not ask again, since a name server may give a public answer first and a private one then (DNS rebinding).
 */
export async function findHost(url: URL, resolve: Resolve, exempt: Exempt): Promise<string[] | Failure> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80))
  const isLocal = isLocalName(host)
  const found = isIP(host) ? [host] : await resolve(host).catch((error: NodeJS.ErrnoException) => error)
  if (found instanceof Error) return isLocal ? refusedHost(host) : unknownHost(host, found)

  const allowed = found.filter(ip => isIP(ip) && !isMetadata(ip) && exempt(ip, port))
  const reachable = isLocal ? [] : found.filter(isPublic)
  if (isWebPort(port)) allowed.push(...reachable.filter(ip => !allowed.includes(ip)))
  if (allowed.length > 0) return allowed
  return reachable.length > 0 ? refusedPort(port) : refusedHost(host)
}

/** Names that mean this machine or network by definition (RFC 6761, 6762, 8375, ICANN's .internal), or by search list. */
function isLocalName(host: string): boolean {
  if (isIP(host)) return false
  return (
    !host.includes('.') || /\.(?:localhost|local|localdomain|internal|intranet|lan|home\.arpa)$/.test(host)
  )
}

/** Where web sites are; not where mail, databases and the like listen. */
function isWebPort(port: number): boolean {
  return port === 80 || port === 443 || (port >= 8000 && port <= 8999)
}

function refusedHost(host: string): Failure {
  return failure(
    'address-refused',
    `${host} is not on the public internet; Daylong does not read from private networks.`,
  )
}

function refusedPort(port: number): Failure {
  return failure('address-refused', `This address names port ${port}, which is not one of a web site.`)
}

function unknownHost(host: string, error: NodeJS.ErrnoException): Failure {
  if (error.code === 'ENOTFOUND' || error.code === 'ENODATA')
    return failure('host-unknown', `There is no site called ${host}. Look for a slip in the address.`)
  return failure(
    'unreachable',
    `${host} could not be looked up just now (${error.code ?? error.message}). Try again later.`,
  )
}
