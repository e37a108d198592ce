import { findTimes } from '../../../time/find-times.ts'
import type { TimeContext } from '../../../time/read-time.ts'
import type { PostHead } from '../markup/block.ts'
import type { Piece, Section } from '../passages/outline.ts'
import { linesOf, type Passage } from '../passages/passage.ts'
import { readAnnouncement } from '../prose/announcement.ts'
import { dayAlone } from '../times/headed-day.ts'
import { linkLineOf } from '../titles/link-line.ts'
import { titleMarks } from '../titles/titles.ts'
import { namesDay } from '../words/day-words.ts'
import { kindWord } from '../words/kind-words.ts'
import { labelOf } from '../words/label-words.ts'
import { moodOf } from '../words/section-words.ts'

/** Whether a post gathers what happens on a day of the calendar: it names one, and is built of things to go to. */
export function gathers(head: PostHead, top: Section): boolean {
  const pieces = allPieces(top)
  const opening = [
    head.title ?? '',
    head.summary ?? '',
    ...pieces.slice(0, 3).map(piece => piece.passage.text.slice(0, 600)),
  ]
  if (!opening.some(namesDay)) return false
  let things = 0
  for (const piece of pieces) {
    things += thingsIn(piece)
    if (things >= 2.5) return true
  }
  return false
}

/** Enough to tell that an hour is told, in whatever way; which one, only `eventTimes` says. */
const hour =
  /\p{Nd}{1,2}[:.h]\p{Nd}{2}|\p{Nd}\s?[ap]\.?m\b|\p{Nd}\s?(?:uhr|uur|heures?|horas?|hs|hrs|h|u|час|годин|óra|hodin|sati)(?!\p{Ll})|\p{Nd}{1,2}\s?[時点點시]|(?:saat|klo?|godz|pukul|plkst|kell|ore|ساعت|الساعة)\.?\s?\p{Nd}|\p{Nd}\s?(?:बजे|টা|بجے|วัน|น\.)/iu

function thingsIn({ block, passage }: Piece): number {
  const { text } = passage
  if (block.form === 'embed') return 1
  if (block.form === 'row') return 0.5
  const hasHour = hour.test(text)
  if (block.form === 'item')
    return passage.links.length > 0 || hasHour || /\(\S+\.\p{L}{2,}\)/u.test(text) ? 1 : 0.25
  const lines = linesOf(passage)
  const built = lines.filter(
    line =>
      labelOf(line.text) !== null || linkLineOf(line) !== null || (hour.exec(line.text)?.index ?? 99) < 14,
  ).length
  if (built > 0) return built > 1 ? built / 2 : 1
  if (text.length > 600) return 0
  if (readAnnouncement(passage)?.organisations.length) return 1
  if (/[:：]$/.test(text) && kindWord(text.split(/[.!?]\s/).at(-1)!) !== null) return 1
  const titled = passage.quoted.length > 0 || passage.links.length > 0 || titleMarks(passage, []).length > 0
  if (titled && (hasHour || kindWord(text) !== null)) return 1
  return titled || (hasHour && text.length < 300) ? 0.5 : 0
}

function allPieces(section: Section): Piece[] {
  return [...section.pieces, ...section.sections.flatMap(allPieces)]
}

/** "Thursday 22 April is Earth Day": the day a post is about, as an ISO date. */
export function dayAbout(texts: string[], context: TimeContext): string | undefined {
  return dayInSentence(texts, context) ?? dayBelowTitle(texts, context)
}

/** "World Health Day: the programme", and right below it "Wednesday, 7 April". */
function dayBelowTitle([title, ...below]: string[], context: TimeContext): string | undefined {
  if (!title || !namesDay(title)) return undefined
  for (const text of below.slice(0, 2)) {
    if (text.length > 120) continue
    const found = findTimes(text, context)
    const day = found[0]?.readings[0]?.start
    const isAlone = found.length === 1 && day?.length === 10 && !/\p{L}/u.test(text.slice(0, found[0]!.index))
    if (isAlone && day > (context.published?.slice(0, 10) ?? '')) return day
  }
  return undefined
}

function dayInSentence(texts: string[], context: TimeContext): string | undefined {
  for (const sentence of texts.flatMap(text => text.slice(0, 600).split(/(?<=[.!?])\s+|\n/))) {
    if (!namesDay(sentence)) continue
    const days = findTimes(sentence, context).map(found => found.readings[0]?.start)
    const year = context.published?.slice(0, 4)
    if (days.length === 1 && days[0]?.length === 10 && days[0].startsWith(year ?? '')) return days[0]
  }
  return undefined
}

/** In plain text a day or the name of a part alone in its line heads what is below it. */
export function isHeadingLine(passage: Passage, context: TimeContext): boolean {
  const { text } = passage
  if (text.length > 70 || text.includes('\n') || passage.links.length > 0) return false
  const bare = text.replace(/^[^\p{L}\p{N}(]+|\([^)]*\)|[:：]$|^วัน\S{2,12}ที่\s/gu, '').trim()
  const day = dayAlone(text, context)
  if (day && bare.length - day.length < 12) return true
  return (
    text.length <= 40 &&
    /^[^\p{L}\p{N}]*[\p{Lu}\p{Lo}]/u.test(text) &&
    !/[.!?,;]$/.test(text) &&
    bare.split(/\s+/).length <= 4 &&
    moodOf(bare) !== undefined
  )
}
