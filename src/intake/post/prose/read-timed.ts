import { addOrganisation } from '../drafts/draft.ts'
import type { Story } from '../drafts/story-state.ts'
import { isEventful } from '../events/eventful.ts'
import { giveToOwner } from '../events/give-to-owner.ts'
import { addMakers, eventWith } from '../events/timed-event.ts'
import { namedHeading, type Piece, type Section } from '../passages/outline.ts'
import { cutPassage, emptyPassage, type Passage, type Span } from '../passages/passage.ts'
import type { EventTime } from '../times/times-of.ts'
import { headingNames, ownTitle, prefixed } from '../titles/own-title.ts'
import { type TitleMark, titleMarks } from '../titles/titles.ts'
import { namesEvent } from '../words/kind-words.ts'
import { readAnnouncement } from './announcement.ts'
import { clausesOf } from './narrated.ts'

/** A passage with times → the events it tells of. False where the times are no event's. */
export function readTimed(story: Story, section: Section, piece: Piece, times: EventTime[]): boolean {
  const { passage } = piece
  const isLine =
    piece.block.form === 'item' ||
    piece.block.form === 'row' ||
    (passage.text.length < 120 && !/[.!]$/.test(passage.text))
  const spans = times.map(time => time.at)
  const marks = titleMarks(passage, spans)
  if (!isEventful(section, passage, times, marks, isLine)) return false
  const linked = marks.filter(mark => mark.weight >= 5 && mark.link)
  if (linked.length > 1 && isLine) return readSeveral(story, section, piece, times, linked)
  if (!isLine && readSentences(story, section, piece, times, marks)) return true
  const announced = readAnnouncement(passage)
  const heading = namedHeading(section)
  // A sentence that says who holds what is no title as a whole.
  const isSentence =
    piece.block.form === 'paragraph' && announced?.madeUp === true && announced.organisations.length > 0
  if (isLine && heading === section && namesAlone(section))
    return giveToOwner(story, section, piece, times, isLine)
  const own =
    isSentence && marks.length === 0 ? null : ownTitle(passage, marks, times, isLine, headingNames(heading))
  if (own) {
    const draft = eventWith(story, section, piece, passage, prefixed(own.text, heading), times, own.link?.url)
    addMakers(draft, passage, announced?.kind === 'event' ? announced.organisations : [])
    return true
  }
  if (
    announced?.kind === 'event' &&
    announced.title &&
    !isLine &&
    !heading &&
    (announced.presented || !announced.madeUp)
  ) {
    const draft = eventWith(story, section, piece, passage, announced.title, times, announced.link?.url)
    for (const name of announced.organisations) addOrganisation(draft, name)
    return true
  }
  const plain = story.isRoundUp && !heading ? readAnnouncement(withoutSpans(passage, spans)) : null
  if (plain?.kind === 'event' && plain.title && plain.organisations.length > 0) {
    const draft = eventWith(story, section, piece, passage, plain.title, times)
    for (const name of plain.organisations) addOrganisation(draft, name)
    return true
  }
  return giveToOwner(story, section, piece, times, isLine)
}

/** "On Tuesday at 7 is our [A](…). And on Saturday the [B](…) takes place …": each sentence with an hour and one name. */
function readSentences(
  story: Story,
  section: Section,
  piece: Piece,
  times: EventTime[],
  marks: TitleMark[],
): boolean {
  const told = clausesOf(piece.passage).flatMap(span => {
    const own = times.filter(time => time.at.start >= span.start && time.at.end <= span.end)
    const named = marks.filter(mark => mark.link && mark.start >= span.start && mark.end <= span.end)
    const hasHour = own.some(time => time.start?.includes('T'))
    return hasHour && own.length === 1 && named.length === 1 ? [{ span, own, mark: named[0]! }] : []
  })
  const hours = times.filter(time => time.start?.includes('T'))
  const isStrong = (mark: TitleMark) => mark.weight >= 5
  if (told.length === 0 || told.length !== hours.length || marks.some(isStrong)) return false
  if (told.length !== marks.filter(mark => mark.link).length) return false
  for (const { span, own, mark } of told)
    eventWith(
      story,
      section,
      piece,
      cutPassage(piece.passage, span.start, span.end),
      mark.text,
      own,
      mark.link?.url,
    )
  return true
}

/** "[Title](page)" as a heading, with a line or two on when and where below it. */
function namesAlone(section: Section): boolean {
  const { heading, pieces, parent } = section
  const link = heading.links[0]
  const isLinked = link !== undefined && link.end - link.start > heading.text.length * 0.8
  return (
    isLinked &&
    pieces.length <= 2 &&
    parent?.mood === 'events' &&
    pieces.every(piece => piece.block.form === 'paragraph')
  )
}

/** The passage without its times, for phrases that are made into titles. */
function withoutSpans(passage: Passage, spans: Span[]): Passage {
  let { text } = passage
  for (const span of [...spans].sort((a, b) => b.start - a.start)) {
    text = `${text.slice(0, span.start).replace(/\s(?:on|at|am|um|le|el|em|for)\s*$/i, '')}${text.slice(span.end)}`
  }
  return { ...emptyPassage, text: text.replace(/\s+/g, ' ') }
}

/** Sentences with several linked titles: each takes the times up to the next title. */
function readSeveral(
  story: Story,
  section: Section,
  piece: Piece,
  times: EventTime[],
  marks: TitleMark[],
): boolean {
  marks.forEach((mark, index) => {
    const from = index === 0 ? 0 : marks[index - 1]!.end
    const to = marks[index + 1]?.start ?? piece.passage.text.length
    const own = times.filter(time => time.at.start >= (index === 0 ? 0 : mark.start) && time.at.start < to)
    const lead = piece.passage.text.slice(from, mark.start)
    if (own.length === 0 && !namesEvent(lead)) return
    eventWith(story, section, piece, cutPassage(piece.passage, from, to), mark.text, own, mark.link?.url)
  })
  return true
}
