import type { ColumnsTold } from '../csv/columns.ts'
import type { SaidAbove } from '../csv/said-above.ts'
import type { Table } from '../csv/table.ts'

export type SheetOptions = { is1904: boolean; published?: string; columns?: ColumnsTold }

/** A sheet as a table, with what holds for all its rows. */
export type SheetTable = Table & SaidAbove
