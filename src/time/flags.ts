import { isMark, isNumber, isWord } from './part.ts'
import { zonesOfCountry } from './places.ts'
import type { Token } from './tokens.ts'
import { type ZoneFound, zone } from './zone-offsets.ts'

/** "🇬🇧 14:00 🇪🇸 15:00", "14:00 🇬🇧 / 15:00 🇪🇸": a flag beside an hour, one of several that stand so; alone it decorates. */
export function flagAt(tokens: Token[], at: number): ZoneFound {
  const country = countryOfFlag(tokens[at])
  if (!country || !isBesideHour(tokens, at)) return null
  const isOfRow = [-1, 1].some(step => {
    for (let here = at + step; Math.abs(here - at) < 14; here += step)
      if (countryOfFlag(tokens[here])) return isBesideHour(tokens, here)
    return false
  })
  const [first, ...others] = isOfRow ? zonesOfCountry(country) : []
  if (!first) return null
  const choices = [first, ...others].map((zone, rank) => ({
    zone,
    ...(rank ? { onlyHinted: true as const } : {}),
  }))
  return { part: zone(tokens[at]?.raw ?? '', 'place', choices), to: at + 1 }
}

/** Two letters of a country, each as a sign of its own in a block that begins with A. */
function countryOfFlag(token: Token | undefined): string | null {
  if (token?.kind !== 'mark' || !/^\p{RI}{2}$/u.test(token.raw)) return null
  return [...token.raw].map(sign => String.fromCharCode((sign.codePointAt(0) ?? 0) - 0x1f1e6 + 65)).join('')
}

function isBesideHour(tokens: Token[], at: number): boolean {
  const before = tokens[at - 1]
  const next = isMark(tokens[at + 1], ':') ? at + 2 : at + 1
  return (
    isNumber(tokens[next]) || isNumber(before) || isWord(before, 'am', 'pm', 'm', 'h', 'hs', 'hrs', 'uhr')
  )
}
