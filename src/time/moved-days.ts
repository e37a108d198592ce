import { plainLatin } from './fold.ts'
import type { Part } from './part.ts'
import type { Token } from './tokens.ts'

/**
 * "18 December – new date: 15 January, 3pm", "15 January (was 18 December)", "postponed from 18 December to 15
 * January": of a day that holds no more nothing is read, where another is told.
 */
export function withoutMovedDays(tokens: Token[], parts: Part[]): Part[] {
  const held = withoutDays(parts, date => isAfter(tokens, date, noDay))
  const dates = held.filter(part => part.kind === 'date')
  const [only] = dates
  if (only && dates.length === 1 && isAfter(tokens, only, oldDay) && isOpen(tokens)) return []
  return dates.length < 2 ? held : withoutOldDays(tokens, held, dates)
}

function withoutOldDays(tokens: Token[], parts: Part[], dates: Part[]): Part[] {
  const isCancelled = cancelled.test(wordsOf(tokens))
  const fresh = dates.findLastIndex(
    (date, at) =>
      at > 0 && (isAfter(tokens, date, newDay) || (isCancelled && isAfter(tokens, date, nextDay))),
  )
  if (fresh > 0) return parts.slice(openedBy(parts, parts.indexOf(dates[fresh]!)))
  const isFirstNew = isAfter(tokens, dates[0]!, newDay)
  // "postponed to 21 January the meeting planned for 14 January, 12:00": the hour holds.
  if (isFirstNew && dates.slice(1).some(date => isAfter(tokens, date, plannedDay)))
    return withoutDays(parts, date => date !== dates[0] && isAfter(tokens, date, plannedDay))
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

/** Days go with their weekdays, hours stay; not where no day would be left. */
function withoutDays(parts: Part[], isLeft: (date: Part) => boolean): Part[] {
  const left = new Set(
    parts.flatMap((part, at) =>
      part.kind === 'date' && isLeft(part) ? parts.slice(openedBy(parts, at), at + 1) : [],
    ),
  )
  const kept = left.size ? parts.filter(part => !left.has(part)) : parts
  return kept.some(part => part.kind === 'date') ? kept : parts
}

/** "originally 4 March, new date to be announced" */
function isOpen(tokens: Token[]): boolean {
  return /new date|neuer termin|neues datum|nouvelle date|nueva fecha|nova data|nuova data|nieuwe datum|nowy termin|nytt? datum|ny dato/.test(
    wordsOf(tokens),
  )
}

function wordsOf(tokens: Token[]): string {
  return tokens
    .slice(0, 200)
    .map(token => token.text)
    .join(' ')
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
  `(?:new (?:date|day|deadline)|rescheduled (?:to|for)|postponed (?:to|until|till)|moved to|neuer termin|neues datum|neue frist|verschoben auf(?: den)?|verlegt auf(?: den)?|nouvelle date|reportee? au|nueva fecha|(?:(?:aplazad|pospuest|reprogramad)[oa]|se (?:aplaza|pospone|traslada|reprograma)n?) (?:al?|para el|hasta el)|nova data|adiad[oa] para|nuova data|rinviat[oa] al?|nieuwe datum|verplaatst naar|verzet naar|nowy termin|nowa data|przeniesion[eya] na|новая дата|нова дата|перенесен[оаы]? на|الموعد الجديد|التاريخ الجديد|新日期|新日程)${close}`,
  'u',
)
const oldDay = new RegExp(
  `(?:\\bwas|originally(?: on| planned for| scheduled for)?|previously|formerly|instead of|(?:postponed|moved|rescheduled) from|statt(?: am)?|anstatt|ursprunglich|(?:verschoben|verlegt) vom|initialement(?: prevue?)?|au lieu du|reportee? du|originalmente|inicialmente|en (?:lugar|vez) del?|(?:aplazad|pospuest)[oa] del|em vez de|adiad[oa] de|invece (?:che |di |del )|inizialmente|oorspronkelijk|in plaats van|opprinnelig|oprindelig|ursprungligen|alun ?perin|pierwotnie|zamiast|вместо|первоначально|замість|بدلا من|原定)${close}`,
  'u',
)
const plannedDay = new RegExp(
  `(?:(?:scheduled|planned|announced|set) for|geplant(?: fur den| fur| am)?|vorgesehen(?: am)?|prevue?s?(?: le| pour le)?|previst[oa]s?(?: para| per| em)?(?: el| o| il| dia)?|programad[oa]s?(?: para)?(?: el| o)?|agendad[oa]s?(?: para)?|programmat[oa](?: per)?(?: il)?|gepland(?: op| voor)|planlagt(?: til)?|planerade?(?: till)?|zaplanowan[eya] na)${close}`,
  'u',
)
/** Days on which nothing is. */
const noDay =
  /(?:\bno (?!later)\p{L}+ on|\bnot on|except(?: for)?(?: on)?|closed(?: on)?|keine? \p{L}+ am|ausser am|geschlossen(?: am)?|pas de \p{L}+ le|sauf le|no hay \p{L}+ el|(?:excepto|salvo) el|exceto (?:no dia|o dia|em)|(?:tranne|eccetto) il|geen \p{L}+ op|behalve op|utom|undtagen)(?: (?:the|\p{L}+day|\p{L}+tag))?$/u
const cancelled =
  /cancel|fallt aus|entfallt|abgesagt|annule|suspendid|annullat|geannuleerd|vervalt|installt|installd|aflyst|avlyst|odwolan|peruttu|ακυρων/
/** Of the one that takes its place, where another is cancelled. */
const nextDay = new RegExp(
  `(?:next (?:meeting|session|event|date|one)|nachste[rs]? (?:treffen|termin|sitzung)|prochaine? (?:seance|reunion|date|rendez vous)|proxim[ao] (?:reunion|sesion|cita|reuniao|sessao|encontro)|prossim[oa] (?:incontro|riunione|appuntamento)|volgende (?:bijeenkomst|keer)|nasta (?:mote|traff)|n(?:e|ae)ste (?:mote|mode)|nastepne spotkanie)${close}`,
  'u',
)
