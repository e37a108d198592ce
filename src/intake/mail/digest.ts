import { readTime } from '../../time/read-time.ts'
import { publishedText } from '../page/read-work.ts'
import { bareSubject, nameIn } from './head-words.ts'
import type { Message } from './message.ts'

/**
 * The messages that a digest of a mailing list brings in one text (Mailman: `Message: 3` with a head below it; Google
 * Groups: `---------- 1 of 2 ----------` below its topic). Empty for a mail that is none.
 */
export function messagesOfDigest({ text, sent }: Message): Message[] {
  if (!text || !/^Message: 1[ \t]*$|^-{5,} 1 of \d+ -{5,}[ \t]*$/m.test(text)) return []
  const lines = text.split(/\r?\n/)
  const starts = lines.flatMap((line, at) => (begins.test(line) && hasHead(lines, at) ? at : []))
  return starts.slice(0, mostMessages).map((start, index) => {
    const part = lines.slice(start + 1, starts[index + 1] ?? lines.length)
    return messageOf(part, topicAbove(lines, start), sent)
  })
}

const mostMessages = 200
const begins = /^Message: \d+[ \t]*$|^-{5,} \d+ of \d+ -{5,}[ \t]*$/

/** Nothing but its head tells a message from words about one. */
function hasHead(lines: string[], at: number): boolean {
  return lines.slice(at + 1, at + 6).some(line => /^From: \S/.test(line))
}

function topicAbove(lines: string[], at: number): string | undefined {
  for (let line = at - 1; line >= 0 && line > at - 8; line--) {
    const topic = /^Topic: (.+)$/.exec(lines[line]!)?.[1]
    if (topic) return topic
  }
  return undefined
}

function messageOf(lines: string[], topic: string | undefined, sentAsDigest: string | undefined): Message {
  const from = lines.findIndex(line => line.trim() !== '')
  const to = lines.findIndex((line, at) => at > from && line.trim() === '')
  const head = new Map(
    lines.slice(from, to < 0 ? lines.length : to).flatMap(line => {
      const [, name, value] = /^([A-Za-z-]{2,30}): (.*)$/.exec(line) ?? []
      return name ? [[name.toLowerCase(), value!.trim()] as const] : []
    }),
  )
  const subject = bareSubject(topic ?? head.get('subject'))
  const name = nameIn(head.get('from'))
  const sent = dayOf(head.get('date'), sentAsDigest)
  return {
    ...(subject && { subject }),
    ...(name && { from: { name } }),
    ...(sent && { sent }),
    text: (to < 0 ? [] : lines.slice(to)).join('\n').replace(below, ''),
    attachments: [],
  }
}

/** What stands between a message and the next one. */
const below = /\n(?:-{20,}|={20,}|_{20,})[ \t]*(?:\n[\s\S]*)?$/

/** `Jun 10 08:12AM +0200` is of the year of the digest. */
function dayOf(words: string | undefined, published: string | undefined): string | undefined {
  const context = published ? { published: published.slice(0, 10) } : {}
  return (
    publishedText(words ?? '') ??
    readTime((words ?? '').slice(0, 100), context).readings[0]?.start.slice(0, 10)
  )
}
