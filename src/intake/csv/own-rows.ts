import { matchColumns } from './columns.ts'
import { isOfPeople } from './people-table.ts'
import type { BadRow, Row } from './table.ts'

/**
 * The rows of a table without its names where they are said again, and up to where a list of people begins, with a
 * heading above it: contacts below a programme.
 *
 * @param endsAtPeople is called where it does
 */
export function* ownRows(
  rows: Iterable<Row | BadRow>,
  names: readonly string[],
  endsAtPeople: () => void,
): Generator<Row | BadRow> {
  const own = filledIn(names).join('\n')
  let heading: Row | null = null
  for (const row of rows) {
    const told = 'says' in row ? [] : filledIn(row.cells)
    if (arePeopleNames(told)) return endsAtPeople()
    if (heading) yield heading
    heading = null
    if (told.length > 1 && own.startsWith(told.join('\n'))) continue
    if (!('says' in row) && told.length === 1) heading = row
    else yield row
  }
  if (heading) yield heading
}

function filledIn(cells: readonly string[]): string[] {
  return cells.map(cell => cell.trim()).filter(Boolean)
}

/** Short words without figures that name what lists of people tell. */
function arePeopleNames(cells: readonly string[]): boolean {
  if (cells.length < 2 || cells.some(cell => cell.length > 40 || /\p{Nd}|:\/\//u.test(cell))) return false
  return isOfPeople(matchColumns(cells))
}
