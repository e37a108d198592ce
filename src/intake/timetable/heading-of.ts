import type { TimeContext } from '../../time/read-time.ts'
import { type Cell, isFilled, lineOf } from './grid.ts'
import { settingIn } from './setting-of.ts'

/** The day that a row tells for those below it: one with words in one cell alone. */
export function headingOf(
  cells: Cell[],
  width: number,
  context: TimeContext,
): { day?: string; zone?: string } | null {
  const [only, ...more] = new Set(cells.filter(isFilled))
  if (!only || more.length > 0 || (only.columns < Math.min(2, width) && cells.length > 1 && only.column > 0))
    return null
  const told = settingIn(lineOf(only), context)
  return told.day ? told : null
}
