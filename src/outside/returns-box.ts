import { isMailAddress } from '../domain/mail.ts'
import { Setback } from '../domain/setback.ts'

/** The mailbox into which receivers send back what they cannot deliver. */
export type ReturnsBox = {
  host: string
  port: number
  isSecure: boolean
  login: { user: string; password: string }
  folder: string
  /** To which they send it. */
  address: string
}

/**
 * Reads `imaps://user:password@host/INBOX?address=returns@example.org`; `imap:` of this machine alone.
 *
 * @returns null for what is no such address
 */
export function readReturnsBox(told: string): ReturnsBox | null {
  const url = URL.parse(told)
  if (!url || !/^imaps?:$/.test(url.protocol) || !url.hostname) return null
  const isSecure = url.protocol === 'imaps:'
  if (!isSecure && !/^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname)) return null
  const address = url.searchParams.get('address') ?? ''
  try {
    const [user, password] = [decodeURIComponent(url.username), decodeURIComponent(url.password)]
    if (!user || !password || !isMailAddress(address)) return null
    const folder = decodeURIComponent(url.pathname.slice(1)) || 'INBOX'
    const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
    return {
      host,
      port: Number(url.port) || (isSecure ? 993 : 143),
      isSecure,
      login: { user, password },
      folder,
      address,
    }
  } catch {
    return null
  }
}

/** No report of a server is longer; of what is, the beginning tells enough. */
const mostBytes = 256 * 1024
const atATime = 200

/**
 * Reads what came into the mailbox and was not read yet, and marks it as read once `use` is done with it. What somebody
 * else put there stays there, too.
 *
 * @throws Setback when it cannot be read
 */
export async function readReturns(
  box: ReturnsBox,
  use: (mail: Uint8Array) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const { ImapFlow } = await import('imapflow')
  const client = new ImapFlow({
    host: box.host,
    port: box.port,
    secure: box.isSecure,
    auth: { user: box.login.user, pass: box.login.password },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 30_000,
  })
  const stop = () => client.close()
  signal.addEventListener('abort', stop)
  client.on('error', () => {})
  try {
    await client.connect()
    await client.mailboxOpen(box.folder)
    const unread = (await client.search({ seen: false }, { uid: true })) || []
    for (const uid of unread.slice(0, atATime)) {
      if (signal.aborted) return
      const mail = await client.fetchOne(String(uid), { source: { maxLength: mostBytes } }, { uid: true })
      const source = mail ? mail.source : undefined
      if (source) await use(source)
      await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true })
    }
    await client.logout()
  } catch (error) {
    if (signal.aborted) return
    const said = String((error as { responseText?: string }).responseText ?? (error as Error).message)
    const values = { server: `${box.host}:${box.port}`, said: said.replace(/\s+/g, ' ').slice(0, 300) }
    throw new Setback('returns-unreachable', values, { cause: error })
  } finally {
    signal.removeEventListener('abort', stop)
    client.close()
  }
}
