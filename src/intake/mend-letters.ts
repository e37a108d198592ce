/**
 * Letters that were written in UTF-8 and read as Windows 1252 before they came here: “FranÃ§a”, “weâ€™re”. Only what
 * no language writes is taken for it: pairs with Â and Ã, the signs of General Punctuation, emoji, and long runs of
 * other scripts. All else stays as it is.
 */
export function mendLetters(text: string): string {
  let mended = text
  for (let round = 0; round < 2 && twiceEncoded.test(mended); round++) {
    const before = mended
    mended = before.replace(runs, (run, at: number) => (isOwn(run, before[at - 1]) ? run : decoded(run)))
    if (mended === before) break
  }
  return mended
}

/** What stands for the bytes 80 to 9F in Windows 1252; the five it does not use come as control characters. */
const high = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
const more = `[\u00a0-\u00bf\u0080-\u009f${high}]`
const sequence = [
  `[ÂÃ]${more}`,
  `â[€‚„†\u0080\u0082\u0084\u0086]${more}`,
  `ð[Ÿ\u0090\u009f\u0178]${more}{2}`,
  `(?:[Ä-ß]${more}){3}`,
  `(?:[à-ï]${more}{2}){3}`,
].join('|')

/** Looked for first: nearly no text has any of it. */
export const twiceEncoded = new RegExp(sequence)
const runs = new RegExp(`(?:${sequence}|[Ä-ß]${more}|[à-ï]${more}{2})+`, 'g')

/** Nothing sure in it; or a word in capitals that ends in Ã, before a quote or a dash: Portuguese. */
function isOwn(run: string, before: string | undefined): boolean {
  return !twiceEncoded.test(run) || (/^Ã[‘’“”–—…›‹\u00a0»]$/.test(run) && /\p{Lu}/u.test(before ?? ''))
}

const strict = new TextDecoder('utf-8', { fatal: true })

function decoded(run: string): string {
  try {
    return strict.decode(Uint8Array.from(run, letter => byteOf(letter)))
  } catch {
    return run
  }
}

function byteOf(letter: string): number {
  const at = high.indexOf(letter)
  return at >= 0 ? 0x80 + at : letter.charCodeAt(0)
}
