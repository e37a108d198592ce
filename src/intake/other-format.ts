/**
 * What bytes are that were given as text of some kind but are of another: "a ZIP archive", "an HTML page (of a
 * sign-in, perhaps)"; null where nothing speaks against text. The words complete "this is …".
 */
export function whatItIs(bytes: Uint8Array): string | null {
  if (bytes.length === 0) return 'an empty file'
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 2048)).toString('latin1')
  const signature = signatures.find(([start]) => head.startsWith(start))
  if (signature) return signature[1]
  const text = head
    .replaceAll('\0', '')
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .trimStart()
  if (text === '' && bytes.length <= 2048) return 'an empty file'
  if (/^(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b/is.test(text)) {
    return 'an HTML page (of a sign-in, perhaps)'
  }
  return null
}

const signatures: [string, string][] = [
  ['PK\x03\x04', 'a ZIP archive'],
  ['PK\x05\x06', 'a ZIP archive'],
  ['\x1f\x8b', 'a gzip archive'],
  ['BZh', 'a bzip2 archive'],
  ['7z\xbc\xaf', 'a 7-Zip archive'],
  ['\xfd7zXZ', 'an xz archive'],
  ['Rar!', 'a RAR archive'],
  ['%PDF-', 'a PDF file'],
  ['\x89PNG', 'a PNG picture'],
  ['\xff\xd8\xff', 'a JPEG picture'],
  ['GIF8', 'a GIF picture'],
  ['\xd0\xcf\x11\xe0', 'an old Office file'],
  ['SQLite format 3', 'an SQLite database'],
  ['\x7fELF', 'a program'],
  ['MZ\x90', 'a program'],
]
