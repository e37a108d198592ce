import { bareClockAt } from './bare-clocks.ts'
import { figureAt, halved, isAtWord } from './clock-figures.ts'
import type { ClockFound } from './clock-signs.ts'
import { inLateHalf } from './day-part.ts'
import { ethiopianHourAt } from './ethiopian-hours.ts'
import { fold } from './fold.ts'
import { halfwayAt } from './halfway-hours.ts'
import { atWords, betweenWords, listWords, rangeWords } from './links.ts'
import { isNumbered } from './numbered.ts'
import { type Clock, isGlued, isMark, isNumber, isWord, type Part } from './part.ts'
import { longestPlace } from './place-zones.ts'
import { isPriced, isPriceOrChain } from './price-or-chain.ts'
import { zoneWordsAt } from './scan-zones.ts'
import { hanClockAt, spokenHourAt } from './spoken-hours.ts'
import { swahiliHourAt } from './swahili-hours.ts'
import { thaiHourAt } from './thai-hours.ts'
import type { Token } from './tokens.ts'
import { isVerseAt } from './verse-words.ts'
import { wordClockAt } from './word-clocks.ts'

/** An hour that begins at token `at`; `before`, the part read last, tells whether a bare figure may be one. */
export function clockAt(tokens: Token[], at: number, before: Part | undefined): ClockFound {
  const found =
    swahiliHourAt(tokens, at) ??
    ethiopianHourAt(tokens, at) ??
    thaiHourAt(tokens, at) ??
    halfwayAt(tokens, at) ??
    spokenHourAt(tokens, at) ??
    wordClockAt(tokens, at) ??
    earlyHalfAt(tokens, at) ??
    figureClockAt(tokens, at, before) ??
    bareClockAt(tokens, at, before)
  return inLateHalf(tokens, at, found)
}

/** The half of the day before the hour: "下午3点半", "오후 3시", "أ". */
function earlyHalfAt(tokens: Token[], at: number): ClockFound {
  const text = tokens[at]?.text ?? ''
  if (!earlyFirst.has(text.slice(0, 1))) return null
  const next = tokens[at + 1]
  const pair = next?.kind === 'word' ? eastAsianHalves.get(text + next.text) : undefined
  const told = pair ?? eastAsianHalves.get(text)
  if (!told) return null
  const from = at + (pair ? 2 : 1)
  const found = figureAt(tokens, from) ?? hanClockAt(tokens, from)
  if (!found) return null
  return { part: { ...found.part, ...halved(told, found.part.hour), bare: false }, to: found.to }
}

const eastAsianHalves = new Map<string, 'am' | 'pm' | 'night'>(
  Object.entries({
    上午: 'am',
    早上: 'am',
    凌晨: 'am',
    午前: 'am',
    中午: 'pm',
    下午: 'pm',
    午后: 'pm',
    午後: 'pm',
    晚上: 'night',
    晚: 'night',
    早: 'am',
    傍晚: 'pm',
    清晨: 'am',
    晚间: 'night',
    朝: 'am',
    夜: 'night',
    夕方: 'pm',
    오전: 'am',
    오후: 'pm',
    아침: 'am',
    저녁: 'pm',
    밤: 'night',
    [fold('सुबह')]: 'am',
    [fold('दोपहर')]: 'pm',
    [fold('शाम')]: 'pm',
    [fold('रात')]: 'night',
    ...Object.fromEntries(
      Object.entries({
        am: 'सकाळी बिहान সকাল সকালে صبح காலை ఉదయం સવારે',
        pm: 'दुपारी सायंकाळी संध्याकाळी बेलुका दिउँसो দুপুর দুপুরে বিকাল বিকেল বিকেলে সন্ধ্যা সন্ধ্যায় دوپہر شام மாலை பிற்பகல் மதியம் సాయంత్రం మధ్యాహ్నం સાંજે બપોરે',
        night: 'रात्री রাত রাতে رات இரவு రాత్రి રાત્રે',
      } as const).flatMap(([half, words]) =>
        words
          .split(' ')
          .map((word): [string, 'am' | 'pm' | 'night'] => [fold(word), half as 'am' | 'pm' | 'night']),
      ),
    ),
  }),
)

const earlyFirst = new Set([...eastAsianHalves.keys()].map(words => words.slice(0, 1)))

/** "10:00", "14h30", "9 Uhr", "2.30 pm", "15时30分", "1400 hrs": figures that tell by themselves that they are an hour. */
function figureClockAt(tokens: Token[], at: number, before: Part | undefined): ClockFound {
  const token = tokens[at]
  if (token?.kind !== 'number' || isPriceOrChain(tokens, at)) return null
  const found = figureAt(tokens, at)
  if (!found) return null
  if (found.part.bare) return null
  const isPlain = found.to === at + 3 && !found.part.padded && !found.part.half
  if (isPlain && isMark(tokens[at + 1], ':') && isVerseAt(tokens, at) && !zoneWordsAt(tokens, found.to))
    return null
  if (isMark(tokens[at + 1], '.') && !isPointClock(tokens, at, found.to, before, found.part.half)) return null
  return found
}

/** "14.30" is an hour only beside something that makes it one; alone it is a number. */
function isPointClock(
  tokens: Token[],
  at: number,
  to: number,
  before: Part | undefined,
  half: Clock['half'],
): boolean {
  const minutes = tokens[at + 2]
  if (!isNumber(minutes, 2)) return true
  if (isNumbered(tokens[at - 1])) return false
  if (isWord(tokens[to - 1], 'uhr', 'uur', 'h', 'hrs', 'hs', 'hod', 'น', 'นาฬิกา') || half) return true
  if (isPriced(tokens, at)) return false
  if (isAtWord(tokens[at - 1]) || isAtWord(tokens[at - 2])) return true
  if (isWord(tokens[at - 1], 'h')) return true
  if (betweenWords.has(tokens[at - 1]?.text ?? '-')) return endsInHour(tokens, at + 4)
  if (before && at - before.to < (before.kind === 'zone' ? 4 : 6) && isOnlyLink(tokens, before.to, at))
    return true
  if (zoneWordsAt(tokens, to)?.part.sort === 'abbreviation' || isBesidePlace(tokens, to)) return true
  const next = tokens[to]
  // "2.09 -3.03" are figures with a sign.
  if (isMark(next, '-') && next?.spaced && isGlued(tokens[to + 1])) return false
  if (isMark(next, '-', '~') || (next && rangeWords.has(next.text))) return isNumber(tokens[to + 1])
  return false
}

/** "9.00 Geneva / 15.00 Manila" */
function isBesidePlace(tokens: Token[], at: number): boolean {
  if (!/^\p{Lu}/u.test(tokens[at]?.raw ?? '')) return false
  const place = longestPlace(tokens, at)
  return place !== null && (tokens[place.to] === undefined || isMark(tokens[place.to], '/', '|'))
}

/** "between 9.30 and 11 am", not "between 9.30 and 11 percent". */
function endsInHour(tokens: Token[], at: number): boolean {
  const end = figureAt(tokens, at)
  if (!end) return false
  return end.part.half !== null || tokens[end.to - 1]?.kind === 'word' || zoneWordsAt(tokens, end.to) !== null
}

/** Small words between a day and its hour, and those that say what begins. */
const beforeHours = new Set(
  'in on o о об u у v ve ob od початок начало aanvang beginn anfang inicio inizio debut start kell show concert konzert film'.split(
    ' ',
  ),
)

function isOnlyLink(tokens: Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const token = tokens[at]
    if (!token || token.kind === 'number' || token.kind === 'skip') return false
    const known = atWords.has(token.text) || rangeWords.has(token.text) || listWords.has(token.text)
    if (token.kind === 'word' && !known && !beforeHours.has(token.text)) return false
  }
  return true
}
