import { isMark, isNumber, isWord } from './part.ts'
import type { Token } from './tokens.ts'

/** A day's number in an ordinal word: "tenth", "twenty-first", "premier", "primero", "ika-18". */
export function ordinalDayAt(tokens: Token[], at: number): { day: number; to: number } | null {
  const token = tokens[at]
  if (token?.kind !== 'word' || !openers.has(token.text)) return null
  if (isWord(token, 'ika')) {
    const here = isMark(tokens[at + 1], '-') ? at + 2 : at + 1
    const day = Number(tokens[here]?.text)
    return isNumber(tokens[here]) && day >= 1 && day <= 31 ? { day, to: here + 1 } : null
  }
  const tens = token.text === 'twenty' ? 20 : token.text === 'thirty' ? 30 : 0
  if (tens) {
    const here = isMark(tokens[at + 1], '-') ? at + 2 : at + 1
    const ones = ordinals.indexOf(tokens[here]?.text ?? '-') + 1
    const day = tens + ones
    return ones >= 1 && ones <= 9 && day <= 31 ? { day, to: here + 1 } : null
  }
  if (others.has(token.text)) return { day: 1, to: at + 1 }
  const day = ordinals.indexOf(token.text) + 1
  return day ? { day, to: at + 1 } : null
}

export function isEnglishOrdinal(token: Token | undefined): boolean {
  return token?.kind === 'word' && !others.has(token.text) && token.text !== 'ika' && openers.has(token.text)
}

const ordinals =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  )
ordinals[29] = 'thirtieth'

const others = new Set(['premier', 'primero', 'primo', 'primeiro', 'ersten'])
const openers = new Set([...ordinals, ...others, 'ika', 'twenty', 'thirty'])
