import { eastAsianMinutes, figureAt, halved } from './clock-figures.ts'
import { type ClockFound, clock, isHourCharacter } from './clock-signs.ts'
import { halfAt } from './halves.ts'
import { labelWords } from './hour-words.ts'
import { rangeWords } from './links.ts'
import { type Clock, isMark, isNumber, isWord } from './part.ts'
import { zoneWordsAt } from './scan-zones.ts'
import type { Token } from './tokens.ts'

/** Hours in words: "a las siete y media", "om kwart over acht", "halb acht", "alas-tres", "в половине восьмого", "九点半". */
export function spokenHourAt(tokens: Token[], at: number): ClockFound {
  const token = tokens[at]
  if (token?.kind === 'number') return figureWithTail(tokens, at)
  if (token?.kind !== 'word' || !(openers.has(token.text) || arabicAnd(tokens, at))) return null
  return (
    noonWithTail(tokens, at) ??
    filipinoAt(tokens, at) ??
    hanClockAt(tokens, at) ??
    towardsAt(tokens, at) ??
    countedAt(tokens, at)
  )
}

const counts: Record<string, string> = {
  en: 'one two three four five six seven eight nine ten eleven twelve',
  nl: 'een twee drie vier vijf zes zeven acht negen tien elf twaalf',
  de: 'eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf',
  fr: 'une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize',
  es: 'una dos tres cuatro cinco seis siete ocho nueve diez once doce',
  pt: 'uma duas tres quatro cinco seis sete oito nove dez onze doze',
  it: 'una due tre quattro cinque sei sette otto nove dieci undici dodici',
  id: 'satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas',
  sv: 'ett tva tre fyra fem sex sju atta nio tio elva tolv',
  ru: 'час два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать',
  'ru, of': 'первого второго третьего четвертого пятого шестого седьмого восьмого девятого десятого одиннадцатого двенадцатого',
  af: 'een twee drie vier vyf ses sewe agt nege tien elf twaalf',
  'ru, from': 'часу двух трех четырех пяти шести семи восьми девяти десяти одиннадцати двенадцати',
  'ar, eleven': 'الحادية',
  ar: 'الواحدة الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة',
} // biome-ignore format: a table

const filipino = new Map(
  'una:1 dos:2 tres:3 kuwatro:4 kwatro:4 singko:5 sais:6 seis:6 siyete:7 siete:7 otso:8 nuwebe:9 nuebe:9 diyes:10 dyes:10 onse:11 dose:12'
    .split(' ')
    .map((pair): [string, number] => [pair.split(':')[0] ?? '', Number(pair.split(':')[1])]),
)

const values = new Map<string, number>()
for (const line of Object.values(counts))
  for (const [index, word] of line.split(' ').entries()) if (!values.has(word)) values.set(word, index + 1)

const minuteWords = new Map(
  Object.entries({ kwart: 15, viertel: 15, kvart: 15, vijf: 5, tien: 10, twintig: 20, funf: 5, zehn: 10 }),
)
const halves = ['half', 'halb', 'halv', 'setengah']
const openers = new Set([
  ...values.keys(),
  ...minuteWords.keys(),
  ...halves,
  'midi',
  'mezzogiorno',
  'mediodia',
  'alas',
  'ala',
  'ika',
  'половина',
  'половине',
  'четверть',
  'без',
  ...'一二三四五六七八九十两兩',
])

/** "midi et demi". */
function noonWithTail(tokens: Token[], at: number): ClockFound {
  if (!isWord(tokens[at], 'midi', 'mezzogiorno', 'mediodia')) return null
  const tail = tailAt(tokens, at + 1)
  return tail && tail.minutes > 0
    ? { part: clock({ hour: 12, minute: tail.minutes, padded: true }), to: tail.to }
    : null
}

/** "alas-tres", "alas 9", "ika-7 ng gabi". */
function filipinoAt(tokens: Token[], at: number): ClockFound {
  if (!isWord(tokens[at], 'alas', 'ala', 'ika')) return null
  const here = isMark(tokens[at + 1], '-') ? at + 2 : at + 1
  const figure = figureAt(tokens, here)
  if (figure) {
    if (isWord(tokens[at], 'ika') && figure.part.half === null) return null
    return { part: { ...figure.part, bare: false }, to: figure.to }
  }
  const hour = filipino.get(tokens[here]?.text ?? '')
  if (!hour || isWord(tokens[at], 'ika')) return null
  if (isWord(tokens[here + 1], 'y') && isWord(tokens[here + 2], 'medya'))
    return withDayPart(tokens, here + 3, { hour, minute: 30 })
  return withDayPart(tokens, here + 1, { hour })
}

/** "三点", "十二点半". */
export function hanClockAt(tokens: Token[], at: number): ClockFound {
  const figures = '一二三四五六七八九'
  const digit = (text: string) => (/^[两兩]$/.test(text) ? 2 : figures.indexOf(text) + 1)
  const text = (index: number) => (tokens[index]?.kind === 'word' ? (tokens[index]?.text ?? '-') : '-')
  let here = at
  let hour = digit(text(here))
  if (hour) here++
  if (text(here) === '十') {
    const ones = digit(text(here + 1))
    hour = (hour || 1) * 10 + ones
    here += ones ? 2 : 1
  }
  if (!hour || hour > 24 || !isHourCharacter(tokens[here])) return null
  const { minute, to } = eastAsianMinutes(tokens, here + 1)
  return { part: clock({ hour, minute }), to }
}

/** "half acht", "kwart over zeven", "viertel nach 6", "в половине восьмого", "без четверти шесть". */
function towardsAt(tokens: Token[], at: number): ClockFound {
  const token = tokens[at]
  const next = tokens[at + 1]
  const third = hourAt(tokens, at + 2)
  if (isWord(token, 'без') && isWord(next, 'четверти') && third)
    return withDayPart(tokens, at + 3, { hour: third - 1, minute: 45, spoken: true })
  const hour = hourAt(tokens, at + 1)
  if (isWord(token, 'половина', 'половине') && hour) return before(tokens, at + 2, hour, 30)
  if (isWord(token, 'четверть') && hour) return before(tokens, at + 2, hour, 45)
  if (isWord(token, ...halves) && hour) {
    const digits = isNumber(next)
    const english = next?.kind === 'word' && ` ${counts.en} `.includes(` ${next.text} `)
    // British "at half seven" is half past; "om half acht" is half an hour before.
    if (english && isWord(token, 'half') && !isWord(tokens[at - 1], 'om', 'rond')) {
      const past = withDayPart(tokens, at + 2, { hour, minute: 30, spoken: true })
      return isWord(tokens[at - 1], 'at') || past?.part.half || isApart(tokens, at) ? past : null
    }
    if (digits && !isWord(tokens[at - 1], 'om', 'rond', 'um', 'gegen', 'kl', 'klokken', 'jam', 'pukul'))
      return null
    return before(tokens, at + 2, hour, 30)
  }
  const minutes = minuteWords.get(token?.text ?? '')
  const half = minutes && isWord(tokens[at + 2], ...halves) ? hourAt(tokens, at + 3) : null
  if (minutes && half && isWord(next, 'over', 'nach', 'voor', 'vor'))
    return before(
      tokens,
      uhrTo(tokens, at + 4),
      half,
      30 + (isWord(next, 'voor', 'vor') ? minutes : -minutes),
    )
  if (!minutes || !third) return null
  if (isWord(next, 'over', 'nach', 'past'))
    return withDayPart(tokens, uhrTo(tokens, at + 3), { hour: third, minute: minutes, spoken: true })
  if (isWord(next, 'voor', 'vor')) return before(tokens, uhrTo(tokens, at + 3), third, minutes)
  return null
}

/** "Thurs 10 Dec, half seven": set off from what stands before, and nothing counted behind. */
function isApart(tokens: Token[], at: number): boolean {
  const before = tokens[at - 1]
  return (
    (before === undefined || before.kind === 'line' || isMark(before, ',', '-', ':')) &&
    closes(tokens, at + 2)
  )
}

function uhrTo(tokens: Token[], at: number): number {
  return isWord(tokens[at], 'uur', 'uhr') ? at + 1 : at
}

/** So many minutes before the hour. */
function before(tokens: Token[], at: number, hour: number, minutes: number): ClockFound {
  return withDayPart(tokens, at, { hour: hour === 1 ? 12 : hour - 1, minute: 60 - minutes, spoken: true })
}

function hourAt(tokens: Token[], at: number): number | null {
  const token = tokens[at]
  if (isNumber(token) && token.raw.length <= 2 && Number(token.text) <= 24) return Number(token.text) || null
  return token?.kind === 'word' ? (values.get(token.text) ?? null) : null
}

const intros: Record<string, string> = {
  es: 'las la', pt: 'as a', it: 'alle ore', fr: 'a vers', de: 'um gegen ab', nl: 'om rond', id: 'jam pukul', sv: 'kl klockan', ru: 'в к с до', 'ru, from': 'до с от к после около', ar: 'الساعة عند من حتى الى',
} // biome-ignore format: a table
const anyIntro = new Set(Object.values(intros).join(' ').split(' '))

/** The word before introduces an hour in the language of the count: "a las siete", not "as six of them". */
function isIntroduced(tokens: Token[], at: number): boolean {
  const before = tokens[at - 1]?.text ?? '-'
  const word = tokens[at]?.text ?? '-'
  return Object.entries(intros).some(
    ([language, words]) =>
      words.split(' ').includes(before) && (counts[language] ?? '').split(' ').includes(word),
  )
}

const hourWords = ['heures', 'heure', 'horas', 'hora', 'uhr', 'uur', 'часов', 'часа', 'gio', 'g']
const labels = new Set(['saat', 'u', 'у', 'ora', 'ore', 'ساعت', 'בשעה', ...labelWords])

/** "a las siete y media", "à sept heures", "um sieben Uhr", "الساعة الرابعة والنصف". */
function countedAt(tokens: Token[], at: number): ClockFound {
  const counted = countAt(tokens, at)
  if (!counted) return null
  const introduced = isIntroduced(tokens, at)
  const named = isWord(tokens[counted.to], ...hourWords)
  const behind = named ? counted.to + 1 : counted.to
  const tail = tailAt(tokens, behind)
  const to = tail?.to ?? behind
  const half = halfAt(tokens, to)
  const arabic = /^\p{Script=Arabic}/u.test(tokens[at]?.raw ?? '')
  if (!introduced && !(half && (tail || named || arabic))) return null
  const bare = !(tail || named || half)
  const goesOn = rangeWords.has(tokens[to]?.text ?? '-') && values.has(tokens[to + 1]?.text ?? '-')
  if (
    bare &&
    (isWord(tokens[at - 1], 'a', 'vers') || !(closes(tokens, to) || goesOn || arabicAnd(tokens, to)))
  )
    return null
  if (named && !introduced && !half) return null
  const minute = tail?.minutes ?? 0
  return withDayPart(tokens, to, {
    hour: minute < 0 ? counted.hour - 1 : counted.hour,
    minute: (minute + 60) % 60,
    spoken: true,
  })
}

function countAt(tokens: Token[], at: number): { hour: number; to: number } | null {
  const token = tokens[at]
  const hour = token?.kind === 'word' ? (values.get(token.text) ?? arabicAnd(tokens, at)) : undefined
  if (!hour) return null
  const next = tokens[at + 1]
  // "dix-huit", "الحادية عشرة", "dua belas"
  if (hour === 10 && isMark(next, '-') && isWord(tokens[at + 2], 'sept', 'huit', 'neuf'))
    return { hour: 10 + (values.get(tokens[at + 2]?.text ?? '') ?? 0), to: at + 3 }
  if (isWord(token, 'الحادية') && !isWord(next, 'عشرة', 'عشر')) return null
  if (isWord(next, 'عشرة', 'عشر')) return { hour: hour + 10, to: at + 2 }
  if (isWord(token, 'dua') && isWord(next, 'belas')) return { hour: 12, to: at + 2 }
  return { hour, to: at + 1 }
}

/** "بين الخامسة والسابعة": "and" is written onto the word. */
function arabicAnd(tokens: Token[], at: number): number | undefined {
  const text = tokens[at]?.text ?? ''
  const isBehind = /^ال/u.test(tokens[at - 1]?.text ?? '') || isWord(tokens[at - 1], 'ظهرا', 'صباحا', 'مساء')
  return isBehind && /^وال/u.test(text) ? values.get(text.slice(1)) : undefined
}

function closes(tokens: Token[], at: number): boolean {
  const token = tokens[at]
  return (
    !token ||
    token.kind === 'line' ||
    (token.kind === 'mark' && !isMark(token, '-', "'")) ||
    zoneWordsAt(tokens, at) !== null
  )
}

/** "a las 6 y media", "8 et demie": a figure that words add to. */
function figureWithTail(tokens: Token[], at: number): ClockFound {
  const token = tokens[at]
  if (token?.kind !== 'number' || token.raw.length > 2) return null
  const isHaitian = /^(?:z|tr|t|k|v)?è$/.test(tokens[at + 1]?.raw ?? '')
  const behind = isHaitian || isWord(tokens[at + 1], ...hourWords, 'h') ? at + 2 : at + 1
  const tail = tailAt(tokens, behind)
  const hour = Number(token.text)
  if (!tail || hour < 1 || hour > 24) return null
  const before = tokens[at - 1]?.text ?? '-'
  const introduced = behind > at + 1 || anyIntro.has(before) || labels.has(before)
  if (!introduced && !halfAt(tokens, tail.to)) return null
  return withDayPart(tokens, tail.to, {
    hour: tail.minutes < 0 ? hour - 1 : hour,
    minute: (tail.minutes + 60) % 60,
    spoken: true,
  })
}

const tails: [string[], number][] = (
  [
    ['et demie', 30], ['et demi', 30], ['et quart', 15], ['moins le quart', -15], ['moins quart', -15],
    ['y media', 30], ['y cuarto', 15], ['menos cuarto', -15], ['e meia', 30], ['e quinze', 15], ['menos um quarto', -15],
    ['e mezza', 30], ['e mezzo', 30], ['e un quarto', 15], ['meno un quarto', -15], ['e trinta', 30], ['y treinta', 30],
    ['والنصف', 30], ['و النصف', 30], ['ونصف', 30], ['والربع', 15], ['والثلث', 20], ['الا الربع', -15], ['الا ربعا', -15], ['الا ثلثا', -20],
    ['и половина', 30], ['и по', 30], ['i po', 30], ['si jumatate', 30], ['e gjysme', 30], ['bucuk', 30], ['жарым', 30], ['жарымда', 30], ['yarim', 30], ['yarimda', 30],
    ['و نیم', 30], ['و ربع', 15], ['וחצי', 30], ['ורבע', 15], ['ruoi', 30], ['da rabi', 30], ['iyo barka', 30], ['edmi', 30], ['eka', 15],
    ['с половиной', 30], ['lewat seperempat', 15], ['trente', 30], ['quinze', 15], ['dreissig', 30],
  ] as [string, number][]
).map(([words, minutes]): [string[], number] => [words.split(' '), minutes]) // biome-ignore format: a table

function tailAt(tokens: Token[], at: number): { minutes: number; to: number } | null {
  if (tokens[at]?.kind !== 'word') return null
  const named = isWord(tokens[at - 1], ...hourWords)
  for (const [words, minutes] of tails) {
    if (words.length === 1 && /^[a-z]/.test(words[0] ?? '') && !named) continue
    if (words.every((word, index) => tokens[at + index]?.text === word))
      return { minutes, to: at + words.length }
  }
  return null
}

/** An hour in words, with the part of the day told behind it. */
export function withDayPart(tokens: Token[], at: number, told: Partial<Clock>): ClockFound {
  const hour = told.hour ?? 0
  const far = isMark(tokens[at], ',') ? at + 1 : at
  const half = halfAt(tokens, far)
  const part = clock({ ...told, padded: hour > 12 })
  return half ? { part: { ...part, ...halved(half.half, hour) }, to: half.to } : { part, to: at }
}
