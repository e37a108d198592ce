import type { Sharp, SharpOptions } from 'sharp'

type MakeSharp = (bytes: Uint8Array, options: SharpOptions) => Sharp

let opened: Promise<MakeSharp> | undefined

/**
 * The library that reads and writes pictures, loaded when the first one comes: most processes never see one. It reads
 * what people's pictures are made of and nothing else; what a file is it sees in its bytes, whatever its name.
 */
export function openSharp(): Promise<MakeSharp> {
  opened ??= load().catch(error => {
    opened = undefined
    throw error
  })
  return opened
}

const readable = ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif']

async function load(): Promise<MakeSharp> {
  const { default: sharp } = await import('sharp')
  // One thread, nothing kept: a picture is read now and then, on a machine that has a site to serve.
  sharp.concurrency(1)
  sharp.cache(false)
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({ operation: readable.map(kind => `VipsForeignLoad${kind}Buffer`) })
  return (bytes, options) => sharp(bytes, options)
}
