import { hidden } from './words-of.ts'

/** Whose words are put with the spam, or which: what was blocked by whom and why stands in `/desk/blocks`. */
const blockKinds = ['visitor', 'account', 'mail', 'network', 'domain', 'word'] as const
export type BlockKind = (typeof blockKinds)[number]

export function isBlockKind(word: string): word is BlockKind {
  return (blockKinds as readonly string[]).includes(word)
}

export type Block = {
  id: string
  kind: BlockKind
  /** What is compared: an id, a keyed hash, a host, or words in plain letters. */
  value: string
  /** What is shown of it. */
  said: string
  reason: string
  /** Null: everywhere. */
  seriesId: string | null
  madeAt: number
  madeBy: string
  /** Networks change hands; null: for good. */
  until: number | null
}

/** Whoever comes next in a network may be somebody else: a block of one ends by itself. */
export const networkDays = 30

/** Words as they are compared: small letters, one space between them, nothing else. */
export function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .replace(hidden, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
}

/** Whether words stand in a text, as whole words; in scripts without spaces anywhere. @param comparableText as `comparable` gives it */
export function standsIn(words: string, comparableText: string): boolean {
  if (words === '') return false
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(words)
    ? comparableText.includes(words)
    : ` ${comparableText} `.includes(` ${words} `)
}
