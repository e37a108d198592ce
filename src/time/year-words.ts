import { looksLikeClock } from './clock-signs.ts'
import { fold } from './fold.ts'
import { isMilitary } from './military-hours.ts'
import { type Calendar, isYearOf } from './other-calendars.ts'
import { isGlued, isMark, isNumber, isWord } from './part.ts'
import type { Token } from './tokens.ts'

/** A year behind a day: "2020", ", 2020", "de 2020", "2020 г.", "'20". */
export function yearAt(tokens: Token[], at: number, calendar?: Calendar): { year?: number; to: number } {
  let here = at
  if (isMark(tokens[here], ',', '.', '-', '/')) here++
  if (isWord(tokens[here], 'of', 'de', 'del', 'do', 'عام', 'لعام', 'سنة', 'ماه', 'ቀን', ...yearLeads)) here++
  if (isWord(tokens[here], 'พศ', 'คศ', 'be')) here++
  const token = tokens[here]
  if (calendar)
    return isNumber(token, 4) && (isYearOf(calendar, Number(token.text)) || isYear(token))
      ? { year: Number(token.text), to: eraEnd(tokens, here + 1) }
      : { to: at }
  if (isNumber(token, 4) && isBuddhist(token)) {
    const to = eraEnd(tokens, here + 1)
    const isTold = to > here + 1 || isWord(tokens[here - 1], 'be') || isThai(tokens[here - 1])
    if (isTold) return { year: Number(token.text) - 543, to }
  }
  if (isNumber(token, 2) && Number(token.text) > 50 && isThai(tokens[here - 1]))
    return { year: 1957 + Number(token.text), to: here + 1 }
  if (isMark(token, "'") && isNumber(tokens[here + 1], 2) && isGlued(tokens[here + 1])) {
    return { year: 2000 + Number(tokens[here + 1]?.text), to: here + 2 }
  }
  if (isNumber(token, 2) && isMark(tokens[here - 1], '-', '/') && isGlued(token)) {
    const clock = isMark(tokens[here + 1], ':') || looksLikeClock(tokens, here)
    return clock ? { to: at } : { year: 2000 + Number(token.text), to: here + 1 }
  }
  if (!isNumber(token, 4) || !isYear(token) || isClockYear(tokens, here)) return { to: at }
  const sign = tokens[here - 1]
  if (isMark(sign, '-', '/') && !(isGlued(token) && isGlued(sign))) return { to: at }
  const to = isWord(tokens[here + 1], 'г', 'года', 'р', 'року', 'године', 'година', 'godine')
    ? here + 2
    : here + 1
  return { year: Number(token.text), to }
}

function isClockYear(tokens: Token[], at: number): boolean {
  const next = tokens[at + 1]
  if (isMark(next, ':') && isGlued(next) && isNumber(tokens[at + 2], 2)) return isGlued(tokens[at + 2])
  // "1900-2030 hrs"
  if (isMark(next, '-') && isNumber(tokens[at + 2], 4) && isWord(tokens[at + 3], 'hrs', 'hours', 'hr', 'h'))
    return true
  return isWord(next, 'hrs', 'hours', 'hr', 'h') || isMilitary(tokens, at)
}

const yearLeads = 'ឆ្នាំ ປີ ปี năm tahun mwaka sanadka shekarar viti সাল সন वर्ष साल سال jaro'
  .split(' ')
  .map(word => fold(word).normalize('NFC'))

const eras = new Set(
  'ah h hijri hijriah hijriyah hicri be ap sh ec ac هـ ه هجري هجرية هجریة هجری ق ش ዓም'.split(' '),
)

/** Where the words for an era behind a year end: "AH", "E.C.", "هـ", "ዓ.ም.", "هجری شمسی". */
function eraEnd(tokens: Token[], at: number): number {
  let letters = ''
  let end = at
  for (let here = at; here < at + 4; here++) {
    const token = tokens[here]
    if (isMark(token, '.') && (isGlued(token) || !letters)) {
      if (eras.has(letters)) end = here + 1
      continue
    }
    if (token?.kind !== 'word') break
    letters += token.text
    if (eras.has(letters)) end = here + 1
  }
  const kind = isWord(tokens[end], 'شمسی', 'قمری', 'شمسي', 'قمري')
  return end > at && kind ? end + 1 : end
}

/** Thailand counts from 543 years earlier; its year is believed beside its script or its era: 2,500 may be people. */
function isBuddhist(token: Token): boolean {
  const year = Number(token.text) - 543
  return year >= 1950 && year <= 2100
}

function isThai(token: Token | undefined): boolean {
  return /\p{Script=Thai}/u.test(token?.raw ?? '')
}

export function isYear(token: Token): boolean {
  const year = Number(token.text)
  return year >= 1900 && year <= 2100
}

const yearWords = new Set(
  'm gada metu ko e د yil yilning yilda жылы жылғы жылдың жылгы жылдын йил оны онд წლის წელი թ թվականի թվականին il ci cu năm ປີ ឆ្នាំ ปี ခုနှစ် साल सन سال року года г ж م'
    .split(' ')
    .map(word => fold(word).normalize('NFC')),
)

/** Behind a year, the signs and words that say that it is one. */
export function yearWordEnd(tokens: Token[], at: number): number {
  let here = at
  while (
    here < at + 5 &&
    (isMark(tokens[here], '.', ',', '-', '/', '(', ')') || yearWords.has(tokens[here]?.text ?? '-'))
  )
    here++
  return here
}
