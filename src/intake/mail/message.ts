import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime'
import { findTimes } from '../../time/find-times.ts'
import { publishedText } from '../page/read-work.ts'
import { personName } from '../person-name.ts'
import { plainText } from '../plain-text.ts'
import { soundText } from '../sound-text.ts'
import { withSoundCharset } from './charset.ts'
import { forwardedIn } from './forwarded.ts'
import { bareSubject, headLine } from './head-words.ts'
import { ownWords, unquoted } from './own-words.ts'

/** One mail, as far as an intake needs it. Texts are those of the sender, without what forwarding put around them. */
export type Message = {
  subject?: string
  /** `2020-12-01T09:00:00+01:00` */
  sent?: string
  from?: { name: string }
  html?: string
  text?: string
  attachments: { name: string; type: string; bytes: Uint8Array; isInline: boolean }[]
}

/** No mail that people send nests deeper. */
const deepest = 20
const mostHeaderBytes = 512 * 1024

/** @throws Error for what the library cannot take apart: nesting or headers beyond reason */
export async function readMessage(bytes: Uint8Array): Promise<Message> {
  const email = await withSoundCharset(bytes, parse)
  const written = soundText(email.text ?? plainText(email.html) ?? '') || undefined
  const told = headLine(soundText(email.subject ?? ''))
  const isAnswer = answers.test(told)
  const anew = isAnswer ? toldAnew(written) : undefined
  const passesOn = isAnswer || forwards.test(told)
  const forwarded = anew === undefined ? forwardedIn(written ?? '', passesOn) : {}
  const inner = anew ?? forwarded.text
  const own = anew ?? unquoted(inner ?? written ?? '') ?? inner
  const subject = bareSubject(forwarded.subject ?? told)
  const sent = forwarded.date ?? publishedText(dateOf(email) ?? '')
  const from = forwarded.from ?? nameOf(email.from)
  const text = own ?? (email.text && written)
  return {
    ...(subject && { subject }),
    ...(sent && { sent }),
    ...(from && { from: { name: from } }),
    // What stands around the words of the sender stands in the HTML as well.
    ...(email.html && own === undefined && { html: soundText(email.html) }),
    ...(text && { text }),
    attachments: email.attachments.map(attachmentOf),
  }
}

function parse(bytes: Uint8Array): Promise<Email> {
  return PostalMime.parse(bytes, {
    maxNestingDepth: deepest,
    maxHeadersSize: mostHeaderBytes,
    attachmentEncoding: 'arraybuffer',
    forceRfc822Attachments: true,
  })
}

/** An answer that tells when something is tells it anew: what it quotes below is older. */
function toldAnew(written: string | undefined): string | undefined {
  const own = ownWords(written ?? '')
  const tells = findTimes(own.slice(0, 20_000)).some(({ readings: [first] }) => first?.start.includes('T'))
  return tells ? own : undefined
}

function attachmentOf({
  filename,
  mimeType,
  content,
  disposition,
  related,
}: Attachment): Message['attachments'][number] {
  const bytes = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content as ArrayBuffer)
  return {
    name: filename ?? '',
    type: mimeType.toLowerCase(),
    bytes,
    isInline: related === true || disposition === 'inline',
  }
}

/** As it was written, with the offset of the sender's clock. */
function dateOf({ headers, date }: Email): string | undefined {
  return headers.find(({ key }) => key === 'date')?.value ?? date
}

function nameOf(address: Address | undefined): string | undefined {
  const name = headLine(soundText(address?.name ?? '')).replace(/ via .*$/i, '')
  return name ? personName(name) : undefined
}

const answers = /^\s*(?:re|aw|antw|sv|vs|odp|r|rif|答复|回复)\s*(?:\[\d+\])?\s*[:：]/i
const forwards = /^\s*(?:fwd?|fw|wg|tr|rv|enc|i|doorst|pd|转发|إعادة توجيه)\s*(?:\[\d+\])?\s*[:：]/i
