import { idle } from './idle-words.ts'

/**
 * Whether a short name is made of the first letters of some words, one after the other: “UP” of “University of the
 * Philippines Manila”, “MAIDI” of “Madagascar Initiatives for Digital Innovation”. Only names of four letters and more
 * may take two or three of one word.
 */
export function isMadeOf(short: string, words: readonly string[]): boolean {
  if (short.length < 2 || short.length > 10) return false
  const most = short.length < 4 ? 1 : 3
  return words.some((word, at) => word[0] === short[0] && isMade(short, words, at, most, 0))
}

function isMade(rest: string, words: readonly string[], at: number, most: number, used: number): boolean {
  if (rest === '') return used >= 2
  const word = words[at]
  if (word === undefined) return false
  if (idle.has(word) && isMade(rest, words, at + 1, most, used)) return true
  for (
    let length = 1;
    length <= most && rest.startsWith(word.slice(0, length)) && length <= word.length;
    length++
  )
    if (isMade(rest.slice(length), words, at + 1, most, used + 1)) return true
  return false
}
