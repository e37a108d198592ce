import { crc32 } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'
import { asTakenByPhone, bomb, png } from '../../test/pictures.ts'
import type { Sample } from './samples.ts'

/**
 * Posters as people make them, in every kind that is read and some that are not, made anew each time: their text is
 * set without a drawing (SVG), which the reader forbids the whole process once it has been opened.
 */
export async function pictures(): Promise<Sample[]> {
  const [width, height] = [240, 340]
  const poster = await posterOf(width, height)
  const of = (): Sharp => sharp(poster, { raw: { width, height, channels: 4 } })
  const flat = () => of().flatten({ background: '#fff' })
  const frames = Buffer.concat([poster, await of().negate({ alpha: false }).raw().toBuffer(), poster])
  const moving = () => sharp(frames, { raw: { width, height: 3 * height, channels: 4, pageHeight: height } })
  const jpeg = await flat().jpeg().toBuffer()
  const made: Record<string, Promise<Buffer> | Buffer> = {
    'plain.png': flat().png().toBuffer(),
    'palette-with-alpha.png': of().png({ palette: true, colours: 16 }).toBuffer(),
    'interlaced.png': of().png({ progressive: true }).toBuffer(),
    'grey-of-16-bits.png': flat().toColourspace('grey16').png().toBuffer(),
    'plain.jpg': jpeg,
    'progressive.jpg': flat().jpeg({ progressive: true, chromaSubsampling: '4:4:4' }).toBuffer(),
    'grey.jpg': flat().greyscale().jpeg().toBuffer(),
    'four-inks.jpg': flat().toColourspace('cmyk').jpeg().toBuffer(),
    'of-a-phone.jpg': asTakenByPhone(360, 240),
    'lossy.webp': of().webp().toBuffer(),
    'lossless.webp': of().webp({ lossless: true }).toBuffer(),
    'moving.webp': moving().webp().toBuffer(),
    'plain.gif': of().gif().toBuffer(),
    'moving.gif': moving()
      .gif({ delay: [40, 40, 40] })
      .toBuffer(),
    'plain.avif': of().avif({ effort: 0 }).toBuffer(),
    'deep.avif': of().avif({ effort: 0, bitdepth: 10, lossless: true }).toBuffer(),
    'plain.tif': flat().tiff({ compression: 'lzw' }).toBuffer(),
    'heic.heic': Buffer.concat([
      Buffer.from('000000186674797068656963', 'hex'),
      Buffer.from('\0\0\0\0heicmif1'),
      jpeg,
    ]),
    'bomb.png': bomb(20_000, 20_000),
    'as-large-as-may-be.png': bomb(10_000, 5000),
    'as-long-as-thin.png': bomb(60_000, 3),
    'says-more-than-it-has.png': png(7000, 7000, [['IDAT', Buffer.from('789c63600003000010000100', 'hex')]]),
    'half.jpg': jpeg.subarray(0, jpeg.length / 2),
  }
  return Promise.all(Object.entries(made).map(async ([name, bytes]) => ({ name, bytes: await bytes })))
}

async function posterOf(width: number, height: number): Promise<Buffer> {
  const words =
    'INTERNATIONAL\nMIGRANTS DAY\n\n18 December 2020, 6 pm\nTown Hall · مرحبا · 欢迎\nhttps://day.example'
  const { data, info } = await sharp({
    text: { text: words, width: width - 20, rgba: true, align: 'centre' },
  })
    .png()
    .toBuffer({ resolveWithObject: true })
  const text =
    info.height < height
      ? data
      : await sharp(data)
          .resize({ height: height - 10 })
          .toBuffer()
  return sharp({ create: { width, height, channels: 4, background: { r: 240, g: 200, b: 90, alpha: 0.9 } } })
    .composite([{ input: text }])
    .raw()
    .toBuffer()
}

/** A PNG with the sums that its chunks should have, so that what was done to them is not found out by these. */
export function withSums(bytes: Uint8Array): Uint8Array {
  const sound = Buffer.from(bytes)
  if (sound.length < 8 || sound.readUInt32BE(0) !== 0x89504e47) return sound
  for (let at = 8; at + 12 <= sound.length; ) {
    const end = at + 8 + sound.readUInt32BE(at)
    if (end + 4 > sound.length) break
    sound.writeUInt32BE(crc32(sound.subarray(at + 4, end)), end)
    at = end + 4
  }
  return sound
}
