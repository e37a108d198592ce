import { promisify } from 'node:util'
import zlib, { constants } from 'node:zlib'
import type { Answer } from './ask-once.ts'
import { Failed, failure } from './failure.ts'

/** Bytes as they come and once unpacked; `cut`: what comes beyond `wireBytes` is left out instead of refused. */
export type BodyLimits = { wireBytes: number; unpackedBytes: number; cut?: boolean }

/**
 * The body, unpacked (gzip, deflate, br, zstd). Never more of it is in memory than the limits say, whatever its
 * headers promise.
 *
 * @throws Failed `too-large`, `broken`; errors of the socket
 */
export async function readBody(answer: Answer, limits: BodyLimits): Promise<Uint8Array> {
  const codings = codingsOf(answer)
  let bytes = await gather(answer, limits)
  for (const coding of codings.toReversed()) bytes = await unpack(bytes, coding, limits)
  return bytes
}

function codingsOf(answer: Answer): string[] {
  const codings = (answer.header('content-encoding') ?? '')
    .toLowerCase()
    .split(',')
    .map(word => word.trim())
    .filter(word => word !== '' && word !== 'identity')
  const unknown = codings.find(coding => !Object.hasOwn(unpackers, coding))
  if (unknown || codings.length > 2)
    throw new Failed(
      failure(
        'broken',
        `The site packed its answer in a way nobody asked for (${codings.slice(0, 5).join(', ').slice(0, 50)}).`,
      ),
    )
  return codings
}

async function gather(answer: Answer, { wireBytes, cut }: BodyLimits): Promise<Buffer> {
  if (Number(answer.header('content-length') ?? 0) > wireBytes && !cut) throw tooLarge(wireBytes)
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of answer.body as AsyncIterable<Buffer>) {
    size += piece.length
    if (size > wireBytes && !cut) throw tooLarge(wireBytes)
    pieces.push(piece)
    if (pieces.length > 10_000 && size / pieces.length < 64) throw crumbs()
    if (size >= wireBytes && cut) break
  }
  return Buffer.concat(pieces, Math.min(size, wireBytes))
}

async function unpack(bytes: Buffer, coding: string, { unpackedBytes }: BodyLimits): Promise<Buffer> {
  if (bytes.length === 0) return bytes
  const { unpack: open, flush } = unpackers[coding]!
  try {
    // As browsers do, a packing that lacks its end is read as far as it goes; one that has nothing else is damaged.
    const part =
      flush === undefined ? null : await open(bytes, { maxOutputLength: unpackedBytes, finishFlush: flush })
    return part?.length ? part : await open(bytes, { maxOutputLength: unpackedBytes })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(unpackedBytes)
    throw new Failed(
      failure(
        'broken',
        `The site’s answer is damaged: it says it is packed as ${coding}, but it cannot be unpacked.`,
      ),
    )
  }
}

const [gunzip, inflate, inflateRaw, unbrotli, unzstd] = [
  promisify(zlib.gunzip),
  promisify(zlib.inflate),
  promisify(zlib.inflateRaw),
  promisify(zlib.brotliDecompress),
  promisify(zlib.zstdDecompress),
]

type Unpack = (bytes: Buffer, options: { maxOutputLength: number; finishFlush?: number }) => Promise<Buffer>

const unpackers: Record<string, { unpack: Unpack; flush?: number }> = {
  gzip: { unpack: gunzip, flush: constants.Z_SYNC_FLUSH },
  'x-gzip': { unpack: gunzip, flush: constants.Z_SYNC_FLUSH },
  /** RFC 9110 means zlib's format; some servers send the bare stream. */
  deflate: {
    unpack: (bytes, options) => ((bytes[0]! & 15) === 8 ? inflate : inflateRaw)(bytes, options),
    flush: constants.Z_SYNC_FLUSH,
  },
  br: { unpack: unbrotli, flush: constants.BROTLI_OPERATION_FLUSH },
  /** RFC 9659: no window above 8 MB on the web. */
  zstd: {
    unpack: (bytes, options) =>
      unzstd(bytes, { ...options, params: { [constants.ZSTD_d_windowLogMax]: 23 } }),
  },
}

/** A byte at a time costs the machine a hundred times what the body is worth. */
function crumbs(): Failed {
  return new Failed(failure('broken', 'The site sends its answer in crumbs. Try again later.'))
}

function tooLarge(most: number): Failed {
  const size = most >= 1 << 20 ? `${Math.floor(most / (1 << 20))} MB` : `${Math.ceil(most / 1024)} KB`
  return new Failed(failure('too-large', `There is more at this address than Daylong reads (${size}).`))
}
