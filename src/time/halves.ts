import { meaningsOf } from './abbreviations.ts'
import { fold } from './fold.ts'
import { isGlued, isMark, isWord } from './part.ts'
import type { Token } from './tokens.ts'
import { worldHalves } from './world-halves.ts'

export type Half = 'am' | 'pm' | 'noon' | 'midnight' | 'night'

/** Which half of the day is told at token `at`, behind an hour: "a.m.", "de la tarde", "утра", "مساءً". */
export function halfAt(tokens: Token[], at: number): { half: Half; to: number } | null {
  const here = isMark(tokens[at], ',') || isMark(tokens[at], '(') ? null : letters(tokens, at)
  return here ?? phraseAt(tokens, at)
}

function letters(tokens: Token[], at: number): { half: Half; to: number } | null {
  const token = tokens[at]
  if (token?.kind !== 'word') return null
  if (token.text === 'am' || token.text === 'pm') {
    // German "am" and a capitalised "AM" of a name are told apart by what follows the hour: "um 9 am Montag".
    if (token.text === 'am' && token.raw === 'am' && token.spaced && tokens[at + 1]?.kind === 'word') {
      if (germanDay.has(tokens[at + 1]?.text ?? '')) return null
    }
    const dotted = isMark(tokens[at + 1], '.') && isGlued(tokens[at + 1])
    return { half: token.text, to: at + (dotted && !endsSentence(tokens, at + 1) ? 2 : 1) }
  }
  // Filipino "12 NN", "12 MN"
  if (/^(?:NN|MN|nn)$/.test(token.raw) && tokens[at - 1]?.kind === 'number')
    return { half: token.text === 'nn' ? 'noon' : 'midnight', to: at + 1 }
  // "12 m.", as Latin America writes noon.
  if (token.text === 'm' && isTwelve(tokens, at) && isMark(tokens[at + 1], '.'))
    return { half: 'noon', to: at + 2 }
  if (token.text !== 'a' && token.text !== 'p') return null
  if (isShort(tokens, at)) return { half: token.text === 'a' ? 'am' : 'pm', to: at + 1 }
  let to = at + 1
  if (isMark(tokens[to], '.')) to++
  if (!isWord(tokens[to], 'm') || (to === at + 1 && !tokens[to]?.spaced)) return null
  to++
  if (isMark(tokens[to], '.') && isGlued(tokens[to])) to++
  return { half: token.text === 'a' ? 'am' : 'pm', to }
}

/** "12" or "12:00" stands before it. */
function isTwelve(tokens: Token[], at: number): boolean {
  const hour = tokens[at - 1]?.text === '00' && isMark(tokens[at - 2], ':') ? tokens[at - 3] : tokens[at - 1]
  return hour?.text === '12'
}

/** "3p ET", "8a-9a": only where a zone or another hour stands beside it. */
function isShort(tokens: Token[], at: number): boolean {
  if (!isGlued(tokens[at]) || tokens[at - 1]?.kind !== 'number') return false
  const next = tokens[at + 1]
  if (next?.kind === 'word')
    return next.spaced && /^[A-Z]{2,4}$/.test(next.raw) && meaningsOf(next.raw).length > 0
  const before =
    isMark(tokens[at - 2], '-') && (tokens[at - 3]?.kind === 'number' || isWord(tokens[at - 3], 'a', 'p'))
  return (
    before || (isMark(next, '-') && tokens[at + 2]?.kind === 'number' && isWord(tokens[at + 3], 'a', 'p'))
  )
}

const germanDay = new Set(
  'montag dienstag mittwoch donnerstag freitag samstag sonntag selben gleichen ersten zweiten'.split(' '),
)

function endsSentence(tokens: Token[], at: number): boolean {
  const next = tokens[at + 1]
  return next === undefined || (next.spaced && /^\p{Lu}/u.test(next.raw))
}

function phraseAt(tokens: Token[], at: number): { half: Half; to: number } | null {
  // Dutch "'s avonds"
  if (isMark(tokens[at], "'") && isWord(tokens[at + 1], 's')) return phraseAt(tokens, at + 1)
  const token = tokens[at]
  if (token?.kind !== 'word' || (units.has(token.text) && !isBehindHour(tokens, at))) return null
  const phrases = byFirst.get(token.text)
  if (!phrases) return null
  for (const { words, half, isShort } of phrases) {
    let here = at
    let matched = true
    for (const word of words) {
      if (isMark(tokens[here], "'", '-') || (isShort && isMark(tokens[here], '.'))) here++
      if (!isThat(tokens[here], word)) {
        matched = false
        break
      }
      here++
    }
    // "n.u." (ngayong umaga), "μ.μ.": letters that stand for words have their points.
    if (matched && isShort && !isMark(tokens[at + 1], '.')) continue
    if (matched && isShort && isMark(tokens[here], '.')) here++
    if (matched) return { half, to: here }
  }
  return null
}

/** Afrikaans and Esperanto halves that also count what is no hour: "5 nm", "3 VM", "10 atm". */
const units = new Set(['nm', 'vm', 'atm', 'ptm'])

/** "om 3nm", "9:30 vm": a word for "at" leads the figure, or it has minutes. */
function isBehindHour(tokens: Token[], at: number): boolean {
  const isLower = tokens[at]?.raw === tokens[at]?.text
  return isLower && (isWord(tokens[at - 2], 'om', 'je', 'teen') || isMark(tokens[at - 2], ':', '.'))
}

/** "=đêm" asks for the word with its own marks. */
function isThat(token: Token | undefined, word: string): boolean {
  return word.startsWith('=') ? token?.raw.toLowerCase() === word.slice(1) : token?.text === word
}

function isShortened(words: string[]): boolean {
  return words.every(word => fold(word).length === 1) && words.length > 1
}

const table = `
am: in the morning | on the morning | pa morgonen | pa formiddagen | om morgenen | om morgonen | om formiddagen | πμ | το πρωι | sang | buoi sang | n u | ng umaga | sa umaga | ng madaling araw | du matin | de la matinee | de la manana | por la manana | de la madrugada | da manha | de manha | da madrugada | di mattina | del mattino | morgens | vormittags | am vormittag | am morgen | in der fruh | fruh | s ochtends | s morgens | ochtends | in de ochtend | утра | утром | ранку | صباحا | ص | فجرا | pagi | dini hari | subuh | rano | sabah | رأسا | π μ | del mati | de bon mati | reggel | delelott | dopoledne | rano | сутринта | ujutro | ујутру | aamulla | בבוקר | صبح | dimineata
pm: in the afternoon | in the evening | on the afternoon | on the evening | pa kvallen | pa eftermiddagen | om aftenen | om kvelden | om eftermiddagen | om ettermiddagen | μμ | το βραδυ | το απογευμα | chieu | buoi chieu | buoi toi | petang | this afternoon | this evening | n h | ng hapon | sa hapon | de l apres midi | del apres midi | du soir | en soiree | de la tarde | por la tarde | da tarde | de tarde | del pomeriggio | di pomeriggio | di sera | della sera | nachmittags | abends | am nachmittag | am abend | s avonds | s middags | in de middag | in de avond | дня | вечера | вечером | вечора | مساء | م | بعد الظهر | عصرا | sore | po poludniu | wieczorem | μ μ | de la tarda | del vespre | delutan | este | odpoledne | vecer | следобед | вечерта | navecer | поподне | увече | illalla | iltapaivalla | בערב | אחר הצהריים | عصر | بعد از ظهر | seara | dupa amiaza
noon: noon | del dia | ظ | midday | tengah hari | tengahari | n t | ng tanghali | sa tanghali | siang | siang hari | ظهرا | mittags | del mediodia | du midi | del migdia | ظهر
midnight: midnight
night: at night | n g | ng gabi | sa gabi | de la noche | por la noche | da noite | de noite | a noite | malam | malam hari | nachts | in der nacht | s nachts | di notte | ночи | ночі | ليلا | de la nit | ejjel | شب | noaptea
`

const byFirst = new Map<string, { words: string[]; half: Half; isShort: boolean }[]>()
for (const line of `${table.trim()}\n${worldHalves.trim()}`.split('\n')) {
  const [half = 'am', phrases = ''] = line.split(': ')
  for (const phrase of phrases.split(' | ')) {
    const words = phrase
      .trim()
      .split(' ')
      .map(word => (word.startsWith('=') ? word : fold(word).normalize('NFC')))
    const first = fold(words[0] ?? '').normalize('NFC')
    const known = byFirst.get(first) ?? []
    known.push({ words, half: half as Half, isShort: isShortened(words) })
    byFirst.set(
      first,
      known.toSorted((a, b) => b.words.length - a.words.length),
    )
  }
}
