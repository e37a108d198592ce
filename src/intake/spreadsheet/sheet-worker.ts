import type { Workbook } from 'hucre'
import { readOds } from 'hucre/ods'
import { readXlsx } from 'hucre/xlsx'
import { answerApart } from '../answer-apart.ts'
import type { Sheet, SheetCell, SheetLimits, SheetsAnswer, SheetsGiven } from './sheets.ts'

/** The inside of a spreadsheet. Formulas are not run. */
answerApart(async ({ bytes, isOpen, limits }: SheetsGiven): Promise<SheetsAnswer> => {
  try {
    const hidden: string[] = []
    const range = `A1:${lettersOf(limits.columns)}${limits.rows + 1}`
    const workbook = await (isOpen ? readOds : readXlsx)(bytes, {
      range,
      maxRows: limits.rows + 1,
      sheets: (sheet, index) => {
        const isHidden = Boolean(sheet.hidden || sheet.veryHidden)
        if (isHidden) hidden.push(sheet.name.slice(0, 100))
        return !isHidden && index < limits.sheets
      },
    })
    return {
      content: {
        sheets: workbook.sheets.map(sheet => sheetOf(sheet, limits)),
        hidden,
        is1904: workbook.dateSystem === '1904',
      },
    }
  } catch (error) {
    return { unread: (error as Error).name === 'EncryptedFileError' ? 'locked' : 'broken' }
  }
})

function sheetOf(sheet: Workbook['sheets'][number], limits: SheetLimits): Sheet {
  const links = new Map<string, string>()
  for (const [at, { hyperlink }] of sheet.cells ?? []) {
    const target = hyperlink?.target
    if (target && /^https?:\/\//i.test(target) && target.length <= 4000) links.set(at, target)
  }
  return {
    name: sheet.name.slice(0, 100),
    rows: sheet.rows.slice(0, limits.rows).map(row => row.slice(0, limits.columns).map(cellOf)),
    merged: (sheet.merges ?? []).slice(0, 5000).map(({ startRow, startCol, endRow, endCol }) => ({
      row: startRow,
      column: startCol,
      lastRow: endRow,
      lastColumn: endCol,
    })),
    links,
    cut: sheet.rows.length > limits.rows,
  }
}

function cellOf(cell: unknown): SheetCell {
  if (typeof cell === 'string') return cell.slice(0, 33_000)
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? null : cell
  return typeof cell === 'boolean' ? cell : null
}

/** 1 → A, 27 → AA */
function lettersOf(column: number): string {
  const rest = Math.floor((column - 1) / 26)
  return (rest > 0 ? lettersOf(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26))
}
