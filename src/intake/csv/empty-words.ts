/** What people write into a cell to say that it is empty. */
export function isEmptyWord(words: string): boolean {
  return /^(?:-+|–|—|n\/?a|none|null|nil|undefined|nan|tbc|tbd|tba|\?+|\.+)$/i.test(words)
}
