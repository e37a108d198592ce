import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime'
import { publishedText } from '../page/read-work.ts'
import { personName } from '../person-name.ts'

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
  const email = await PostalMime.parse(bytes, {
    maxNestingDepth: deepest,
    maxHeadersSize: mostHeaderBytes,
    attachmentEncoding: 'arraybuffer',
    forceRfc822Attachments: true,
  })
  const forwarded = forwardedIn(email)
  const subject = bareSubject(forwarded.subject ?? email.subject)
  const sent = publishedText(forwarded.date ?? dateOf(email) ?? '')
  const from = forwarded.from ?? nameOf(email.from)
  return {
    ...(subject && { subject }),
    ...(sent && { sent }),
    ...(from && { from: { name: from } }),
    ...(email.html && { html: email.html }),
    ...(email.text && { text: forwarded.text ?? email.text }),
    attachments: email.attachments.map(attachmentOf),
  }
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
  const name = address?.name?.replace(/\s+via\s+.*$/i, '').trim()
  return name ? personName(name) : undefined
}

/** `Fwd: AW: [list] Webinar` → `Webinar` */
function bareSubject(subject: string | undefined): string | undefined {
  let words = subject?.trim() ?? ''
  for (let round = 0; round < 6; round++)
    words = words.replace(
      /^(?:\[[^\]]{1,60}\]|(?:re|fwd?|fw|aw|wg|tr|rv|enc|i|r|rif|转发|答复|إعادة توجيه)\s*(?:\[\d+\])?\s*[:：])\s*/i,
      '',
    )
  return words || undefined
}

type Forwarded = { subject?: string; from?: string; date?: string; text?: string }

const labels: [keyof Forwarded, RegExp][] = [
  ['from', /^(?:from|von|de|da|от|من|发件人)\s*[:：]\s*(.+)$/i],
  [
    'date',
    /^(?:date|sent|datum|gesendet|envoyé|fecha|enviado(?: el)?|data|дата|التاريخ|日期)\s*[:：]\s*(.+)$/i,
  ],
  ['subject', /^(?:subject|betreff|objet|asunto|assunto|oggetto|тема|الموضوع|主题)\s*[:：]\s*(.+)$/i],
]

/** The head that a mail program puts above what it forwards, and the text below it; empty where nothing is forwarded. */
function forwardedIn({ text = '' }: Email): Forwarded {
  const begin =
    /^[ \t]*(?:-{3,}.{0,60}(?:forward|weitergeleitet|transféré|reenviado|encaminhada|inoltrat|original)[^\n]{0,60}|begin forwarded message:.*|_{10,})[ \t]*$/im.exec(
      text,
    )
  if (!begin) return {}
  const lines = text
    .slice(begin.index + begin[0].length)
    .replace(/^[ \t]*>[ \t]?/gm, '')
    .split(/\r?\n/)
  const found: Forwarded = {}
  let at = 0
  for (; at < Math.min(lines.length, 14); at++) {
    const line = lines[at]!.trim().replaceAll('*', '')
    if (line === '') {
      if (found.subject || found.from) break
      continue
    }
    for (const [field, pattern] of labels) {
      const told = pattern.exec(line)?.[1]?.trim()
      if (told) found[field] ??= told
    }
  }
  if (!found.subject && !found.from) return {}
  const name = found.from
    ?.replace(/[<([]?\s*(?:mailto:)?[^\s<>()]+@[^\s<>()]+\s*[>)\]]?/g, '')
    .replace(/["']/g, '')
    .trim()
  const { from: _, ...rest } = found
  return { ...rest, ...(name && { from: name }), text: lines.slice(at).join('\n') }
}
