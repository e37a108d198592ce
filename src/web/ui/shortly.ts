/** What somebody typed, as it is said again: however long it was. */
export function shortly(told: string): string {
  const signs = Array.from(told.slice(0, 100))
  return told.length > 40 && signs.length > 40 ? `${signs.slice(0, 40).join('')}…` : told
}
