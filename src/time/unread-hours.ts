import { isNamedHour } from './clock-signs.ts'
import type { Doubt } from './doubt.ts'
import { halfAt } from './halves.ts'
import { labelWords } from './hour-words.ts'
import { isNumber, isWord, type Part } from './part.ts'
import type { Token } from './tokens.ts'

/** How far from a day an hour may stand that belongs to it. */
const reach = 8

/**
 * "8 mars, ora nëntë", "12 dekabr, soat yettidan oshganda": words of an hour beside a day, and no hour that could be
 * read. A day must not be taken for the whole of what is told. `all`: everything that was read, of other times too.
 */
export function unreadHour(tokens: Token[], group: Part[], all: Part[]): Doubt | null {
  const days = group.filter(({ kind }) => kind === 'date' || kind === 'relative' || kind === 'weekday')
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last || group.some(({ kind }) => kind === 'clock' || kind === 'all-day')) return null
  const from = Math.max(0, first.from - reach)
  const to = Math.min(tokens.length, last.to + reach)
  const near = all.filter(part => part.to > from && part.from < to)
  if (near.some(({ kind }) => kind === 'clock')) return null
  const isFree = (at: number) => !near.some(part => part.from <= at && at < part.to)
  for (let at = from; at < to; at++) {
    if (!isFree(at) || linesApart(tokens, at, first, last) || !saysHour(tokens, at, isFree)) continue
    const says = `An hour seems to be told beside the day ("${tokens[at]?.raw}") and was not understood.`
    return { code: 'time-unread', says }
  }
  return null
}

function linesApart(tokens: Token[], at: number, first: Part, last: Part): boolean {
  const between = at < first.from ? tokens.slice(at, first.from) : tokens.slice(last.to, at)
  return between.some(({ kind }) => kind === 'line')
}

function saysHour(tokens: Token[], at: number, isFree: (at: number) => boolean): boolean {
  const token = tokens[at]
  if (token?.kind !== 'word') return false
  const isCount = (here: number) => ['number', 'word'].includes(tokens[here]?.kind ?? '') && isFree(here)
  if (isWord(token, ...labels)) return isCount(at + 1)
  if (isNamedHour(token) && token.text.length > 1) return isCount(at - 1)
  const half = halfAt(tokens, at)
  if (!half) return false
  return [at - 1, half.to].some(here => isSmall(tokens[here]) && isFree(here))
}

function isSmall(token: Token | undefined): boolean {
  return isNumber(token) && token.raw.length <= 2 && Number(token.text) <= 24
}

const labels = [
  ...labelWords,
  ...'saat ساعت الساعة בשעה pukul klo godz hod เวลา alas uhr ora ore oren orele baje'.split(' '),
]
