/** In bytes; no row of ours comes near. */
const longestLine = 100_000_000

/**
 * The lines of a stream of bytes, each without its end.
 *
 * @throws RangeError for a line that no memory should be given to, or one that has no end
 */
export async function* linesOf(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let begun: Uint8Array[] = []
  let held = 0
  for await (const piece of pieces) {
    let from = 0
    for (let end = piece.indexOf(lineFeed); end >= 0; end = piece.indexOf(lineFeed, from)) {
      yield Buffer.concat([...begun, piece.subarray(from, end)])
      begun = []
      held = 0
      from = end + 1
    }
    if (from < piece.length) begun.push(piece.subarray(from))
    held += piece.length - from
    if (held > longestLine) throw new RangeError(`A line is longer than ${longestLine} bytes`)
  }
  if (held > 0) throw new RangeError('The last line has no end')
}

const lineFeed = 10
