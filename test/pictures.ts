import { crc32, deflateSync } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'

/** A picture to hand in: sky above, ground below, and a spot at the right, so that turning it shows. */
export function drawing(width: number, height: number): Sharp {
  const ground = {
    create: { width, height: Math.ceil(height / 2), channels: 3 as const, background: '#2a5' },
  }
  const spot = {
    create: {
      width: Math.ceil(width / 4),
      height: Math.ceil(height / 4),
      channels: 3 as const,
      background: '#e22',
    },
  }
  return sharp({ create: { width, height, channels: 3, background: '#48d' } }).composite([
    { input: ground, gravity: 'south' },
    { input: spot, gravity: 'east' },
  ])
}

/** As a phone makes it: lying on its side, with the place, the camera and a name written into it. */
export function asTakenByPhone(width: number, height: number): Promise<Buffer> {
  return drawing(width, height)
    .withMetadata({ orientation: 6 })
    .withExifMerge({
      IFD0: { Make: 'Telltale Phones', Artist: 'Ada Lovelace', Copyright: 'Secret words' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '52/1 31/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '13/1 24/1 0/1',
      },
    })
    .withXmp(
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">Telltale words</rdf:RDF></x:xmpmeta>',
    )
    .jpeg({ quality: 90 })
    .toBuffer()
}

/** A PNG that says it is so large, and is, packed to little: white all over. */
export function bomb(width: number, height: number): Buffer {
  const row = Buffer.alloc(Math.ceil(width / 8) + 1)
  return png(width, height, [['IDAT', deflateSync(Buffer.alloc(row.length * height))]])
}

/** A PNG of one bit for each pixel, of these chunks. */
export function png(width: number, height: number, chunks: [string, Buffer][]): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([1, 0, 0, 0, 0], 8)
  const all: [string, Buffer][] = [['IHDR', head], ...chunks, ['IEND', Buffer.alloc(0)]]
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    ...all.map(([name, bytes]) => chunk(name, bytes)),
  ])
}

function chunk(name: string, bytes: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), bytes])
  const whole = Buffer.alloc(8 + named.length)
  whole.writeUInt32BE(bytes.length, 0)
  whole.set(named, 4)
  whole.writeUInt32BE(crc32(named), 4 + named.length)
  return whole
}
