import { idle } from '../words/idle-words.ts'

/**
 * Whether a short name is made of the first letters of some words, one after the other: “UP” of “University of the
 * Philippines Manila”, “MAIDI” of “Madagascar Initiatives for Digital Innovation”. Only names of four letters and more
 * may take two or three of one word.
 */
export function isMadeOf(short: string, words: readonly string[]): boolean {
  if (short.length < 2 || short.length > 10) return false
  const most = short.length < 4 ? 1 : 3
  // What failed once fails again: names come from strangers, and may be made to have no end.
  const failed = new Set<number>()
  const isMade = (rest: string, at: number, used: number): boolean => {
    if (rest === '') return used >= 2
    const state = (at * 16 + rest.length) * 4 + Math.min(used, 2)
    if (at >= Math.min(words.length, mostWords) || failed.has(state)) return false
    if (isMadeFrom(rest, at, used)) return true
    failed.add(state)
    return false
  }
  const isMadeFrom = (rest: string, at: number, used: number): boolean => {
    const word = words[at]!
    if (idle.has(word) && isMade(rest, at + 1, used)) return true
    for (
      let length = 1;
      length <= most && rest.startsWith(word.slice(0, length)) && length <= word.length;
      length++
    )
      if (isMade(rest.slice(length), at + 1, used + 1)) return true
    return false
  }
  return words.slice(0, mostWords).some((word, at) => word[0] === short[0] && isMade(short, at, 0))
}

/** More words has no name that is shortened so. */
const mostWords = 40
