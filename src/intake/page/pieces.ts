import type { Line } from './visible-text.ts'

/** A time that a template prints piece by piece, each on a line of its own, as one phrase. */
export type Pieces = { phrase: string; lines: number }

const most = 8

/**
 * "Thu 9 Oct 2025", "12:30 pm", "–", "1:45 pm", "AEDT" → the phrase they make together. Null where the line at `at` and
 * those below it are no such pieces: only hours, dashes and names of zones follow a line of a day.
 */
export function piecesAt(lines: Line[], at: number): Pieces | null {
  const first = lines[at]!
  if (first.text.length > 45 || first.level > 0 || !day.test(first.text)) return null
  const parts = [first.text]
  let hasHour = false
  let next = at + 1
  for (; next < lines.length && next - at < most; next++) {
    const { text, level } = lines[next]!
    if (level > 0 || !piece.test(text)) break
    if (hour.test(text)) hasHour = true
    if (!/^[·•|,]$/.test(text)) parts.push(text)
  }
  return hasHour && next - at > 2 ? { phrase: parts.join(' '), lines: next - at } : null
}

/** A figure beside a word, or figures parted as those of a day are. */
const day = /(?=.*\p{Nd})(?:.*\p{L}{3}|.*\p{Nd}\s?[./-]\s?\p{Nd}{1,2}\s?[./-]|.*[年월月])/u

const clock = '\\p{Nd}{1,2}(?:\\s?[:.h]\\s?\\p{Nd}{2})?\\s*(?:[ap]\\.?\\s?m\\.?|uhr|h|hrs?)?|[ap]\\.?m\\.?'
const hour = new RegExp(`^(?:${clock})(?:\\s*[–—-]\\s*(?:${clock}))?$`, 'iu')
const piece = new RegExp(
  `^(?:(?:${clock})(?:\\s*[–—-]\\s*(?:${clock}))?(?:\\s+\\(?[A-Z]{2,5}\\)?)?|[·•|,–—-]|to|until|bis|à|au|a|al|até|to|do|až|\\(?\\p{Lu}{2,5}\\)?|\\(?(?:GMT|UTC)\\s*[+−-]?\\s*[\\d:]*\\)?)$`,
  'iu',
)
