import { fold } from '../../time/fold.ts'

/** Names of languages ("English", "français", "es") as BCP 47 tags; words that name none stay as they are. */
export function languagesIn(cell: string): string[] {
  if (cell === '') return []
  const words = cell
    .split(/[,;/|&+\n]|\s(?:and|und|et|y|e|dan|en)\s/)
    .map(word => word.trim())
    .filter(Boolean)
  return [...new Set(words.slice(0, 30).map(word => byName().get(fold(word)) ?? word.slice(0, 60)))]
}

let names: Map<string, string> | undefined
function byName(): Map<string, string> {
  if (names) return names
  names = new Map()
  for (const locale of ['de', 'fr', 'es', 'en']) {
    const display = new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' })
    for (const code of spoken) names.set(fold(display.of(code) ?? code), code)
  }
  for (const code of spoken) {
    const own = new Intl.DisplayNames([code], { type: 'language', fallback: 'none' }).of(code)
    if (own) names.set(fold(own), code)
    names.set(code, code)
  }
  return names
}

const spoken =
  'en es fr de pt it nl ar zh ru id tr ja ko hi bn ur fa pl uk cs sk hu ro bg sr hr sl el he sv da nb fi et lv lt ca eu gl sq hy ka az kk uz ky mn ne si ta te ml kn mr gu pa th vi km lo my ms tl sw am so ha yo ig zu xh af rw'.split(
    ' ',
  )
