import type { InspectLine } from '../domain/finding.ts'

/**
 * A line whose every text is one: without control characters – save tabs and line ends –, without halves of pairs of
 * surrogates, which readers that cut a text may leave, and without what Unicode says is no character.
 */
export function withSoundTexts(line: InspectLine): InspectLine {
  return isSound(line, 0) ? line : (mended(line, 0) as InspectLine)
}

const unsound = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff\p{Cs}]/u
const all = new RegExp(unsound, 'gu')
const deepest = 30

function isSound(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return !unsound.test(value)
  if (typeof value !== 'object' || value === null || depth > deepest) return true
  for (const one of Object.values(value)) if (!isSound(one, depth + 1)) return false
  return true
}

function mended(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return value.replace(all, '')
  if (typeof value !== 'object' || value === null || depth > deepest) return value
  if (Array.isArray(value)) return value.map(one => mended(one, depth + 1))
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mended(one, depth + 1)]))
}
