import { logicalOrder } from './logical-order.ts'
import type { Piece } from './piece.ts'
import { type TimedRows, timedRowsAt } from './timed-rows.ts'

export type Area = { url: string; left: number; right: number; bottom: number; top: number }
/**
 * A line as a reader sees it; `size` is that of its letters, in points. `links`: from … to, in letters of the text.
 * `table`: the line begins a table of hours, of which it and the `lines` behind it are the words.
 */
export type PdfLine = {
  text: string
  size: number
  links: { url: string; from: number; to: number }[]
  table?: { cells: PdfLine[][]; lines: number }
}

/**
 * The lines of one page, in the order in which the PDF tells them. Cells of a row are kept apart by bars; the lines of
 * one paragraph, which only the width of the paper broke, are one.
 */
export function linesOf(pieces: Piece[], areas: Area[]): PdfLine[] {
  const rows = rowsOf(pieces.filter(piece => piece.text !== '' || piece.endsLine))
  const edges = rows.map(rightEdge).toSorted((a, b) => a - b)
  const width = edges[Math.floor(edges.length * 0.9)] ?? 0
  const lines: PdfLine[] = []
  let before: Row | undefined
  let table = timedRowsAt(rows, 0)
  let begins: PdfLine | undefined
  for (const [at, row] of rows.entries()) {
    if (table && at === table.to) {
      begins!.table = { cells: tableOf(table, areas), lines: lines.length - lines.indexOf(begins!) }
      table = timedRowsAt(rows, at)
    }
    const isFirst = at === table?.from
    const line = lineOf(row, areas)
    if (line.text.trim() === '') continue
    const last = lines.at(-1)
    if (before && last && !isFirst && goesOn(before, row, width)) join(last, line)
    else lines.push(line)
    if (isFirst) begins = line
    before = row
  }
  if (table && begins)
    begins.table = { cells: tableOf(table, areas), lines: lines.length - lines.indexOf(begins) }
  return lines
}

function tableOf({ cells }: TimedRows, areas: Area[]): PdfLine[][] {
  return cells.map(row =>
    row.map(lines => {
      const [first = { text: '', size: 0, links: [] }, ...more] = lines.map(line => lineOf(line, areas))
      for (const line of more) join(first, line)
      return first
    }),
  )
}

type Row = Piece[]

function rowsOf(pieces: Piece[]): Row[] {
  const rows: Row[] = []
  let row: Row = []
  for (const piece of pieces) {
    const last = row.at(-1)
    const isBelow = last && Math.abs(piece.y - last.y) > 0.5 * Math.max(last.size, piece.size, 4)
    const isBack = last && !piece.rtl && !last.rtl && piece.x < last.x - last.size
    if (last && (isBelow || isBack)) {
      rows.push(row)
      row = []
    }
    if (piece.text !== '') row.push(piece)
    if (piece.endsLine && row.length) {
      rows.push(row)
      row = []
    }
  }
  if (row.length) rows.push(row)
  return sameBaseline(rows)
}

/** Cells of a table end a line each, on one baseline. */
function sameBaseline(rows: Row[]): Row[] {
  const joined: Row[] = []
  for (const row of rows) {
    const before = joined.at(-1)
    const [last, first] = [before?.at(-1), row[0]]
    const isBeside =
      last &&
      first &&
      !first.rtl &&
      Math.abs(first.y - last.y) < 0.3 * first.size &&
      first.x > last.x + last.width
    if (before && isBeside) before.push(...row)
    else joined.push([...row])
  }
  return joined
}

function lineOf(row: Row, areas: Area[]): PdfLine {
  const line: PdfLine = { text: '', size: sizeOf(row), links: [] }
  let before: Piece | undefined
  for (const piece of row) {
    const gap = before && !piece.rtl && !before.rtl ? piece.x - (before.x + before.width) : 0
    if (gap > 2.5 * piece.size && piece.text.trim() !== '') line.text = `${line.text.trimEnd()} | `
    else if (gap > 0.2 * piece.size && !/\s$/.test(line.text) && !/^\s/.test(piece.text)) line.text += ' '
    const from = line.text.length
    line.text += piece.text
    if (piece.text.trim() === '') continue
    for (const area of areas) addLink(line, area, piece, from)
    before = piece
  }
  line.links.sort((a, b) => a.from - b.from)
  const text = logicalOrder(line.text)
  if (text === line.text) return line
  // Turned round, the letters have other places: what led somewhere in the line, all of it does.
  return {
    ...line,
    text,
    links: line.links.slice(0, 1).map(({ url }) => ({ url, from: 0, to: text.length })),
  }
}

/** An area covers so many letters of a piece as of its width; words are not cut. */
function addLink({ text, links }: PdfLine, area: Area, piece: Piece, from: number): void {
  const middle = piece.y + piece.size * 0.3
  if (middle < area.bottom || middle > area.top || piece.width <= 0) return
  const share = (x: number) => Math.min(1, Math.max(0, (x - piece.x) / piece.width))
  const [left, right] = [share(area.left), share(area.right)]
  if (right - left < 0.02) return
  const at = (part: number) => from + Math.round((piece.rtl ? 1 - part : part) * piece.text.length)
  const [first, last] = piece.rtl ? [at(right), at(left)] : [at(left), at(right)]
  const start = text.slice(from, first + 1).search(/\S+$/)
  const link = { url: area.url, from: start === -1 ? first : from + start, to: last }
  while (link.to < text.length && /[\p{L}\p{N}]/u.test(text[link.to]!)) link.to++
  const known = links.find(one => one.url === link.url && one.to >= link.from - 2)
  if (known) known.to = Math.max(known.to, link.to)
  else if (!links.some(one => one.from < link.to && link.from < one.to)) links.push(link)
}

/** The most frequent size, by letters. */
function sizeOf(row: Row): number {
  const letters = new Map<number, number>()
  for (const { size, text } of row) letters.set(size, (letters.get(size) ?? 0) + text.length)
  return [...letters].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

/** A full line of the same letters, close above a line that is no beginning of its own. */
function goesOn(before: Row, row: Row, width: number): boolean {
  const [size, next] = [sizeOf(before), sizeOf(row)]
  const gap = before[0]!.y - row[0]!.y
  const isClose = gap > 0 && gap < 2 * Math.max(size, 4) && Math.abs(size - next) < 0.05 * size
  const isFull = rightEdge(before) > width * 0.8
  const begins = /^\s*(?:[•▪◦·*–—-]\s|\d{1,2}[.):h]|\p{Lu}\p{L}{1,15}(?: \p{L}{1,12})? ?:)/u.test(
    row.map(({ text }) => text).join(''),
  )
  return isClose && isFull && !begins
}

function rightEdge(row: Row): number {
  return Math.max(...row.map(piece => piece.x + piece.width))
}

function join(line: PdfLine, next: PdfLine): void {
  // "Migra-" and "tion" are one word.
  const isCut = /\p{Ll}-$/u.test(line.text) && /^\p{Ll}/u.test(next.text)
  line.text = isCut ? line.text.slice(0, -1) : `${line.text.trimEnd()} `
  const shift = line.text.length
  line.text += next.text
  for (const link of next.links) line.links.push({ ...link, from: link.from + shift, to: link.to + shift })
}
