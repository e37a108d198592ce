import type { Job } from './job.ts'

/** Why a mail is written: to let somebody in, to tell them something, since (`answer`) a mail of theirs came, or
 *  (`queue`) something waits for them to decide. */
export type MailPurpose =
  | 'sign-in'
  | 'password'
  | 'invitation'
  | 'subscription'
  | 'notice'
  | 'suggestion'
  | 'answer'
  | 'queue'

/** Whoever holds such a mail can come in by it, or reads what others have not: once it is sent, its words are not kept. */
export function opensDoors(purpose: MailPurpose): boolean {
  return purpose !== 'notice'
}

/** One address and nothing else: no name, no list, no line break that would begin a header of its own. */
export function isMailAddress(told: string): boolean {
  return told.length <= 254 && /^[^\s@<>()[\]\\,;:"\p{Cc}]+@[^\s@<>()[\]\\,;:"\p{Cc}]+$/u.test(told)
}

/** A mail of the outbox, with the job that sends it. */
export type Mail = {
  id: string
  to: string
  subject: string
  /** Null once a mail that opens doors has been sent. */
  text: string | null
  html: string | null
  purpose: MailPurpose
  state: 'waiting' | 'kept' | 'sent'
  createdAt: number
  /** When it was sent or kept. */
  settledAt: number | null
  job: Pick<Job, 'state' | 'attempts' | 'dueAt' | 'setback'> | null
}

/** `failed`: nobody tries any more. */
export function standingOf({
  state,
  job,
}: Pick<Mail, 'state' | 'job'>): 'waiting' | 'kept' | 'sent' | 'failed' {
  return state === 'waiting' && (!job || job.state === 'failed') ? 'failed' : state
}
