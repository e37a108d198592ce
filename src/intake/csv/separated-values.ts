/** A row as it stands in the text: where the next one begins, and how many line ends it has, its own counted. */
export type Separated = { cells: string[]; end: number; lines: number }

/** Why the row that begins here cannot be read. */
export type Unreadable = 'quote-not-closed' | 'too-long'

/**
 * Values separated by `delimiter`, row by row from any place in the text (RFC 4180, and tolerant beyond it): rows end
 * with LF or CRLF, or with CR where the first one does; rows have any length; a quotation mark inside a cell is a
 * letter like others, and one behind which a quoted cell goes on is too. No row is followed beyond `longest` letters.
 */
export function rowReader(
  text: string,
  delimiter: string,
  longest: number,
): (at: number) => Separated | Unreadable {
  const separator = delimiter.charCodeAt(0)
  const lineEnd = /\r\n?|\n/.exec(text)?.[0] === '\r' ? cr : lf
  let quoteFrom = 0
  let nextQuote = -1

  /** The next quotation mark; a text that has none is searched once, not once a row. */
  function quoteAfter(from: number): number {
    if (from < quoteFrom || from > nextQuote) {
      quoteFrom = from
      const found = text.indexOf('"', from)
      nextQuote = found === -1 ? text.length : found
    }
    return nextQuote
  }

  function isEnd(at: number): boolean {
    if (at >= text.length) return true
    const sign = text.charCodeAt(at)
    return (
      sign === separator ||
      sign === lineEnd ||
      (sign === cr && (at + 1 === text.length || text.charCodeAt(at + 1) === lf))
    )
  }

  function isLineEnd(at: number): boolean {
    const sign = text.charCodeAt(at)
    return sign === lineEnd || sign === lf || sign === cr
  }

  return start => {
    const cells: string[] = []
    const last = Math.min(text.length, start + longest)
    let lines = 0
    let at = start
    for (;;) {
      let cell = ''
      let from = at
      if (text.charCodeAt(at) === quote) {
        let hasPairs = false
        let close = quoteAfter(at + 1)
        while (close < last && text.charCodeAt(close + 1) === quote) {
          hasPairs = true
          close = quoteAfter(close + 2)
        }
        if (close >= text.length) return start + longest < text.length ? 'too-long' : 'quote-not-closed'
        if (close >= last) return 'too-long'
        // The next row begins with a quotation mark: the one of this row was never closed.
        if (isLineEnd(close - 1) && !isEnd(close + 1)) return 'quote-not-closed'
        const quoted = text.slice(at + 1, close)
        cell = hasPairs ? quoted.replaceAll('""', '"') : quoted
        lines += linesIn(quoted, lineEnd)
        if (isEnd(close + 1)) from = at = close + 1
        else {
          cell = `"${cell}`
          from = at = close
        }
      }
      while (at < last) {
        const sign = text.charCodeAt(at)
        if (sign === separator || sign === lineEnd) break
        at++
      }
      if (at >= last && last < text.length) return 'too-long'
      const isRowEnd = at >= text.length || text.charCodeAt(at) !== separator
      const to = isRowEnd && at > from && text.charCodeAt(at - 1) === cr ? at - 1 : at
      cells.push(to > from ? cell + text.slice(from, to) : cell)
      if (isRowEnd) return { cells, end: at + 1, lines: lines + 1 }
      at++
    }
  }
}

const quote = 0x22
const lf = 0x0a
const cr = 0x0d

function linesIn(quoted: string, lineEnd: number): number {
  const sign = lineEnd === cr ? '\r' : '\n'
  let lines = 0
  for (let at = quoted.indexOf(sign); at !== -1; at = quoted.indexOf(sign, at + 1)) lines++
  return lines
}
