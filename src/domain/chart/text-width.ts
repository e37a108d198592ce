/**
 * About how wide words are in a font of that size, in pixels: nothing here can measure them, and a little too much does
 * less harm than a letter too few.
 */
export function textWidth(words: string, size: number): number {
  let ems = 0
  for (const sign of words)
    ems += /\p{M}/u.test(sign)
      ? 0
      : /[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/.test(sign)
        ? 1
        : /[\p{Lu}MWmw@%]/u.test(sign)
          ? 0.72
          : /[\s.,:;'|il-]/.test(sign)
            ? 0.32
            : 0.57
  return Math.ceil(ems * size)
}

/** As much of the words as there is room for, ending in an ellipsis where that is not all. */
export function cutToWidth(words: string, size: number, width: number): string {
  if (textWidth(words, size) <= width) return words
  const signs = [...words]
  while (signs.length > 1 && textWidth(`${signs.join('')}…`, size) > width) signs.pop()
  return `${signs.join('').trimEnd()}…`
}

/** The words in as many lines as they need, at most `most`; what is left then is cut. */
export function linesOf(words: string, size: number, width: number, most: number): string[] {
  const lines: string[] = []
  // Scripts that put no spaces between words may be broken anywhere.
  const pieces = words.match(/[\u2e80-\u9fff\uff00-\uff60]|[^\s\u2e80-\u9fff\uff00-\uff60]+\s*|\s+/gu) ?? []
  let line = ''
  for (const piece of pieces) {
    if (line !== '' && textWidth((line + piece).trimEnd(), size) > width && lines.length < most - 1) {
      lines.push(line.trimEnd())
      line = ''
    }
    line += piece
  }
  if (line.trim() !== '') lines.push(cutToWidth(line.trim(), size, width))
  return lines
}
