/** `line`: the line of the file a row begins on, or the name of a JSON array's item. */
export type Row = { cells: readonly string[]; where: string }
export type BadRow = { says: string; where: string }
export type Table = {
  names: readonly string[]
  rows: Iterable<Row | BadRow>
  cut: boolean
  /** Rows above the names, in words. */
  above?: readonly string[]
  /** Of a sheet, where there are several. */
  name?: string
}
