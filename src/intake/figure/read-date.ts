import { monthOf } from '../../time/calendar-words.ts'
import { precisionOf } from '../../time/edtf.ts'
import { fold } from '../../time/fold.ts'
import { readTime } from '../../time/read-time.ts'
import type { DateOrder } from '../csv/cells.ts'
import { readDate } from '../csv/cells.ts'

/** A date as precise as it is written (EDTF level 0), or why it is none: `order` – it may be two days. */
export type DateRead = { date: string } | { unread: 'order' | 'no-date' }

/**
 * `5 Jun 2007`, `March 2003`, `2003-03`, `03/2003`, `2015`, `18 décembre 1990`, `١٨ ديسمبر ١٩٩٠`: days, months and years
 * in any language whose times are read. A day without a year is none.
 *
 * @param order which figure comes first in `03/04/2003`, as other rows tell
 */
export function readFigureDate(cell: string, order: DateOrder = null): DateRead {
  const told = western(cell).trim()
  if (told === '' || told.length > 60) return { unread: 'no-date' }
  const plain = /^(\d{4})(?:[-/.](\d{1,2}))?$/.exec(told)
  if (plain) return sound([plain[1]!, ...(plain[2] ? [two(plain[2])] : [])].join('-'))
  const month = /^(\d{1,2})[/.-](\d{4})$/.exec(told)
  if (month) return sound(`${month[2]}-${two(month[1]!)}`)
  const words = /^(?:(\d{1,2})\.?\s+(?:de\s+)?)?(\p{L}[\p{L}\p{M}]+)\.?,?\s+(?:de\s+)?(\d{4})$/u.exec(told)
  const named = words && monthOf(fold(words[2]!).replaceAll(' ', '_'))
  if (words && named) {
    const day = words[1] ? [two(words[1])] : []
    return sound([words[3]!, two(String(named.value)), ...day].join('-'))
  }
  const han = /^(\d{4})\s*年(?:\s*(\d{1,2})\s*月)?$/.exec(told)
  if (han) return sound([han[1]!, ...(han[2] ? [two(han[2])] : [])].join('-'))
  const figures = readDate(told, order)
  if (figures && !/^\d{5,}$/.test(told)) return sound(figures)
  if (!/\d{4}/.test(told)) return { unread: 'no-date' }
  const { readings, sessions, doubts } = readTime(told)
  if (doubts.some(({ code }) => code === 'date-order')) return { unread: 'order' }
  const [reading] = readings
  if (!reading || readings.length > 1 || sessions || doubts.length > 0 || reading.end)
    return { unread: 'no-date' }
  return sound(reading.start.slice(0, 10))
}

/** Digits of other scripts as those of this one. */
function western(cell: string): string {
  return cell
    .normalize('NFKC')
    .replace(/[\u0660-\u0669\u06F0-\u06F9]/g, digit => String((digit.codePointAt(0)! & 0xf) % 10))
    .replace(/[\u200E\u200F\u061C\u2066-\u2069]/g, '')
}

function sound(date: string): DateRead {
  return precisionOf(date) ? { date } : { unread: 'no-date' }
}

function two(figure: string): string {
  return figure.padStart(2, '0')
}
