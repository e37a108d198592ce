import { chainOfDays } from './day-chains.ts'
import { dayWords } from './day-words.ts'
import { type DatePart, type Found, isGlued, isMark, isNumber, isWord } from './part.ts'
import type { Token } from './tokens.ts'

/** "2020年12月18日", "令和8年12月18日", "12月18日至20日", "12월 18일". */
export function eastAsianDateAt(tokens: Token[], at: number): Found<DatePart> {
  const short = shortEraDateAt(tokens, at)
  if (short) return short
  const told = eraYearAt(tokens, at) ?? plainYearAt(tokens, at)
  const year = told?.year
  const here = told?.to ?? at
  const month = Number(tokens[here]?.text)
  if (!isNumber(tokens[here]) || !isWord(tokens[here + 1], '月', '월') || month < 1 || month > 12) return null
  const first = eastAsianDay(tokens, here + 2)
  if (!first) return null
  const language = isWord(tokens[here + 1], '월') ? 'ko' : 'zh'
  const { days, link, to } = chainOfDays(tokens, first.to, dayWords({ day: first.day, month, year }), at =>
    markedDay(tokens, at),
  )
  return { part: { kind: 'date', days, link, languages: [language] }, to }
}

/** "10 tháng 12 năm 2021", "8 – 11 tháng 2", "12 và 13 tháng 6". */
export function vietnameseDateAt(tokens: Token[], at: number): Found<DatePart> {
  const last =
    isMark(tokens[at + 1], '-') || tokens[at + 1]?.raw === 'và' ? vietnameseDayAt(tokens, at + 2) : null
  const own = Number(tokens[at]?.text)
  const [end] = last?.part.days ?? []
  if (last && end && isNumber(tokens[at]) && own >= 1 && own < end.day) {
    const link = isMark(tokens[at + 1], '-') ? 'range' : 'list'
    return { part: { ...last.part, days: [{ ...end, day: own }, end], link }, to: last.to }
  }
  return vietnameseDayAt(tokens, at)
}

function vietnameseDayAt(tokens: Token[], at: number): Found<DatePart> {
  const [day, month] = [Number(tokens[at]?.text), Number(tokens[at + 2]?.text)]
  if (!isWord(tokens[at + 1], 'thang', 'thg') || !isNumber(tokens[at]) || !isNumber(tokens[at + 2]))
    return null
  if (!(day >= 1 && day <= 31 && month >= 1 && month <= 12)) return null
  const told =
    (isWord(tokens[at + 3], 'nam') || isMark(tokens[at + 3], ',', '/')) && isNumber(tokens[at + 4], 4)
  const days = [dayWords({ day, month, year: told ? Number(tokens[at + 4]?.text) : undefined })]
  return { part: { kind: 'date', days, link: 'one', languages: ['vi'] }, to: told ? at + 5 : at + 3 }
}

/** "12-р сарын 8", "2027 оны 3 дугаар сарын 8": months by their number. */
export function mongolianDateAt(tokens: Token[], at: number): Found<DatePart> {
  const year =
    isNumber(tokens[at], 4) && isWord(tokens[at + 1], 'оны', 'он') ? Number(tokens[at].text) : undefined
  let here = year === undefined ? at : at + 2
  const month = isNumber(tokens[here]) ? Number(tokens[here]?.text) : 0
  here++
  if (isMark(tokens[here], '-')) here++
  if (isWord(tokens[here], 'р', 'дугаар', 'дүгээр')) here++
  const day = Number(tokens[here + 1]?.text)
  if (!isWord(tokens[here], 'сарын') || !(month >= 1 && month <= 12 && day >= 1 && day <= 31)) return null
  const days = [dayWords({ day, month, year })]
  return { part: { kind: 'date', days, link: 'one', languages: ['mn'] }, to: here + 2 }
}

function eastAsianDay(tokens: Token[], at: number): { day: number; to: number } | null {
  const token = tokens[at]
  const day = Number(token?.text)
  if (!isNumber(token) || day < 1 || day > 31) return null
  return { day, to: isWord(tokens[at + 1], '日', '号', '號', '일') ? at + 2 : at + 1 }
}

function markedDay(tokens: Token[], at: number): { day: number; to: number } | null {
  const day = eastAsianDay(tokens, at)
  return day && isWord(tokens[day.to - 1], '日', '号', '號', '일') ? day : null
}

function plainYearAt(tokens: Token[], at: number): { year: number; to: number } | null {
  if (!isNumber(tokens[at], 4) || !isWord(tokens[at + 1], '年', '년')) return null
  return { year: Number(tokens[at]?.text), to: at + 2 }
}

/** The year before the first of each era: of Japan's emperors, of the Republic of China. */
const eras = new Map<string, number>(
  Object.entries({ 令和: 2018, 平成: 1988, 昭和: 1925, 民國: 1911, 民国: 1911 }),
)
const shortEras = new Map<string, number>(Object.entries({ R: 2018, H: 1988 }))

/** "令和8年", "令和元年", "民國115年". */
function eraYearAt(tokens: Token[], at: number): { year: number; to: number } | null {
  const before = eras.get(`${tokens[at]?.raw}${tokens[at + 1]?.raw}`)
  const count = isWord(tokens[at + 2], '元') ? 1 : Number(tokens[at + 2]?.text)
  if (before === undefined || !(count >= 1 && count <= 200) || !isWord(tokens[at + 3], '年')) return null
  return { year: before + count, to: at + 4 }
}

const japanese = /[日月火水木金土]|\p{Script=Hiragana}|\p{Script=Katakana}/u

/** "R8.12.18（金）": an era by its letter, glued to three figures. */
function shortEraDateAt(tokens: Token[], at: number): Found<DatePart> {
  const before = tokens[at]?.kind === 'word' ? shortEras.get(tokens[at].raw) : undefined
  const figures = [at + 1, at + 3, at + 5].map(here => tokens[here])
  const isWhole = tokens.slice(at + 1, at + 6).every(token => isGlued(token))
  const [count, month = 0, day = 0] = figures.map(token => Number(isNumber(token) ? token.text : 0))
  const isJapanese = tokens.slice(Math.max(0, at - 8), at + 14).some(({ raw }) => japanese.test(raw))
  if (before === undefined || !count || !isWhole || !isJapanese || hasPlainDate(tokens, at)) return null
  if (!isMark(tokens[at + 2], '.', '/') || tokens[at + 4]?.text !== tokens[at + 2]?.text) return null
  if (!(count < 65 && month >= 1 && month <= 12 && day >= 1 && day <= 31)) return null
  const days = [dayWords({ day, month, year: before + count })]
  return { part: { kind: 'date', days, link: 'one', languages: ['ja'] }, to: at + 6 }
}

/** "R4.10.12" is a version where "2026年12月18日" stands beside it. */
function hasPlainDate(tokens: Token[], at: number): boolean {
  const from = Math.max(0, at - 30)
  return tokens
    .slice(from, at + 30)
    .some((_, index) => plainYearAt(tokens, from + index) && isWord(tokens[from + index + 3], '月', '월'))
}
