/** What stands between these in a text is to be checked before readers see it. */
const marked = /⟦([^⟦⟧\n]{1,200})⟧/gu

/** The words of a text that were marked, because they are last year's. */
export function datesMarked(text: string): string[] {
  return [...text.matchAll(marked)].map(match => match[1]!)
}
