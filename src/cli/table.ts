import { basename } from 'node:path'

export type FileCount = {
  file: string
  programmes: number
  findings: number
  /** Findings with a day at least. */
  timed: number
  /** Findings with a doubt. */
  doubts: number
  /** Codes, one for each problem. */
  problems: string[]
}

/** What came of each file, as columns, with a last line for all of them. */
export function tableOf(counts: FileCount[]): string {
  const rows = [['file', 'found', 'with a day', 'doubtful', 'problems'], ...counts.map(rowOf)]
  if (counts.length > 1) rows.push(rowOf(totalOf(counts)))
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map(row => row[column]!.length)))
  return rows
    .map(
      row =>
        `${row
          .map((cell, column) => pad(cell, widths[column]!, column))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('')
}

function rowOf(count: FileCount): string[] {
  return [
    basename(count.file),
    `${count.findings}`,
    `${count.timed}`,
    `${count.doubts}`,
    problemWords(count.problems),
  ]
}

/** "row-unreadable ×3, too-large" */
function problemWords(codes: string[]): string {
  const times = new Map<string, number>()
  for (const code of codes) times.set(code, (times.get(code) ?? 0) + 1)
  return [...times].map(([code, number]) => (number > 1 ? `${code} ×${number}` : code)).join(', ')
}

function totalOf(counts: FileCount[]): FileCount {
  const sum = (of: (count: FileCount) => number) => counts.reduce((total, count) => total + of(count), 0)
  return {
    file: `${counts.length} files`,
    programmes: sum(count => count.programmes),
    findings: sum(count => count.findings),
    timed: sum(count => count.timed),
    doubts: sum(count => count.doubts),
    problems: counts.flatMap(count => count.problems),
  }
}

function pad(cell: string, width: number, column: number): string {
  return column === 0 || column === 4 ? cell.padEnd(width) : cell.padStart(width)
}
