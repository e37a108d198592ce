import { roleIn } from '../post/drafts/draft.ts'
import { attribute, marksOf } from '../post/markup/html-tree.ts'
import { namesEvent } from '../post/words/kind-words.ts'
import { readMoment } from './moment.ts'
import type { Page } from './page.ts'
import type { PageWords } from './page-words.ts'
import { isArticlePage } from './subject.ts'
import type { SeenTime } from './times-seen.ts'
import type { VisibleText } from './visible-text.ts'
import type { TimeClues } from './zone-of-moment.ts'

/**
 * The time in the text at which the thing of the page's name takes place: behind a label that says when, or early on
 * a page whose name or address is that of an event. Null where the page only speaks of times.
 */
export function eventTimeIn(
  title: string,
  text: VisibleText,
  words: PageWords,
  clues: TimeClues,
  url?: string,
): SeenTime | null {
  const times = clues.seen.filter(time => time.start.length > 10 || time.end)
  const published = words.published?.slice(0, 10)
  const early = times.filter(time => time.line < 60)
  const labelled = early.find(time => isLabelled(time, text))
  if (labelled) return inZone(labelled, early)
  const days = new Set(times.map(time => time.start.slice(0, 10)))
  const [first] = early.filter(time => time.start.slice(0, 10) !== published || time.end)
  if (!first) return dayAlone(title, words, clues, url)
  if (isEventAddress(url) && first.line < 25) return inZone(first, early)
  if (isArticlePage(words)) return null
  if (words.type === 'event' && first.line < 25) return inZone(first, early)
  const isSure = isRange(first) || (/\[/.test(first.start) && hasDoor(text))
  if (isSure && first.line < 6 && days.size <= 2) return inZone(first, early)
  return namesEvent(title) && first.line < 40 && days.size <= 2 ? inZone(first, early) : null
}

/** A page that asks to keep a day free tells no hour yet; so do pages of events that are still far away. */
function dayAlone(
  title: string,
  words: PageWords,
  { seen }: TimeClues,
  url: string | undefined,
): SeenTime | null {
  const published = words.published?.slice(0, 10)
  const days = seen.filter(({ start, line }) => start !== published && line < 25)
  const [first] = days
  if (!first || new Set(days.map(({ start }) => start)).size > 1) return null
  if (keepsFree.test(title)) return first
  if (!isEventAddress(url) || isArticlePage(words)) return null
  return namesEvent(title) || first.line < 6 ? first : null
}

const keepsFree =
  /(?<!\p{L})(?:save[- ]the[- ]date|vormerken|date à retenir|à vos agendas|reserv[ae] (?:la|esta) fecha|reserve (?:a|esta) data)(?!\p{L})/iu

/** There is a way in: a room, a form, a stream. */
function hasDoor({ lines }: VisibleText): boolean {
  return lines
    .slice(0, 60)
    .some(line =>
      line.links.some(link => /^(?:join|registration|livestream)$/.test(roleIn(line, link) ?? '')),
    )
}

/** From an hour to another: nobody says so of a day on which something came out. */
function isRange({ start, end }: SeenTime): boolean {
  return start.includes('T') && end?.includes('T') === true
}

/** The same hour told a second time with its zone. */
function inZone(time: SeenTime, others: SeenTime[]): SeenTime {
  if (/[\]Z]$/.test(time.start)) return time
  return others.find(other => other.start.length > 19 && other.start.startsWith(time.start)) ?? time
}

/** `/events/name`, `/veranstaltung/name`: one of many on its site. */
function isEventAddress(url: string | undefined): boolean {
  const path = url && URL.canParse(url) ? new URL(url).pathname : ''
  return /\/(?:[a-z]+-(?:and-)?|(?:and-)?)?(?:events?|webinars?|veranstaltung(?:en)?|termine?|eventos?|[eé]v[eé]nements?|agenda|actividades|meetings?|eventi|whats-on)(?:-and-[a-z]+)?\/[^/]+/i.test(
    path,
  )
}

/**
 * The one moment that a `<time>` of the content tells, on a page that is an event's by its name, its address or the
 * calendar it offers.
 */
export function machineTime(page: Page, title: string): string | undefined {
  const isEvents =
    namesEvent(title) || isEventAddress(page.url) || page.links.some(link => link.type === 'text/calendar')
  if (!isEvents) return undefined
  const told = new Set<string>()
  for (const { element, aside } of page.elements) {
    if (element.tagName !== 'time' || aside || /publish|updated|posted|entry-date/i.test(marksOf(element)))
      continue
    const datetime = attribute(element, 'datetime') ?? ''
    if (readMoment(datetime)?.clock && readMoment(datetime)?.day) told.add(datetime)
  }
  return told.size === 1 ? [...told][0] : undefined
}

/** It stands behind a label that says when, or below one. */
export function isLabelled({ line }: SeenTime, { lines }: VisibleText): boolean {
  const before = lines[line - 1]?.text ?? ''
  return whenLabel.test(lines[line]?.text ?? '') || (before.length <= 30 && whenLabel.test(before))
}

const whenLabel =
  /^(?:\p{Extended_Pictographic}\uFE0F?\s*)?(?:dates?(?: (?:and|&) time)?|when|time|wann|datum(?: und uhrzeit)?|termin|zeit|quand|date et heure|horaires?|¿?cuándo\??|fecha(?: y hora)?|quando|data(?: e hora)?|когда|дата|الموعد|التاريخ|الزمان|时间|日期|時間|日時|開催日時?|일시|kiedy|data i godzina|kdy|datum a čas|mikor|időpont|când|πότε|ημερομηνία|коли|ne zaman|tarih|när|tid|hvornår|når|milloin|aika|wanneer|quan|khi nào|thời gian|ngày|tanggal|waktu|hari\/tanggal|tarehe|lini|दिनांक|समय|তারিখ|تاریخ|زمان|מתי|תאריך|מועד|วันที่|วันเวลา)(?:\s*[:：|–-]|\s*$|\s+(?=\d|\p{Lu}))/iu
