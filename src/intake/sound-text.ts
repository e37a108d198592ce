import type { Finding, InspectLine } from '../domain/finding.ts'
import type { Problem } from '../domain/problem.ts'
import { mendLetters, twiceEncoded } from './mend-letters.ts'

/**
 * A line whose every text is one: without control characters – save tabs and line ends –, without halves of pairs of
 * surrogates, which readers that cut a text may leave, and without what Unicode says is no character. Letters that were
 * encoded twice are read once more.
 */
export function withSoundTexts(line: InspectLine): InspectLine {
  if (isSound(line, 0)) return line
  const sound = mended(line, 0) as InspectLine
  return 'finding' in sound ? withTitles(sound.finding) : sound
}

/** A title of such signs alone was none. */
function withTitles(finding: Finding): InspectLine {
  if (finding.title.trim() === '') return { problem: untitled }
  const sessions = finding.sessions?.filter(({ title }) => title.trim() !== '')
  return { finding: sessions ? { ...finding, sessions } : finding }
}

const untitled: Problem = {
  code: 'title-missing',
  says: 'An entry has a title in which there is no letter; it was left out.',
}

const unsound = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff\p{Cs}]/u
const all = new RegExp(unsound, 'gu')
const toMend = new RegExp(`${unsound.source}|${twiceEncoded.source}`, 'u')
const deepest = 30

function isSound(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return !toMend.test(value)
  if (typeof value !== 'object' || value === null || depth > deepest) return true
  for (const one of Object.values(value)) if (!isSound(one, depth + 1)) return false
  return true
}

/** Letters mended, and nothing left that is no letter of a text. */
export function soundText(words: string): string {
  return mendLetters(words).replace(all, '')
}

function mended(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return soundText(value)
  if (typeof value !== 'object' || value === null || depth > deepest) return value
  if (Array.isArray(value)) return value.map(one => mended(one, depth + 1))
  // What was nothing but such signs was not told.
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, one]) => [key, mended(one, depth + 1)] as const)
      .filter(([key, one]) => one !== '' || key === 'title'),
  )
}
