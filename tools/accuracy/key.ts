import { existsSync, readFileSync } from 'node:fs'

/** Lines of an answer key; null (and a printed line) where the samples are not there. */
export function readKey<T>(file: string): T[] | null {
  if (!existsSync(file)) {
    console.log(`Skipped: ${file} is not there (set DAYLONG_SAMPLES to the folder of samples).`)
    return null
  }
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.filter(line => line.trim()).map(line => JSON.parse(line) as T)
}

/** "2020-12-18T13:00Z", "…+01:00[Europe/Berlin]" as an instant; days and local times as they are written. */
export function comparable(time: string | null | undefined): string | null {
  if (!time) return null
  const bare = time.replace(/\[[^\]]*\]$/, '')
  if (/[zZ]$|[+-]\d\d:\d\d$/.test(bare) && bare.includes('T'))
    return new Date(bare).toISOString().slice(0, 16)
  return bare.includes('T') ? `local ${bare.slice(0, 16)}` : bare
}

/** Rows as a table of plain text, figures to the right. */
export function table(rows: (string | number)[][]): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map(row => String(row[at] ?? '').length)))
  const lines = rows.map(row =>
    row
      .map((cell, at) =>
        typeof cell === 'number' ? String(cell).padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  )
  return lines.join('\n')
}

export function percent(part: number, whole: number): string {
  return whole ? `${((100 * part) / whole).toFixed(1)} %` : '–'
}
