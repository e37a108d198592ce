import iconv from 'iconv-lite'

/**
 * The charset of bytes in which whole words stand beyond ASCII, as they do in every script but the Latin: the one in
 * which they come out as words of one script. Between much ASCII, as calendars and tables have it, letters are too few
 * to be counted. Null where letters beyond ASCII stand alone, as accents do, and where no charset fits.
 */
export function charsetOfWords(bytes: Uint8Array): string | null {
  const words = Buffer.from(bytes).toString('latin1').match(beyondAscii) ?? []
  const letters = words.join('').length
  const inWords = words.filter(word => word.length >= 3).join('').length
  if (letters < 4 || inWords < letters * 0.6) return null
  const sample = Buffer.from(words.slice(0, 2000).join(' '), 'latin1')
  const scores = scripts.map(([charset, script]) => ({
    charset,
    score: scoreOf(iconv.decode(sample, charset), script),
  }))
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a))
  if (best.score >= 0.85) {
    const isHebrew = best.charset === 'windows-1251' && looksHebrew(sample)
    return isHebrew ? 'windows-1255' : best.charset
  }
  return ofPairs(words)
}

const beyondAscii = /[\x80-\xff]+/g

/** The likelier first: Greek letters are where Cyrillic ones are, but for its accents. */
const scripts: [charset: string, script: RegExp][] = [
  ['windows-1251', /\p{Script=Cyrillic}/gu],
  ['koi8-r', /\p{Script=Cyrillic}/gu],
  ['windows-1256', /\p{Script=Arabic}/gu],
  ['windows-1253', /\p{Script=Greek}/gu],
]

/** How much of it is letters of the script, in words with capitals at their heads alone. */
function scoreOf(text: string, script: RegExp): number {
  const words = text.split(' ')
  const sane = words.filter(word => !/\p{Ll}\p{Lu}/u.test(word)).length
  const share = (text.match(script)?.length ?? 0) / text.replaceAll(' ', '').length
  return share * (sane / words.length)
}

/** Hebrew letters are where small Cyrillic ones are: there are no capitals, nor the last letters, and fewer vowels. */
function looksHebrew(sample: Uint8Array): boolean {
  const letters = sample.filter(byte => byte >= 0xc0)
  const isHebrew = letters.every(byte => byte >= 0xe0 && byte <= 0xfa)
  const vowels = letters.filter(byte => [0xe0, 0xe5, 0xe8, 0xee, 0xf3].includes(byte)).length
  return isHebrew && letters.length >= 4 && vowels < letters.length * 0.36
}

/** Korean and Chinese of two bytes a letter: the common ones lie together. */
function ofPairs(words: string[]): string | null {
  if (words.some(word => word.length % 2 === 1)) return null
  const pairs = words.flatMap(word => [...word.matchAll(/(.)(.)/gs)].map(([, a, b]) => [a, b].map(codeOf)))
  const share = (from: number, to: number) =>
    pairs.filter(([a, b]) => a! >= from && a! <= to && b! >= 0xa1).length / pairs.length
  if (share(0xb0, 0xc8) >= 0.9) return 'euc-kr'
  return share(0xa1, 0xf7) === 1 && share(0xb0, 0xd7) >= 0.7 ? 'gb18030' : null
}

function codeOf(letter: string | undefined): number {
  return letter?.charCodeAt(0) ?? 0
}
