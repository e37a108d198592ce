import { readFlag } from '../csv/cells.ts'
import type { Field } from '../csv/column-names.ts'
import { fieldOf, inexact } from '../csv/field-of.ts'
import { isFilled, lineOf } from './grid.ts'
import type { Hours } from './hours-in.ts'
import { isPeople } from './people-row.ts'
import { looksLikeRoom } from './room-words.ts'

/**
 * Whether one of these columns says of each row what no item of a grid is: who, where, or yes and no. Then the table is
 * a list, though nobody foresaw the names of its columns.
 *
 * @param isNamed whether the column is headed by one of several rooms, or by a day
 */
export function hasListColumn(
  hours: Hours,
  heads: readonly string[],
  isNamed: (column: number) => boolean,
): boolean {
  return heads.some((head, column) => {
    const told = wordsIn(hours, column)
    if (isMost(told, isAnswer) || isMost(told, isRoomAlone)) return true
    return !isNamed(column) && (namesOther(head) || isMost(told, isPeople))
  })
}

function wordsIn({ rows, first }: Hours, column: number): string[] {
  return rows.slice(first).flatMap((cells, at) => {
    const cell = cells[column]
    return isFilled(cell) && cell.columns === 1 && cell.row === first + at ? [lineOf(cell)] : []
  })
}

function isMost(told: readonly string[], is: (words: string) => boolean): boolean {
  return told.length > 1 && told.filter(is).length * 2 > told.length
}

/** "Speakers", "Language": no room and no day is called so. */
function namesOther(head: string): boolean {
  const match = fieldOf(head)
  return match !== null && match.rank < inexact && !looksLikeRoom(head) && !asHeads.has(match.field)
}

/** What a day or a track above a grid may be called. */
const asHeads = new Set<Field>(['place', 'attendance', 'tags', 'date'])

function isAnswer(words: string): boolean {
  return readFlag(words) !== null || /^[\d.,\s€$£%]+$|^https?:\S+$|^\S+@\S+\.\S+$/.test(words)
}

/** "Raum 2", "Aula"; a talk about rooms has more words. */
function isRoomAlone(words: string): boolean {
  return words.split(/\s+/).length <= 3 && looksLikeRoom(words)
}
