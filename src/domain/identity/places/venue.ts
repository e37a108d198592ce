import type { Content } from '../../content.ts'
import { foldName } from '../../fold-name.ts'
import { romanised } from '../tongues/romanise.ts'
import { idle } from '../words/idle-words.ts'
import { numberOf } from '../words/number-words.ts'
import { withoutArticle } from '../words/without-article.ts'
import { placeName } from './place-names.ts'
import { isStreet, withoutStreet } from './streets.ts'

/** Where something is, in words that are compared. */
export type Venue = {
  /** The words that tell the place from others. */
  venue: string[]
  /** Those of them before the first comma: the house, where the town stands after it. */
  house: string[]
  /** Those after the last comma: the town. */
  town: string[]
  /** Numbers and letters of a floor, a room, a stage, and their names. */
  rooms: string[]
  roomNames: string[]
  /** Numbers of the street. */
  numbers: string[]
  /** A house by its number and the words beside it: “Gneisenaustr. 36”. */
  doors: { number: string; words: string[] }[]
  /** What it is written in: names of two writings are compared by what they mean and how they sound. */
  writing: string
  /** What its parts are short as: “BICC”. */
  initials: string[]
}

const nowhere: Venue = {
  venue: [],
  house: [],
  town: [],
  rooms: [],
  roomNames: [],
  numbers: [],
  doors: [],
  writing: '',
  initials: [],
}

export function venueOf(place: Content['place'] | undefined): Venue {
  if (!place) return nowhere
  const parts = `${place.name ?? ''},${place.address ?? ''}`
    .replace(/[\u200b-\u200d]/g, '')
    .replace(/[^\P{Nd}0-9]/gu, inFigures)
    .replace(besideFigures, ' ')
    .split(/[,;|()·/،、，]|\s[-–—]\s/)
    .map(part => romanised(foldName(part)).split(' '))
    .filter(([first]) => first !== '')
  const telling = parts.map(part =>
    part.filter(isTelling).map(word => placeName(withoutArticle(withoutStreet(word)))),
  )
  const rooms: string[] = []
  const roomNames: string[] = []
  const numbers: string[] = []
  const doors: Venue['doors'] = []
  for (const [at, part] of parts.entries()) {
    const isRoom = part.some(word => roomWords.has(word))
    const own = part.filter(isNumber).map(word => numberOf(word) ?? word)
    if (isRoom || at === 0) rooms.push(...own)
    else numbers.push(...own)
    const [number] = own
    if (number !== undefined && !isRoom && telling[at]!.length > 0)
      doors.push({ number, words: telling[at]! })
    if (isRoom && at > 0) roomNames.push(...telling[at]!)
  }
  const venue = telling.flat()
  return {
    venue,
    house: telling.find(part => part.length > 0) ?? [],
    town: telling.findLast((part, at) => at > 0 && part.length > 0 && isTown(parts[at]!)) ?? [],
    rooms,
    roomNames,
    numbers,
    doors,
    writing: writingOf(venue),
    initials: runsOf(parts).flatMap(initialsOf),
  }
}

/** Cyrillic and Greek are romanised. The blocks of Unicode lie 128 letters apart, but those of East Asia and Ethiopia. */
function writingOf(words: readonly string[]): string {
  if (words.length === 0) return ''
  if (words.some(word => /[a-z]/.test(word))) return 'latin'
  const letter = words[0]!.codePointAt(0)!
  if (letter >= 0xac00 && letter <= 0xd7af) return 'hangul'
  return letter >= 0x2e80 ? 'han' : letter >= 0x1200 && letter < 0x1400 ? 'ethiopic' : String(letter >> 7)
}

/** “۳” is 3: the figures of a script stand ten in a row in Unicode. */
function inFigures(figure: string): string {
  let zero = figure.codePointAt(0)!
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--
  return String((figure.codePointAt(0)! - zero) % 10)
}

/** “3号室”, “201호”. */
const besideFigures =
  /(?<=[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}\p{Script=Hiragana}\p{Script=Thai}])(?=\d)|(?<=\d)(?=[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}\p{Script=Thai}])/gu

/** Parts of three words or more, and the first with those after it: a name may have a comma, “Memoria, Paz y Reconciliación”. */
function runsOf(parts: readonly string[][]): string[][] {
  const named = parts.map(part => part.filter(word => !/\d/.test(word)))
  const [first = [], second = [], third = []] = named
  return [...named, [...first, ...second], [...first, ...second, ...third]].filter(
    words => words.length >= 3 && words.length <= 10,
  )
}

function initialsOf(part: readonly string[]): string[] {
  const telling = part.filter(word => !idle.has(word))
  return [part, telling]
    .map(words => words.map(([letter]) => letter).join(''))
    .filter(short => short.length >= 3)
}

/** Neither a street with its number nor a room. */
function isTown(part: readonly string[]): boolean {
  return !part.some(word => isNumber(word) || roomWords.has(word) || isStreet(word))
}

function isTelling(word: string): boolean {
  return word.length > 1 && !isNumber(word) && !anywhere.has(word) && !isStreet(word)
}

function isNumber(word: string): boolean {
  return /\d/.test(word) || /^(?:[a-z]|x?[xiv]{2,4})$/.test(word) || /^(?:neun|nine|neuf)$/.test(word)
}

export const roomWords = new Set(
  `hall room salle saal sala zaal sal stage studio auditorium amphi amphitheatre floor etage piso piano stock kamer raum stanza
  buhne sali kabinett kabinet foyer lounge screen kino salon aula zal zala aud auditoriya audytoriia auditorij dvorana aithousa terem
  sali kabineti ukumbi ruang aud lt قاعة القاعة صالة ہال هال سالن हॉल कक्ष हल হল কক্ষ ห้อง ห้องประชุม 호 홀 실 호실 강의실 회의실 号 号室 室 号教室 教室 会議室
  会议室 會議室 號 廳 厅 大厅 ホール`.split(/\s+/),
)

/** Words that tell no place from another. */
const anywhere = new Set(
  `online zoom webcast webinar livestream stream virtual hybrid hall room centre center venue street st avenue av road rd rue strasse str calle via building sala salle saal zaal
  the of for and on in at de la le les des du el los las y del der die das am im van het da do di`.split(
    /\s+/,
  ),
)
