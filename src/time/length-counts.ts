import { fold } from './fold.ts'
import { isGlued, isMark, isNumber, isWord, type Part } from './part.ts'
import type { Token } from './tokens.ts'

/** What is counted behind a figure or a word at token `at`: "1.5 h", "1 ½ hrs", "½ hour", "two hours"; `here` is its unit. */
export function countAt(tokens: Token[], at: number): { count: number; here: number; unit: number } | null {
  const first = tokens[at]
  const figure = first?.kind === 'number'
  const whole = figure
    ? Number(first.text)
    : (wordCounts.get(first?.text ?? '') ?? fractions.get(first?.text ?? ''))
  if (whole === undefined || (figure && first.raw.length > 3)) return null
  let count = whole
  let here = at + 1
  const digits = tokens[here + 1]
  let broken = !Number.isInteger(count)
  if (figure && isMark(tokens[here], '.', ',') && isGlued(tokens[here]) && isFraction(digits)) {
    count += Number(`0.${digits?.text}`)
    here += 2
    broken = true
  } else if (figure && tokens[here]?.kind === 'mark' && fractions.get(tokens[here]?.text ?? '')) {
    count += fractions.get(tokens[here]?.text ?? '') ?? 0
    here++
    broken = true
  } else if (
    isWord(tokens[here], 'and') &&
    isWord(tokens[here + 1], 'a') &&
    isWord(tokens[here + 2], 'half')
  ) {
    count += 0.5
    here += 3
  }
  if (isMark(tokens[here], '-')) here++
  const unit = unitAt(tokens, here) ?? (broken && isShortHour(tokens[here]) ? 60 : null)
  if (!unit || !count) return null
  return { count, here: unitEnd(tokens, here), unit }
}

/** Letters that say an hour of the day behind a whole figure, and a length behind a broken one: "1.5 h". */
export function isShortHour(token: Token | undefined): boolean {
  return isWord(token, 'h', 'hs', 'ч', 'godz', 'hod', 'tim', 't', 'st', 'ur')
}

/** "2 heures et demie", "1 hora y media": where the half ends. */
export function halfBehind(tokens: Token[], at: number): number | null {
  const half = isWord(tokens[at + 1], 'demie', 'demi', 'media', 'meia', 'mezza', 'mezzo', 'half')
  return isWord(tokens[at], 'et', 'y', 'e', 'en') && half ? at + 2 : null
}

/** "(90')", "(90m)", "(1:30 h)", "(PT1H30M)", "90分钟", "(90分)", "une heure et demie", "anderthalb Stunden". */
export function lengthSignsAt(tokens: Token[], at: number, before: Part | undefined): Length {
  return isoAt(tokens, at) ?? phraseAt(tokens, at) ?? signedAt(tokens, at, before)
}

type Length = { part: { kind: 'duration'; minutes: number }; to: number } | null

function length(minutes: number, to: number): Length {
  return minutes >= 5 && minutes <= 72 * 60 ? { part: { kind: 'duration', minutes }, to } : null
}

/** ISO 8601: "PT1H30M", "PT90M". */
function isoAt(tokens: Token[], at: number): Length {
  if (!isWord(tokens[at], 'pt') || !isNumber(tokens[at + 1]) || !isGlued(tokens[at + 1])) return null
  let minutes = 0
  let here = at + 1
  while (isNumber(tokens[here]) && isWord(tokens[here + 1], 'h', 'm') && isGlued(tokens[here + 1])) {
    minutes += Number(tokens[here]?.text) * (isWord(tokens[here + 1], 'h') ? 60 : 1)
    here += 2
  }
  return length(minutes, here)
}

function phraseAt(tokens: Token[], at: number): Length {
  if (tokens[at]?.kind !== 'word') return null
  for (const { words, minutes } of phrases.get(tokens[at]?.text ?? '') ?? []) {
    let here = at
    for (const word of words) {
      if (isMark(tokens[here], "'")) here++
      if (tokens[here]?.text !== word) break
      here++
      if (word === words.at(-1)) return length(minutes, here)
    }
  }
  return null
}

/** Behind an hour, in brackets of its own or behind a comma. */
function signedAt(tokens: Token[], at: number, before: Part | undefined): Length {
  const figure = tokens[at]
  if (!isNumber(figure)) return null
  const gap = before && (before.kind === 'clock' || before.kind === 'zone') ? at - before.to : 9
  const behind = gap === 1 || (gap === 0 && figure.spaced)
  const labelled = isWord(
    tokens[at - (isMark(tokens[at - 1], ':') ? 2 : 1)],
    'durata',
    'duree',
    'duracion',
    'duracao',
    'dauer',
    'duur',
    'duration',
  )
  const open = isMark(tokens[at - 1], '(')
  const count = Number(figure.text)
  const minutes = tokens[at + 2]
  const ends = (to: number) => (open ? isMark(tokens[to], ')') : endsThere(tokens[to]))
  if (isMark(tokens[at + 1], "'", '′') && isGlued(tokens[at + 1]) && (behind || labelled) && count >= 10)
    return ends(at + 2) ? length(count, at + 2) : null
  if (isWord(tokens[at + 1], 'm', 'mn', '분') && behind && open && count >= 5)
    return ends(at + 2) ? length(count, at + 2) : null
  if (isMark(tokens[at + 1], ':') && behind && open && figure.raw.length === 1 && isNumber(minutes, 2)) {
    const to = isWord(tokens[at + 3], 'h', 'hrs', 'hours', 'std') ? at + 4 : at + 3
    return ends(to) && Number(minutes.text) < 60 ? length(count * 60 + Number(minutes.text), to) : null
  }
  if (isWord(tokens[at + 1], '分') && (isWord(minutes, '钟', '鐘', '間') || (behind && open)))
    return length(count, isWord(minutes, '钟', '鐘', '間') ? at + 3 : at + 2)
  return null
}

function endsThere(token: Token | undefined): boolean {
  return token === undefined || token.kind === 'line' || isMark(token, ',', ';', ')', '.', '|')
}

function isFraction(token: Token | undefined): boolean {
  return isGlued(token) && isNumber(token) && /^(?:\d|25|50|75)$/.test(token.text)
}

function unitAt(tokens: Token[], at: number): number | null {
  const token = tokens[at]
  if (token?.kind !== 'word') return null
  if (isWord(token, '小') && isWord(tokens[at + 1], '时', '時')) return 60
  if (isWord(token, '時') && isWord(tokens[at + 1], '間')) return 60
  return units.get(token.text) ?? null
}

function unitEnd(tokens: Token[], at: number): number {
  return isWord(tokens[at], '小', '時') ? at + 1 : at
}

const fractions = new Map<string, number>(
  Object.entries({ '½': 0.5, '¼': 0.25, '¾': 0.75, '⅓': 1 / 3, '⅔': 2 / 3 }),
)

export const units = new Map<string, number>(Object.entries({
  hour: 60, hours: 60, hr: 60, hrs: 60, heure: 60, heures: 60, hora: 60, horas: 60, stunde: 60, stunden: 60,
  std: 60, jam: 60, ora: 60, uur: 60, час: 60, часа: 60, часов: 60, oras: 60, saat: 60, timmar: 60, timer: 60, godziny: 60, uren: 60,
  minute: 1, minutes: 1, min: 1, mins: 1, minutos: 1, minuten: 1, minuti: 1, menit: 1, минут: 1, мин: 1, minuto: 1, minut: 1, minutter: 1, dakika: 1, minuty: 1, 시간: 60,
  [fold('ساعة')]: 60, [fold('ساعات')]: 60, [fold('دقيقة')]: 1, [fold('घंटे')]: 60, [fold('मिनट')]: 1, годин: 60, години: 60, хвилин: 1, ore: 60, hodin: 60, hodiny: 60, tuntia: 60, tunti: 60, minuuttia: 1,
})) // biome-ignore format: a table

const wordCounts = new Map<string, number>(
  Object.entries({
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    fifteen: 15,
    twenty: 20,
    forty: 40,
    deux: 2,
    trois: 3,
    dos: 2,
    tres: 3,
    duas: 2,
    zwei: 2,
    drei: 3,
    twee: 2,
    due: 2,
    два: 2,
    dua: 2,
    ninety: 90,
    sixty: 60,
    thirty: 30,
  }),
)

const phrases = new Map<string, { words: string[]; minutes: number }[]>()

for (const [minutes, told] of [
  [
    90,
    'une heure et demie|hora y media|una hora y media|uma hora e meia|hora e meia|un ora e mezza|ora e mezza|anderthalb stunden|eineinhalb stunden|anderhalf uur|полтора часа|halvannan timme|halvanden time|halvannen time|poltorej godziny|poltory godziny|satu setengah jam|satu jam setengah|一 个 半 小 时|一 小 时 半|ساعة ونصف',
  ],
  [
    30,
    'une demi heure|demi heure|media hora|meia hora|mezz ora|mezzora|eine halbe stunde|halbe stunde|halbstunde|half uur|полчаса|setengah jam|半 小 时|نصف ساعة',
  ],
  [45, 'trois quarts d heure|tres cuartos de hora|dreiviertelstunde|drei kwartier'],
  [150, 'zweieinhalb stunden|tweeenhalf uur'],
] as [number, string][])
  for (const phrase of told.split('|')) {
    const words = phrase.split(' ').map(word => fold(word))
    phrases.set(words[0] ?? '', [...(phrases.get(words[0] ?? '') ?? []), { words, minutes }])
  }
