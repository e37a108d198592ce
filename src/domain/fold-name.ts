import { plainLatin } from '../time/fold.ts'

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
