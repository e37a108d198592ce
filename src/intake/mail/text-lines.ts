import type { InspectLine } from '../../domain/finding.ts'
import type { IntakeOptions } from '../intake.ts'
import { plainText } from '../plain-text.ts'
import { readPost } from '../post/read-post.ts'
import type { Message } from './message.ts'

/** What the text of a mail tells, its subject above it, read as a post is. */
export function textLines({ html, text, subject }: Message, options: IntakeOptions): InspectLine[] {
  const title = subject ? `<h1>${escaped(subject)}</h1>` : ''
  const body = html
    ? html.replace(/(<body[^>]*>)|^/i, match => `${match}${title}`)
    : withoutSignature(unflowed(text ?? ''))
  // As front matter, so that a text that knows no Markdown is not read as such: each of its lines counts.
  const words = html ? body : subject ? `---\ntitle: ${JSON.stringify(subject)}\n---\n${body}` : body
  return [...readPost(Buffer.from(words.slice(0, 900_000)), options)].filter(line => !('problem' in line))
}

/** A line that ends in a space goes on in the next (RFC 3676, `format=flowed`), where a mail has several of them. */
function unflowed(text: string): string {
  const soft = /(?<=[^\s]{1}.{30,}\S) \r?\n(?=[^\s>*•-])/gu
  return (text.match(soft)?.length ?? 0) > 1 ? text.replace(soft, ' ') : text
}

/** RFC 3676 sets a signature off by `-- `, mailing lists their own lines by a rule: nothing below tells of the day. */
function withoutSignature(text: string): string {
  const lines = text.split(/\r?\n/)
  const end = lines.findIndex(
    (line, at) =>
      line === '-- ' ||
      (lines.length - at < 15 && (line === '--' || (/^_{20,}$/.test(line.trim()) && at > 3))),
  )
  return end > 0 ? lines.slice(0, end).join('\n') : text
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

/** Its text, whichever way it was written. */
export function wordsOf({ text, html }: Message): string {
  return text ?? plainText(html) ?? ''
}
