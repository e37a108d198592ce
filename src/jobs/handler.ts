import type { Faces } from '../domain/faces.ts'
import type { JobData, JobKind } from '../domain/job.ts'
import type { Fetch } from '../outside/fetch.ts'
import type { SendMail } from '../outside/mail.ts'
import type { LyingMail } from '../outside/mail-folder.ts'
import type { SpamService } from '../outside/spam-service.ts'
import type { ArchiveMeans } from '../services/links/link-means.ts'
import type { Means } from '../services/notices/means.ts'
import type { MailMeans } from '../services/suggestions/mail-means.ts'
import type { Store } from '../storage/store.ts'

/** What handlers need of the house; each takes what it needs. */
export type Parts = {
  now: () => number
  /** Null where there is no mail server. */
  send: SendMail | null
  fetch: Fetch
  /** Address of the site, for mails that lead there. */
  baseUrl: string
  /** Whether links are looked at, and what an archive may be asked; where nothing is told, they are, and it is not. */
  links?: { looks: boolean; archive: Omit<ArchiveMeans, 'address'> & Partial<Pick<ArchiveMeans, 'address'>> }
  /** What it takes to tell readers what they asked for. */
  means: Means
  /** Reads what mail servers sent back; null where no mailbox of it is known. */
  readReturns: ((use: (mail: Uint8Array) => Promise<void>, signal: AbortSignal) => Promise<void>) | null
  /** What it takes to take in mails; null where none come in. */
  mailIn: MailMeans | null
  /** Reads what came to the mailbox for suggestions; null where there is none. */
  readMailbox: ((use: (mail: LyingMail) => Promise<void>, signal: AbortSignal) => Promise<void>) | null
  /** Whether sites tell each other that they link to each other; where nothing is told, they do not. */
  webmention?: boolean
  /** What is asked whether a text is spam; where nothing is told, nobody. */
  spamService?: SpamService | null
  /** Which pictures of those who take part are fetched; where nothing is told, none. */
  faces?: Faces
  /** Lines for whoever sits at the machine. */
  tell: (words: string) => void
}

type Given = Parts & {
  /** Aborted when the attempt has taken as long as it may, or the process ends. */
  signal: AbortSignal
  /** It is later than this, also where the clock has been put back since. */
  dueAt: number
}

/**
 * Does the work of one kind, by calling a service. It may be called again for the same job, also when it had done its
 * work before: doing it twice must come to the same as doing it once.
 *
 * @throws Setback when something keeps it from being done; anything else that is thrown is a fault. Both are tried again
 */
export type Handler<Kind extends JobKind = JobKind> = (
  store: Store,
  data: JobData[Kind],
  given: Given,
) => Promise<void>

export type Handlers = { [Kind in JobKind]: Handler<Kind> }
