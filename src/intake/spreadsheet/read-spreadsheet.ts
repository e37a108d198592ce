import type { InspectLine } from '../../domain/finding.ts'
import type { ProblemCode, ProblemValues } from '../../domain/problem.ts'
import { matchColumns } from '../csv/columns.ts'
import { type Affiliations, affiliationsIn, isOfPeople } from '../csv/people-table.ts'
import { linesOfTable, noNames } from '../csv/read-csv.ts'
import type { Table } from '../csv/table.ts'
import type { IntakeOptions } from '../intake.ts'
import { readSheets, type SheetsContent, sheetLimits } from './sheets.ts'
import { tablesOf } from './table-of.ts'

/**
 * A spreadsheet (XLSX, ODS): each sheet with a row of names is a table of events. Formulas give the values that were
 * kept with them; hidden sheets are not read.
 */
export async function readSpreadsheet(
  bytes: Uint8Array,
  options: IntakeOptions,
): Promise<Iterable<InspectLine>> {
  const answer = await readSheets(bytes)
  return 'problem' in answer ? [answer] : linesOf(answer.content, options)
}

function* linesOf(content: SheetsContent, options: IntakeOptions): Generator<InspectLine> {
  const { sheets, hidden, is1904 } = content
  const published = options.published ?? options.readOn
  const { columns } = options
  const known = { is1904, ...(published && { published }), ...(columns && { columns }) }
  const found = tablesOf(sheets, known)
  const tables = sheets.map((sheet, at) => ({ sheet, table: found[at]! }))
  const isAlone = tables.filter(({ table }) => table).length < 2
  if (!tables.some(({ table }) => table)) yield { problem: { code: 'not-a-table', says: noNames } }
  const affiliations = new Map(found.flatMap(table => (table ? [...affiliationsOf(table)] : [])))
  for (const { sheet, table } of tables) {
    if (table) {
      const { cut, zone, year, ...own } = table
      const told = { ...options, ...(zone && { zone }), ...(year && { year }) }
      const name = isAlone ? {} : { name: `The sheet “${sheet.name}”` }
      for (const line of linesOfTable({ ...own, ...name, cut: false }, told))
        yield affiliations.size > 0 ? withAffiliations(line, affiliations) : line
    } else if (sheet.rows.some(row => row.some(cell => cell !== null && cell !== ''))) {
      yield note('sheet-left-out', `The sheet “${sheet.name}” was left out: no row of it names columns.`, {
        sheets: sheet.name,
      })
    }
    if (sheet.cut) {
      const values = { rows: sheetLimits.rows, sheets: sheet.name }
      yield { problem: { code: 'too-large', says: onlyFirst(sheet.name), values } }
    }
  }
  if (hidden.length > 0) {
    const sheets = hidden.slice(0, 20).join(', ')
    yield note('sheet-left-out', `Hidden sheets were left out: ${sheets}.`, { sheets })
  }
}

/** A sheet of speakers beside that of the programme says where they belong. */
function affiliationsOf({ names, rows }: Table): Affiliations {
  const columns = matchColumns(names)
  return isOfPeople(columns) ? affiliationsIn(columns, rows) : new Map()
}

function withAffiliations(line: InspectLine, affiliations: Affiliations): InspectLine {
  if (!('finding' in line) || !line.finding.people) return line
  const people = line.finding.people.map(person => {
    const affiliation = affiliations.get(person.name)
    return affiliation && !person.affiliation ? { ...person, affiliation } : person
  })
  return { ...line, finding: { ...line.finding, people } }
}

function onlyFirst(name: string): string {
  return `The sheet “${name}” has more than ${sheetLimits.rows} rows; what comes after was not read.`
}

function note(code: ProblemCode, says: string, values: ProblemValues): InspectLine {
  return { problem: { code, says, values, note: true } }
}
