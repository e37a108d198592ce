import anyAscii from 'any-ascii'

/** What any script says, in the letters of `a` to `z`; syllables run together where the script has no spaces. */
export function inLatin(text: string): string {
  return anyAscii(text)
    .toLowerCase()
    .replace(/[^a-z0-9 ]+/g, '')
}
