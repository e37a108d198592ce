/**
 * An address as it was meant: `webcal:`, `webcals:` and `feed:` only say which program opens what lies on the web
 * (`webcal://host/…`, `feed:https://host/…`).
 */
export function addressMeant(words: string): string {
  return words
    .trim()
    .replace(/^(?:webcals?|feed):(?=https?:\/\/)/i, '')
    .replace(/^(?:webcals?|feed):(?=\/\/)/i, 'https:')
}
