import type { Section } from '../passages/outline.ts'
import type { Passage } from '../passages/passage.ts'
import { type EventTime, isDayOnly, isVague, withoutTimes } from '../times/times-of.ts'
import { isGeneric, type TitleMark } from '../titles/titles.ts'
import { namesEvent } from '../words/kind-words.ts'

/** "Events between 1 and 15 December" heads a list. */
const announcesList =
  /^\P{L}*(?:\p{L}+\s){0,3}(?:events|meet-?ups|webinars|veranstaltungen|termine|eventos|actividades|événements|rendez-vous|мероприятия)\s(?:between|from|in|for|zwischen|vom|im|entre|du|des|del|de|с)\s/iu

/** "… reported on the meeting, which took place …" tells of the past. */
const reports =
  /\b(?:reports?|reported|wrote|writes|blogged|looks? back|recaps?) (?:back )?(?:on|about|from|of)\b[^.]*\b(?:took place|was held|were held|happened)\b/iu

/** Whether the times of a passage are those of an event, as the words around them and the section tell. */
export function isEventful(
  section: Section,
  passage: Passage,
  times: EventTime[],
  marks: TitleMark[],
  isLine: boolean,
): boolean {
  if (announcesList.test(passage.text)) return false
  if (section.mood !== 'events' && reports.test(passage.text)) return false
  // "(06:56)" behind a title is how long it is.
  if (section.mood !== 'events' && times.every(time => isVague(time))) return false
  const hasHour = times.some(time => !isDayOnly(time) && time.start)
  if (section.mood === 'aside' || section.mood === 'articles') return hasHour && namesEvent(passage.text)
  if (hasHour) return true
  if (times.every(time => !time.start)) return isLine && section.mood === 'events'
  if (section.mood === 'events') return isLine || namesEvent(passage.text) || marks.length > 0
  if (
    isLine &&
    isGeneric(
      withoutTimes(
        passage.text,
        times.map(time => time.at),
      ),
    )
  )
    return true
  return sentencesWith(passage.text, times).some(
    sentence => namesEvent(sentence) || takesPlace.test(sentence),
  )
}

export const takesPlace =
  /(?<!\p{L})(?:tak(?:es|ing) place|took place|will be held|is held|join us|save the date|findet (?:am )?statt|fand statt|aura lieu|a lieu|tendrá lugar|se realizará|se celebra|acontecerá|será realizad[oa]|si terrà|و?س?[تي]ن?عقد)/iu

/** The sentences that the times stand in. */
export function sentencesWith(text: string, times: EventTime[]): string[] {
  return times.map(({ at }) => {
    const start = Math.max(text.lastIndexOf('. ', at.start), text.lastIndexOf('\n', at.start), 0)
    const end = text.indexOf('. ', at.end)
    return text.slice(start, end === -1 ? undefined : end)
  })
}
