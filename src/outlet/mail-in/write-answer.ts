import type { NoticeWords } from '../notice/write-letter.ts'

/** What tells who sent a mail that it came. @param to subject: of theirs; url: where they can follow it */
export function writeAnswer(
  { say }: Pick<NoticeWords, 'say'>,
  { subject, host, url }: { subject: string; host: string; url: string },
): { subject: string; text: string } {
  const title = subject.replace(/^(?:re\s*:\s*)+/i, '')
  return {
    subject: title ? `Re: ${title}` : say('mail-in.subject'),
    text: `${say('mail-in.answer', { site: host, url })}\n`,
  }
}

/** What the site says of a mail to whoever looks at it: that it is not whole, from whom it only says that it is, and that somebody may have sent it on. */
export function sayOfMail(
  { say }: Pick<NoticeWords, 'say'>,
  { isBroken, unproven, handedOn }: { isBroken: boolean; unproven: string | null; handedOn: string | null },
): string[] {
  return [
    ...(isBroken ? [say('mail-in.broken')] : []),
    ...(unproven === null ? [] : [say('mail-in.unproven', { address: unproven })]),
    ...(handedOn === null ? [] : [say('mail-in.handed-on', { address: handedOn })]),
  ]
}
