import { stepsOf } from '../domain/figure/steps.ts'
import type { Figure } from '../domain/figure.ts'

/**
 * All that figures say, as a table (RFC 4180, UTF-8 with its mark, so that spreadsheets read it as such): a line for each
 * point, with the number that a line of members came to by it. Data words are English in every language.
 */
export function figureCsv(figures: Figure[]): string {
  const rows: (string | number | null)[][] = [
    [
      'figure',
      'date',
      'value',
      'unit',
      'who',
      'act',
      'counted_as',
      'note',
      'source',
      'source_address',
      'source_rank',
    ],
  ]
  for (const figure of figures) {
    const sources = new Map(figure.sources.map(source => [source.id, source]))
    for (const line of figure.lines)
      for (const { value, points } of stepsOf(figure, line))
        for (const point of points) {
          const source = sources.get(point.source ?? '')
          rows.push([
            figure.name,
            point.date,
            point.value ?? value,
            figure.unit,
            point.who,
            point.act,
            line.name,
            point.note,
            source?.name ?? null,
            source?.address ?? null,
            source?.rank ?? null,
          ])
        }
  }
  return `\ufeff${rows.map(row => row.map(cell).join(',')).join('\r\n')}\r\n`
}

/** What a spreadsheet would take for a formula begins with an apostrophe, as it would be typed as text. */
function cell(told: string | number | null): string {
  if (told === null) return ''
  if (typeof told === 'number') return String(told)
  const safe = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(told) ? `'${told}` : told
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
