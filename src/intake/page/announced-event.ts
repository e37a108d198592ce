import type { Finding } from '../../domain/finding.ts'
import { attendanceOf } from '../post/words/cue-words.ts'
import { namesEvent } from '../post/words/kind-words.ts'
import { labelledWords } from './labelled-words.ts'
import { languagesTold } from './language-words.ts'
import { addSeenLinks } from './own-words.ts'
import { ofSeen, timeFields } from './seen-time.ts'
import type { VisibleText } from './visible-text.ts'
import { isLabelled } from './when-told.ts'
import type { TimeClues } from './zone-of-moment.ts'

/**
 * A news item or blog post that calls people to one event: its title or a label names one, its first lines tell one day that was
 * still to come, and one can register or join, or is told where. Null for posts about events, which tell many days or past ones.
 */
export function announcedEvent(article: Finding, text: VisibleText, clues: TimeClues): Finding | null {
  const published = article.published?.slice(0, 10)
  if (!published) return null
  const coming = clues.seen.filter(time => time.start.slice(0, 10) > published)
  const days = new Set(coming.map(time => time.start.slice(0, 10)))
  const first = coming.find(time => isLabelled(time, text)) ?? coming[0]
  if (!first || days.size > 2) return null
  const isNamed = (namesEvent(article.title) || camps.test(article.title)) && first.line <= 6
  if (!isNamed && !isLabelled(first, text)) return null
  const time = ofSeen(first, clues)
  const { url } = article
  const labelled = labelledWords(text)
  const event: Finding = {
    ...labelled,
    ...languagesTold(text, clues.language),
    kind: 'event',
    title: article.title,
    ...(url && { url }),
    ...timeFields(time),
  }
  const fields = Object.keys(event).filter(field => !/^(?:kind|doubts|told)$/.test(field))
  event.from = Object.fromEntries(
    fields.map(field => [
      field,
      field === 'title' || field === 'url' ? (article.from?.[field] ?? 'text') : 'text',
    ]),
  )
  addSeenLinks(event, text)
  // What a whole article says of online is of much besides; the line that tells the hour is of the event.
  const manner = event.attendance ? undefined : attendanceOf(text.lines[first.line]?.text ?? '')
  if (manner) [event.attendance, event.from.attendance] = [manner, 'text']
  const hasDoor = event.links?.some(link => /^(?:registration|join|livestream)$/.test(link.role))
  return hasDoor || labelled.place ? event : null
}

const camps = /\b(?:bar|word|repo|edu|open|drupal|summer|boot)-?camp\b|\bun-?conference\b/i
