import { halved } from './clock-figures.ts'
import { type ClockFound, clock, isHourCharacter } from './clock-signs.ts'
import { fold } from './fold.ts'
import { halfAt } from './halves.ts'
import { endings, greekHalves, names, openings, ownHalves, russianHalves } from './hour-names.ts'
import { labelWords } from './hour-words.ts'
import { atWords } from './links.ts'
import { type Clock, isMark, isNumber, isWord } from './part.ts'
import { withDayPart } from './spoken-hours.ts'
import { leading, suffixedAt } from './suffixed-hours.ts'
import type { Token } from './tokens.ts'

const counts = new Map(
  Object.entries(names).map(([language, line]): [string, Map<string, number>] => [
    language,
    new Map(
      line
        .split(' ')
        .flatMap((words, at) => words.split('|').map((word): [string, number] => [folded(word), at + 1])),
    ),
  ]),
)

/** A word that counts hours in some tongue: "восьмой", "yedi", "سات". */
export function isHourName(token: Token | undefined): boolean {
  return token?.kind === 'word' && counted.has(token.text)
}

/** Names of hours in every language that has them. */
const counted = Map.groupBy(
  [...counts].flatMap(([language, words]) => [...words].map(([word, hour]) => ({ word, hour, language }))),
  ({ word }) => word,
)

function folded(word: string): string {
  return fold(word).normalize('NFC')
}

type Opening = { words: string[]; minutes: number; language: string }
const byFirst = Map.groupBy(
  Object.entries(openings).flatMap(([language, list]) =>
    list.map(([words, minutes]): Opening => ({ words: words.split(' ').map(folded), minutes, language })),
  ),
  ({ words }) => words[0] ?? '',
)

/** "wpół do ósmej", "fél nyolckor", "yedi buçukta", "επτάμισι", "साढ़े सात बजे", "cuarto para las ocho". */
export function halfwayAt(tokens: Token[], at: number): ClockFound {
  const token = tokens[at]
  if (token?.kind !== 'word') return null
  const suffixed = suffixedAt(tokens, at)
  if (suffixed) return suffixed
  const russian = russianHalves.get(token.text)
  if (russian) return told(tokens, at, at + 1, { hour: russian, minute: 30 }, 30)
  const joined = joinedHalves.get(token.text)
  if (joined) return told(tokens, at, isHourCharacter(tokens[at + 1]) ? at + 2 : at + 1, joined, 30)
  const own = southAsianHalfAt(tokens, at)
  if (own) return own
  const half = greekHalves.get(token.text)
  if (half && isCalled(tokens, at, at + 1)) return told(tokens, at, at + 1, { hour: half, minute: 30 }, 30)
  for (const { words, minutes, language } of byFirst.get(token.text) ?? []) {
    if (!words.every((word, index) => tokens[at + index]?.text === word)) continue
    const hour = hourAt(tokens, at + words.length, language)
    if (hour && hour.hour > 12 && minutes === 0) return eveningAt(tokens, hour)
    if (language === 'hu' && !isHungarian(tokens, at, hour?.to ?? at)) continue
    if (hour) return told(tokens, at, hour.to, moved(hour.hour, minutes + (hour.minutes ?? 0)), minutes)
  }
  return hourFirst(tokens, at)
}

/** "o dwudziestej", "o dwudziestej pierwszej": an hour, unless what is counted follows ("o dwudziestej rocznicy"). */
function eveningAt(tokens: Token[], { hour, to }: { hour: number; to: number }): ClockFound {
  const ones = hour === 20 ? (counts.get('pl')?.get(tokens[to]?.text ?? '-') ?? 9) : 9
  const exact = ones < 4 ? { hour: hour + ones, to: to + 1 } : { hour, to }
  const next = tokens[exact.to]
  if (next?.kind === 'word' && !isWord(next, ...behindEvening)) return null
  return { part: clock({ hour: exact.hour, padded: true }), to: exact.to }
}

const behindEvening =
  'w we na przy do i oraz ul czasu odbedzie rozpocznie rozpoczyna zaczyna zapraszamy dnia online'.split(' ')

function hourFirst(tokens: Token[], at: number): ClockFound {
  for (const { language, hour } of counted.get(tokens[at]?.text ?? '-') ?? []) {
    const tail = tailAt(tokens, at + 1, endings[language] ?? [])
    if (tail && isCalled(tokens, at, tail.to))
      return told(tokens, at, tail.to, moved(hour, tail.minutes), tail.minutes)
    // "בשבע בערב"
    if (language === 'he') return told(tokens, at, at + 1, { hour, minute: 0 }, 0)
    // "शाम सात बजे", "সন্ধ্যা সাতটায়"
    const half = southAsian.has(language) ? halfBefore(tokens, at) : null
    const named = isHourCharacter(tokens[at + 1])
    if (half && (named || language === 'bn'))
      return { part: clock({ hour, ...halved(half, hour) }), to: named ? at + 2 : at + 1 }
  }
  const labelled = labelledHour(tokens, at)
  if (labelled) return labelled
  const hungarian = inHungarian(tokens[at]?.text ?? '')
  return hungarian ? told(tokens, at, at + 1, { hour: hungarian, minute: 0 }, 0) : null
}

/** "agogo mẹ́rin", "karfe hudu na yamma", "saat yedi": a word behind the sign of the hour. */
function labelledHour(tokens: Token[], at: number): ClockFound {
  const label = tokens[at - 1]
  if (!label || !(labelWords.includes(label.text) || isWord(label, 'saat', 'ساعت'))) return null
  const [first] = counted.get(tokens[at]?.text ?? '-') ?? []
  return first ? withDayPart(tokens, at + 1, { hour: first.hour, spoken: true }) : null
}

/** "seven and a half" may be hours or millions: an hour is called so, or its part of the day stands beside it. */
function isCalled(tokens: Token[], at: number, to: number): boolean {
  const before = tokens[at - 1]
  return (
    /^ב/u.test(tokens[at]?.text ?? '') ||
    isWord(tokens[to - 1], 'bucukta') ||
    isWord(
      before,
      'saat',
      'στις',
      'στη',
      'ωρα',
      'בשעה',
      'u',
      'у',
      'в',
      'ora',
      'ore',
      'ساعت',
      'od',
      'от',
      'до',
    ) ||
    labelWords.includes(before?.text ?? '-') ||
    halfBefore(tokens, at) !== null ||
    leading.has(before?.text ?? '-') ||
    halfAt(tokens, to) !== null
  )
}

function tailAt(tokens: Token[], at: number, list: [string, number][]) {
  for (const [tail, minutes] of list) {
    const words = tail.split(' ')
    if (words.every((word, index) => tokens[at + index]?.text === word))
      return { minutes, to: at + words.length }
  }
  return null
}

/** "fél nyolckor", "este fél nyolc"; "fel hat" is a mistake and a hat. */
function isHungarian(tokens: Token[], at: number, to: number): boolean {
  return /kor$/.test(tokens[to - 1]?.text ?? '') || leading.has(tokens[at - 1]?.text ?? '-')
}

/** "nyolckor": at eight. */
function inHungarian(text: string): number | undefined {
  return text.endsWith('kor') ? counts.get('hu')?.get(text.slice(0, -3)) : undefined
}

function hourAt(
  tokens: Token[],
  at: number,
  language: string,
): { hour: number; minutes?: number; to: number } | null {
  const token = tokens[at]
  if (isNumber(token) && token.raw.length <= 2) {
    const hour = Number(token.text)
    if (!(hour >= 1 && hour <= 12) || !(isLed(tokens, at) || southAsian.has(language))) return null
    const ends = isMark(tokens[at + 1], '-') && isWord(tokens[at + 2], 'kor') ? at + 3 : at + 1
    return { hour, to: isHourCharacter(tokens[ends]) ? ends + 1 : ends }
  }
  const text = token?.kind === 'word' ? token.text : '-'
  const hour = counts.get(language)?.get(text) ?? (language === 'hu' ? inHungarian(text) : undefined)
  if (!hour) return null
  const tail = language === 'el' ? tailAt(tokens, at + 1, endings.el ?? []) : null
  if (tail) return { hour, minutes: tail.minutes, to: tail.to }
  return { hour, to: isHourCharacter(tokens[at + 1]) || isWord(tokens[at + 1], 'hodin') ? at + 2 : at + 1 }
}

/** "v půl 8", "fél 8-kor": a figure behind the half is an hour where something says so. */
function isLed(tokens: Token[], at: number): boolean {
  const before = tokens[at - 2]
  return (
    (before !== undefined &&
      (atWords.has(before.text) || isWord(before, 'v', 've', 'o', 'ob', 'u', 'od', 'do'))) ||
    (isMark(tokens[at + 1], '-') && isWord(tokens[at + 2], 'kor'))
  )
}

function moved(hour: number, minutes: number): { hour: number; minute: number } {
  const all = (hour * 60 + minutes + 720 - 1) % 720
  return { hour: Math.floor((all + 1) / 60) || 12, minute: (all + 1) % 60 }
}

const southAsian = new Set(['hi', 'mr', 'ne', 'ur', 'bn', 'gu', 'pa'])

/** "साडेसात": written as one word. */
const joinedHalves = new Map(
  [...southAsian].flatMap(language =>
    (openings[language] ?? []).flatMap(([word, minutes]) =>
      [...(counts.get(language) ?? [])].map(([name, hour]): [string, { hour: number; minute: number }] => [
        folded(word) + name,
        moved(hour, minutes),
      ]),
    ),
  ),
)

const halvesOfTheirOwn = new Map(
  Object.values(ownHalves).flatMap(([hour, words]) =>
    words.split(' ').map((word): [string, number] => [folded(word), hour]),
  ),
)

/** "दोपहर ढाई बजे", "ڈھائی بجے", "দেড়টায়": with the word for the hour, or its part of the day. */
function southAsianHalfAt(tokens: Token[], at: number): ClockFound {
  const hour = halvesOfTheirOwn.get(tokens[at]?.text ?? '-')
  if (!hour) return null
  const named = isHourCharacter(tokens[at + 1])
  const half = halfBefore(tokens, at)
  if (!named && !half) return null
  const part = clock({ hour, minute: 30, spoken: true, ...(half && halved(half, hour)) })
  return { part, to: named ? at + 2 : at + 1 }
}

/** The part of the day that stands right before token `at`. */
function halfBefore(tokens: Token[], at: number) {
  for (const from of [at - 1, at - 2]) {
    const half = from >= 0 ? halfAt(tokens, from) : null
    if (half?.to === at) return half.half
  }
  return null
}

/** A full hour is believed only where the part of the day is told with it; "o osmej" may be a thing counted. */
function told(
  tokens: Token[],
  from: number,
  to: number,
  time: { hour: number; minute: number },
  minutes: number,
): ClockFound {
  const found = withDayPart(tokens, to, { ...time, spoken: true })
  if (!found || found.part.half) return found
  const before =
    tokens[isWord(tokens[from - 1], 'saat', 'o', 'о', 'v', 've', 'ob', 'u') ? from - 2 : from - 1]
  const half =
    (before?.kind === 'word' ? leading.get(before.text) : undefined) ?? halfBefore(tokens, from) ?? undefined
  const part: { kind: 'clock' } & Clock = half ? { ...found.part, ...halved(half, time.hour) } : found.part
  return half || minutes ? { part: clock(part), to: found.to } : null
}
