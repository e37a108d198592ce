/** More than a name needs, and no more than a line of a page holds. */
export const longestName = 80

const joined =
  /(?<=\p{L}|\p{M}|\p{Extended_Pictographic}|\uFE0F)(\u200C|\u200D)(?=\p{L}|\p{Extended_Pictographic})|\p{Cf}|\p{Co}|\p{Cs}|\p{Cn}/gu

/**
 * A name as it can stand beside what somebody says: one line, without what turns the direction of what comes after it,
 * what nobody sees, or letters that carry towers of marks. Null where nothing is left.
 */
export function nameTold(told: string | null): string | null {
  if (told === null) return null
  const plain = told
    .slice(0, 2000)
    .normalize('NFC')
    // What nobody sees goes; what joins letters of some scripts, and parts of an emoji, stays between two of them.
    .replace(joined, '$1')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/(\p{M}{4})\p{M}+/gu, '$1')
    .trim()
  const letters = Array.from(new Intl.Segmenter('en').segment(plain), ({ segment }) => segment)
  const short =
    letters.length > longestName
      ? `${letters
          .slice(0, longestName - 1)
          .join('')
          .trimEnd()}…`
      : plain
  return /[\p{L}\p{N}\p{S}\p{P}]/u.test(short) ? short : null
}

/** An address that may stand behind a name; null for what is none of the web. */
export function addressTold(told: string | null): string | null {
  const url = told === null || told.length > 500 ? null : URL.parse(told)
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null
  return url.username || url.password ? null : url.href
}
