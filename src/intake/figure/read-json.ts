import { JSONPathEnvironment } from 'json-p3'
import { readText } from '../read-text.ts'
import {
  type FigureProblem,
  type FigureRead,
  type FigureUnread,
  mostPoints,
  type ReadPoint,
} from './figure-read.ts'
import { readFigureDate } from './read-date.ts'
import { readNumber } from './read-number.ts'

const maxBytes = 8 * 1024 * 1024

/**
 * Numbers at a path of a JSON document (RFC 9535), and their dates at another, as many and in the same order; without
 * one, the number is of the moment at which it is read, and the path leads to it alone.
 */
export function readFigureJson(
  bytes: Uint8Array,
  { value, date }: { value: string; date: string | null },
): FigureRead | FigureUnread {
  const { text } = readText(bytes, { maxBytes })
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { unread: 'no-json' }
  }
  const [values, dates] = [found(value, json), date === null ? null : found(date, json)]
  if (!values) return { unread: 'path-wrong', words: value }
  if (date !== null && !dates) return { unread: 'path-wrong', words: date }
  if (values.length === 0) return { unread: 'path-gone', words: value }
  if (values.length > mostPoints) return { unread: 'too-many', words: value }
  if (!dates && values.length > 1) return { unread: 'too-many', words: value }
  if (dates && dates.length !== values.length)
    return { unread: 'dates-differ', words: `${values.length} / ${dates.length}` }
  const points: ReadPoint[] = []
  const problems: FigureProblem[] = []
  const units = new Set<string | null>()
  for (const [index, told] of values.entries()) {
    // What is not told yet is null in many of them.
    if (told === null || told === '') continue
    const where = `${value} [${index + 1}]`
    const number = typeof told === 'number' ? plain(told) : readNumber(wordsOf(told))
    const day = dates && readFigureDate(wordsOf(dates[index]))
    if (!number) problems.push({ code: 'no-number', cell: wordsOf(told), where })
    else if (day && 'unread' in day)
      problems.push({
        code: day.unread === 'order' ? 'date-order' : 'no-date',
        cell: wordsOf(dates![index]),
        where,
      })
    else {
      units.add(number.unit)
      const at = day?.date ?? null
      points.push({ date: at, value: number.value, who: null, act: null, note: null, source: null })
    }
  }
  return { points, unit: units.size === 1 ? [...units][0]! : null, problems }
}

/** Null where the path is none, or of a kind that could keep a reader busy for ever. */
function found(path: string, json: unknown): unknown[] | null {
  if (path.length > 300 || (path.match(/\.\./g)?.length ?? 0) > 1 || (path.match(/[?,]/g)?.length ?? 0) > 6)
    return null
  try {
    const environment = new JSONPathEnvironment({ strict: true })
    // Their patterns come from a page.
    for (const name of ['match', 'search']) environment.functionRegister.delete(name)
    const values: unknown[] = []
    for (const node of environment.lazyQuery(path, json as never)) {
      values.push(node.value)
      if (values.length > mostPoints) break
    }
    return values
  } catch {
    return null
  }
}

function plain(value: number): { value: number; unit: null } | null {
  return Number.isFinite(value) && Math.abs(value) <= 1e15 ? { value, unit: null } : null
}

function wordsOf(told: unknown): string {
  return typeof told === 'string' || typeof told === 'number' ? String(told).slice(0, 100) : typeof told
}
