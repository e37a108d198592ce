/** How lines to compare with are told from each other without colour, beside the names at their ends. */
const dashes = ['', '7 3', '2 3', '9 3 2 3', '4 2', '12 4', '1 4', '6 2 1 2 1 2']

/** @param index among those that are there to compare with; null: it is the main one, and unbroken */
export function dashOf(index: number): string {
  return dashes[(index + 1) % dashes.length]!
}
