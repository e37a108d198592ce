import type { Sharp } from 'sharp'
import { narrowWidths } from '../../domain/picture.ts'
import { openSharp } from './open-sharp.ts'

/** A picture as it is kept: WebP, upright, in sRGB, without anything that a camera or program wrote into it. */
export type ReadPicture = {
  width: number
  height: number
  /** The picture itself and, where it is larger than these, narrower ones for small screens; widest first. */
  sizes: { width: number; bytes: Uint8Array }[]
}

export type PictureProblem = 'large' | 'pixels' | 'avif' | 'kind' | 'heic' | 'broken' | 'slow'

/** In bytes; above it nothing is read. */
export const mostPictureBytes = 20_000_000
/** Width times height; a small file can hold a picture that no memory does. */
export const mostPixels = 50_000_000
/** An AVIF is unpacked whole, into twenty times the memory of any other. */
export const mostAvifPixels = 16_000_000
/** The longer side of what is kept, in pixels. */
const longestSide = 1600

/**
 * Reads what somebody handed in as a picture, by what it is and not by its name: JPEG, PNG, WebP, AVIF, and of a GIF
 * the first image – what moves by itself has to have a button that stops it. One at a time, however many come at once.
 */
export function readPicture(bytes: Uint8Array): Promise<ReadPicture | { problem: PictureProblem }> {
  if (bytes.length > mostPictureBytes) return Promise.resolve({ problem: 'large' })
  const read = turn.then(() => readNow(bytes))
  turn = read.catch(() => {})
  return read
}

/** The same as a small square, for a face beside what somebody said. */
export function readSmallPicture(
  bytes: Uint8Array,
): Promise<{ width: number; bytes: Uint8Array } | { problem: PictureProblem }> {
  if (bytes.length > mostPictureBytes) return Promise.resolve({ problem: 'large' })
  const read = turn.then(() => readSmallNow(bytes))
  turn = read.catch(() => {})
  return read
}

let turn: Promise<unknown> = Promise.resolve()

/** Of a face, on both sides: enough for the largest that is shown, on screens with two dots to a point. */
const smallSide = 192

async function readSmallNow(
  bytes: Uint8Array,
): Promise<{ width: number; bytes: Uint8Array } | { problem: PictureProblem }> {
  try {
    const given = await openGiven(bytes)
    if ('problem' in given) return given
    const square = { width: smallSide, height: smallSide, fit: 'cover' } as const
    return await asWebp(given.image.autoOrient().resize(square))
  } catch (error) {
    return { problem: problemOf(bytes, error) }
  }
}

async function readNow(bytes: Uint8Array): Promise<ReadPicture | { problem: PictureProblem }> {
  const makeSharp = await openSharp()
  try {
    const given = await openGiven(bytes)
    if ('problem' in given) return given
    const whole = await asWebp(
      given.image
        .autoOrient()
        .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true }),
    )
    const sizes = [{ width: whole.width, bytes: whole.bytes }]
    for (const narrow of narrowWidths.filter(each => each < whole.width)) {
      const smaller = await asWebp(makeSharp(whole.bytes, {}).resize({ width: narrow }))
      sizes.push({ width: narrow, bytes: smaller.bytes })
    }
    return { width: whole.width, height: whole.height, sizes }
  } catch (error) {
    return { problem: problemOf(bytes, error) }
  }
}

/** A picture whose head was looked at: it is of a kind and a size that is read. */
async function openGiven(bytes: Uint8Array): Promise<{ image: Sharp } | { problem: PictureProblem }> {
  const makeSharp = await openSharp()
  const image = makeSharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', sequentialRead: true })
  const { width, height, format, compression } = await image.metadata()
  if (format === 'heif' && compression !== 'av1') return { problem: 'heic' }
  if (width * height > mostPixels) return { problem: 'pixels' }
  if (format === 'heif' && width * height > mostAvifPixels) return { problem: 'avif' }
  return { image }
}

/** @param image nothing that is written into the file is taken over, which is what sharp does unless it is told to */
async function asWebp(image: Sharp): Promise<{ width: number; height: number; bytes: Uint8Array }> {
  const { data, info } = await image
    .timeout({ seconds: patienceSeconds })
    .webp({ quality: 80, effort: 4, smartSubsample: true })
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, bytes: data }
}

const patienceSeconds = 20

/** Told by the library in words only. */
function problemOf(bytes: Uint8Array, error: unknown): PictureProblem {
  const said = error instanceof Error ? error.message : ''
  if (/exceeds pixel limit/.test(said)) return 'pixels'
  if (/timeout/.test(said)) return 'slow'
  if (isHeic(bytes)) return 'heic'
  if (/unsupported image format|operation is blocked/.test(said)) return 'kind'
  return 'broken'
}

/** Phones' own kind, which nobody may decode without a licence: it deserves a sentence of its own. ISO 14496-12, 4.3. */
function isHeic(bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.subarray(4, 32))
  return /^ftyp.*(heic|heix|heim|heis|hevc|hevx)/s.test(head)
}
