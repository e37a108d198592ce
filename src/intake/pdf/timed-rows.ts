import type { Piece } from './piece.ts'

type Row = Piece[]
/** Rows `from` … `to` are a table; `cells`: what stands in each of its rows and columns, as rows of their own. */
export type TimedRows = { from: number; to: number; cells: Row[][][] }

/**
 * The next table of a page whose first column tells hours. Its columns are known by their left edges, its rows by their
 * hours, as their words may go on in the next line. Null where no other words stand beside an hour: then its rows have
 * their middle, and not their top, on one line.
 */
export function timedRowsAt(rows: readonly Row[], from: number): TimedRows | null {
  const first = rows.findIndex((row, at) => at >= from && isClock(row[0]))
  const clock = rows[first]?.[0]
  if (!clock) return null
  let to = first
  while (to < rows.length && rows[to]!.every(piece => belongs(piece, clock)) && startsWell(rows[to]!, clock))
    to++
  const body = rows.slice(first, to)
  const clocks = body.map(row => row[0]!).filter(piece => isBeside(piece, clock) && isClock(piece))
  if (clocks.length < 2) return timedRowsAt(rows, Math.max(to, first + 1))
  const all = body.flat().filter(({ text }) => text.trim() !== '')
  const lefts = leftsOf(body.flatMap(cellsOf), clock)
  const names = first > from ? namesIn(rows[first - 1]!, clock, lefts) : []
  const hasNames = names.length > 0
  const isSound = lefts.length > 1 && (!hasNames || names.length === lefts.length)
  if (!isSound || all.some(piece => reachesOver(piece, lefts))) return timedRowsAt(rows, to)
  const bands = clocks.map((piece, at) => {
    const [top, bottom] = [piece.y + piece.size * 0.5, (clocks[at + 1]?.y ?? -Infinity) + piece.size * 0.5]
    return all.filter(({ y }) => y <= top && y > bottom)
  })
  const isTop = bands.every((band, at) =>
    band.some(piece => piece !== clocks[at] && onLine(piece, [clocks[at]!])),
  )
  if (!isTop || bands.flat().length < all.length) return timedRowsAt(rows, to)
  const head = hasNames ? [names.map((_, at) => [between(rows[first - 1]!, names, at)])] : []
  const cells = [...head, ...bands.map(band => inColumns(band, lefts))]
  return { from: hasNames ? first - 1 : first, to, cells }
}

function isClock(piece: Piece | undefined): boolean {
  return piece !== undefined && !piece.rtl && clocks.test(piece.text.trim())
}

const one = String.raw`\d{1,2}\s?(?:[:.h]\s?\d\d|h|uhr)?\s?(?:[ap]\.?m\.?|uhr|h)?`
const clocks = new RegExp(
  String.raw`^(?=.*(?:[:.h]\d\d|[ap]\.?m|uhr|\dh))${one}(?:\s?(?:[-–—]|to|bis|à|a)\s?${one})?$`,
  'i',
)

function isBeside(piece: Piece | undefined, clock: Piece): boolean {
  return piece !== undefined && Math.abs(piece.x - clock.x) < 3
}

function belongs(piece: Piece, clock: Piece): boolean {
  return !piece.rtl && piece.x > clock.x - 3 && piece.size < clock.size * 1.15
}

/** What begins below the hours, and is none, is no longer of the table. */
function startsWell([first]: Row, clock: Piece): boolean {
  return first === undefined || !isBeside(first, clock) || isClock(first)
}

function onLine({ y, size }: Piece, clocks: readonly Piece[]): boolean {
  return clocks.some(clock => Math.abs(clock.y - y) < 0.3 * size)
}

/** The first piece of each cell: what follows a gap. */
function cellsOf(row: Row): Row {
  const filled = row.filter(({ text }) => text.trim() !== '')
  return filled.filter((piece, at) => {
    const before = filled[at - 1]
    return !before || piece.x - (before.x + before.width) > 0.9 * piece.size
  })
}

/** The first piece of each name above the columns; undefined where nothing stands above the hours. */
function namesIn(row: Row, clock: Piece, lefts: readonly number[]): (Piece | undefined)[] {
  const names = cellsOf(row)
  if (names.length < 2) return []
  if (isBeside(names[0], clock)) return names
  const [, ...others] = lefts
  const isAbove = names.every(
    ({ x }, at) => others[at] !== undefined && x > others[at] - 3 && x < (others[at + 1] ?? Infinity) - 3,
  )
  return isAbove && names.length === others.length ? [undefined, ...names] : []
}

/** A name may stand in the middle of its column. */
function between(row: Row, names: readonly (Piece | undefined)[], at: number): Row {
  const [name, next] = [names[at], names[at + 1]]
  return name ? row.slice(row.indexOf(name), next ? row.indexOf(next) : row.length) : []
}

/** Two cells that are written as one. */
function reachesOver({ x, width, size }: Piece, lefts: readonly number[]): boolean {
  const next = lefts.find(left => left > x + 3)
  return next !== undefined && x + width > next + size
}

function leftsOf(pieces: readonly Piece[], clock: Piece): number[] {
  const lefts: number[] = []
  for (const x of [clock.x, ...pieces.map(piece => piece.x)].toSorted((a, b) => a - b))
    if (lefts.length === 0 || x - lefts.at(-1)! > 3) lefts.push(x)
  return lefts.slice(0, 20)
}

function inColumns(band: readonly Piece[], lefts: readonly number[]): Row[][] {
  return lefts.map((left, at) => {
    const right = lefts[at + 1] ?? Infinity
    const own = band.filter(({ x }) => x > left - 3 && x <= right - 3)
    const lines: Row[] = []
    for (const piece of own.toSorted((a, b) => b.y - a.y || a.x - b.x)) {
      const line = lines.at(-1)
      if (line && Math.abs(line[0]!.y - piece.y) < 0.3 * piece.size) line.push(piece)
      else lines.push([piece])
    }
    return lines
  })
}
