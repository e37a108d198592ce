import { readTime } from '../../time/read-time.ts'
import { type Clock, readClock } from '../csv/cells.ts'
import { type Cell, isFilled, lineOf } from './grid.ts'

/** The hour that a cell tells, and tells alone: "10:00–11:00", "14h às 15h30", "Slot 1 (9:00-10:00)", "١٠:٠٠". */
export function clockIn(cell: Cell | undefined): Clock | null {
  const words = isFilled(cell) ? lineOf(cell) : ''
  if (!/\p{Nd}/u.test(words) || words.length > 60)
    return /^(?:noon|midnight)$/i.test(words) ? readClock(words) : null
  return readClock(words) ?? clockInWords(words)
}

/**
 * "9-10", "10-11", "11-12.30": figures that are hours where they stand below each other and go on. Null for each cell
 * of any other column.
 */
export function bareClocks(cells: readonly (Cell | undefined)[]): (Clock | null)[] {
  const found = cells.map(cell => bareIn(isFilled(cell) ? lineOf(cell) : ''))
  const clocks = found.filter(clock => clock !== null)
  const goOn = clocks.every((clock, at) => at === 0 || clock.start >= clocks[at - 1]!.end!)
  return clocks.length > 1 && goOn ? found : found.map(() => null)
}

/** Any day does: only the hour is asked for. */
const someDay = '2020-02-29'

function clockInWords(words: string): Clock | null {
  if (words.length > 40 || !/^\p{Nd}/u.test(words.replace(before, ''))) return null
  if (words.replace(before, '').replace(/\P{L}/gu, '').length > 12) return null
  const { readings, doubts, sessions } = readTime(words, { published: someDay })
  const [reading] = readings
  const isAlone = doubts.every(({ code }) => code === 'date-missing' || code === 'zone-missing')
  if (!reading?.start.startsWith(`${someDay}T`) || !isAlone || sessions) return null
  const zone = /\[([^\]]+)\]$/.exec(reading.start)?.[1]
  return {
    start: reading.start.slice(11, 19),
    ...(reading.end?.startsWith(someDay) && { end: reading.end.slice(11, 19) }),
    ...(zone && { zone }),
  }
}

/** What may stand before an hour. */
const before =
  /^[\s(]*(?:(?:time ?)?slot|session|block|bloque|bloco|módulo|part|period|from|von|de|das|dalle|od|ab|um|kl|at|à|às|om|du|上午|下午|午前|午後|오전|오후)\.?(?:\s*(?:\d{1,2}|\p{Lu}))?[\s:.(–—-]*(?=\p{Nd})/iu

function bareIn(words: string): Clock | null {
  const [, hour, minutes = '00', last, lastMinutes = '00'] =
    /^(\d{1,2})(?:[:.](\d\d))?\s*[-–—]\s*(\d{1,2})(?:[:.](\d\d))?$/.exec(words) ?? []
  if (hour === undefined || Number(hour) < 6 || Number(last) > 24 || Number(last) < Number(hour)) return null
  return {
    start: `${hour.padStart(2, '0')}:${minutes}:00`,
    end: `${last!.padStart(2, '0')}:${lastMinutes}:00`,
  }
}
