import { relativeDayOf, weekdayOf } from './calendar-words.ts'
import { dayAt } from './day-numbers.ts'
import { monthAt } from './months.ts'
import { isGlued, isMark, isNumber, isWord } from './part.ts'
import type { Piece } from './scan-lengths.ts'
import type { Token } from './tokens.ts'

const which = new Map<string, 'this' | 'next' | 'last'>(Object.entries({
  this: 'this', next: 'next', last: 'last', past: 'last', coming: 'this', diesen: 'this', nachsten: 'next', kommenden: 'this',
  este: 'this', proximo: 'next', ce: 'this', prochain: 'next', pasado: 'last', dernier: 'last',
})) // biome-ignore format: a table

export function weekdayAt(tokens: Token[], at: number): Piece {
  const token = tokens[at]
  if (token?.kind !== 'word') return null
  const chinese = chineseWeekday(tokens, at)
  if (chinese) return chinese
  const key = token.text === 'يوم' ? tokens[at + 1]?.text : token.text
  const word = weekdayOf(key ?? '')
  if (!word) return null
  let to = at + (token.text === 'يوم' ? 2 : 1)
  if (word.short && !isBesideNumber(tokens, at, word.languages)) return null
  // Polish "zapisy do 4.12." is no Thursday.
  if (token.raw === 'do' && isPrecededByOther(tokens, at)) return null
  if (isPortuguese(token.text)) {
    const fair = isMark(tokens[to], '-') && isWord(tokens[to + 1], 'feira')
    if (fair) to += 2
    else if (isWord(tokens[to], 'feira')) to++
    else if (!isMark(tokens[to], ',') || !isNumber(tokens[to + 1])) return null
  }
  if (isMark(tokens[to], '.') && isGlued(tokens[to]) && word.short) to++
  const before = tokens[at - 1]
  const told = isWord(before, 'week') ? null : (which.get(before?.text ?? '') ?? null)
  const behind = isWord(tokens[to], 'prochain', 'proximo', 'next')
    ? 'next'
    : isWord(tokens[to], 'dernier', 'pasado')
      ? 'last'
      : null
  return {
    part: { kind: 'weekday', weekday: word.value, which: told ?? behind, languages: word.languages },
    to,
  }
}

/** "Tue 4", "Sa., 18.12.", "3pm Sat": two or three letters are a weekday only beside a figure. */
function isBesideNumber(tokens: Token[], at: number, languages: string[]): boolean {
  let here = at + 1
  while (isMark(tokens[here], '.', ',', '-', '/', '(', ')')) here++
  if (
    weekdayOf(tokens[here]?.text ?? '') &&
    isNumber(tokens[isMark(tokens[here + 1], ',', '.', ')') ? here + 2 : here + 1])
  )
    return true
  const month = monthAt(tokens, here)
  const next = isNumber(tokens[here]) || month !== null || isWord(tokens[here], 'le', 'el', 'den', 'the')
  const token = tokens[at]
  const isEnglish = languages.includes('en')
  if (
    !isEnglish &&
    !(token && token.raw.length > 2) &&
    isGlued(tokens[at]) &&
    at > 0 &&
    !isMark(tokens[at - 1], '(')
  )
    return false
  if (next && isEnglish) return true
  if (next) {
    if (month) return isNumber(tokens[month.to])
    const day = dayAt(tokens, here)
    if (isWord(tokens[here], 'le', 'el', 'den')) return true
    if (!day) return isNumber(tokens[here], 4)
    if (isMark(tokens[day.to], '.', '/', '-') && isNumber(tokens[day.to + 1])) return true
    let after = day.to
    while (isMark(tokens[after], '.') || isWord(tokens[after], 'de', 'di')) after++
    return monthAt(tokens, after) !== null
  }
  if (!isEnglish || !/^\p{Lu}/u.test(token?.raw ?? '')) return false
  if (isWord(tokens[here], 'at', 'from') || isMark(tokens[here], '@')) return isNumber(tokens[here + 1])
  return isWord(tokens[at - 1], 'am', 'pm') || (isMark(tokens[at - 1], '(') && isMark(tokens[at + 1], ')'))
}

/** A word that does not lead a Dutch weekday, or a figure: "od 8. do 10. února". */
function isPrecededByOther(tokens: Token[], at: number): boolean {
  const before = tokens[at - 1]
  if (before?.kind === 'word') return !isWord(before, 'op', 'en', 'of', 'tot')
  return isNumber(before) || (isMark(before, '.') && isGlued(before) && isNumber(tokens[at - 2]))
}

function isPortuguese(text: string): boolean {
  return /^(segunda|terca|quarta|quinta|sexta)$/.test(text)
}

/** "星期五", "周五", "(金)", "金曜日", "금요일". */
function chineseWeekday(tokens: Token[], at: number): Piece {
  const text = tokens[at]?.text ?? ''
  const days = '一二三四五六日'
  const part = (weekday: number, to: number): Piece => ({
    part: { kind: 'weekday', weekday, which: null, languages: ['zh'] },
    to,
  })
  const week = '下本这這上'.includes(text) && text ? chineseWeekday(tokens, at + 1) : null
  if (week?.part.kind === 'weekday' && week.to > at + 2) {
    const which = text === '下' ? 'next' : text === '上' ? 'last' : 'this'
    return { part: { ...week.part, which }, to: week.to }
  }
  const long =
    (text === '星' && isWord(tokens[at + 1], '期')) ||
    (text === '礼' && isWord(tokens[at + 1], '拜')) ||
    (text === '禮' && isWord(tokens[at + 1], '拜'))
  const short = text === '周' || text === '週'
  if (long || short) {
    const name = tokens[at + (long ? 2 : 1)]?.text ?? ''
    const value = days.indexOf(name === '天' ? '日' : name)
    return value >= 0 && name !== '' ? part(value + 1, at + (long ? 3 : 2)) : null
  }
  const japanese = '月火水木金土日'.indexOf(text)
  if (text.length === 1 && japanese >= 0) {
    if (isWord(tokens[at + 1], '曜')) return part(japanese + 1, at + (isWord(tokens[at + 2], '日') ? 3 : 2))
    if (isMark(tokens[at - 1], '(') && isMark(tokens[at + 1], ')')) return part(japanese + 1, at + 1)
  }
  const korean = '월화수목금토일'.indexOf(text.slice(0, 1))
  return text.length === 3 && korean >= 0 && text.endsWith('요일') ? part(korean + 1, at + 1) : null
}

/** "tomorrow", "mañana" (a day, not "de la mañana"), "明天". */
export function relativeAt(tokens: Token[], at: number): Piece {
  const token = tokens[at]
  if (token?.kind !== 'word') return null
  if (isWord(token, 'day') && isWord(tokens[at + 1], 'after') && isWord(tokens[at + 2], 'tomorrow')) {
    return { part: { kind: 'relative', days: 2 }, to: at + 3 }
  }
  if (isWord(token, 'aujourd') && isWord(tokens[at + 2], 'hui'))
    return { part: { kind: 'relative', days: 0 }, to: at + 3 }
  const pair =
    tokens[at + 1]?.kind === 'word' ? relativeDayOf(`${token.text}${tokens[at + 1]?.text}`) : undefined
  const isHan = /\p{Script=Han}/u.test(token.text)
  if (pair && isHan) return { part: { kind: 'relative', days: pair.value }, to: at + 2 }
  for (const [words, days] of relativePhrases.get(token.text) ?? []) {
    if (words.every((text, index) => tokens[at + index]?.text === text))
      return { part: { kind: 'relative', days }, to: at + words.length }
  }
  // Vietnamese "8 giờ sáng mai": the part of the day belongs to the hour.
  if (isWord(token, 'mai', 'nay') && isWord(tokens[at - 1], 'sang', 'chieu', 'toi', 'trua'))
    return { part: { kind: 'relative', days: isWord(token, 'mai') ? 1 : 0 }, to: at + 1 }
  const days = inDays(tokens, at)
  if (days) return days
  if (isMorning(token, tokens[at - 1])) return null
  const word = relativeDayOf(token.text)
  return word ? { part: { kind: 'relative', days: word.value }, to: at + 1 } : null
}

const few = new Map<string, number>(
  Object.entries({
    two: 2,
    three: 3,
    deux: 2,
    trois: 3,
    dos: 2,
    tres: 3,
    zwei: 2,
    drei: 3,
    due: 2,
    два: 2,
    три: 3,
  }),
)

/** "in two days", "dans 3 jours", "через два дня". */
function inDays(tokens: Token[], at: number): Piece {
  if (!isWord(tokens[at], 'in', 'dans', 'en', 'em', 'tra', 'fra', 'через', 'over')) return null
  const count = tokens[at + 1]
  const told = count?.text ?? ''
  const days = Number(told) || few.get(told)
  const unit = isWord(tokens[at + 2], 'days', 'jours', 'dias', 'tagen', 'giorni', 'дня', 'днеи', 'dagen')
  const alone = !isWord(tokens[at + 3], 'of', 'de', 'before', 'after')
  return days && days < 15 && unit && alone ? { part: { kind: 'relative', days }, to: at + 3 } : null
}

/** "depois de amanhã", "après-demain", "hari ini": days of several words. */
const phrases: [string[], number][] = [
  [['pasado', 'manana'], 2],
  [['ce', 'soir'], 0],
  [['ce', 'matin'], 0],
  [['esta', 'noche'], 0],
  [['esta', 'tarde'], 0],
  [['esta', 'noite'], 0],
  [['questa', 'sera'], 0],
  [['malam', 'ini'], 0],
  [['this', 'evening'], 0],
  [['this', 'afternoon'], 0],
  [['depois', 'de', 'amanha'], 2],
  [['apres', '-', 'demain'], 2],
  [['dopo', 'domani'], 2],
  [['hari', 'ini'], 0],
  [['ngay', 'mai'], 1],
  [['i', 'morgon'], 1],
  [['i', 'morgen'], 1],
  [['i', 'kvall'], 0],
  [['i', 'kveld'], 0],
  [['i', 'aften'], 0],
  [['i', 'dag'], 0],
  [['bu', 'aksam'], 0],
  [['hom', 'nay'], 0],
  [['بعد', 'غد'], 2],
]
const relativePhrases = Map.groupBy(phrases, ([words]) => words[0] ?? '')

/** "de la mañana", "am Morgen": the morning, not the day after. */
function isMorning(token: Token, before: Token | undefined): boolean {
  if (isWord(token, 'manana')) return isWord(before, 'la', 'por', 'de', 'esta', 'cada', 'del', 'a', 'el')
  return isWord(token, 'morgen') && isWord(before, 'am', 'guten', 'jeden', 'der', 'den', 'goede', 'zondag')
}
