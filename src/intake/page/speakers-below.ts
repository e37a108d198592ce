import { looksLikeName } from '../post/parties/parties.ts'
import type { Line } from './visible-text.ts'

/**
 * The people below a heading "Speakers", each on a line of their own with what they are behind a comma, or on the
 * lines after it. Three lines that name nobody end the list.
 */
export function peopleBelow(lines: Line[], at: number): string[] {
  const names: string[] = []
  const level = lines[at]!.level
  let without = 0
  for (const line of lines.slice(at + 1, at + 120)) {
    if (line.level > 0 && level > 0 && line.level <= level) break
    const name = nameIn(line.text)
    if (name && !names.includes(name)) names.push(name)
    without = name ? 0 : without + 1
    if (without > 3 || (without > 0 && names.length === 0)) break
  }
  return names.slice(0, 40)
}

/** "Dr. Ada Example, Sample University": who, without what they are. */
function nameIn(text: string): string | undefined {
  const name = text
    .split(/\s*[,(|;:]\s*|\s+[–—-]\s+/)[0]!
    .replace(/^(?:(?:prof|dr|mr|mrs|ms|h\.?e|hon)\.?\s+)+/i, '')
    .trim()
  return text.length < 160 && looksLikeName(name) ? name : undefined
}
