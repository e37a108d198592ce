/** Scripts whose words carry articles and endings without a blank: no word boundary there. */
const joined = new Set(['ar', 'zh', 'ja', 'ko', 'th', 'he', 'fa', 'hi', 'ur', 'bn'])

/** One pattern out of a table of alternatives by language. */
export function anyOf(table: Record<string, string>, flags = 'iu'): RegExp {
  const alone: string[] = []
  const inside: string[] = []
  for (const [language, words] of Object.entries(table)) (joined.has(language) ? inside : alone).push(words)
  const parts: string[] = []
  if (alone.length > 0) parts.push(String.raw`(?<![\p{L}\p{N}_])(?:${alone.join('|')})(?![\p{L}\p{N}_])`)
  if (inside.length > 0) parts.push(`(?:${inside.join('|')})`)
  return new RegExp(parts.join('|'), flags)
}
