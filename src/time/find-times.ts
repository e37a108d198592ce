import { looksLikeClock } from './clock-signs.ts'
import { atWords } from './links.ts'
import { linkBetween } from './links-between.ts'
import { isMark, isWord, type Part } from './part.ts'
import { withoutLooseHours } from './plain-hours.ts'
import { answerOf, readTime, type TimeAnswer, type TimeContext, withUnread } from './read-time.ts'
import { partsOf } from './scan.ts'
import { type Token, tokensOf } from './tokens.ts'
import { unreadHour } from './unread-hours.ts'

/** `phrase` is `text.slice(index, index + length)`. */
export type FoundTime = TimeAnswer & { index: number; length: number }

/**
 * Every time told in running text (prose, Markdown, plain text), in order: day and hour that stand in one sentence
 * or line are one time. Fields of `context` as in `readTime`; a day told by a heading is the caller's business.
 * Time linear in the text's length.
 */
export function findTimes(text: string, context: TimeContext = {}): FoundTime[] {
  const tokens = tokensOf(text)
  const parts = partsOf(tokens)
  return groupsOf(tokens, parts).flatMap(group => {
    const first = tokens[group[0]?.from ?? 0]
    const last = tokens[(group.at(-1)?.to ?? 1) - 1]
    if (!first || !last) return []
    const answer = withUnread(answerOf(tokens, group, context), unreadHour(tokens, group, parts))
    if (!answer.readings.length && answer.time === undefined) return []
    const index = first.index
    const end = closed(text, index, last.end)
    return [{ phrase: text.slice(index, end), ...answer, index, length: end - index }]
  })
}

/** The hour that opens a line, where words above it tell the day: "14.00 – …", "um halb acht: …", "10時〜 …". */
export function hourOpening(text: string, day: string, context: TimeContext = {}): FoundTime | null {
  const lead = `${day}, `
  const tokens = tokensOf(lead + text)
  const parts = partsOf(tokens)
  const first = parts.find(part => (tokens[part.from]?.index ?? 0) >= lead.length)
  if (first?.kind !== 'clock' || !opensText(tokens, first, lead.length)) return ledHour(text, day, context)
  const group = groupsOf(tokens, parts).find(one => one.includes(first))
  const answer = group && answerOf(tokens, group, context)
  if (!answer?.readings[0]?.start.includes('T')) return null
  const index = (tokens[first.from]?.index ?? 0) - lead.length
  const end = closed(text, index, (tokens[(group?.at(-1)?.to ?? 1) - 1]?.end ?? 0) - lead.length)
  return { phrase: text.slice(index, end), ...answer, index, length: end - index }
}

/** "kl 18 Title", "h 18: …", "dalle 17 alle 19: …": a bare figure behind the sign of an hour. */
function ledHour(text: string, day: string, context: TimeContext): FoundTime | null {
  const [said, from, to] = led.exec(text) ?? []
  if (!said || Number(from) > 24) return null
  const answer = readTime(`${day}, ${from}:00${to ? ` - ${to}:00` : ''}`, context)
  return answer.readings.length ? { ...answer, phrase: said, index: 0, length: said.length } : null
}

const led =
  /^\P{L}{0,3}(?:[Kk]lo|[Kk]l|[Kk]ello|[Kk]lockan|[Hh]|[Oo]re|[Aa]lle|[Dd]alle|[Gg]odz|[Ss]aat|ساعت|الساعة|בשעה|[Uu]m|[Aa]b|[Oo]m|[Àà]s|[Aa] las|[Aa]t|[Pp]ukul|[Jj]am|[Вв]|[Оо]|[Oo]|[Vv])\.?:?\s*(\p{Nd}{1,2})(?![\p{Nd}.h]|:\p{Nd})(?:\s*(?:[-–]|alle|bis|to|till|tot|do|hasta|às|تا|إلى)\s*(\p{Nd}{1,2})(?![\p{Nd}.h]|:\p{Nd}))?(?=\s*(?:[:：–—,-]|$)|\s\p{Lu})/u

function opensText(tokens: Token[], first: Part, from: number): boolean {
  return !tokens
    .slice(0, first.from)
    .some(
      token =>
        token.index >= from &&
        (token.kind === 'number' || (token.kind === 'word' && !atWords.has(token.text))),
    )
}

/** Where the phrase ends with the bracket that it opens. */
function closed(text: string, from: number, to: number): number {
  const phrase = text.slice(from, to)
  const open = phrase.lastIndexOf('(') > phrase.lastIndexOf(')') && text[to] === ')'
  return open ? to + 1 : to
}

/** Parts in the groups that tell one time each; what tells none by itself is left out. */
function groupsOf(tokens: Token[], parts: Part[]): Part[][] {
  const groups: Part[][] = []
  let group: Part[] = []
  for (const [index, part] of parts.entries()) {
    const apart = group.length > 0 && !belongs(tokens, group, part)
    if (apart && !isDay(part) && part.kind !== 'clock' && !canOpen(tokens, part)) continue
    if (apart || isOfNextDay(tokens, parts, group, index)) {
      groups.push(group)
      group = []
    }
    if (group.length || canOpen(tokens, part)) group.push(part)
  }
  groups.push(group)
  return groups.map(group => trimmed(withoutLooseHours(tokens, group))).filter(group => tells(tokens, group))
}

/** "Written 24 May. Live at 10:30am CDT on July 2": an hour nearer to a day behind it belongs to that one. */
function isOfNextDay(tokens: Token[], parts: Part[], group: Part[], index: number): boolean {
  const part = parts[index]
  const last = group.at(-1)
  if (part?.kind !== 'clock' || !last || group.some(one => one.kind === 'clock')) return false
  let end = part.to
  for (const next of parts.slice(index + 1, index + 8)) {
    if (isDay(next)) {
      const link = linkBetween(tokens, [], end, next.from)
      const near =
        next.from - end <= 3 && link.words === 0 && !link.ends && !link.comma && !link.range && !link.and
      return near && part.from - last.to > 2 && linesBetween(tokens, end, next.from) === 0
    }
    end = next.to
  }
  return false
}

const mostParts = 48

function belongs(tokens: Token[], group: Part[], part: Part): boolean {
  const last = group.at(-1)
  if (!last || group.length >= mostParts) return false
  const link = linkBetween(tokens, [], last.to, part.from)
  const gap = part.from - last.to
  const lines = linesBetween(tokens, last.to, part.from)
  const hasDay = group.some(isDay)
  const hasHour = group.some(one => one.kind === 'clock')
  if (lines > 1 || (lines === 1 && !goesOnInNextLine(tokens, group, part, last))) return false
  if (part.kind === 'zone') {
    if (isDay(last) && part.sort === 'place' && gap === 1) return true
    if (last.kind === 'zone' || last.kind === 'shift') return gap <= 2
    const inBrackets = isMark(tokens[part.from - 1], '(') && isMark(tokens[part.to], ')')
    if (hasHour && inBrackets) return gap <= 8 && !ended(tokens, last.to, part.from)
    return last.kind === 'clock' ? gap <= 3 && link.words === 0 : hasHour && gap <= 4 && link.words <= 1
  }
  if (part.kind === 'shift') return gap <= 4
  if (part.kind === 'duration' || part.kind === 'all-day')
    return gap <= (ended(tokens, last.to, part.from) ? 4 : 8)
  if (part.kind === 'clock') {
    if (!hasHour) return hasDay ? gap <= (ended(tokens, last.to, part.from) ? 12 : 16) : gap <= 3
    if (isDay(last) && last.kind !== 'weekday')
      return link.words <= 3 && gap <= 8 && !ended(tokens, last.to, part.from)
    // "7.30pm for 8pm"
    const isForLater = gap <= 2 && isWord(tokens[last.to], 'for')
    return (link.words === 0 || isForLater) && gap <= 6 && !ended(tokens, last.to, part.from)
  }
  // A day behind: of a weekday it is the same day, of a day or an hour it may be the other end or the day meant.
  if (last.kind === 'weekday') return gap <= 4 && link.words === 0
  if (part.kind === 'weekday' && hasDay && hasHour && isMark(tokens[last.to], '(') && gap <= 1) return true
  if (hasDay && !hasHour && isDay(last))
    return gap <= 4 && link.words === 0 && !ended(tokens, last.to, part.from) && part.kind !== 'relative'
  if (hasDay) {
    // "from 8 a.m. from 22 April until 8 p.m. on 26 April": hours lead, and one of them still lacks its day.
    const [hours, days] = [
      group.filter(one => one.kind === 'clock'),
      group.filter(one => one.kind === 'date'),
    ]
    const leads = (hours[0]?.from ?? 0) < (days[0]?.from ?? 0) && hours.length > days.length
    const near = gap <= 3 && link.words === 0 && !ended(tokens, last.to, part.from)
    return (leads && near) || dayFollowsInRange(link, gap)
  }
  return gap <= 8 && link.words <= 2 && !ended(tokens, last.to, part.from)
}

function dayFollowsInRange(
  link: { range: boolean; and: boolean; comma: boolean; words: number; ends: boolean },
  gap: number,
): boolean {
  return (link.range || link.and || link.comma) && link.words <= 3 && gap <= 8 && !link.ends
}

function isDay(part: Part): boolean {
  return part.kind === 'date' || part.kind === 'weekday' || part.kind === 'relative'
}

function linesBetween(tokens: Token[], from: number, to: number): number {
  let lines = 0
  for (let at = from; at < to; at++) if (tokens[at]?.kind === 'line') lines++
  return lines
}

/** A sentence ends: a full stop (but "Dec. 5" and "p.m." are read by then), a question or exclamation mark. */
function ended(tokens: Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const token = tokens[at]
    if (isMark(token, '!', '?', '。')) return true
    if (!isMark(token, '.')) continue
    const next = tokens[at + 1]
    // "Tuesday, December 2. 10:00-12:00": a figure right behind the stop goes on with the time.
    if (next && next.kind !== 'number' && next.spaced && /^\p{Lu}/u.test(next.raw)) return true
  }
  return false
}

/** "Date: 18 December" and "Time: 14:00" below it; the rest of a sentence that is wrapped. */
function goesOnInNextLine(tokens: Token[], group: Part[], part: Part, last: Part): boolean {
  const line = tokens.findIndex((token, at) => at >= last.to && token.kind === 'line')
  const first = tokens[line + 1]
  if (isMark(first, '-', '+', '#', '>', '|') || first?.kind === 'skip') return false
  const hasHour = group.some(one => one.kind === 'clock')
  const hasDay = group.some(isDay)
  const words = part.from - line - 1
  if (part.kind === 'zone') return hasHour && words === 0
  if (part.kind === 'clock' && isOfSchedule(tokens, part)) return false
  if (part.kind === 'clock')
    return (
      hasDay &&
      !hasHour &&
      (words <= 1 || (words <= 3 && isMark(tokens[part.from - 1], ':')) || wraps(tokens, line, last))
    )
  if (part.kind === 'date') return hasHour && !hasDay && words <= 1
  return false
}

/** The next line begins with an hour too: these are items of that day, and only the caller knows so. */
function isOfSchedule(tokens: Token[], part: Part): boolean {
  let line = part.to
  while (line < tokens.length && tokens[line]?.kind !== 'line') line++
  while (tokens[line]?.kind === 'line' || isMark(tokens[line], '-', '|')) line++
  return looksLikeClock(tokens, line)
}

function wraps(tokens: Token[], line: number, last: Part): boolean {
  const before = tokens[line - 1]
  return (
    before !== undefined &&
    !isMark(before, '.', ':', '!', '?', ';') &&
    line - last.to <= 8 &&
    /^\p{Ll}/u.test(tokens[line + 1]?.raw ?? '')
  )
}

function canOpen(tokens: Token[], part: Part): boolean {
  if (part.kind === 'zone')
    return isMark(tokens[part.to], ':', ')', '(') || tokens[part.to]?.kind === 'number'
  return part.kind !== 'shift' && part.kind !== 'duration'
}

/** Zones and lengths that nothing in the group uses are no part of what was found. */
function trimmed(group: Part[]): Part[] {
  const hasHour = group.some(part => part.kind === 'clock')
  const kept = hasHour
    ? group
    : group.filter(part => part.kind !== 'zone' && part.kind !== 'duration' && part.kind !== 'shift')
  const from = kept.findIndex(
    part => isDay(part) || part.kind === 'clock' || (hasHour && part.kind === 'zone'),
  )
  return from < 0 ? [] : kept.slice(from)
}

/** A bare weekday, "today" or an hour that might be a score is no time of its own. */
function tells(tokens: Token[], group: Part[]): boolean {
  const hours = group.filter(part => part.kind === 'clock')
  const dates = group.filter(part => part.kind === 'date')
  if (dates.length)
    return (
      hours.length > 0 ||
      dates.some(part => part.kind === 'date' && part.days.every(day => isWhole(day, group)))
    )
  if (!hours.length) return group.some(part => part.kind === 'all-day') && group.some(isDay)
  if (group.some(isDay)) return true
  const zone = group.find(part => part.kind === 'zone')
  if (zone && hours.some(part => zone.from - part.to <= 1 && zone.from >= part.to)) return true
  return hours.some(part => part.kind === 'clock' && isTold(tokens, part) && !isVerse(tokens, part))
}

/** "3/4" alone is a fraction, "18/12" beside a weekday a day. */
function isWhole(day: { year?: number; sign?: string; month?: number }, group: Part[]): boolean {
  if (day.month === undefined) return false
  return day.year !== undefined || day.sign !== '/' || group.some(part => part.kind === 'weekday')
}

/** "14:00", "14h30", "2 pm" are hours by themselves; "5h" may last, "2.30" may be a figure. */
function isTold(tokens: Token[], part: Part): boolean {
  if (part.kind !== 'clock' || part.half !== null) return part.kind === 'clock'
  const point = isMark(tokens[part.from + 1], '.') && part.to - part.from === 3
  return (
    part.to - part.from > 2 &&
    (!point || isWord(tokens[part.from - 1], 'at', 'ore', 'alle', 'kl', 'pukul', 'um'))
  )
}

/** "Romans 8:28", "1:2": a chapter or a score. */
function isVerse(tokens: Token[], part: Part): boolean {
  const before = tokens[part.from - 1]
  if (part.kind !== 'clock' || part.half !== null || part.padded) return false
  const isName =
    before?.kind === 'word' &&
    /^\p{Lu}\p{Ll}{3,}/u.test(before.raw) &&
    !isWord(before, 'time', 'from', 'at', 'start')
  return isName || isWord(before, 'score', 'won', 'lost', 'ratio', 'chapter', 'verse')
}
