import { queueMailsPath, queuePath } from '../../domain/address.ts'
import type { NoticeWords } from './write-letter.ts'
import { writeMail } from './write-mail.ts'

const longest = 160

/**
 * Tells a moderator that comments wait: how many, the beginnings of the newest, and the way to the queue. Whatever
 * stands in what strangers wrote, it is words here.
 *
 * @param told token: by which they can stop it without signing in
 */
export function writeQueueMail(
  { say, language, dir }: NoticeWords,
  told: {
    baseUrl: string
    count: number
    first: { name: string | null; text: string }[]
    token: string
  },
): { subject: string; text: string; html: string } {
  const { baseUrl, count, first, token } = told
  const host = new URL(baseUrl).host
  const subject = say('queue.mail.subject', { host, count })
  const rows = first.map(({ name, text }) => ({ text: lineOf(text), ...(name && { note: lineOf(name) }) }))
  const more = count > first.length ? [{ text: say('queue.mail.more', { count: count - first.length }) }] : []
  return writeMail({
    ...{ language, dir, subject, title: subject, parts: [{ heading: null, rows: [...rows, ...more] }] },
    action: { label: say('queue.mail.go'), url: baseUrl + queuePath() },
    foot: {
      why: say('queue.mail.why', { host }),
      links: [{ label: say('queue.mail.stop'), url: baseUrl + queueMailsPath(token) }],
    },
  })
}

/** On one line, without signs that turn, hide or command, and without addresses that a program would make links of. */
function lineOf(words: string): string {
  const line = words
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/\b(?:https?:\/\/|www\.)\S*/gi, '…')
    .replace(/(\p{M}{2})\p{M}+/gu, '$1')
    .trim()
  return line.length > longest ? `${line.slice(0, longest).trimEnd()}…` : line
}
