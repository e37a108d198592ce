import { relativeDayOf, weekdayOf } from './calendar-words.ts'
import { isGlued, isMark, isNumber, isWord, type Part } from './part.ts'
import { clockAt } from './scan-clocks.ts'
import { dateAt, dayAt, monthAt } from './scan-dates.ts'
import { longestPlace, zoneWordsAt } from './scan-zones.ts'
import type { Token } from './tokens.ts'

/** Everything in a text that may tell a time, in order; what belongs together is for the reader to say. */
export function partsOf(tokens: Token[]): Part[] {
  const parts: Part[] = []
  for (let at = 0; at < tokens.length; ) {
    const found = partAt(tokens, at, parts.at(-1))
    if (found) parts.push(found)
    at = found ? found.to : at + 1
  }
  return parts
}

function partAt(tokens: Token[], at: number, before: Part | undefined): Part | null {
  const token = tokens[at]
  if (!token || token.kind === 'line' || token.kind === 'skip') return null
  const found =
    (token.kind === 'mark' ? null : dateAt(tokens, at, before)) ??
    durationAt(tokens, at) ??
    shortDurationAt(tokens, at, before) ??
    allDayAt(tokens, at) ??
    shiftAt(tokens, at) ??
    weekdayAt(tokens, at) ??
    clockAt(tokens, at, before) ??
    relativeAt(tokens, at) ??
    zoneAt(tokens, at, before)
  return found ? { ...found.part, from: at, to: found.to } : null
}

function zoneAt(tokens: Token[], at: number, before: Part | undefined) {
  const gap = before ? at - before.to : 99
  const behind = before !== undefined && (before.kind === 'clock' || before.kind === 'zone') && gap <= 2
  const found = zoneWordsAt(tokens, at, behind)
  if (found) return found
  const inBrackets = isMark(tokens[at - 1], '(')
  const afterClock = before?.kind === 'clock' && gap === (inBrackets ? 1 : 0)
  if (!afterClock || tokens[at]?.kind !== 'word') return null
  const place = longestPlace(tokens, at)
  if (!place) return null
  const next = tokens[place.to]
  const ends = inBrackets ? isMark(next, ')', ',') : endsPlace(tokens, place.to)
  return ends ? place : null
}

/** Behind a place that tells a zone stands an end, a sign or the day; "10:00 Paris Agreement" is no place. */
function endsPlace(tokens: Token[], at: number): boolean {
  const next = tokens[at]
  if (next === undefined || next.kind === 'line' || isMark(next, '/', ';', '|', ')', ',', '=', '.', '-'))
    return true
  if (isWord(next, 'on', 'le', 'el', 'am', 'em', 'il', 'and', 'et', 'y', 'und')) return true
  return dateAt(tokens, at) !== null
}

type Piece = { part: PartOf; to: number } | null
type PartOf = Part extends infer P ? (P extends Part ? Omit<P, 'from' | 'to'> : never) : never

const units: Record<string, number> = {
  hour: 60, hours: 60, hr: 60, hrs: 60, heure: 60, heures: 60, hora: 60, horas: 60, stunde: 60, stunden: 60,
  std: 60, jam: 60, ora: 60, ore: 60, uur: 60, час: 60, часа: 60, часов: 60,
  minute: 1, minutes: 1, min: 1, mins: 1, minuto: 1, minutos: 1, minuten: 1, minuti: 1, menit: 1, минут: 1,
} // biome-ignore format: a table

/** "24-hour", "for 90 minutes", "1.5 hours"; not "2 hours ago", "every 3 hours". */
function durationAt(tokens: Token[], at: number): Piece {
  const token = tokens[at]
  const told = token?.kind === 'number' ? Number(token.text) : wordCounts[token?.text ?? '']
  if (!told || told > 600) return null
  let here = at + 1
  let count = told
  const half = tokens[here + 1]
  if (isMark(tokens[here], '.', ',') && isGlued(tokens[here]) && isNumber(half, 1) && isGlued(half)) {
    count += Number(half.text) / 10
    here += 2
  }
  if (isWord(tokens[here], 'and') && isWord(tokens[here + 1], 'a') && isWord(tokens[here + 2], 'half')) {
    count += 0.5
    here += 3
  }
  if (isMark(tokens[here], '-')) here++
  const unit = units[tokens[here]?.kind === 'word' ? (tokens[here]?.text ?? '') : '']
  if (!unit) return null
  const minutes = count * unit
  const before = tokens[at - 1]
  if (
    isWord(
      before,
      'in',
      'every',
      'within',
      'last',
      'past',
      'next',
      'first',
      'at',
      'alle',
      'a',
      'las',
      'as',
      'um',
      'в',
      'to',
      'dans',
      'toutes',
      'из',
    )
  )
    return null
  if (isMark(before, '.', ':', '-', '+', '/') && isGlued(token)) return null
  const after = tokens[here + 1]
  if (
    isWord(
      after,
      'ago',
      'before',
      'after',
      'later',
      'notice',
      'earlier',
      'behind',
      'ahead',
      'per',
      'a',
      'from',
      'prior',
    )
  )
    return null
  if (isWord(tokens[here], 'hrs', 'hours') && told > 72) return null
  const isFrench = isWord(
    tokens[here],
    'heures',
    'horas',
    'часов',
    'uur',
    'heure',
    'hora',
    'час',
    'часа',
    'jam',
    'ore',
    'ora',
  )
  if (isFrench && isWord(before, 'des', 'de', 'et', 'entre', 'vers', 'y', 'les', 'с', 'до', 'alle', 'ore'))
    return null
  if (minutes < 5 || minutes > 72 * 60) return null
  return { part: { kind: 'duration', minutes }, to: here + 1 }
}

/** "durée : 1h30", "14:00 (2h)": hours that last. */
function shortDurationAt(tokens: Token[], at: number, before: Part | undefined): Piece {
  const hours = Number(tokens[at]?.text)
  if (!isNumber(tokens[at]) || !isWord(tokens[at + 1], 'h') || hours > 12) return null
  const more = tokens[at + 2]
  const minutes = isNumber(more, 2) && isGlued(more) ? Number(more.text) : 0
  const to = minutes ? at + 3 : at + 2
  const label = isMark(tokens[at - 1], ':') ? tokens[at - 2] : tokens[at - 1]
  const labelled = isWord(
    label,
    'duree',
    'duration',
    'duracion',
    'duracao',
    'dauer',
    'durata',
    'pendant',
    'length',
  )
  const bracket =
    before?.kind === 'clock' && before.to === at - 1 && isMark(tokens[at - 1], '(') && isMark(tokens[to], ')')
  return (labelled || bracket) && minutes < 60
    ? { part: { kind: 'duration', minutes: hours * 60 + minutes }, to }
    : null
}

const wordCounts: Record<string, number> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  ninety: 90,
  sixty: 60,
  thirty: 30,
}

/** "all day", "(all day)", "toute la journée", "ganztägig". */
function allDayAt(tokens: Token[], at: number): Piece {
  const token = tokens[at]
  if (token?.kind !== 'word') return null
  for (const phrase of allDay.get(token.text) ?? []) {
    let here = at
    let left = phrase.length
    for (const word of phrase) {
      if (isMark(tokens[here], '-')) here++
      if (tokens[here]?.text !== word) break
      here++
      left--
    }
    if (left === 0) return { part: { kind: 'all-day' }, to: here }
  }
  return null
}

const allDay = new Map<string, string[][]>()
for (const phrase of 'all day|allday|whole day|full day|the whole day|all day long|day long|daylong|toute la journee|journee entiere|todo el dia|dia completo|dia todo|o dia todo|dia inteiro|ganztagig|ganztags|den ganzen tag|tutto il giorno|intera giornata|весь день|целыи день|طوال اليوم|طيلة اليوم|全 天|整 天|sepanjang hari|seharian|hele dag'.split(
  '|',
)) {
  const words = phrase.split(' ')
  allDay.set(words[0] ?? '', [...(allDay.get(words[0] ?? '') ?? []), words])
}

/** "(next day)", "+1 day", "the following day", "(+1)", "le lendemain". */
function shiftAt(tokens: Token[], at: number): Piece {
  if (isMark(tokens[at], '+') && isNumber(tokens[at + 1], 1) && isGlued(tokens[at + 1])) {
    const days = Number(tokens[at + 1]?.text)
    const ends = isMark(tokens[at + 2], ')') || isWord(tokens[at + 2], 'day', 'd', 'j')
    if (days === 1 && ends)
      return { part: { kind: 'shift', days }, to: isMark(tokens[at + 2], ')') ? at + 2 : at + 3 }
  }
  const next = tokens[at + 1]
  if (isWord(tokens[at], 'next', 'following') && isWord(next, 'day', 'morning'))
    return { part: { kind: 'shift', days: 1 }, to: at + 2 }
  if (isWord(tokens[at], 'previous', 'prior') && isWord(next, 'day', 'evening'))
    return { part: { kind: 'shift', days: -1 }, to: at + 2 }
  if (isWord(tokens[at], 'lendemain')) return { part: { kind: 'shift', days: 1 }, to: at + 1 }
  if (isWord(tokens[at], 'dia') && isWord(next, 'siguiente', 'seguinte'))
    return { part: { kind: 'shift', days: 1 }, to: at + 2 }
  if (isWord(tokens[at], 'следующего', 'следующии') && isWord(next, 'дня', 'день'))
    return { part: { kind: 'shift', days: 1 }, to: at + 2 }
  if (isWord(tokens[at], '次', '翌') && isWord(next, '日'))
    return { part: { kind: 'shift', days: 1 }, to: at + 2 }
  return null
}

const which: Record<string, 'this' | 'next' | 'last'> = {
  this: 'this', next: 'next', last: 'last', past: 'last', coming: 'this', diesen: 'this', nachsten: 'next', kommenden: 'this',
  este: 'this', proximo: 'next', ce: 'this', prochain: 'next', pasado: 'last', dernier: 'last',
} // biome-ignore format: a table

function weekdayAt(tokens: Token[], at: number): Piece {
  const token = tokens[at]
  if (token?.kind !== 'word') return null
  const chinese = chineseWeekday(tokens, at)
  if (chinese) return chinese
  const key = token.text === 'يوم' ? tokens[at + 1]?.text : token.text
  const word = weekdayOf(key ?? '')
  if (!word) return null
  let to = at + (token.text === 'يوم' ? 2 : 1)
  if (word.short && !isBesideNumber(tokens, at, word.languages)) return null
  if (isPortuguese(token.text)) {
    const fair = isMark(tokens[to], '-') && isWord(tokens[to + 1], 'feira')
    if (fair) to += 2
    else if (isWord(tokens[to], 'feira')) to++
    else if (!isMark(tokens[to], ',') || !isNumber(tokens[to + 1])) return null
  }
  if (isMark(tokens[to], '.') && isGlued(tokens[to]) && word.short) to++
  const before = tokens[at - 1]
  const told = isWord(before, 'week') ? null : (which[before?.text ?? ''] ?? null)
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
  while (isMark(tokens[here], '.', ',', '-', '(', ')')) here++
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
function relativeAt(tokens: Token[], at: number): Piece {
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
  const word = relativeDayOf(token.text)
  return word ? { part: { kind: 'relative', days: word.value }, to: at + 1 } : null
}
