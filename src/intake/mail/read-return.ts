import PostalMime, { type Attachment } from 'postal-mime'

/** What a server says of a mail that it could not deliver, or not yet: the ids it may have had, and why. */
export type Returned = { ids: string[]; isFinal: boolean; status: string | null }

/**
 * Reads the report of a mail server (RFC 3464): which mail it is of is told by what it sends back of it, never by who is
 * named: anybody can write such a report of anybody. Null for what is none, such as somebody's note that they are away.
 */
export async function readReturn(bytes: Uint8Array): Promise<Returned | null> {
  const mail = await PostalMime.parse(bytes, {
    maxNestingDepth: 10,
    maxHeadersSize: 64 * 1024,
    attachmentEncoding: 'arraybuffer',
    forceRfc822Attachments: true,
  }).catch(() => null)
  const report = mail?.attachments.find(({ mimeType }) => mimeType === 'message/delivery-status')
  if (!mail || !report) return null
  const told = textOf(report)
  const field = (name: string) => new RegExp(`^${name}:[ \\t]*(.*)$`, 'im').exec(told)?.[1]?.trim() ?? null
  const action = field('Action')?.toLowerCase()
  if (action !== 'failed' && action !== 'delayed') return null
  const sentBack = mail.attachments
    .filter(({ mimeType }) => mimeType === 'message/rfc822' || mimeType === 'text/rfc822-headers')
    .map(textOf)
    .join('\n')
  const ids = [...sentBack.matchAll(/^Message-ID:\s*<([^@<>\s]{1,100})@[^<>\s]{1,255}>/gim)].map(
    match => match[1]!,
  )
  const status = /\b([245]\.\d{1,3}\.\d{1,3})\b/.exec(field('Status') ?? '')?.[1] ?? null
  return {
    ids: [...new Set(ids)].slice(0, 5),
    isFinal: action === 'failed' && !status?.startsWith('4'),
    status,
  }
}

function textOf({ content }: Attachment): string {
  return typeof content === 'string' ? content : Buffer.from(content as ArrayBuffer).toString('utf8')
}
