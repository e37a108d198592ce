import sharp from 'sharp'
import { mostPixels, readPicture, readSmallPicture } from '../../src/intake/picture/read-picture.ts'
import { refusalOf } from '../../src/services/add-picture.ts'

/** So much of the processor a picture may take, of all threads, and so much the memory of the whole process may grow to. */
const mostCpuMs = 15_000
const mostMegabytes = 1200
const longestSide = 1600

/**
 * Everything that is wrong with how bytes are kept as a picture: it is kept as a sound WebP that tells nothing of where
 * it comes from, or refused in a sentence, and neither takes long.
 */
export async function faultsOfPicture(bytes: Uint8Array): Promise<string[]> {
  const began = process.cpuUsage()
  const faults: string[] = []
  try {
    const read = await readPicture(bytes)
    if ('problem' in read) {
      if (!/^[A-Z].+\.$/.test(refusalOf(read.problem)?.message ?? ''))
        faults.push(`no sentence for ${read.problem}`)
    } else {
      if (read.width < 1 || read.height < 1 || Math.max(read.width, read.height) > longestSide)
        faults.push(`is kept ${read.width} by ${read.height}`)
      for (const { width, bytes } of read.sizes) faults.push(...(await faultsOfKept(bytes, width)))
    }
    const face = await readSmallPicture(bytes)
    if (!('problem' in face)) faults.push(...(await faultsOfKept(face.bytes, face.width)))
  } catch (error) {
    faults.push(
      `picture throws ${error instanceof Error ? (error.stack ?? error.message).slice(0, 300) : error}`,
    )
  }
  const { user, system } = process.cpuUsage(began)
  const ms = (user + system) / 1000
  if (ms > mostCpuMs) faults.push(`picture takes ${Math.round(ms)} ms`)
  const megabytes = process.resourceUsage().maxRSS / 1000
  if (megabytes > mostMegabytes) faults.push(`picture takes ${Math.round(megabytes)} MB`)
  return faults
}

async function faultsOfKept(kept: Uint8Array, width: number): Promise<string[]> {
  const told = await sharp(kept, { limitInputPixels: mostPixels }).metadata()
  const faults: string[] = []
  if (told.format !== 'webp' || told.width !== width)
    faults.push(`is kept as ${told.format} of ${told.width}`)
  if (told.pages !== undefined && told.pages > 1) faults.push('still moves')
  if (told.exif || told.xmp || told.iptc || told.orientation) faults.push('still tells where it comes from')
  return faults
}
