import { publishedBefore } from '../post/words/cue-words.ts'

/** A title and notes may stand above the names, as spreadsheets have them. */
export const mostRowsAbove = 15

/** What stands above a grid: rows in whose first cells one thing is written and no more. */
export function aboveIn(rows: readonly (readonly string[])[]): string[] {
  const above: string[] = []
  for (const row of rows.slice(0, mostRowsAbove)) {
    const filled = row.map(cell => cell.trim()).filter(Boolean)
    if (filled.length > 1) break
    if (filled[0]) above.push(filled[0])
  }
  return above
}

/** The one year that these words tell, but for those of when they were written; none where they tell several. */
export function yearIn(words: readonly string[]): number | undefined {
  const years = new Set(
    words
      .filter(told => !publishedBefore.test(told))
      .join('\n')
      .match(/(?<![\p{L}\p{Nd}/.:-])(?:19|20)\d\d(?!:?\p{Nd})/gu),
  )
  return years.size === 1 ? Number([...years][0]) : undefined
}
