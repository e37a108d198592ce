import type { InspectLine } from '../../domain/finding.ts'
import type { IntakeOptions } from '../intake.ts'
import { plainText } from '../plain-text.ts'
import { readPost } from '../post/read-post.ts'
import type { Message } from './message.ts'

/** What the text of a mail tells, its subject above it, read as a post is. */
export function textLines({ html, text, subject }: Message, options: IntakeOptions): InspectLine[] {
  const title = subject ? `<h1>${escaped(subject)}</h1>` : ''
  const body = html ? html.replace(/(<body[^>]*>)|^/i, match => `${match}${title}`) : (text ?? '')
  // As front matter, so that a text that knows no Markdown is not read as such: each of its lines counts.
  const words = html ? body : subject ? `---\ntitle: ${JSON.stringify(subject)}\n---\n${body}` : body
  return [...readPost(Buffer.from(words.slice(0, 900_000)), options)].filter(line => !('problem' in line))
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

/** Its text, whichever way it was written. */
export function wordsOf({ text, html }: Message): string {
  return text ?? plainText(html) ?? ''
}
