import { isNamedHour } from './clock-signs.ts'
import type { Doubt } from './doubt.ts'
import { isHourName } from './halfway-hours.ts'
import { halfAt } from './halves.ts'
import { closes } from './hour-closes.ts'
import { labelWords } from './hour-words.ts'
import { rangeWords } from './links.ts'
import { linkBetween } from './links-between.ts'
import { isNumbered } from './numbered.ts'
import { isGlued, isMark, isNumber, isWord, type Part } from './part.ts'
import { isPriceOrChain } from './price-or-chain.ts'
import type { Token } from './tokens.ts'
import { isVerseAt } from './verse-words.ts'

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

type Free = (at: number) => boolean

function saysHour(tokens: Token[], at: number, isFree: Free): boolean {
  const token = tokens[at]
  if (token?.kind === 'number') return isFigures(tokens, at) || opensRange(tokens, at, isFree)
  if (token?.kind !== 'word') return false
  const isCount = (here: number) => ['number', 'word'].includes(tokens[here]?.kind ?? '') && isFree(here)
  if (isWord(token, ...labels)) return isCount(at + 1)
  if (isWord(token, ...ofHours)) return isCount(at - 1)
  if (isNamedHour(token) && token.text.length > 1) return isCount(at - 1)
  const half = halfAt(tokens, at)
  if (!half) return false
  return [at - 1, half.to].some(here => isFree(here) && (isSmall(tokens[here]) || isHourName(tokens[here])))
}

/** "20.00", "9:30" that nothing made an hour of. */
function isFigures(tokens: Token[], at: number): boolean {
  const [sign, minutes, behind] = [tokens[at + 1], tokens[at + 2], tokens[at + 3]]
  const isTime = isSmall(tokens[at]) && isNumber(minutes, 2) && Number(minutes.text) < 60
  if (!isTime || !isMark(sign, '.', ':') || !isGlued(sign) || !isGlued(minutes) || isNumbered(tokens[at - 1]))
    return false
  const isVerse = isMark(sign, ':') && isVerseAt(tokens, at)
  const isMeasure = isMark(behind, '°') || (isMark(behind, '.', ':', '%', '-') && isGlued(behind))
  return !isVerse && !isMeasure && !isPriceOrChain(tokens, at)
}

/** "15 до 17", "३ ते ५". */
function opensRange(tokens: Token[], at: number, isFree: Free): boolean {
  const link = tokens[at + 1]
  const isRange = link?.kind === 'word' && rangeWords.has(link.text) && link.text.length > 1
  const isPair = isSmall(tokens[at]) && isSmall(tokens[at + 2]) && isFree(at + 2)
  return isPair && isRange && !isNumbered(tokens[at - 1]) && !isCounted(tokens, at + 3)
}

/** "10 to 12 speakers", "с 6 до 10 лет": the name of what is counted stands behind the figures. */
function isCounted(tokens: Token[], at: number): boolean {
  const word = tokens[at]
  return word?.kind === 'word' && word.raw.length > 2 && !closes(tokens, at) && !halfAt(tokens, at)
}

function isSmall(token: Token | undefined): boolean {
  return isNumber(token) && token.raw.length <= 2 && Number(token.text) <= 24
}

/** "9:00 dan 11:00 gacha": between two hours of a day stand words that tell neither a range nor a list. */
export function unreadLink(tokens: Token[], parts: Part[]): Doubt | null {
  const clocks = parts.filter(({ kind }) => kind === 'clock')
  const [first, second] = clocks
  if (clocks.length !== 2 || !first || !second || second.from - first.to > 4) return null
  if (parts.some(part => part.kind !== 'zone' && part.from >= first.to && part.to <= second.from)) return null
  const link = linkBetween(tokens, parts, first.to, second.from)
  const isUnread = link.words > 0 && link.words < 3 && !link.and && !link.comma && !link.again && !link.ends
  const isPlain = tokens.slice(first.to, second.from).every(({ raw }) => raw === raw.toLowerCase())
  if (!isUnread || !isPlain) return null
  const says = `Between two hours stands "${tokens[first.to]?.raw}", which was not understood.`
  return { code: 'time-unread', says }
}

const labels = [
  ...labelWords,
  ...'saat ساعت الساعة בשעה pukul klo godz hod เวลา alas uhr ora ore oren orele baje'.split(' '),
]

/** Parts of the day in the case in which an hour stands before them. */
const ofHours = 'утра вечера ночи ранку вечора ночі раніцы'.split(' ')
