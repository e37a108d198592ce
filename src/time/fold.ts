/** Words as they are compared: small letters, no diacritics, no punctuation, single spaces; any script. */
export function fold(words: string): string {
  return plainLatin(words)
    .replace(/(?<=\p{M})[\u200c\u200d](?=\p{L})/gu, '')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/['’‘`´.]/g, '')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Lower case, with Latin letters stripped to those of English. Composed (NFC). */
export function plainLatin(text: string): string {
  if (/^[\u0020-\u007E]*$/.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ßæœøđðþłħıŋŧ]/g, letter => undecomposed[letter]!)
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
}

/** Latin letters that Unicode does not take apart. */
const undecomposed: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ŋ: 'ng',
  ŧ: 't',
}
