import type { Finding, InspectLine, ProgrammeHead, Provenance } from '../../domain/finding.ts'
import type { Problem } from '../../domain/problem.ts'
import type { IntakeOptions } from '../intake.ts'
import { plainText } from '../plain-text.ts'
import { kindWord } from '../post/kind-words.ts'
import { readPost } from '../post/read-post.ts'
import { doubtedByBody } from './against-body.ts'
import { asLoneEvent } from './lone-event.ts'
import { type Message, readMessage } from './message.ts'

/** Reads what is attached, by whichever intake knows it. */
export type ReadPart = (
  bytes: Uint8Array,
  options: IntakeOptions & { charset?: string },
) => Promise<Iterable<InspectLine>>

const mostMessages = 500
const mostAttachments = 20

/**
 * A mail (RFC 5322), or a mailbox of several: what an invitation in it tells, else what its text calls to – one event,
 * or the many of a newsletter – and what is attached. Where nothing is found, the mail itself is a statement with its
 * subject, sender and words, so that nothing that was sent is lost.
 */
export async function readMail(
  bytes: Uint8Array,
  options: IntakeOptions,
  readPart: ReadPart,
): Promise<InspectLine[]> {
  const lines: InspectLine[] = []
  for (const one of messagesIn(bytes)) {
    try {
      lines.push(...(await linesOf(await readMessage(one), options, readPart)))
    } catch (error) {
      const says = `This mail cannot be taken apart (${error instanceof Error ? error.message.slice(0, 100) : 'unknown'}). Save what it says as text.`
      lines.push({ problem: { code: 'mail-broken', says } })
    }
  }
  return lines
}

async function linesOf(message: Message, options: IntakeOptions, readPart: ReadPart): Promise<InspectLine[]> {
  const own: IntakeOptions = { ...options, ...(message.sent && { published: message.sent.slice(0, 10) }) }
  const parts = await Promise.all(partsOf(message).map(part => readOne(part, own, readPart)))
  const attached = parts.flat()
  const isInvitation = attached.some(({ calendar, line }) => calendar && 'finding' in line)
  // That somebody comes, or does not, is no announcement.
  const answers = attached.filter(({ line }) => 'problem' in line && line.problem.code === 'answers-left-out')
  if (answers.length > 0 && !isInvitation) return answers.map(({ line }) => line)
  const told = isInvitation ? [] : textLines(message, own)
  const found = [...attached.map(({ line }) => line), ...told].flatMap(line =>
    'finding' in line ? [line.finding] : [],
  )
  const findings =
    found.length === 1 ? [alone(found[0]!, message, { isInvitation, isAttached: told.length === 0 })] : found
  const problems = [
    ...attached.flatMap(({ line }) => ('problem' in line ? [line] : [])),
    ...unreadIn(message),
  ]
  const passedOn = told.some(line => 'finding' in line) ? undefined : headOfMail(attached)
  const head: InspectLine = { programme: passedOn ?? headOf(message, told) }
  if (findings.length > 0) return [head, ...findings.map(finding => ({ finding })), ...problems]
  const statement = itself(message)
  return statement ? [head, { finding: statement }, ...problems] : [...problems, { problem: nothing }]
}

type PartLine = { line: InspectLine; calendar: boolean; mail: boolean }

/** A mail that only brings another one is as that one: its subject, its sender. */
function headOfMail(attached: PartLine[]): ProgrammeHead | undefined {
  const isAlone = attached.every(({ mail }) => mail)
  return attached.flatMap(({ line }) => (isAlone && 'programme' in line ? [line.programme] : []))[0]
}

type Whence = { isInvitation: boolean; isAttached: boolean }

function alone(finding: Finding, message: Message, { isInvitation, isAttached }: Whence): Finding {
  if (isInvitation) return doubtedByBody(finding, wordsOf(message), message.sent)
  return isAttached || finding.kind !== 'event'
    ? finding
    : asLoneEvent(finding, message.subject, wordsOf(message))
}

function wordsOf({ text, html }: Message): string {
  return text ?? plainText(html) ?? ''
}

/** Outlook packs what is attached, and formatted text, into a file that no other program opens. */
function unreadIn({ attachments }: Message): InspectLine[] {
  return attachments.flatMap(({ type, name }): InspectLine[] =>
    /^application\/(?:vnd\.)?ms-tnef$/.test(type) || /^winmail\.dat$/i.test(name)
      ? [{ problem: { code: 'not-text', says: packed, ...(name && { where: name }) } }]
      : [],
  )
}

const packed =
  'Outlook packed what is attached to this mail into a file of its own kind (TNEF), which is not read here. Ask the sender for it as HTML or plain text, or forward it out of Outlook with the files attached.'

async function readOne(
  part: Message['attachments'][number],
  options: IntakeOptions,
  readPart: ReadPart,
): Promise<PartLine[]> {
  const lines = [...(await readPart(part.bytes, { ...options, ...(part.name && { name: part.name }) }))]
  const kind = { calendar: isCalendar(part), mail: part.type === 'message/rfc822' }
  return lines.flatMap((line): PartLine[] => {
    if ('programme' in line) return kind.mail ? [{ line, ...kind }] : []
    if ('finding' in line) return [{ line, ...kind }]
    const where = [part.name, line.problem.where].filter(Boolean).join(', ')
    return [{ line: { problem: { ...line.problem, ...(where && { where }) } }, ...kind }]
  })
}

/** Calendars first; the same invitation is often there twice, as a part and as a file. Pictures in the text tell nothing. */
function partsOf({ attachments }: Message): Message['attachments'] {
  const calendars = attachments.filter(isCalendar)
  const once = calendars.filter(
    (part, index) => calendars.findIndex(other => Buffer.compare(other.bytes, part.bytes) === 0) === index,
  )
  const others = attachments.filter(
    part => !isCalendar(part) && !part.isInline && readable.test(`${part.type} ${part.name}`),
  )
  return [...once, ...others].slice(0, mostAttachments)
}

function isCalendar({ type, name }: Message['attachments'][number]): boolean {
  return /^text\/calendar|^application\/ics/.test(type) || /\.(?:ics|ical|vcs)$/i.test(name)
}

const readable = /^message\/rfc822|pdf|\b(?:csv|html?|json|xml|eml|tsv)\b/i

function textLines({ html, text, subject }: Message, options: IntakeOptions): InspectLine[] {
  const title = subject ? `<h1>${escaped(subject)}</h1>` : ''
  const body = html ? html.replace(/(<body[^>]*>)|^/i, match => `${match}${title}`) : (text ?? '')
  // As front matter, so that a text that knows no Markdown is not read as such: each of its lines counts.
  const words = html ? body : subject ? `---\ntitle: ${JSON.stringify(subject)}\n---\n${body}` : body
  return [...readPost(Buffer.from(words.slice(0, 900_000)), options)].filter(line => !('problem' in line))
}

function headOf({ subject, sent, from }: Message, told: InspectLine[]): ProgrammeHead {
  const read = told.flatMap(line => ('programme' in line ? [line.programme] : []))[0]
  return {
    ...read,
    ...(subject && { title: subject }),
    ...(sent && { published: sent }),
    ...(from && { authors: [from] }),
  }
}

/** The mail as an entry of its own. */
function itself({ subject, sent, from, text, html }: Message): Finding | null {
  const words = plainText(text ?? html)
  const title = subject ?? words?.split('\n', 1)[0]?.slice(0, 120)
  if (!title) return null
  const word = kindWord(title)
  const finding: Finding = {
    kind: word && word.kind !== 'event' ? word.kind : 'statement',
    title,
    ...(sent && { published: sent }),
    ...(words && { summary: words.slice(0, 2000) }),
    ...(from && { people: [from] }),
  }
  const fields = Object.keys(finding).filter(field => field !== 'kind')
  return { ...finding, from: Object.fromEntries(fields.map(field => [field, 'mail' satisfies Provenance])) }
}

/** A mailbox (mbox) has a line `From …` above each of its mails, and `>From ` where a line of theirs began so. */
function* messagesIn(bytes: Uint8Array): Generator<Uint8Array> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (buffer.subarray(0, 5).toString('latin1') !== 'From ') return yield bytes
  let start = 0
  for (let count = 0; count < mostMessages && start < buffer.length; count++) {
    const next = buffer.indexOf('\nFrom ', start)
    const end = next < 0 ? buffer.length : next + 1
    const firstLine = buffer.indexOf('\n', start)
    if (firstLine < 0) return
    yield buffer.subarray(firstLine + 1, end)
    start = end
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

const nothing: Problem = { code: 'nothing-found', says: 'This mail has neither a subject nor words.' }
