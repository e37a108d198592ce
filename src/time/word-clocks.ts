import { halved, oclockTo, withHalf } from './clock-figures.ts'
import { type ClockFound, clock } from './clock-signs.ts'
import { halfAt } from './halves.ts'
import { midnightPairs, midnights, noonPairs, noons } from './noon-words.ts'
import { type Clock, isMark, isNumber, isWord } from './part.ts'
import type { Token } from './tokens.ts'

const fullWords = new Map<string, Partial<Clock>>(
  Object.entries({
    noon: { hour: 12 },
    midday: { hour: 12 },
    midi: { hour: 12 },
    mediodia: { hour: 12 },
    mezzogiorno: { hour: 12 },
    mittags: { hour: 12 },
    полдень: { hour: 12 },
    midnight: { hour: 0, midnight: true },
    minuit: { hour: 0, midnight: true },
    medianoche: { hour: 0, midnight: true },
    mezzanotte: { hour: 0, midnight: true },
    mitternacht: { hour: 0, midnight: true },
    middernacht: { hour: 0, midnight: true },
    полночь: { hour: 0, midnight: true },
    полуночи: { hour: 0, midnight: true },
    опівночі: { hour: 0, midnight: true },
    polnocy: { hour: 0, midnight: true },
    pulnoci: { hour: 0, midnight: true },
    ejfelkor: { hour: 0, midnight: true },
    midnatt: { hour: 0, midnight: true },
    keskiyolla: { hour: 0, midnight: true },
    μεσανυχτα: { hour: 0, midnight: true },
    опівдні: { hour: 12 },
    полудень: { hour: 12 },
    полудні: { hour: 12 },
    полудня: { hour: 12 },
    poledne: { hour: 12 },
    poludnie: { hour: 12 },
    delben: { hour: 12 },
    keskipaivalla: { hour: 12 },
  }),
)
for (const word of midnights) fullWords.set(word, { hour: 0, midnight: true })
for (const word of noons) fullWords.set(word, { hour: 12 })

const pairs = new Map<string, Partial<Clock>>(
  Object.entries({
    'meio dia': { hour: 12 },
    'meia noite': { hour: 0, midnight: true },
    'منتصف الليل': { hour: 0, midnight: true },
    '正 午': { hour: 12 },
    '中 午': { hour: 12 },
    '午 夜': { hour: 0, midnight: true },
  }),
)
for (const words of midnightPairs) pairs.set(words, { hour: 0, midnight: true })
for (const words of noonPairs) pairs.set(words, { hour: 12 })

const counted = new Map(
  'one two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((word, index): [string, number] => [word, index + 1])
    .concat(
      'الواحدة الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة'
        .split(' ')
        .map((word, index) => [word, index + 1]),
    ),
)

/** "noon", "midnight", "half past two", "five o'clock", "الساعة الثالثة مساءً". */
export function wordClockAt(tokens: Token[], at: number): ClockFound {
  const token = tokens[at]
  if (token?.kind !== 'word' || !firstWords.has(token.text)) return null
  const next = tokens[at + 1]
  const pairAt = isMark(next, '-') ? at + 2 : at + 1
  const pair = pairs.get(`${token.text} ${tokens[pairAt]?.text}`)
  if (pair && !isNumber(tokens[pairAt + 1])) return { part: clock({ ...pair, padded: true }), to: pairAt + 1 }
  const full = fullWords.get(token.text)
  if (full && isMark(tokens[at - 1], '-') && isWord(tokens[at - 2], 'apres')) return null
  if (full) return { part: clock({ ...full, padded: true }), to: isWord(next, 'hour') ? at + 2 : at + 1 }
  const past = pastAt(tokens, at)
  if (past) return past
  const hour = counted.get(token.text)
  if (!hour) return null
  const half = halfAt(tokens, at + 1)
  if (half) return { part: clock({ hour, ...halved(half.half, hour) }), to: half.to }
  const oclock = oclockTo(tokens, at + 1)
  if (oclock) return withHalf(tokens, oclock, clock({ hour, spoken: true }))
  return isWord(tokens[at - 1], 'الساعة') ? { part: clock({ hour }), to: at + 1 } : null
}

const firstWords = new Set([
  ...fullWords.keys(),
  ...[...pairs.keys()].map(words => words.split(' ')[0] ?? ''),
  ...counted.keys(),
  'half',
  'quarter',
])

/** "half past 2", "quarter to three pm". */
function pastAt(tokens: Token[], at: number): ClockFound {
  const start = isWord(tokens[at], 'half') ? 30 : isWord(tokens[at], 'quarter') ? 15 : 0
  const after = tokens[at + 1]
  if (!start || !isWord(after, 'past', 'to', 'after')) return null
  const token = tokens[at + 2]
  const told = token?.kind === 'number' ? Number(token.text) : counted.get(token?.text ?? '')
  if (!told || told > 24) return null
  const before = isWord(after, 'to')
  const hour = before ? told - 1 : told
  return withHalf(tokens, at + 3, clock({ hour, minute: before ? 60 - start : start, spoken: true }))
}
