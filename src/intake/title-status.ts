import type { EventStatus } from '../domain/finding.ts'
import { monthOf, weekdayOf } from '../time/calendar-words.ts'
import { fold } from '../time/fold.ts'
import { doubleWords, titleStatusWords } from './title-status-words.ts'

/**
 * A title, and what is said before or behind it of the event's fate. A title of nothing else stays as it is, and so does
 * one of which only a time would be left. In words without a sign behind them ("Cancelled lives", "Reporte anual") nothing
 * is seen, unless they alone are in capitals. A dash alone may belong to the title: then it stays whole.
 *
 * @param isConfirmed a field beside it says that the event takes place, which most programs write whatever comes
 */
export function partStatus(title: string, isConfirmed = false): { title: string; status?: EventStatus } {
  const told = mayTell(title) ? (before(title) ?? behind(title)) : null
  if (!told) return { title }
  const isDouble = double.test(told.word)
  if (told.isApart ? isConfirmed && isDouble && !told.isLoud : isConfirmed || isDouble) return { title }
  const status = statusOf(told.word)
  return { title: told.isApart && told.rest && !isTimeAlone(told.rest) ? told.rest : title, status }
}

/** `isApart`: no dash alone parts it from the rest. `isLoud`: in brackets, or in capitals. */
type Told = { word: string; rest: string; isApart: boolean; isLoud: boolean }

function before(title: string): Told | null {
  const told = title.match(head) ?? title.match(capitals)
  if (!told) return null
  const { mark = '', word } = told.groups!
  const behindIt = title.slice(told[0].length).replace(/^[^\p{L}\p{N}([{¿¡"'“„«#@]+/u, '')
  const isLoud = isInCapitals(word!) || closing.test(told[0].slice(mark.length))
  return { word: word!, rest: (mark + behindIt).trim(), isApart: isLoud || !dash.test(told[0]), isLoud }
}

function behind(title: string): Told | null {
  const told = title.match(tail)
  if (!told) return null
  const word = told.groups!.word!
  const isLoud = isInCapitals(word) || closing.test(told[0])
  const rest = title.slice(0, told.index).trim()
  return { word, rest, isApart: isLoud || told[0].includes('!'), isLoud }
}

const dash = /[|–—/-]\s*$/
const closing = /[\])}>】］）》」』]/

function isInCapitals(word: string): boolean {
  return word.length > 3 && word === word.toUpperCase() && word !== word.toLowerCase()
}

/** "New date: 18 December": no title is left when that is parted, only names of days and months, and "Uhr", "CET", "de". */
function isTimeAlone(words: string): boolean {
  if (!/\p{Nd}/u.test(words) || words.length > 150) return false
  return (words.match(/\p{L}{4,}/gu) ?? []).map(fold).every(word => monthOf(word) || weekdayOf(word))
}

/**
 * What a field says that is there to say it, in the words of people or of a service (`EventCancelled`, `moved-online`,
 * "Odwołane"). Undefined for all else ("confirmed").
 */
export function statusInWords(words: unknown): EventStatus | undefined {
  if (typeof words !== 'string') return undefined
  const told = words
    .slice(0, 200)
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/[_-]+/g, ' ')
  return within.find(([, pattern]) => pattern.test(told))?.[0]
}

const byStatus = Object.entries(titleStatusWords).map(
  ([status, words]) => [status as EventStatus, Object.values(words).join('|')] as const,
)
const allWords = byStatus.map(([, words]) => words).join('|')
const exactly = byStatus.map(([status, words]) => [status, new RegExp(`^(?:${words})$`, 'iu')] as const)

const double = new RegExp(`^(?:${doubleWords})$`, 'iu')

/** What a state is called besides, and no title says. */
const inStates = {
  cancelled: 'cancel(?:ling|lation)?|annul(?:ation)?|cancelación|annulamento|absage|отмена|',
  postponed: 'postpon(?:e|ing|ement)|aplazamiento|verschiebung|',
  rescheduled: 'reschedul(?:e|ing)|reprogramación|verlegte?[rs]?|перенос|',
  movedOnline: 'moved? online|now online|(?:online|ins netz) verlegt|',
}

/** Where words are not parted by spaces, they stand at the beginning. */
const within = Object.entries(titleStatusWords).map(([status, { ja, zh, ko, th, ...others }]) => {
  const more = inStates[status as keyof typeof inStates] ?? ''
  const parted = String.raw`(?<!\p{L}|(?:^|\s)(?:not|nicht|non|pas|no|n[ãa]o|niet|nie|не) )(?:${more}${Object.values(others).join('|')})(?!\p{L})`
  const unparted = [ja, zh, ko, th].filter(Boolean).join('|')
  return [
    status as EventStatus,
    new RegExp(unparted ? String.raw`${parted}|^\P{L}*(?:${unparted})` : parted, 'iu'),
  ] as const
})

function statusOf(word: string): EventStatus {
  return exactly.find(([, pattern]) => pattern.test(word))![0]
}

/** Asked first, of titles that are long enough to say more: nearly none has such a sign behind a word of fate. */
function mayTell(title: string): boolean {
  return title.length < 40 || signs.test(title) || /^[^\p{L}\p{N}]{0,10}\p{Lu}{4}/u.test(title)
}

const signs = /[:：!|*\])}>】］）》」』–—-]|\/\/|\p{Extended_Pictographic}/u
const begin = String.raw`^(?<mark>\[[^[\]]{1,30}\] ?)?[^\p{L}\p{N}]{0,10}`
const calls =
  '(?:(?:achtung|attention|attenzione|atenci[óo]n|aten[çc][ãa]o|aviso|important|wichtig|update|notice|hinweis|obs|nb)[\\s,:!–—-]{1,4})?'
const things =
  'event|meeting|webinar|workshop|session|class|veranstaltung|termin|sitzung|événement|évènement|réunion|séance|evento|reunión|reunião|riunione|incontro|arrangement|wydarzenie|мероприятие|событие|فعالية|活动|活動'
const why =
  '(?: (?:to|until|till|due|because|with|auf|bis|wegen|au|à|en|para|hasta|por|al|a|op|naar|tot|til|до|на|из-за) [^:：]{1,50}(?=[:：]))?'
const sign = String.raw`(?:\s*[:：!|*\])}>】］）》」』–—]|\s*\p{Extended_Pictographic}|\s+-|-(?=\s)|\s*\/\/|\s*$)`
const head = new RegExp(
  `${begin}${calls}(?:(?:${things}) )?(?<word>${allWords})(?: (?:${things}))?${why}${sign}`,
  'iu',
)
/** "CANCELLED Vigil", "ABGESAGT Vortrag": alone in capitals it stands apart by itself. */
const inCapitals = allWordsInCapitals()
const capitals = new RegExp(String.raw`${begin}(?<word>${inCapitals})\s+(?=\p{Lu}\p{Ll}|\p{Lu}\s)`, 'u')
/** "Vigil (CANCELLED)", "Vigil – abgesagt!" */
const tail = new RegExp(
  String.raw`(?:\s*[[({【［（《]\s*|\s[–—|-]+\s*|\s\/\/?\s*)(?:(?:${things}) )?(?<word>${allWords})\s*[\])}】］）》!*.]*\s*$`,
  'iu',
)

function allWordsInCapitals(): string {
  return allWords.replace(/\\?\p{Ll}/gu, letter => (letter.startsWith('\\') ? letter : letter.toUpperCase()))
}
