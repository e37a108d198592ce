import type { EventStatus } from '../domain/finding.ts'
import { titleStatusWords } from './title-status-words.ts'

/** What organisers write before a title when plans change: "CANCELLED: …", "[Verschoben] …", "[talk] CANCELLED …". */
export function statusInTitle(title: string | undefined): EventStatus | undefined {
  return title === undefined ? undefined : partStatus(title).status
}

/**
 * A title, and what is said before or behind it of the event's fate. A title of nothing else stays as it is. In words
 * without a sign behind them ("Cancelled lives", "Reporte anual") nothing is seen, unless they alone are in capitals.
 */
export function partStatus(title: string): { title: string; status?: EventStatus } {
  if (!mayTell(title)) return { title }
  const told = title.match(head) ?? title.match(capitals)
  if (told) {
    const kept =
      (told.groups!.mark ?? '') + title.slice(told[0].length).replace(/^[^\p{L}\p{N}([{¿¡"'“„«#@]+/u, '')
    return { title: kept.trim() || title, status: statusOf(told.groups!.word!) }
  }
  const behind = title.match(tail)
  if (!behind) return { title }
  return { title: title.slice(0, behind.index).trim() || title, status: statusOf(behind.groups!.word!) }
}

const byStatus = Object.entries(titleStatusWords).map(
  ([status, words]) => [status as EventStatus, Object.values(words).join('|')] as const,
)
const allWords = byStatus.map(([, words]) => words).join('|')
const exactly = byStatus.map(([status, words]) => [status, new RegExp(`^(?:${words})$`, 'iu')] as const)

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
