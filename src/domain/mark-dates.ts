import { findTimes } from '../time/find-times.ts'

/** Signs that nobody types: what stands between them is to be checked. */
const [open, close] = ['⟦', '⟧']

/** What stands between the signs in a text, in its order. */
export function marksIn(text: string): string[] {
  return [...text.matchAll(/⟦([^⟦⟧\n]{1,300})⟧/gu)].map(match => match[1]!)
}

/**
 * Marks what a text says of its day and year, so that last year's words are found again and not published unseen.
 * Addresses stay as they are, and so does what is marked already.
 *
 * @param year of the edition that the text was written for, `2025`
 */
export function markDates(text: string, year: string): string {
  const left = [...text.matchAll(/https?:\/\/[^\s)>\]]+|\]\([^)]*\)|⟦[^⟦⟧\n]*⟧/gu)].map(spanOf)
  const years = [...text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${year}(?![\\p{L}\\p{N}])`, 'gu'))].map(
    spanOf,
  )
  const times = findTimes(text).map(({ index, length }) => ({ from: index, to: index + length }))
  const told = [...times, ...years]
    .filter(({ from, to }) => !left.some(span => from < span.to && to > span.from))
    .filter(({ from, to }) => !text.slice(from, to).includes('\n'))
    .sort((a, b) => a.from - b.from || b.to - a.to)
  let marked = ''
  let at = 0
  for (const { from, to } of told) {
    if (from < at) continue
    marked += text.slice(at, from) + open + text.slice(from, to) + close
    at = to
  }
  return marked + text.slice(at)
}

function spanOf(match: RegExpExecArray): { from: number; to: number } {
  return { from: match.index, to: match.index + match[0].length }
}
