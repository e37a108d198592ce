import { fieldOf } from '../csv/field-of.ts'

/** Whether words are what rooms, stages and parallel tracks are called. */
export function looksLikeRoom(words: string): boolean {
  return words.length <= 80 && (inWords.test(words) || inOthers.test(words) || numbered.test(words))
}

/** Whether they name one of several: "Room B", "Main stage", "Festsaal"; not "Room" alone, nor what is said of one. */
export function namesRoom(words: string): boolean {
  if (!looksLikeRoom(words) || isAboutRooms(words)) return false
  const classes = words.match(allInWords)?.length ?? 0
  return classes !== 1 || /[\p{L}\p{Nd}]/u.test(words.replace(inWords, ''))
}

/** "Seminar 1" beside "Seminar 2"; not "Speaker 1" beside "Speaker 2". */
export function isOfSeries(words: string, all: readonly string[]): boolean {
  const series = seriesOf(words)
  if (series === '' || fieldOf(words) || fieldOf(series)) return false
  return all.some(other => other !== words && seriesOf(other) === series)
}

function seriesOf(words: string): string {
  return /^(\p{L}[\p{L} ]{1,30}?)[ .-]?(?:\p{Nd}{1,3}|\p{Lu})$/u.exec(words)?.[1] ?? ''
}

/** "Floor manager", "Zoom link", "Room no.": columns of a list. */
export function isAboutRooms(words: string): boolean {
  return aboutRooms.test(words)
}

const inWords =
  /(?<!\p{L})(?:rooms?|halls?|auditorium|stages?|tracks?|streams?|strand|theat(?:re|er)|studio|plenary|online|virtual|zoom|webinar room|foyer|lounge|library|lobby|tent|pavilion|building|floor|campus|gallery|chapel|aula|salas?|salón|salon|salão|salles?|amphi(?:théâtre)?|auditorio|auditório|anfiteatro|escenario|scène|palco|raum|räume|saal|hörsaal|bühne|zaal|lokaal|podium|lokal|sal|salen|rum|scen|scene|terem|sali|sál|miestnosť|místnost|dvorana|ruang|panggung|phòng|hội trường|ukumbi|chumba|salonu?|oda|bulwagan|αίθουσα|аудитория|зал|комната|сцена|зала|стая|קעמפוס|אולם|חדר|قاعة|القاعة|غرفة|سالن|कक्ष|हॉल)(?!\p{L})/iu
const allInWords = new RegExp(inWords, 'giu')
const inOthers =
  /\p{L}(?:saal|raum|zaal|salen|terem|sal)(?!\p{L})|会議室|会場|教室|ホール|會場|会场|厅|홀|강당|회의실|강의실|트랙|ห้อง/iu
/** "A 101", "B2" */
const numbered = /^\p{Lu}{1,3}[\s.-]?\d{1,4}$/u

const aboutRooms =
  /(?<!\p{L})(?:link|url|id|code|passcode|manager|managers|number|numbers|no|nr|n[º°]|num|number of|número|numéro|nummer|numero|host|hosts|guests?|capacity|size|seats|name|address|leads?|leader|chairs?|moderators?|technician|tech|crew|staff|helpers?|set-?up|needs|yes|person|presencial|präsenz|présentiel|hybrid|type|responsible|in charge)(?!\p{L})|[?？]\s*$/iu
