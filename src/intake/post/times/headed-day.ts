import { weekdayOf } from '../../../time/calendar-words.ts'
import { findTimes } from '../../../time/find-times.ts'
import { fold } from '../../../time/fold.ts'
import { readTime, type TimeContext } from '../../../time/read-time.ts'

/** The day a heading or a label tells for what stands below it. */
export function dayIn(text: string, context: TimeContext): string | undefined {
  if (text.length > 120 || !/\p{Nd}/u.test(text)) return undefined
  const numbered = numberedWeekday(text, context) ?? weekdayAndDate(text, context)
  if (numbered) return numbered
  const found = findTimes(text, context)
  return found.length === 1 && found[0]!.readings[0] ? found[0]!.phrase : undefined
}

/** The same where nothing but the day is told: of "10 December, 3 pm" or "18.12., 14 Uhr" it is undefined. */
export function dayAlone(text: string, context: TimeContext): string | undefined {
  if (text.length > 120) return undefined
  if (!/\p{Nd}/u.test(text)) return weekdayHeading(text, context)
  const numbered = numberedWeekday(text, context) ?? weekdayAndDate(text, context)
  if (numbered) return numbered
  const found = findTimes(text, context)
  const start = found[0]?.readings[0]?.start
  return found.length === 1 && start && !start.includes('T') ? found[0]!.phrase : undefined
}

/** "Tuesday", "Mittwoch:", "Thursday, a busy one": a weekday alone heads what is on it, where the day of publication is known. */
function weekdayHeading(text: string, context: TimeContext): string | undefined {
  const name = /^\p{L}{4,}(?=\s*(?:[,:：–—-]|$))/u.exec(text.trim().replace(andOn, ''))?.[0]
  const isWeekday = name !== undefined && text.length < 60 && weekdayOf(fold(name))?.short === false
  return isWeekday && context.published ? name : undefined
}

/** "Y el sábado:", "And on Saturday:" */
const andOn =
  /^(?:(?:and(?: then)?|und(?: dann)?|et(?: puis)?|y|e|dan)\s)?(?:(?:on|am|el|le|il|no|na|pada)\s)?(?=\p{L}{4})/iu

/** "QUARTA 18/11": in running text the word is also "fourth". */
function weekdayAndDate(text: string, context: TimeContext): string | undefined {
  const [phrase, name] =
    /^\P{L}{0,4}(\p{L}{3,})[.,]?\s\d{1,2}[./]\d{1,2}\.?(?=\s*(?:[,:：(–—-]|$))/u.exec(text.trim()) ?? []
  if (!phrase || !weekdayOf(fold(name!))) return undefined
  const start = readTime(phrase, context).readings[0]?.start
  return start && !start.includes('T') ? phrase : undefined
}

/** "Viernes 16", "LUNDI 21": the day near that of publication on which both agree, as an ISO date. */
function numberedWeekday(text: string, context: TimeContext): string | undefined {
  const [, name, number] = weekdayAndNumber.exec(text.trim()) ?? []
  const weekday = name ? weekdayOf(fold(name)) : undefined
  if (!weekday || !context.published) return undefined
  const published = Temporal.PlainDate.from(context.published.slice(0, 10))
  for (let ahead = -7; ahead < 45; ahead++) {
    const day = published.add({ days: ahead })
    if (day.day === Number(number)) return day.dayOfWeek === weekday.value ? day.toString() : undefined
  }
  return undefined
}

/** "El viernes 7, …", "Am Freitag, den 7., …": the day that opens a sentence with no month, where its number agrees. */
export function dayAtHead(text: string, context: TimeContext): string | undefined {
  return /\p{Nd}/u.test(text.slice(0, 40))
    ? numberedWeekday(text.slice(0, 60).replace(andOn, ''), context)
    : undefined
}

const weekdayAndNumber =
  /^\P{L}{0,4}(\p{L}{3,})[.,]?\s(?:den\s|el\s|le\s|il\s|d\.\s)?(\d{1,2})(?:\.|er|º|ª|st|nd|rd|th)?(?=\s*(?:[,:：(–—-]|$))/u
