import type { FieldDoubt, Finding } from '../../../domain/finding.ts'
import { type FoundTime, findTimes, hourOpening } from '../../../time/find-times.ts'
import { tellsNewDay, tellsOldDay } from '../../../time/moved-days.ts'
import { readTime, type TimeAnswer, type TimeContext } from '../../../time/read-time.ts'
import { openDays } from '../../daily-hours.ts'
import type { Passage, Span } from '../passages/passage.ts'
import { dueBefore, publishedBefore } from '../words/cue-words.ts'
import { dayAtHead } from './headed-day.ts'
import { dottedHour, secondPlace, withoutOrnaments } from './small-signs.ts'

/** A time in a passage that may be an event's. */
export type EventTime = {
  /** Where it stands in the passage. */
  at: Span
  /** The day and the hour, where they stand apart from each other. */
  parts?: Span[]
  phrase: string
  /** The words as they stand there, where the phrase was put together. */
  told?: string
  start?: string
  end?: string
  allDay?: boolean
  floating?: true
  /** A clock time whose day is not told. */
  clock?: string
  sessions: { start: string; end: string | null }[]
  doubts: FieldDoubt[]
}

/** The times of a passage without those that say when something is due or came out, or that are part of a title. */
export function eventTimes(passage: Passage, context: TimeContext, heading?: string): EventTime[] {
  const { text } = passage
  if (!/\d|\p{L}{3}/u.test(text)) return []
  const day = dayAtHead(text, context) ?? heading
  const times: EventTime[] = []
  for (const found of findTimes(withoutTitles(passage).slice(0, 20_000), context)) {
    const answer = withPlace(text, found, context)
    const span = { start: answer.index, end: answer.index + answer.length }
    if (inTitle(passage, span) || isOtherDate(text, span)) continue
    const time = eventTimeOf(answer, span)
    const last = times.at(-1)
    const near = last !== undefined && span.start - last.at.end < 80
    if (near && ((lacksDay(time) && isDayOnly(last)) || (lacksDay(last) && isDayOnly(time)))) {
      times[times.length - 1] = joined(last, time, context)
    } else {
      times.push(time)
    }
  }
  const apart = times.length === 2 ? dayAndHour(times[0]!, times[1]!, context) : null
  if (apart) times.splice(0, 2, apart)
  const words = day && times.length === 0 ? withoutOrnaments(withoutTitles(passage).slice(0, 2000)) : ''
  const opening = day && words ? (hourOpening(words, day, context) ?? dottedHour(words, day, context)) : null
  if (opening) {
    const placed = withPlace(text, opening, context, day)
    return [
      whole(text, {
        ...eventTimeOf(placed, { start: placed.index, end: placed.index + placed.length }),
        told: `${day} … ${opening.phrase}`,
      }),
    ]
  }
  const told = withoutMoved(text, times).map(time => whole(text, time))
  return day ? told.map(time => (lacksDay(time) ? onDay(time, day, context, text) : time)) : told
}

/** "On the day itself (3 December) … which starts at 00:00 UTC": the one day and the one hour of a paragraph. */
function dayAndHour(first: EventTime, second: EventTime, context: TimeContext): EventTime | null {
  const isApart = second.at.start - first.at.end < 400 && isDayOnly(first) && !first.end && lacksDay(second)
  const time = isApart ? joined(first, second, context) : null
  return time?.start?.includes('T') ? { ...time, at: second.at, parts: [first.at, second.at] } : null
}

/** "ab 18 Uhr", "من الساعة 10:00", "10時〜", "20.00'de": the small words that introduce or close an hour stand with it. */
function whole(text: string, time: EventTime): EventTime {
  const before = hourOpener.exec(text.slice(0, time.at.start))?.[0].length ?? 0
  const closed = hourCloser.exec(text.slice(time.at.end))?.[0].length ?? 0
  const after = closed || secondPlace(text.slice(time.at.end))
  const isOpening = before > 0 && before === time.at.start
  return { ...time, at: { start: isOpening ? 0 : time.at.start, end: time.at.end + after } }
}

/** Where a new day is told, the day before it holds no more. */
function withoutMoved(text: string, times: EventTime[]): EventTime[] {
  const fresh = times.findLastIndex(
    (time, at) => at > 0 && tellsNewDay(text.slice(Math.max(0, time.at.start - 60), time.at.start)),
  )
  if (fresh > 0) return times.slice(fresh)
  const isOld = ({ at }: EventTime) => tellsOldDay(text.slice(Math.max(0, at.start - 60), at.start))
  return times.filter((time, at) => !(times[at + 1] && isDayOnly(time) && isOld(time)))
}

const hourOpener =
  /^[^\p{L}\p{N}]*(?:(?:from|at|starting|von|um|ab|de|das|dès|à|a|las|les|às|as|dalle|alle|ore|om|van|kl|klo|kello|saat|godz|pukul|jam|o|od|v|u|в|с|о|об|من|الساعة|ساعت|בשעה|à partir de|vanaf|lúc|เวลา|saa|plkst|kell)\.?\s+)+$/iu
const hourCloser =
  /^(?:から|まで|より|開演|開始|開場|スタート|[〜～~](?=\s)|부터|까지|['’](?:de|da|te|ta|den|dan|ten|tan)(?!\p{L})|\s(?:onwards|s\.t\.|c\.t\.)(?!\p{L})|\s?[-–]\s?(?:late|open end|ende offen|fin|selesai)(?!\p{L})|\s(?:s\.?\s?d\.?|sampai|hingga)\s(?:selesai|tamat)(?!\p{L}))+/iu

/** "18:00 horas de Santiago", "18:00 IST (India)", "3 pm in Geneva": the place behind a time tells its zone. */
function withPlace(text: string, found: FoundTime, context: TimeContext, day?: string): FoundTime {
  const end = found.index + found.length
  const place = placeBehind.exec(text.slice(end, end + 60))?.[0]
  if (!place || found.readings.length === 0 || !found.readings[0]!.start.includes('T')) return found
  const { zone, ...bare } = context
  const had = zoneIn(found.readings[0]!.start)
  if (had !== undefined && had !== zone && !found.doubts.some(doubt => doubt.code === 'zone-ambiguous'))
    return found
  const name = /\p{Lu}[^)]*/u.exec(place)![0].trim()
  const phrase = `${day ? `${day}, ` : ''}${text.slice(found.index, end)}`
  for (const words of [`${phrase} (${name})`, `${phrase} ${name} time`]) {
    const answer = readTime(words, bare)
    if (answer.readings[0] && zoneIn(answer.readings[0].start)) {
      const kept = found.doubts.filter(
        doubt =>
          /^(?:date-missing|year-assumed|weekday-disagrees)$/.test(doubt.code) &&
          !answer.doubts.some(one => one.code === doubt.code),
      )
      return {
        ...answer,
        doubts: [...answer.doubts, ...kept],
        index: found.index,
        length: found.length + place.length,
      }
    }
  }
  return found
}

const placeBehind =
  /^\s?(?:(?:horas?|hs?|heures?|uhr|hrs|hours)\.?\s)?(?:\((?:hora |heure |time )?(?:de |d['’]|in |of )?\p{Lu}[\p{L} ]{2,25}\)|(?:de|d['’]|in|von|em|en|à|a|по|в|во)\s?\p{Lu}\p{L}{2,15}(?:\s\p{Lu}\p{L}{2,15})?)/u

function zoneIn(start: string): string | undefined {
  return /\[([^\]]+)\]$/.exec(start)?.[1]
}

/** The day of the heading as the time of what tells none of its own: what lasts all day, or will not be. */
export function timeOfDay(passage: Passage, day: string, context: TimeContext): EventTime | null {
  const answer = readTime(day, context)
  if (!answer.readings[0] || answer.readings[0].start.includes('T')) return null
  const words = allDayWords.exec(passage.text)
  const at = words ? { start: words.index, end: words.index + words[0].length } : { start: 0, end: 0 }
  return { ...eventTimeOf(answer, at), ...(words && { allDay: true }), told: day }
}

export function saysAllDay(text: string): boolean {
  return allDayWords.test(text)
}

const allDayWords =
  /(?<!\p{L})(?:all[- ]day(?: long)?|the whole day|ganztägig|den ganzen tag(?: über)?|toute la journée|todo el día|(?:o )?dia (?:inteiro|todo)|tutto il giorno|per tutta la giornata|hele dag|весь день|sepanjang hari|seharian)(?!\p{L})|طوال اليوم|終日|一日中|全天/iu

/** What is left of a text when its times are taken out. */
export function withoutTimes(text: string, times: Span[]): string {
  let rest = ''
  let from = 0
  for (const time of times) {
    rest += `${text.slice(from, time.start)} `
    from = time.end
  }
  return (rest + text.slice(from)).trim()
}

export function isDayOnly(time: EventTime): boolean {
  return time.start !== undefined && !time.start.includes('T')
}

/** An hour without day and zone, which may be a length or a verse as well. */
export function isVague(time: EventTime): boolean {
  const codes = time.doubts.map(doubt => doubt.code)
  return time.clock !== undefined
    ? !/[A-Z]{2}|\b(?:am|pm|uhr)\b/i.test(time.phrase)
    : codes.includes('date-missing') && codes.includes('zone-missing')
}

const registering =
  /regist(?:er|r)|sign[- ]?up|rsvp|apply|application|anmeld|[iî]nscri|iscri|pendaftaran|daftar|зарегистр|регистрац|التسجيل|报名|報名|prenot|\bbook(?:ings?)?\b|aanmeld|inschrij|ilmoittau|anmäl|tilmeld|påmeld|rejestr|zgłosz|přihl|prihlás|kayıt|εγγραφ|реєстр|đăng ký|הרשמ|ثبت.?نام|पंजीकर|申込|申し込み|참가 ?신청|jiandikishe/iu

/** "Free cancellation until 14 September", "Early bird until 1 May": one may register after it. */
const withdrawing =
  /cancel|refund|storn|annul|rembours|reembols|early|reduced|discount|frühbuch|ermäßig|rabatt|réduit|descuento|desconto|sconto|korting/iu
/** "Rejestracja do 10 września": words too short to stand for a deadline by themselves. */
const registersUntil =
  /(?:rejestrac\p{L}*|zapisy|zgłoszenia|přihl\p{L}*|registrac\p{L}*|prijav\p{L}*|aanmelden(?: kan)?|inschrijven(?: kan)?|anmälan|tilmelding|påmelding)\s+(?:do|tot|till|til)\s+(?:dnia\s+)?$|截止(?:日期|时间|時間)?(?:为|至|到|於)?[:：]?\s*$/iu

/** "Please register by 9 January": the last day (or moment) to do so, as an ISO date or RFC 9557 string. */
export function registrationEnd(passage: Passage, context: TimeContext): string | undefined {
  if (!registering.test(passage.text)) return undefined
  for (const answer of findTimes(passage.text.slice(0, 4000), context)) {
    // A word before the day belongs to its phrase in some languages: "do 10 września".
    const own = /^\p{Ll}+\s/u.exec(answer.phrase)?.[0] ?? ''
    const before = passage.text.slice(Math.max(0, answer.index - 160), answer.index) + own
    const sentence = before.split(/[.!?]\s/).at(-1) ?? ''
    if (withdrawing.test(before.slice(-40)) || !registering.test(sentence)) continue
    if (endsWith(before.slice(-48), dueBefore) || registersUntil.test(before))
      return answer.readings[0]?.start
  }
  return undefined
}

/** Only the hour is told; a day, if any, was taken from the day of publication. */
function lacksDay(time: EventTime): boolean {
  return time.clock !== undefined || time.doubts.some(doubt => doubt.code === 'date-missing')
}

/** A title that tells its year ("Forum 2021") is surer of it than the date of publication. */
export function inYearOf(title: string, time: EventTime, context: TimeContext): EventTime {
  const year = /(?<!\d)(?:19|20)\d\d(?!\d)/.exec(title)?.[0]
  const assumed = time.doubts.some(doubt => doubt.code === 'year-assumed')
  if (!year || !assumed || time.start?.startsWith(year)) return time
  const answer = readTime(time.phrase, { ...context, published: `${year}-01-01` })
  if (!answer.readings[0]?.start.startsWith(year)) return time
  const read = eventTimeOf(answer, time.at)
  const says = `No year is told with the day; ${year} is taken from the title.`
  const others = read.doubts.filter(doubt => doubt.code !== 'year-assumed')
  const taken = { start: read.start!, ...(read.end && { end: read.end }) }
  const untaken = time.start ? [{ start: time.start, ...(time.end && { end: time.end }) }] : []
  const doubt: FieldDoubt = { code: 'year-assumed', says, field: 'start', choices: [taken, ...untaken] }
  return { ...read, doubts: [...others, doubt] }
}

/** An event told for each of several days is one with a session for each. */
export function sessionsIn({ sessions }: EventTime, title: string): Pick<Finding, 'sessions'> {
  if (sessions.length < 2) return {}
  return {
    sessions: sessions.map(({ start, end }) => ({ kind: 'event', title, start, ...(end && { end }) })),
  }
}

/** The fields a time gives a finding. */
export function timeFields(time: EventTime): Partial<Finding> {
  const fields: Partial<Finding> = {}
  if (time.start) fields.start = time.start
  if (time.end) fields.end = time.end
  if (time.allDay) fields.allDay = true
  if (time.floating) fields.floating = true
  if (time.clock && !time.start) fields.time = time.clock
  if (time.start || time.clock) fields.told = { [time.start ? 'start' : 'time']: time.told ?? time.phrase }
  if (time.doubts.length > 0) fields.doubts = time.doubts
  return fields
}

function eventTimeOf(answer: TimeAnswer, span: Span): EventTime {
  const reading = answer.readings[0]
  const open = answer.sessions && openDays(answer.sessions)
  const time: EventTime = {
    at: span,
    phrase: answer.phrase,
    sessions: open ? [] : (answer.sessions ?? []),
    doubts: answer.doubts.map(doubt => ({ ...doubt, field: 'start' })),
  }
  if (open) return { ...time, ...open, allDay: true }
  if (reading) {
    time.start = reading.start
    if (reading.end) time.end = reading.end
    if (reading.floating) {
      time.floating = true
      time.doubts = time.doubts.filter(doubt => doubt.code !== 'zone-missing')
    }
    // Of a place that nothing tells: nobody's zone, the curator's least of all.
    else if (/T[\d:]+$/.test(reading.start) && localWords.test(answer.phrase)) time.floating = true
    // A day is all that prose tells; only ranges of days and "all day" last the whole of it.
    if (reading.allDay && (reading.end || saysAllDay(answer.phrase))) {
      time.allDay = true
    }
  } else if (answer.time) {
    time.clock = answer.time
  }
  return time
}

const localWords = /\b(?:local time|heure locale|hora local|ora locale|ortszeit|lokalzeit)\b/iu

/** "on Thursday, 21 January … will start at 16:00 GMT": day and clock time apart from one another. */
function joined(first: EventTime, second: EventTime, context: TimeContext): EventTime {
  const span = { start: first.at.start, end: second.at.end }
  const answer = readTime(`${first.phrase}, ${second.phrase}`, context)
  if (!answer.readings[0]) return first
  const told = `${first.phrase} … ${second.phrase}`
  return { ...eventTimeOf(answer, span), parts: [first.at, second.at], told }
}

function onDay(time: EventTime, day: string, context: TimeContext, text: string): EventTime {
  const bare = readTime(`${day}, ${time.phrase}`, context)
  // "alle cinque": some hours are none without the small word before them.
  const isLost = !bare.readings[0]?.start.includes('T')
  const answer = isLost ? readTime(`${day}, ${text.slice(time.at.start, time.at.end)}`, context) : bare
  return answer.readings[0] ? { ...eventTimeOf(answer, time.at), told: `${day} … ${time.phrase}` } : time
}

/** Inside quotation marks or a bold or linked title a date is part of a name, unless it is all there is. */
function inTitle(passage: Passage, span: Span): boolean {
  return passage.quoted.some(
    quote =>
      span.start >= quote.start &&
      span.end <= quote.end &&
      quote.end - quote.start > (span.end - span.start) * 1.5 + 4,
  )
}

/** The text with its linked titles blotted out: "Equality today" tells no day. Positions stay. */
function withoutTitles(passage: Passage): string {
  let { text } = passage
  // What is struck out no longer holds, where something else is told instead.
  for (const span of passage.struck) {
    if (!/\d/.test(text.slice(0, span.start) + text.slice(span.end))) continue
    text = text.slice(0, span.start) + 'x'.repeat(span.end - span.start) + text.slice(span.end)
  }
  for (const link of passage.links) {
    const words = text.slice(link.start, link.end)
    if (!/\s/.test(words) || /\d|https?:/.test(words) || !/^\p{Lu}/u.test(words)) continue
    text = text.slice(0, link.start) + words.replace(/\p{L}/gu, 'x') + text.slice(link.end)
  }
  return text
}

/** Whether a date is said to be another than that of an event: a deadline, the day something was published. */
export function isOtherDate(text: string, span: { start: number }): boolean {
  const before = text.slice(Math.max(0, span.start - 48), span.start)
  return endsWith(before, dueBefore) || endsWith(before, publishedBefore)
}

/** Whether the words right before a date, but for an article and a weekday, end in one of the cues. */
function endsWith(before: string, cue: RegExp): boolean {
  const words = before.split(/[^\p{L}'’:.-]+/u).filter(Boolean)
  for (let from = Math.max(0, words.length - 5); from < words.length; from++) {
    const phrase = words.slice(from).join(' ')
    const match = cue.exec(phrase)
    if (
      match &&
      match.index === 0 &&
      /^(?:\s*(?:the|den|dem|le|el|o|il|on|am|on the|this|next|coming))*[\s,:]*$/iu.test(
        phrase.slice(match[0].length),
      )
    )
      return true
  }
  return false
}
