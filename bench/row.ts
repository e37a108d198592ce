/** One line of the table: what was measured, against what, and whether it keeps its limit (null: shown beside). */
export type Row = {
  measure: string
  figure: string
  against: string
  ratio: string
  limit: string
  ok: boolean | null
}

export type Measure = () => Promise<Row[]>

export function ms(value: number): string {
  return value >= 10_000 ? `${(value / 1000).toFixed(1)} s` : `${value.toFixed(value < 10 ? 1 : 0)} ms`
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/**
 * Runs several things in turns, so that a noisy machine disturbs all of them alike; each round begins with another
 * one. The results of a round belong together: ratios are taken within it.
 */
export async function inTurns<Name extends string, Result = number>(
  things: Record<Name, () => Result | Promise<Result>>,
  rounds: number,
): Promise<Record<Name, Result>[]> {
  const names = Object.keys(things) as Name[]
  const results: Record<Name, Result>[] = []
  for (let round = 0; round < rounds; round++) {
    const result = {} as Record<Name, Result>
    for (const [index] of names.entries()) {
      const name = names[(index + round) % names.length]!
      globalThis.gc?.()
      result[name] = await things[name]()
    }
    results.push(result)
  }
  return results
}

/** Milliseconds that something takes. */
export async function timeOf(act: () => unknown): Promise<number> {
  const from = performance.now()
  await act()
  return performance.now() - from
}

/** Milliseconds by the clock, and milliseconds of processor that all threads of this process took, also in the kernel. */
export type Cost = { clock: number; processor: number }

export async function costOf(act: () => unknown): Promise<Cost> {
  const before = process.cpuUsage()
  const from = performance.now()
  await act()
  const clock = performance.now() - from
  const { user, system } = process.cpuUsage(before)
  return { clock, processor: (user + system) / 1000 }
}

/** @param part of them, 0 to 1, that is at most the answer */
export function percentile(values: number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)]!
}

/** All lines below each other, what is over its limit marked. */
export function table(rows: Row[]): string {
  const heads = ['measure', 'figure', 'against', 'ratio', 'limit', '']
  const lines = rows.map(({ measure, figure, against, ratio, limit, ok }) => [
    measure,
    figure,
    against,
    ratio,
    limit,
    ok === null ? '' : ok ? 'ok' : 'OVER',
  ])
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...lines.map(line => line[column]!.length)),
  )
  const drawn = (cells: string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd()
  return [drawn(heads), widths.map(width => '─'.repeat(width)).join('  '), ...lines.map(drawn)].join('\n')
}
