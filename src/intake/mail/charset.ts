import type { Email } from 'postal-mime'
import { charsetOf } from '../read-text.ts'

/**
 * A mail whose parts say UTF-8 and are in another charset is read once more in the one that its bytes are in, where
 * that leaves no letter unread.
 */
export async function withSoundCharset(
  bytes: Uint8Array,
  parse: (bytes: Uint8Array) => Promise<Email>,
): Promise<Email> {
  const email = await parse(bytes)
  if (!isBroken(email)) return email
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const { charset } = charsetOf(bytes.subarray(0, 1 << 20))
  const other = /^(?:utf-?8|us-ascii)$/i.test(charset) ? 'windows-1252' : charset
  const told = source.replace(
    /(^content-type:[^\n]*(?:\n[ \t][^\n]*)*?\bcharset=)"?utf-?8"?/gim,
    `$1"${other}"`,
  )
  if (told === source) return email
  const again = await parse(Buffer.from(told, 'latin1'))
  return isBroken(again) ? email : again
}

function isBroken({ text, html }: Email): boolean {
  return [text, html].some(words => words?.includes('\ufffd'))
}
