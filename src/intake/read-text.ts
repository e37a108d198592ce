import { isAscii, isUtf8 } from 'node:buffer'
import { analyse } from 'chardet'
import iconv from 'iconv-lite'
import { charsetOfWords } from './charset-of-words.ts'

export type ReadText = {
  /** Without byte order mark and without U+0000, which means nothing in text and which PostgreSQL refuses. */
  text: string
  /** The charset it was read in, lower case: `utf-8`, `windows-1252`, `utf-16le` … */
  charset: string
  /** True where nothing told the charset: neither a mark, nor valid UTF-8, nor a declaration. */
  assumed: boolean
  /** How many characters could not be read and stand as U+FFFD. */
  unreadable: number
  /** True where the bytes went on beyond `maxBytes`. */
  cut: boolean
}

export type TextOptions = {
  /** A charset told from outside: by an HTTP header, by a mail part. */
  declared?: string
  /** No more than so many bytes are read (64 MiB). */
  maxBytes?: number
}

/** Bytes → text. Never throws; at most `maxBytes` bytes are read. */
export function readText(bytes: Uint8Array, options: TextOptions = {}): ReadText {
  const { part, cut, charset, assumed } = prepare(bytes, options)
  const text = clean(iconv.decode(Buffer.from(part.buffer, part.byteOffset, part.byteLength), charset))
  return { text, charset, assumed, unreadable: countUnreadable(text), cut }
}

/** The same text piece by piece, so that a large file is never held twice. */
export function* readTextInPieces(
  bytes: Uint8Array,
  options: TextOptions = {},
  pieceBytes = 1 << 16,
): Generator<string> {
  const { part, charset } = prepare(bytes, options)
  const decoder = iconv.getDecoder(charset, { stripBOM: true })
  for (let at = 0; at < part.length; at += pieceBytes) {
    const piece = part.subarray(at, at + pieceBytes)
    const text = clean(decoder.write(Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength)))
    if (text !== '') yield text
  }
  const last = decoder.end()
  if (last) yield clean(last)
}

/**
 * In this order: byte order mark, valid UTF-8, the charset told from outside or in the text itself, UTF-8 with
 * a few broken bytes, and last the likeliest charset by its letters.
 */
export function charsetOf(bytes: Uint8Array, declared?: string): { charset: string; assumed: boolean } {
  const marked = byteOrderMark(bytes)
  if (marked) return { charset: marked, assumed: false }
  const wide = wideWithoutMark(bytes)
  if (wide) return { charset: wide, assumed: true }
  const told = known(declared) ?? known(toldWithin(bytes))
  if (isAscii(bytes)) return { charset: told?.startsWith('iso-2022') ? told : 'utf-8', assumed: false }
  if (isUtf8(bytes)) return { charset: 'utf-8', assumed: false }
  if (mostlyUtf8(bytes)) return { charset: 'utf-8', assumed: true }
  if (told && told !== 'utf-8') return { charset: told, assumed: false }
  return { charset: likeliest(bytes), assumed: true }
}

function prepare(bytes: Uint8Array, { declared, maxBytes = 64 * 1024 * 1024 }: TextOptions) {
  const cut = bytes.length > maxBytes
  const part = cut ? bytes.subarray(0, maxBytes) : bytes
  return { part, cut, ...charsetOf(part, declared) }
}

function clean(text: string): string {
  return text.includes('\0') ? text.replaceAll('\0', '') : text
}

function countUnreadable(text: string): number {
  let count = 0
  for (let at = text.indexOf('\uFFFD'); at !== -1; at = text.indexOf('\uFFFD', at + 1)) count++
  return count
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return bytes.length >= 4 && bytes[2] === 0 && bytes[3] === 0 ? 'utf-32le' : 'utf-16le'
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes[0] === 0 && bytes[1] === 0 && bytes[2] === 0xfe && bytes[3] === 0xff) return 'utf-32be'
  return null
}

/** Western text in UTF-16 has a NUL at every second place; a few NULs in an 8-bit file are damage, not width. */
function wideWithoutMark(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, 4096) & ~1
  if (length < 8) return null
  let even = 0
  let odd = 0
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even++
    if (bytes[at + 1] === 0) odd++
  }
  const enough = length * 0.2
  if (odd > enough && even < enough / 8) return 'utf-16le'
  if (even > enough && odd < enough / 8) return 'utf-16be'
  return null
}

/** What an XML declaration, an HTML meta element or a vCalendar 1.0 parameter says of the charset. */
function toldWithin(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1')
  return (
    /^\s*<\?xml[^>]{0,200}\bencoding\s*=\s*["']([\w.:-]{2,40})/i.exec(head)?.[1] ??
    /<meta[^>]{0,400}\bcharset\s*=\s*["']?([\w.:-]{2,40})/i.exec(head)?.[1] ??
    /^[A-Z-]{2,40};(?:[^:\r\n]{0,200};)?CHARSET=["']?([\w.-]{2,40})/im.exec(head)?.[1]
  )
}

/** The charset under one name; Latin-1 is read as its superset windows-1252, as browsers do (WHATWG Encoding). */
function known(name: string | null | undefined): string | null {
  const lower = name
    ?.trim()
    .toLowerCase()
    .replace(/^["']|["']$/g, '')
  if (!lower || !iconv.encodingExists(lower)) return null
  if (/^(?:iso-?8859-?1|latin-?1|l1|us-ascii|ascii|cp819|binary)$/.test(lower)) return 'windows-1252'
  if (/^utf-?8$/.test(lower)) return 'utf-8'
  return /^(?:base64|hex|ucs|utf-?16|utf-?32|utf-?7)/.test(lower) ? null : lower
}

/**
 * A file cut in the middle of a letter, or damaged in places, is still UTF-8: sequences of several bytes that
 * fit hardly ever come about by chance in other charsets.
 */
function mostlyUtf8(bytes: Uint8Array): boolean {
  let good = 0
  let bad = 0
  const end = Math.min(bytes.length, 1 << 20)
  for (let at = 0; at < end; at++) {
    const first = bytes[at]!
    if (first < 0x80) continue
    const more = first >= 0xf0 && first < 0xf5 ? 3 : first >= 0xe0 ? 2 : first >= 0xc2 ? 1 : 0
    let has = 0
    while (first < 0xf5 && has < more && (bytes[at + has + 1]! & 0xc0) === 0x80) has++
    if (more > 0 && has === more) {
      good += more
      at += more
    } else {
      bad++
    }
  }
  return good > 0 && bad <= good
}

/** What is left where nothing speaks for another; Hebrew in the visual order is nobody's calendar. */
const ofLatin = /^(?:windows-125[0247]|iso-8859-\d+)$/

function likeliest(bytes: Uint8Array): string {
  let first = 0
  while (first < bytes.length && bytes[first]! < 0x80) first++
  const from = Math.max(0, first - 1024)
  const sample = Buffer.from(bytes.subarray(from, from + (1 << 16)))
  const candidates = analyse(sample).flatMap(match => known(match.name) ?? [])
  const fitting =
    candidates.find(
      charset => charset !== 'utf-8' && !/[\uFFFD\x80-\x9f]/.test(iconv.decode(sample, charset)),
    ) ?? 'windows-1252'
  return ofLatin.test(fitting) ? (charsetOfWords(sample) ?? fitting) : fitting
}
