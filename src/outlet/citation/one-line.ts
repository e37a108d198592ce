/** Words on one line: where a line begins a field, a line that somebody wrote would be one. */
export function onOneLine(text: string): string {
  return text
    .replace(/[\s\u0085\u2028\u2029]+/g, ' ')
    .replace(/\p{Cc}/gu, '')
    .trim()
}
