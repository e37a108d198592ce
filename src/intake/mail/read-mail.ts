import type { Finding, InspectLine, ProgrammeHead, Provenance } from '../../domain/finding.ts'
import type { Problem } from '../../domain/problem.ts'
import type { IntakeOptions } from '../intake.ts'
import { plainText } from '../plain-text.ts'
import { kindWord } from '../post/words/kind-words.ts'
import { doubtedByBody } from './against-body.ts'
import { announcedIn } from './announced.ts'
import { type PartLine, type ReadPart, readAttached, unreadIn } from './attached.ts'
import { messagesOfDigest } from './digest.ts'
import { asLoneEvent } from './lone-event.ts'
import { type Message, readMessage } from './message.ts'
import { textLines, wordsOf } from './text-lines.ts'

const mostMessages = 500

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
  const own = dated(options, message)
  const attached = await readAttached(message, own, readPart)
  const isInvitation = attached.some(({ calendar, line }) => calendar && 'finding' in line)
  // That somebody comes, or does not, is no announcement.
  const answers = attached.filter(({ line }) => 'problem' in line && line.problem.code === 'answers-left-out')
  if (answers.length > 0 && !isInvitation) return answers.map(({ line }) => line)
  const inDigest = messagesOfDigest(message).flatMap(one => eventsIn(one, dated(options, one)))
  const told = isInvitation || inDigest.length > 0 ? [] : textLines(message, own)
  const inText = [...inDigest, ...findingsIn(told)]
  const found = [...findingsIn(attached.map(({ line }) => line)), ...inText]
  const isAttached = inText.length === 0
  const findings = found.length === 1 ? [alone(found[0]!, message, { isInvitation, isAttached })] : found
  const problems = [
    ...attached.flatMap(({ line }) => ('problem' in line ? [line] : [])),
    ...unreadIn(message),
  ]
  const passedOn = inText.length > 0 ? undefined : headOfMail(attached)
  const head: InspectLine = { programme: passedOn ?? headOf(message, told) }
  if (findings.length > 0) return [head, ...findings.map(finding => ({ finding })), ...problems]
  const itself = announcedIn(message.subject, wordsOf(message), message.sent) ?? statementOf(message)
  return itself ? [head, { finding: itself }, ...problems] : [...problems, { problem: nothing }]
}

function dated(options: IntakeOptions, { sent }: Message): IntakeOptions {
  return { ...options, ...(sent && { published: sent.slice(0, 10) }) }
}

function findingsIn(lines: InspectLine[]): Finding[] {
  return lines.flatMap(line => ('finding' in line ? [line.finding] : []))
}

/** Of a message in a digest, which may be talk: what it calls to, and statements that are called so. */
function eventsIn(message: Message, options: IntakeOptions): Finding[] {
  const found = findingsIn(textLines(message, options))
  if (found.length > 0)
    return found.length > 1 ? found : [alone(found[0]!, message, { isInvitation: false, isAttached: false })]
  const itself = announcedIn(message.subject, wordsOf(message), message.sent) ?? statementOf(message)
  const isCalledSo = kindWord(message.subject ?? '')?.kind === itself?.kind
  return itself && (itself.kind === 'event' || isCalledSo) ? [itself] : []
}

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
function statementOf({ subject, sent, from, text, html }: Message): Finding | null {
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

const nothing: Problem = { code: 'nothing-found', says: 'This mail has neither a subject nor words.' }
