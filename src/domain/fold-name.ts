/**
 * The name of an organisation, a person or a place as it is compared: case, Latin diacritics, width, spaces and
 * punctuation do not count. Other scripts keep their marks, which make other names there.
 */
export function foldName(name: string): string {
  if (isPlain(name)) return name.toLowerCase()
  const words = plainLatin(name)
    .replace(/['’ʼ‘`´.\u00AD]/g, '')
    .replaceAll('&', ' and ')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
  return words === '' ? name.normalize('NFKC').trim().toLowerCase() : words
}

/** Names of nothing but English letters and digits with single spaces between, as most are, fold to themselves. */
function isPlain(name: string): boolean {
  return /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/.test(name)
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
