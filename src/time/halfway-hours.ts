import { type ClockFound, clock, figureAt, halved, isHourCharacter } from './clock-figures.ts'
import { fold } from './fold.ts'
import { halfAt } from './halves.ts'
import { atWords } from './links.ts'
import { type Clock, isMark, isNumber, isWord } from './part.ts'
import { withDayPart } from './spoken-hours.ts'
import type { Token } from './tokens.ts'

/** Names of the hours from one on, in the case that stands behind the words below; variants by `|`. */
const names: Record<string, string> = {
  pl: 'pierwszej|pierwsza drugiej|druga trzeciej|trzecia czwartej|czwarta piatej|piata szostej|szosta siodmej|siodma osmej|osma dziewiatej|dziewiata dziesiatej|dziesiata jedenastej|jedenasta dwunastej|dwunasta trzynastej czternastej pietnastej szesnastej siedemnastej osiemnastej dziewietnastej dwudziestej',
  uk: 'першу|першій|перша другу|другій|друга третю|третій|третя четверту|четвертій|четверта пяту|пятій|пята шосту|шостій|шоста сьому|сьомій|сьома восьму|восьмій|восьма девяту|девятій|девята десяту|десятій|десята одинадцяту|одинадцятій|одинадцята дванадцяту|дванадцятій|дванадцята',
  cs: 'jedne|jednu druhe|dve treti|tri ctvrte|ctyri pate|pet seste|sest sedme|sedm osme|osm devate|devet desate|deset jedenacte|jedenact dvanacte|dvanact',
  sk: 'jednej druhej tretej stvrtej piatej siestej siedmej osmej deviatej desiatej jedenastej dvanastej',
  sl: 'enih dveh treh stirih petih sestih sedmih osmih devetih desetih enajstih dvanajstih',
  hr: 'jedan dva tri cetiri pet sest sedam osam devet deset jedanaest dvanaest',
  hu: 'egy ketto harom negy ot hat het nyolc kilenc tiz tizenegy tizenketto',
  fi: 'yksi kaksi kolme nelja viisi kuusi seitseman kahdeksan yhdeksan kymmenen yksitoista kaksitoista',
  da: 'et|ett to tre fire fem seks syv|sju otte|atte ni ti elleve tolv',
  de: 'eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf',
  es: 'una dos tres cuatro cinco seis siete ocho nueve diez once doce',
  tr: 'bir iki uc dort bes alti yedi sekiz dokuz on onbir oniki',
  el: 'μια|μία δυο|δύο τρεις τεσσερις πεντε εξι επτα|εφτα οκτω|οχτω εννια|εννέα δεκα εντεκα|ενδεκα δωδεκα',
  he: 'אחת|באחת שתיים|בשתיים שלוש|בשלוש ארבע|בארבע חמש|בחמש שש|בשש שבע|בשבע שמונה|בשמונה תשע|בתשע עשר|בעשר אחתעשרה שתיםעשרה',
  hi: 'एक दो तीन चार पांच|पाँच छह|छः सात आठ नौ दस ग्यारह बारह',
} // biome-ignore format: a table

/** Words before the hour, and the minutes they add to it. */
const openings: Record<string, [string, number][]> = {
  pl: [['wpol do', -30], ['kwadrans po', 15], ['za kwadrans', -15], ['o', 0]],
  uk: [['пів на', -30], ['чверть на', -45], ['за чверть', -15], ['о', 0], ['об', 0]],
  cs: [['pul', -30], ['ctvrt na', -45], ['tri ctvrte na', -15], ['v', 0], ['ve', 0]],
  sk: [['pol', -30]],
  sl: [['pol', -30]],
  hr: [['pola', -30], ['u', 0]],
  hu: [['fel', -30], ['negyed', -45], ['haromnegyed', -15]],
  fi: [['puoli', -30], ['varttia vaille', -15], ['varttia yli', 15]],
  da: [['halv', -30], ['kvart over', 15], ['kvart pa', -15]],
  de: [['dreiviertel', -15], ['drei viertel', -15], ['viertel', -45]],
  es: [['cuarto para las', -15], ['cuarto para la', -15], ['diez para las', -10], ['veinte para las', -20], ['cinco para las', -5]],
  el: [['στις', 0], ['στη', 0]],
  hi: [[fold('साढ़े'), 30], [fold('सवा'), 15], [fold('पौने'), -15]],
} // biome-ignore format: a table

/** Words behind the hour, and the minutes they add. */
const endings: Record<string, [string, number][]> = {
  tr: [['bucuk', 30], ['bucukta', 30]],
  el: [['και μιση', 30], ['και τεταρτο', 15], ['παρα τεταρτο', -15]],
  he: [['וחצי', 30], ['ורבע', 15]],
} // biome-ignore format: a table

/** Greek says half an hour within the word: "επτάμισι". */
const greekHalves = new Map(
  'μιαμισι δυομισι τρεισημισι τεσσερισημισι πεντεμισι εξιμισι επταμισι|εφταμισι οκτωμισι|οχτωμισι εννιαμισι δεκαμισι εντεκαμισι δωδεκαμισι'
    .split(' ')
    .flatMap((words, at) => words.split('|').map((word): [string, number] => [word, at + 1])),
)

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
  const half = greekHalves.get(token.text)
  if (half && isCalled(tokens, at, at + 1)) return told(tokens, at, at + 1, { hour: half, minute: 30 }, 30)
  for (const { words, minutes, language } of byFirst.get(token.text) ?? []) {
    if (!words.every((word, index) => tokens[at + index]?.text === word)) continue
    const hour = hourAt(tokens, at + words.length, language)
    // "o dwudziestej"
    if (hour && hour.hour > 12 && minutes === 0)
      return { part: clock({ hour: hour.hour, padded: true }), to: hour.to }
    if (language === 'hu' && !isHungarian(tokens, at, hour?.to ?? at)) continue
    if (hour) return told(tokens, at, hour.to, moved(hour.hour, minutes + (hour.minutes ?? 0)), minutes)
  }
  return hourFirst(tokens, at)
}

/** "akşam 7'de", "öğlen 12'de", "este 7-kor": the part of the day, and a figure with the ending of an hour. */
function suffixedAt(tokens: Token[], at: number): ClockFound {
  const half = isWord(tokens[at], 'oglen', 'ogle') ? 'noon' : leading.get(tokens[at]?.text ?? '')
  const from = isWord(tokens[at + 1], 'saat') ? at + 2 : at + 1
  const found = half ? figureAt(tokens, from) : null
  if (!half || !found || found.part.half) return null
  const { hour } = found.part
  const ends = isMark(tokens[found.to], "'")
    ? ['de', 'da', 'te', 'ta']
    : isMark(tokens[found.to], '-')
      ? ['kor', 'tol']
      : []
  if (hour > 12 || !isWord(tokens[found.to + 1], ...ends)) return null
  return { part: { ...found.part, ...halved(half, hour), bare: false }, to: found.to + 2 }
}

function hourFirst(tokens: Token[], at: number): ClockFound {
  for (const [language, list] of Object.entries(endings)) {
    const hour = counts.get(language)?.get(tokens[at]?.text ?? '-')
    if (!hour) continue
    const tail = tailAt(tokens, at + 1, list)
    if (tail && isCalled(tokens, at, tail.to))
      return told(tokens, at, tail.to, moved(hour, tail.minutes), tail.minutes)
    // "בשבע בערב"
    if (language === 'he') return told(tokens, at, at + 1, { hour, minute: 0 }, 0)
  }
  const hungarian = inHungarian(tokens[at]?.text ?? '')
  return hungarian ? told(tokens, at, at + 1, { hour: hungarian, minute: 0 }, 0) : null
}

/** "seven and a half" may be hours or millions: an hour is called so, or its part of the day stands beside it. */
function isCalled(tokens: Token[], at: number, to: number): boolean {
  const before = tokens[at - 1]
  return (
    /^ב/u.test(tokens[at]?.text ?? '') ||
    isWord(tokens[to - 1], 'bucukta') ||
    isWord(before, 'saat', 'στις', 'στη', 'ωρα', 'בשעה') ||
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
    if (!(hour >= 1 && hour <= 12) || !(isLed(tokens, at) || language === 'hi')) return null
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

const leading = new Map<string, 'am' | 'pm'>([
  ...['este', 'delutan', 'aksam', 'wieczorem', 'vecer', 'navecer', 'увечері', 'illalla', 'kvall'].map(
    (word): [string, 'pm'] => [word, 'pm'],
  ),
  ...['reggel', 'delelott', 'sabah', 'rano', 'rano', 'aamulla', 'вранці'].map((word): [string, 'am'] => [
    word,
    'am',
  ]),
])

const thisPartOfDay = new Map<string, 'am' | 'pm' | 'night'>(
  Object.entries({ सुबह: 'am', शाम: 'pm', दोपहर: 'pm', रात: 'night' } as const).map(([word, half]) => [
    folded(word),
    half,
  ]),
)

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
    before?.kind === 'word' ? (leading.get(before.text) ?? thisPartOfDay.get(before.text)) : undefined
  const part: { kind: 'clock' } & Clock = half ? { ...found.part, ...halved(half, time.hour) } : found.part
  return half || minutes ? { part: clock(part), to: found.to } : null
}
