import { distance } from 'fastest-levenshtein'

/** A folded title with its words, and a bit for each few of them: `bitsOf`. */
type Worded = { title: string; words: string[]; bits: number }

/** 0…1, or 0 where it is less than `least`; a title that is the other one with more words to it is much like it. */
export function similarity(a: Worded, b: Worded, least: number): number {
  if (overlap(a.bits, b.bits) < least - 0.1) return 0
  const [short, long] = a.title.length <= b.title.length ? [a.title, b.title] : [b.title, a.title]
  if (short.length >= 12 && ` ${long} `.includes(` ${short} `)) return 0.85
  const longest = Math.min(long.length, longestTitle)
  const alike =
    short.length < least * longest
      ? 0
      : 1 - distance(short.slice(0, longestTitle), long.slice(0, longestTitle)) / longest
  const likeness = Math.max(alike, sharedWords(a.words, b.words))
  return likeness < least ? 0 : likeness
}

const longestTitle = 200

/** The same words in another order are much the same title. */
function sharedWords(one: string[], other: string[]): number {
  let shared = 0
  for (const word of one) if (other.includes(word)) shared++
  return (2 * shared) / (one.length + other.length)
}

export function bitsOf(words: string[]): number {
  let bits = 0
  for (const word of words) {
    let sum = 7
    for (let at = 0; at < word.length; at++) sum = (sum * 31 + word.charCodeAt(at)) | 0
    bits |= 1 << (sum & 31)
  }
  return bits
}

/** What part of the words of the shorter title the other has too. */
export function overlap(one: number, other: number): number {
  const fewer = Math.min(count(one), count(other))
  return fewer === 0 ? 0 : count(one & other) / fewer
}

function count(bits: number): number {
  let left = bits - ((bits >>> 1) & 0x55555555)
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333)
  return (((left + (left >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}
