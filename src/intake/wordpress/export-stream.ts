import { isAscii } from 'node:buffer'
import { setImmediate } from 'node:timers/promises'
import { createGunzip } from 'node:zlib'
import iconv from 'iconv-lite'
import type { Problem } from '../../domain/problem.ts'
import { charsetOf } from '../read-text.ts'
import { ExportReader } from './export-reader.ts'
import type { ExportItem, ExportSite } from './item.ts'
import { problemsOf } from './read-wordpress.ts'

/** The bytes of a file, however large, one piece after the other. */
export type Pieces = AsyncIterable<Uint8Array>

/** Larger than any blog; what unpacks to more was made to fill a machine. */
const mostUnpacked = 8 * 1024 ** 3
const headBytes = 64 * 1024

/**
 * The items of an export, gzipped or not, in the order of the file, each with what the site has told of itself by then.
 * One item is held at a time. What the file has to be blamed for is put into `problems`; nothing is thrown for it.
 */
export async function* readExport(
  pieces: Pieces,
  problems: Problem[],
): AsyncGenerator<{ item: ExportItem; site: ExportSite }> {
  const reader = new ExportReader()
  let items = 0
  let told = false
  try {
    for await (const text of textOf(unpacked(pieces, problems))) {
      reader.write(text)
      for (const item of reader.take()) {
        if (reader.refused) break
        items++
        told = true
        yield { item, site: reader.site }
      }
      if (reader.refused) break
      // Others want their turn as well.
      await setImmediate()
    }
  } catch (error) {
    problems.push({ code: 'file-unreadable', says: says(error) })
  }
  reader.end()
  if (!reader.refused) for (const item of reader.take()) yield { item, site: reader.site }
  for (const line of problemsOf(reader, { site: told, items }))
    if ('problem' in line) problems.push(line.problem)
}

/** @throws when what is packed is damaged; what came before has been yielded */
async function* unpacked(pieces: Pieces, problems: Problem[]): Pieces {
  const iterator = pieces[Symbol.asyncIterator]()
  const { done, value: first } = await iterator.next()
  if (done) return
  const rest = async function* () {
    yield first
    for (;;) {
      const next = await iterator.next()
      if (next.done) return
      yield next.value
    }
  }
  if (first[0] === 0x50 && first[1] === 0x4b) {
    problems.push({
      code: 'export-zipped',
      says: 'This is a ZIP archive. Unpack it and hand in the XML files in it.',
    })
    return
  }
  if (first[0] !== 0x1f || first[1] !== 0x8b) return yield* rest()
  let size = 0
  const unpacking = createGunzip()
  const source = rest()
  const feed = (async () => {
    try {
      for await (const piece of source)
        if (!unpacking.write(piece)) await new Promise(resolve => unpacking.once('drain', resolve))
      unpacking.end()
    } catch (error) {
      unpacking.destroy(error as Error)
    }
  })()
  try {
    for await (const piece of unpacking as AsyncIterable<Buffer>) {
      size += piece.length
      if (size > mostUnpacked) {
        const says = `It unpacks to more than ${mostUnpacked / 1024 ** 3} GB; what comes behind was not read.`
        problems.push({ code: 'too-large', says })
        break
      }
      yield piece
    }
    await feed
  } finally {
    unpacking.destroy()
  }
}

async function* textOf(pieces: Pieces): AsyncGenerator<string> {
  let head: Buffer[] = []
  let decoder: iconv.DecoderStream | null = null
  let size = 0
  for await (const piece of pieces) {
    if (!decoder) {
      head.push(Buffer.from(piece))
      size += piece.length
      if (size < headBytes) continue
      decoder = decoderFor(Buffer.concat(head))
      const text = clean(decoder.write(Buffer.concat(head)))
      head = []
      if (text) yield text
      continue
    }
    // A piece may be a megabyte: smaller ones let others have their turn.
    for (let at = 0; at < piece.length; at += headBytes) {
      const part = piece.subarray(at, at + headBytes)
      const text = clean(decoder.write(Buffer.from(part.buffer, part.byteOffset, part.byteLength)))
      if (text) yield text
    }
  }
  const whole = Buffer.concat(head)
  decoder ??= decoderFor(whole)
  const last = clean(decoder.write(whole) + (decoder.end() ?? ''))
  if (last) yield last
}

/** By the beginning of the file. Where that is plain ASCII, what the XML declaration says counts. */
function decoderFor(head: Buffer): iconv.DecoderStream {
  const declared = /^\s*<\?xml[^>]{0,200}\bencoding\s*=\s*["']([\w.:-]{2,40})/i.exec(
    head.subarray(0, 400).toString('latin1'),
  )?.[1]
  const isDeclared = declared !== undefined && isAscii(head) && iconv.encodingExists(declared)
  return iconv.getDecoder(isDeclared ? declared : charsetOf(head).charset, { stripBOM: true })
}

function clean(text: string): string {
  return text.includes('\0') ? text.replaceAll('\0', '') : text
}

function says(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code
  return code?.startsWith('Z_') || /end of file/.test(String((error as Error).message))
    ? 'What is packed in this file ends too early or is damaged; what could be read is shown. Download it again.'
    : `The file could not be read to its end (${String((error as Error).message).slice(0, 200)}).`
}
