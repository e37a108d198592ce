import { constants, gunzipSync } from 'node:zlib'

export type Unpacked = { bytes: Uint8Array; cut: boolean }

/**
 * What is in a file compressed with gzip; of one that breaks off, what is there. `too-large` where it grows beyond
 * `most` bytes, whatever it says of itself; `broken` where nothing can be read.
 */
export function unpackGzip(bytes: Uint8Array, most: number): Unpacked | 'too-large' | 'broken' {
  try {
    return { bytes: gunzipSync(bytes, { maxOutputLength: most }), cut: false }
  } catch (error) {
    if (isTooLarge(error)) return 'too-large'
  }
  try {
    const options = { maxOutputLength: most, finishFlush: constants.Z_SYNC_FLUSH }
    const beginning = gunzipSync(bytes, options)
    return beginning.length > 0 ? { bytes: beginning, cut: true } : 'broken'
  } catch (error) {
    return isTooLarge(error) ? 'too-large' : 'broken'
  }
}

function isTooLarge(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
}
