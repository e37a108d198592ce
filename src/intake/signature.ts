import { zipEntries } from './zip-entries.ts'

/** A kind of file that no intake reads as text, told by its first bytes. */
export type Signature =
  | 'zip'
  | 'office'
  | 'outlook'
  | 'spreadsheet'
  | 'gzip'
  | 'pdf'
  | 'picture'
  | 'media'
  | 'archive'
  | 'broken'
  | 'binary'

/** Null for what may be text. A text in UTF-16 has NULs as well, so they count only where they are no pattern. */
export function signatureOf(bytes: Uint8Array): Signature | null {
  if (startsWith(bytes, 'PK\x03\x04') || startsWith(bytes, 'PK\x05\x06')) return ofArchive(bytes)
  for (const [start, signature] of starts)
    if (startsWith(bytes, start)) return signature === 'office' && isMessage(bytes) ? 'outlook' : signature
  if (startsWith(bytes, 'RIFF')) return latin1(bytes, 8, 12) === 'WEBP' ? 'picture' : 'media'
  if (latin1(bytes, 4, 8) === 'ftyp')
    return /^(?:avi[fs]|hei[cfmsx]|hev[cx]|mif1|msf1)/.test(latin1(bytes, 8, 12)) ? 'picture' : 'media'
  if (isSvg(bytes)) return 'picture'
  const isMarked = /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff|\0\0\xfe\xff)/.test(latin1(bytes, 0, 4))
  return !isMarked && isBinary(bytes) ? 'binary' : null
}

/** What to tell a curator about such a file, and what to do, where text was wanted. */
export const adviceOn: Record<Signature, string> = {
  zip: 'This is a zip archive, whatever its name says. Unpack it and give the files inside.',
  office:
    'This is an office document (Word, PowerPoint, an old or locked Excel file …). Save a table as .xlsx, .ods or CSV without a password, and anything else as PDF or plain text.',
  outlook:
    'This is a file of Outlook’s own kind (.msg, winmail.dat), which is not read here. Open the mail in Outlook and save or forward it as .eml, or copy its text.',
  spreadsheet: 'This is a spreadsheet, not a text.',
  gzip: 'This file is compressed with gzip. Unpack it first.',
  pdf: 'This is a PDF, not a text.',
  picture: 'This is a picture, not a text.',
  media: 'This is a sound or video file, not a text.',
  archive: 'This is a compressed archive. Unpack it and give the files inside.',
  broken:
    'This is an office document that breaks off or is damaged. Download it again, or save it again as .xlsx or CSV.',
  binary: 'This is not a text: it is full of bytes that no charset has letters for.',
}

const starts: [string, Signature][] = [
  ['\x1f\x8b', 'gzip'],
  ['%PDF-', 'pdf'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'office'],
  ['{\\rtf', 'office'],
  ['\x78\x9f\x3e\x22', 'outlook'],
  ['\x89PNG', 'picture'],
  ['GIF8', 'picture'],
  ['\xff\xd8\xff', 'picture'],
  ['II*\0', 'picture'],
  ['MM\0*', 'picture'],
  ['ID3', 'media'],
  ['OggS', 'media'],
  ['\x1aE\xdf\xa3', 'media'],
  ['7z\xbc\xaf\x27\x1c', 'archive'],
  ['Rar!\x1a', 'archive'],
  ['BZh', 'archive'],
  ['\xfd7zXZ\0', 'archive'],
  ['(\xb5/\xfd', 'archive'],
  ['\x7fELF', 'binary'],
  ['SQLite format 3\0', 'binary'],
]

/** A message that Outlook saved: a document with the names of its properties in it. */
function isMessage(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1 << 20)).includes(
    Buffer.from('__nameid_version1.0', 'utf16le'),
  )
}

/** A drawing in XML: a picture to whoever looks at it. */
function isSvg(bytes: Uint8Array): boolean {
  return /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)?(?:<!DOCTYPE\s+svg[^>]*>\s*)?<svg[\s>]/i.test(
    latin1(bytes, 0, 600),
  )
}

function startsWith(bytes: Uint8Array, start: string): boolean {
  return latin1(bytes, 0, start.length) === start
}

function latin1(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', from, to)
}

/** Office documents are archives; what is in them tells which, or the first name where the list of names is lost. */
function ofArchive(bytes: Uint8Array): Signature {
  const names = zipEntries(bytes, 500)?.map(entry => entry.name) ?? []
  const head = latin1(bytes, 0, 2000)
  if (names.some(name => /^xl\/workbook\.xml$/i.test(name)) || head.includes(openSheet)) return 'spreadsheet'
  if (/\[Content_Types\]\.xml/.test(head) && zipEntries(bytes, 1) === null) return 'broken'
  return /\[Content_Types\]\.xml|mimetypeapplication\/vnd|xl\/|word\/|_rels\//.test(head) ? 'office' : 'zip'
}

const openSheet = 'mimetypeapplication/vnd.oasis.opendocument.spreadsheet'

function isBinary(bytes: Uint8Array): boolean {
  const end = Math.min(bytes.length, 4096)
  let control = 0
  let even = 0
  let odd = 0
  for (let at = 0; at < end; at++) {
    const byte = bytes[at]!
    if (byte === 0) at % 2 ? odd++ : even++
    else if (byte < 32 && (byte < 8 || byte > 13) && byte !== 27) control++
  }
  const nul = even + odd
  const isWide = nul > end * 0.2 && Math.min(even, odd) < nul / 4
  return end > 0 && (control > end * 0.05 || (nul > end * 0.05 && !isWide))
}
