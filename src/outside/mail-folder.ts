import { isMailAddress } from '../domain/mail.ts'
import { Setback, type SetbackCode } from '../domain/setback.ts'

/** A folder of a mailbox that is read here (IMAP), and the address whose mails come into it. */
export type MailFolder = {
  host: string
  port: number
  isSecure: boolean
  login: { user: string; password: string }
  folder: string
  address: string
}

/**
 * Reads `imaps://user:password@host/INBOX?address=returns@example.org`; `imap:` of this machine alone.
 *
 * @returns null for what is no such address
 */
export function readMailFolder(told: string): MailFolder | null {
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

/** A mail as it lies in a folder; of one that is too long, its beginning. */
export type LyingMail = { bytes: Uint8Array; isWhole: boolean }

const atATime = 200

/**
 * Reads what came into a folder and was not read yet, and marks each as read once `use` is done with it: what a process
 * that ends leaves behind is read again. What somebody else put there stays there, too.
 *
 * @param told mostBytes: so much of one mail is read; setback: what is told where the folder cannot be read
 * @throws Setback when it cannot be read
 */
export async function readMails(
  box: MailFolder,
  use: (mail: LyingMail) => Promise<void>,
  { mostBytes, setback, signal }: { mostBytes: number; setback: SetbackCode; signal: AbortSignal },
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
  let fault: { error: unknown } | null = null
  try {
    await client.connect()
    await client.mailboxOpen(box.folder)
    const unread = (await client.search({ seen: false }, { uid: true })) || []
    for (const uid of unread.slice(0, atATime)) {
      if (signal.aborted) return
      const asked = { size: true, source: { maxLength: mostBytes } }
      const mail = await client.fetchOne(String(uid), asked, { uid: true })
      const bytes = mail ? mail.source : undefined
      const size = mail ? (mail.size ?? 0) : 0
      if (bytes) {
        await use({ bytes, isWhole: size <= mostBytes }).catch(error => {
          fault = { error }
          throw error
        })
      }
      await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true })
    }
    await client.logout()
  } catch (error) {
    if (signal.aborted) return
    // What `use` threw has nothing to do with the folder.
    if (fault) throw (fault as { error: unknown }).error
    const said = String((error as { responseText?: string }).responseText ?? (error as Error).message)
    const values = { server: `${box.host}:${box.port}`, said: said.replace(/\s+/g, ' ').slice(0, 300) }
    throw new Setback(setback, values, { cause: error })
  } finally {
    signal.removeEventListener('abort', stop)
    client.close()
  }
}
