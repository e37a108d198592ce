/**
 * What strangers wrote, as it may stand beside the words of others: marks that stack up over the lines around them are
 * cut, and what turns the direction of all that follows is left out. Words of every language stay as they are: none
 * stacks more than four marks, and a paragraph finds its direction by its own letters.
 */
export function bearable(text: string): string {
  if (plain.test(text)) return text
  return text.replace(turning, '').replace(stacked, '$1')
}

/** As it may be stored: no zero bytes, which PostgreSQL has no place for, and no halves of a letter. */
export function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed()
}

/** Most of what is written: letters below the marks, and no controls. */
const plain = /^[\t\n\r -~\u00a0-\u02ff]*$/
/** Embeddings, overrides and isolates (UAX 9); the marks that have no width and turn nothing else stay. */
const turning = /[\u202a-\u202e\u2066-\u2069]/g
const stacked = /(\p{M}{4})\p{M}+/gu
