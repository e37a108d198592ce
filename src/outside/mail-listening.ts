/** Where mails are taken in from other servers, and by which protocol: from the world (SMTP), or from one's own (LMTP). */
export type MailListening = {
  protocol: 'smtp' | 'lmtp'
  host: string
  port: number
  /** To which mails may come; all before a `+`. */
  address: string
  /** Files of the certificate and its key, by which mails come encrypted. */
  tls: { cert: string; key: string } | null
}

/**
 * Reads `lmtp://127.0.0.1:2424?address=suggest@example.org` or `smtp://0.0.0.0:2525?…&cert=FILE&key=FILE`.
 *
 * @returns null for what is no such address; LMTP is of this machine alone: nobody proves who they are there
 */
export function readMailListening(
  told: string,
  isAddress: (address: string) => boolean,
): MailListening | null {
  const url = URL.parse(told)
  if (!url || !/^(?:smtp|lmtp):$/.test(url.protocol) || !url.hostname || url.username || url.hash) return null
  if (url.pathname !== '' && url.pathname !== '/') return null
  const protocol = url.protocol === 'smtp:' ? 'smtp' : 'lmtp'
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  if (protocol === 'lmtp' && !/^(?:localhost|127\.\d+\.\d+\.\d+|::1)$/.test(host)) return null
  if ([...url.searchParams.keys()].some(name => !['address', 'cert', 'key'].includes(name))) return null
  const address = url.searchParams.get('address')?.toLowerCase() ?? ''
  const [cert, key] = [url.searchParams.get('cert'), url.searchParams.get('key')]
  if (!isAddress(address) || address.includes('+') || (cert === null) !== (key === null)) return null
  const port = url.port === '' ? (protocol === 'smtp' ? 25 : 24) : Number(url.port)
  return { protocol, host, port, address, tls: cert && key ? { cert, key } : null }
}
