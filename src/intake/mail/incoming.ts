import PostalMime, { type Attachment, type Email } from 'postal-mime'
import type { MailHeaders } from '../../domain/mail-in/machine-mail.ts'
import { plainText } from '../plain-text.ts'
import { signatureOf } from '../signature.ts'
import { ownWords } from './own-words.ts'

type File = { name: string; bytes: Uint8Array }

/** A mail that somebody sent us: who says that they wrote it, and what they say themselves. */
export type Incoming = {
  /** By their names in small letters, the topmost first; cut where they are beyond reason. */
  headers: { key: string; value: string }[]
  from: { name: string; address: string } | null
  messageId: string | null
  subject: string
  /** BCP 47, as it is told. */
  language: string | null
  /** The sender's own, without what they quote, forward or sign with. */
  words: string
  /** Posters, which are looked at one by one. */
  pictures: File[]
  /** Of a mail that is too long to be kept as one: its text, and what is attached. */
  apart: { text: string; files: File[] } | null
  /** Whether it brings an invitation, as calendars send them. */
  hasCalendar: boolean
  /** That it could be read only so far. */
  isBroken: boolean
}

const limits = {
  depth: 50,
  headerBytes: 256 * 1024,
  headers: 300,
  value: 2000,
  words: 5000,
  text: 90_000,
  pictures: 4,
  pictureBytes: 10e6,
}

/**
 * Never throws: of what cannot be taken apart, its head is told as far as it can be read.
 *
 * @param mostBytes a longer one is told apart
 */
export async function readIncoming(bytes: Uint8Array, mostBytes: number): Promise<Incoming> {
  try {
    return incomingOf(
      await PostalMime.parse(bytes, {
        maxNestingDepth: limits.depth,
        maxHeadersSize: limits.headerBytes,
        attachmentEncoding: 'arraybuffer',
        forceRfc822Attachments: true,
      }),
      bytes.length > mostBytes,
    )
  } catch {
    return headAlone(bytes)
  }
}

function incomingOf(email: Email, isLong: boolean): Incoming {
  const text = email.text?.trim()
    ? email.text
    : (plainText(withoutQuotes(email.html ?? '').slice(0, 900_000)) ?? '')
  return {
    ...headOf(email),
    words: visible(ownWords(text.slice(0, 900_000)), true).slice(0, limits.words),
    pictures: email.attachments.flatMap(pictureOf).slice(0, limits.pictures),
    apart: isLong
      ? { text: text.slice(0, limits.text), files: email.attachments.flatMap(fileOf).slice(0, 4) }
      : null,
    hasCalendar: email.attachments.some(({ mimeType }) =>
      /^text\/calendar|^application\/ics/i.test(mimeType),
    ),
    isBroken: false,
  }
}

function headOf(email: Pick<Email, 'headers' | 'from' | 'messageId' | 'subject'>) {
  const headers = email.headers
    .slice(0, limits.headers)
    .map(({ key, value }) => ({ key: key.slice(0, 100), value: value.slice(0, limits.value) }))
  const { name = '', address } = email.from && 'address' in email.from ? email.from : {}
  const from = address ? { name: visible(name).slice(0, 200), address: address.trim().slice(0, 320) } : null
  const language =
    headers
      .find(({ key }) => key === 'content-language')
      ?.value.split(',')[0]
      ?.trim() ?? null
  return {
    headers,
    from,
    messageId: email.messageId?.slice(0, 500) ?? null,
    subject: visible(email.subject ?? '').slice(0, 300),
    language: language && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(language) ? language : null,
  }
}

/** The first kilobytes up to an empty line, line by line: whatever stands there. */
async function headAlone(bytes: Uint8Array): Promise<Incoming> {
  const start = Buffer.from(bytes.subarray(0, 64 * 1024)).toString('latin1')
  const head = start.split(/\r?\n\r?\n/, 1)[0]!
  const lines = head
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .filter(line => /^[\x21-\x39\x3b-\x7e]{1,100}:/.test(line) && line.length < limits.value)
    .slice(0, limits.headers)
  const wanted =
    /^(?:from|subject|message-id|auto-submitted|precedence|list-id|return-path|content-language|x-[\w-]+):/i
  const bare = lines.filter(line => wanted.test(line)).join('\r\n')
  const email = await PostalMime.parse(`${bare}\r\n\r\n`).catch(
    () => ({ headers: [] as MailHeaders & [] }) as unknown as Email,
  )
  return { ...headOf(email), words: '', pictures: [], apart: null, hasCalendar: false, isBroken: true }
}

/** What mail programs mark as quoted in HTML goes with all below it. */
function withoutQuotes(html: string): string {
  return html.replace(
    /<(?:blockquote\b|div[^>]{0,200}\b(?:class="[^"]{0,100}(?:gmail_quote|yahoo_quoted|moz-cite-prefix)|id="(?:appendonsend|divRplyFwdMsg|reply-intro)))[\s\S]*$/i,
    '',
  )
}

function pictureOf({ filename, content, related, disposition }: Attachment): File[] {
  const bytes = bytesOf(content)
  if (bytes.length > limits.pictureBytes || signatureOf(bytes) !== 'picture') return []
  // Logos of a signature are small and stand in the text; a poster does not.
  if ((related || disposition === 'inline') && bytes.length < 60_000) return []
  return [{ name: visible(filename ?? '').slice(0, 200) || 'poster', bytes }]
}

/** What an intake may read. */
function fileOf({ filename, content, mimeType }: Attachment): File[] {
  const bytes = bytesOf(content)
  const isRead = /calendar|pdf|rfc822|csv|json|spreadsheet|excel|\bhtml\b/i.test(
    `${mimeType} ${filename ?? ''}`,
  )
  if (!isRead || bytes.length > limits.pictureBytes) return []
  return [{ name: visible(filename ?? '').slice(0, 200) || 'file', bytes }]
}

function bytesOf(content: Attachment['content']): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content as ArrayBuffer)
}

/**
 * Without what turns a text round or hides in it: a name or subject reads as its letters stand.
 *
 * @param isText whether it may have several lines
 */
function visible(words: string, isText = false): string {
  const sound = words.toWellFormed().replace(/[\u202a-\u202e\u2066-\u2069\u200b\u2060\ufeff\u00ad]/g, '')
  const lines = isText
    ? sound.replace(/[^\P{Cc}\n\t]/gu, '')
    : sound.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
  return lines.trim()
}
