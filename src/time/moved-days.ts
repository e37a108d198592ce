import { plainLatin } from './fold.ts'
import type { Part } from './part.ts'
import type { Token } from './tokens.ts'

/**
 * "18 December – new date: 15 January, 3pm", "15 January (was 18 December)", "postponed from 18 December to 15
 * January": of a day that holds no more nothing is read, where another is told.
 */
export function withoutMovedDays(tokens: Token[], parts: Part[]): Part[] {
  const dates = parts.filter(part => part.kind === 'date')
  if (dates.length < 2) return parts
  const fresh = dates.findLastIndex((date, at) => at > 0 && isAfter(tokens, date, newDay))
  if (fresh > 0) return parts.slice(openedBy(parts, parts.indexOf(dates[fresh]!)))
  const stale = dates.findIndex(date => isAfter(tokens, date, oldDay))
  if (stale < 0) return parts
  const from = openedBy(parts, parts.indexOf(dates[stale]!))
  const next = dates[stale + 1]
  const rest = next ? parts.slice(openedBy(parts, parts.indexOf(next))) : []
  const kept = [...parts.slice(0, from), ...rest]
  return kept.some(part => part.kind === 'date') ? kept : parts
}

/** Words that end in "new date:", "postponed to" and the like: the day behind them takes the place of another. */
export function tellsNewDay(words: string): boolean {
  return newDay.test(plainLatin(words).replace(/\s+/g, ' ').trimEnd())
}

/** Words that end in "moved from", "verlegt vom" and the like: the day behind them holds no more. */
export function tellsOldDay(words: string): boolean {
  return oldDay.test(plainLatin(words).replace(/\s+/g, ' ').trimEnd())
}

/** With its weekday in front. */
function openedBy(parts: Part[], at: number): number {
  const before = parts[at - 1]
  return before?.kind === 'weekday' && (parts[at]?.from ?? 0) - before.to <= 2 ? at - 1 : at
}

function isAfter(tokens: Token[], date: Part, words: RegExp): boolean {
  const before = tokens.slice(Math.max(0, date.from - 7), date.from)
  const line = before.findLastIndex(token => token.kind === 'line')
  return words.test(
    before
      .slice(line + 1)
      .map(token => (token.kind === 'number' ? '0' : token.text))
      .join(' '),
  )
}

/** Behind the words stand at most a weekday and an article. */
const close = String.raw`(?: ?[:,(-])*(?: (?!and\b|und\b|et\b|y\b)\p{L}+){0,2}(?: ?[:,.-])*$`
const newDay = new RegExp(
  `(?:new (?:date|day)|rescheduled (?:to|for)|postponed (?:to|until|till)|moved to|neuer termin|neues datum|verschoben auf(?: den)?|verlegt auf(?: den)?|nouvelle date|reportee? au|nueva fecha|(?:aplazad|pospuest|reprogramad)[oa] (?:al?|para el|hasta el)|nova data|adiad[oa] para|nuova data|rinviat[oa] al?|nieuwe datum|verplaatst naar|verzet naar|nowy termin|nowa data|przeniesion[eya] na|новая дата|нова дата|перенесен[оаы]? на|الموعد الجديد|التاريخ الجديد|新日期|新日程)${close}`,
  'u',
)
const oldDay = new RegExp(
  `(?:\\bwas|originally(?: on| planned for| scheduled for)?|previously|formerly|instead of|(?:postponed|moved|rescheduled) from|statt(?: am)?|anstatt|ursprunglich|(?:verschoben|verlegt) vom|initialement(?: prevue?)?|au lieu du|reportee? du|originalmente|inicialmente|en (?:lugar|vez) del?|(?:aplazad|pospuest)[oa] del|em vez de|adiad[oa] de|invece (?:che |di |del )|inizialmente|oorspronkelijk|in plaats van|pierwotnie|zamiast|вместо|первоначально|замість|بدلا من|原定)${close}`,
  'u',
)
