import type { Window } from '../../domain/fifty-hours.ts'
import type { Span } from '../../domain/phase.ts'

/** How many events are on in a part of the window (epoch milliseconds), and how many of these were recorded. */
export type Column = { from: number; to: number; count: number; recorded: number }

const halfHour = 1_800_000
const mostColumns = 150

/** The window in equal parts of whole half hours; parts in which nothing is on are left out. O(n). */
export function columnsOf(
  { startsAt, endsAt }: Pick<Window, 'startsAt' | 'endsAt'>,
  bars: readonly { span: Span; recorded: boolean }[],
): Column[] {
  const step = Math.ceil((endsAt - startsAt) / mostColumns / halfHour) * halfHour
  const parts = Math.ceil((endsAt - startsAt) / step)
  const changes = Array.from({ length: parts + 1 }, () => ({ count: 0, recorded: 0 }))
  for (const { span, recorded } of bars) {
    const first = Math.max(0, Math.floor((span.start - startsAt) / step))
    const end = Math.min(parts, Math.max(first + 1, Math.ceil((span.end - startsAt) / step)))
    for (const [at, by] of [
      [first, 1],
      [end, -1],
    ] as const) {
      changes[at]!.count += by
      if (recorded) changes[at]!.recorded += by
    }
  }
  const columns: Column[] = []
  let count = 0
  let recorded = 0
  for (const [index, change] of changes.entries()) {
    count += change.count
    recorded += change.recorded
    const from = startsAt + index * step
    if (count > 0) columns.push({ from, to: Math.min(from + step, endsAt), count, recorded })
  }
  return columns
}
