import type { Key, Values } from '../../words.ts'

/** In characters. What was stored longer stays as it is until somebody changes it. */
export const longestLine = 1000
export const longestAddress = 4000
export const longestText = 100_000

export function tooLong(most: number): [Key, Values] {
  return ['form.wrong.long', { most }]
}
