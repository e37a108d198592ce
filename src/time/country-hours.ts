import { isShortCountry } from './abbreviations.ts'
import { isGlued, isMark, isWord } from './part.ts'
import type { Token } from './tokens.ts'

/** "5 pm COL", "5 pm Col / 4 pm Mex": in capitals and not shortened, or beside the hour of another such country; not "7pm: Col. Smith". */
export function isCountryHour(tokens: Token[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]]
  if (next?.kind === 'word' || isMark(tokens[at - 1], ':', ',')) return false
  const isShortened = isMark(next, '.') && isGlued(next) && tokens[at + 2]?.kind === 'word'
  const isCapital = token !== undefined && token.raw === token.raw.toUpperCase()
  return (isCapital && !isShortened) || hasOtherCountry(tokens, at)
}

function hasOtherCountry(tokens: Token[], at: number): boolean {
  return tokens
    .slice(Math.max(0, at - 12), at + 12)
    .some(
      (token, index, near) =>
        token.kind === 'word' &&
        token.text !== tokens[at]?.text &&
        isShortCountry(token.raw) &&
        (near[index - 1]?.kind === 'number' || isWord(near[index - 1], 'am', 'pm', 'm', 'hs', 'hrs', 'h')),
    )
}
