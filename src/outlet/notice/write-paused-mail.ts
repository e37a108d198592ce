import type { NoticeWords } from './write-letter.ts'
import { writeMail } from './write-mail.ts'

/** What is read no more by itself: its address, what for, and where one goes on. */
export type Paused = {
  /** How it is called; else its address. */
  name: string
  address: string
  /** Of the edition, or the figure. */
  title: string
  /** Why, as it is kept; null where that is no sentence. */
  error: Parameters<NoticeWords['sayProblem']>[0] | null
  /** Absolute. */
  page: string
}

/** Tells a curator that a source is read no more: why, what that means, and what they can do. */
export function writePausedMail(
  { say, sayProblem, language, dir }: NoticeWords,
  { name, address, title, error, page }: Paused,
): { subject: string; text: string; html: string } {
  const subject = say('paused.mail.subject', { name: name.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ') })
  const why = error && sayProblem(error, URL.parse(address)?.host ?? address)
  const told = [
    say('paused.mail.what', { address, title }),
    ...(why ? [why] : []),
    say('paused.mail.stays'),
    say('paused.mail.act'),
  ]
  return writeMail({
    ...{ language, dir, subject, title: subject },
    parts: told.map(text => ({ heading: null, rows: [{ text }] })),
    action: { label: say('paused.mail.go'), url: page },
    foot: { why: say('paused.mail.why', { host: new URL(page).host }), links: [] },
  })
}
