import { adviceOn, signatureOf } from './signature.ts'

/**
 * Bytes that were given as text of some kind and are of another, in a sentence that says what to do; null where
 * nothing speaks against text.
 */
export function whatItIs(bytes: Uint8Array): string | null {
  const signature = bytes.length === 0 ? null : signatureOf(bytes)
  if (signature) return adviceOn[signature]
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 2048)).toString('latin1')
  const text = head
    .replaceAll('\0', '')
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .trimStart()
  if (text === '' && bytes.length <= 2048) return 'This file is empty.'
  if (/^(?:<\?xml[^>]*\?>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype html|html|head|body)\b/is.test(text)) {
    return 'This is an HTML page (of a sign-in, perhaps): give the address or file itself.'
  }
  return null
}
