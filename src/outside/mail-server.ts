/** Where mails are handed over, and who they are from. */
export type MailServer = {
  host: string
  port: number
  /** TLS from the first byte; else by STARTTLS. */
  isSecure: boolean
  /** Whether mails may go unencrypted where the server offers nothing else. */
  mayBePlain: boolean
  login: { user: string; password: string } | null
}

export type Mailbox = { name: string; address: string }

/**
 * Reads `smtp://user:password@host:587` or `smtps://…:465`. Mails are encrypted on their way to any other machine,
 * unless the address ends in `?tls=optional`: for a server in one's own network that has no TLS.
 *
 * @returns null for what is no such address
 */
export function readMailServer(told: string): MailServer | null {
  const url = URL.parse(told)
  if (!url || !/^smtps?:$/.test(url.protocol) || !url.hostname) return null
  if ((url.pathname !== '' && url.pathname !== '/') || url.hash) return null
  const tls = url.searchParams.get('tls') ?? 'required'
  if ([...url.searchParams.keys()].some(name => name !== 'tls')) return null
  if (tls !== 'required' && tls !== 'optional') return null
  const [user, password] = [decoded(url.username), decoded(url.password)]
  if (user === null || password === null || (user === '') !== (password === '')) return null
  const isSecure = url.protocol === 'smtps:'
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  return {
    host,
    port: Number(url.port) || (isSecure ? 465 : 587),
    isSecure,
    mayBePlain: tls === 'optional' || isThisMachine(host),
    login: user ? { user, password } : null,
  }
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}

function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)
}
