/** Whether words are what rooms, stages and parallel tracks are called. */
export function looksLikeRoom(words: string): boolean {
  return words.length <= 80 && (inWords.test(words) || inOthers.test(words) || numbered.test(words))
}

const inWords =
  /(?<!\p{L})(?:room|hall|auditorium|stage|track|stream|strand|theat(?:re|er)|studio|plenary|online|virtual|zoom|webinar room|foyer|lounge|library|lobby|tent|pavilion|building|floor|campus|gallery|chapel|aula|sala|salón|salon|salão|salle|amphi(?:théâtre)?|auditorio|auditório|anfiteatro|escenario|scène|palco|raum|saal|hörsaal|bühne|foyer|zaal|lokaal|podium|lokal|sal|salen|rum|scen|scene|terem|sali|sál|miestnosť|místnost|dvorana|ruang|aula|panggung|phòng|hội trường|ukumbi|chumba|salonu?|oda|bulwagan|αίθουσα|аудитория|зал|комната|сцена|зала|стая|קעמפוס|אולם|חדר|قاعة|القاعة|غرفة|سالن|कक्ष|हॉल)(?!\p{L})/iu
const inOthers =
  /\p{L}(?:saal|raum|zaal|salen|terem|sal)(?!\p{L})|会議室|会場|教室|ホール|厅|會場|会场|分会场|厅|演讲厅|홀|강당|회의실|강의실|트랙|ห้อง/iu
/** "A 101", "B2" */
const numbered = /^\p{Lu}{1,3}[\s.-]?\d{1,4}$/u
