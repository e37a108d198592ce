import { diffLines, diffWordsWithSpace } from 'diff'

/** A stretch of two texts that were compared. `gap`: what is the same in both, left out because it is long. */
export type Stretch = { kind: 'same' | 'added' | 'removed' | 'gap'; text: string }

/**
 * What of a text was removed and what was added, word by word; line by line where that would take long, and as a whole
 * where even that would. Long stretches that are the same are shortened to what stands around the changes.
 *
 * @param context how many characters around a change are kept
 */
export function wordDiff(before: string, after: string, context = 120): Stretch[] {
  const changes = compared(before, after)
  return changes.flatMap(({ kind, text }, index) => {
    if (kind !== 'same') return [{ kind, text }]
    const isFirst = index === 0
    const isLast = index === changes.length - 1
    if (isFirst && isLast) return [{ kind, text }]
    return shortened(text, isFirst ? 0 : context, isLast ? 0 : context)
  })
}

/** Steps after which a comparison is given up: below them it takes some milliseconds. */
const mostSteps = 1500
/** In characters: splitting more into words would cost more than comparing them. */
const mostForWords = 60_000

function compared(before: string, after: string): Stretch[] {
  const limit = { maxEditLength: mostSteps, timeout: 150 }
  const isShort = before.length + after.length <= mostForWords
  const found =
    (isShort ? diffWordsWithSpace(before, after, limit) : undefined) ?? diffLines(before, after, limit)
  if (!found)
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ]
  return found.map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }))
}

function shortened(text: string, head: number, tail: number): Stretch[] {
  if (text.length <= head + tail + 40) return [{ kind: 'same', text }]
  const start = head === 0 ? 0 : boundary(text, head)
  const end = tail === 0 ? text.length : boundary(text, text.length - tail)
  return [
    { kind: 'same' as const, text: text.slice(0, start) },
    { kind: 'gap' as const, text: text.slice(start, end) },
    { kind: 'same' as const, text: text.slice(end) },
  ].filter(stretch => stretch.text !== '')
}

/** The beginning of a word near an index, else of a sign. */
function boundary(text: string, index: number): number {
  const space = text.slice(index, index + 30).search(/\s/)
  if (space >= 0) return index + space
  return /[\uDC00-\uDFFF]/.test(text.charAt(index)) ? index + 1 : index
}
