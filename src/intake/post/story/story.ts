import type { Finding, ProgrammeHead } from '../../../domain/finding.ts'
import type { TimeContext } from '../../../time/read-time.ts'
import { type Draft, finish } from '../drafts/draft.ts'
import { addHouse, houseOf } from '../drafts/house.ts'
import { streamed } from '../drafts/keep.ts'
import { eventsOf } from '../drafts/owner-times.ts'
import type { Story } from '../drafts/story-state.ts'
import { asOneEvent, namesOneEvent } from '../events/one-event.ts'
import { labelledLines, readLabels, tellsWhen } from '../events/read-labels.ts'
import { readProgramme } from '../events/read-programme.ts'
import { readRow } from '../events/read-rows.ts'
import { readUndated } from '../events/read-undated.ts'
import type { Post, PostHead } from '../markup/block.ts'
import { takeFurniture } from '../passages/furniture.ts'
import { allPassages, outlineOf, type Piece, type Section, sectionUnder } from '../passages/outline.ts'
import { cutPassage, emptyPassage, linesOf, type Passage } from '../passages/passage.ts'
import { withoutThread } from '../passages/thread.ts'
import { readAttributed } from '../prose/read-attributed.ts'
import { readTimed } from '../prose/read-timed.ts'
import { readEmbed, readLead, readLinkLine, readTold } from '../prose/read-told.ts'
import { dayIn } from '../times/headed-day.ts'
import { eventTimes, withoutTimes } from '../times/times-of.ts'
import { zoneSaid } from '../times/zone-said.ts'
import { linkLineOf } from '../titles/link-line.ts'
import { isGeneric } from '../titles/titles.ts'
import { callsToAct } from '../words/calls-to-act.ts'
import { kindWord } from '../words/kind-words.ts'
import { labelOf } from '../words/label-words.ts'
import { moodOfHeading } from '../words/lead.ts'
import { isRoundUpTitle } from '../words/round-up.ts'
import { hasDays, isDayHead, withHeadsApart } from './day-lines.ts'
import { gather } from './gather.ts'
import { dayAbout, gathers, isHeadingLine } from './gathers.ts'
import { readListLink, readVideos } from './read-lists.ts'
import { takeTitle } from './take-title.ts'

/** A post → what it says of itself, and its findings in story order. */
export function readStory(
  post: Post,
  context: TimeContext,
): { programme: ProgrammeHead; findings: Finding[] } {
  const head: PostHead = { ...post.head }
  const blocks = withHeadsApart(
    takeTitle(takeFurniture(withoutThread(post.blocks), head), head, context),
    context,
  )
  const top = outlineOf(blocks)
  const texts = allPassages(top).map(passage => passage.text)
  const story: Story = {
    head,
    top,
    context,
    items: [],
    current: null,
    introduction: [],
    owners: new Map(),
    isRoundUp: isRoundUpTitle(head.title ?? ''),
  }
  const zone = zoneSaid(texts, context)
  if (zone) story.context = { ...context, zone }
  // Hours below days are a programme, whatever the title says; of one event they are its sessions.
  const isCalendar =
    (blocks.some(isDayHead) || hasDays(blocks, story.context)) && !namesOneEvent(head.title ?? '')
  if (isCalendar || gathers(head, top)) {
    const about = dayAbout([head.title ?? '', ...texts.slice(0, 4)], story.context)
    if (about) story.day = about
    const outline = outlineOf(blocks, text => isHeadingLine(text, story.context), moodOfHeading)
    gather(story, outline, about)
  } else if (blocks.some(isDayHead)) {
    gather(
      story,
      outlineOf(blocks, text => isHeadingLine(text, story.context), moodOfHeading),
    )
    asOneEvent(story)
  } else readSections(story, top)
  const found = story.items.flatMap((item): Draft[] =>
    'finding' in item ? [item] : eventsOf(item, story.context),
  )
  const isOneEvent = story.owners.has(top)
  const house = houseOf(
    head.url,
    head.authors.map(author => author.name),
    [head.title ?? '', ...texts].join('\n'),
  )
  for (const draft of found) addHouse(draft, house, head.origin)
  const kept = found.filter(
    draft =>
      !(isOneEvent && draft.titleIsMadeUp && !draft.finding.links) &&
      !isTimeTitle(draft.finding.title, story),
  )
  for (const draft of kept) streamed(draft, head.published)
  return { programme: programmeOf(story), findings: kept.map(finish) }
}

/** "March 1-8, 2024" names no thing. */
function isTimeTitle(title: string, story: Story): boolean {
  if (!/\d/.test(title) || title.length > 60) return false
  const times = eventTimes({ ...emptyPassage, text: title }, story.context).map(time => time.at)
  return times.length > 0 && !/\p{L}{2}/u.test(withoutTimes(title, times))
}

function readSections(story: Story, section: Section): void {
  if (readProgramme(story, section, readSection)) return
  readSection(story, section)
  const shown = section.heading.links[0]
  if (shown && section.mood !== 'aside')
    readVideos(story, section, {
      block: { form: 'heading', level: 1, runs: [] },
      passage: section.heading,
      children: [],
    })
  for (const inner of section.sections) readSections(story, inner)
}

function readSection(story: Story, section: Section): void {
  const before = story.items.length
  const day = dayIn(section.heading.text, story.context)
  let header: string[] | null = null
  let index = 0
  while (index < section.pieces.length) {
    const piece = section.pieces[index]!
    const group = labelledGroup(section.pieces, index)
    const previous = section.pieces[index - 1]
    if (piece.block.header) {
      header = piece.block.cells!.map(cell => cell.map(run => run.text).join(''))
    } else if (group.length > 1 && readGroup(story, section, group, previous)) {
      index += group.length - 1
    } else {
      if (piece.block.form !== 'row') header = null
      readPiece(story, section, piece, { header, day, before: previous, follows: section.pieces[index + 1] })
    }
    index++
  }
  if (story.items.length === before) readUndated(story, section)
}

/** Paragraphs or items in a row that each open with a label: together they tell of one event. */
function labelledGroup(pieces: Piece[], from: number): Piece[] {
  const group: Piece[] = []
  const keys = new Set<string>()
  for (const piece of pieces.slice(from, from + 12)) {
    const label =
      piece.block.form === 'row' || piece.block.form === 'embed'
        ? null
        : labelOf(piece.passage.text.split('\n')[0]!)
    const isCall = !label && keys.size > 0 && piece.block.form === 'item' && isCallToAct(piece.passage)
    if (!isCall && (!label || keys.has(label.key))) break
    if (label) keys.add(label.key)
    group.push(piece)
  }
  return group
}

/** "[Register here](…)", "💻 [Zoom](…)" alone in its line. */
function isCallToAct(passage: Passage): boolean {
  const text = passage.text.replace(/^[^\p{L}\p{N}]+/u, '')
  return passage.links.length > 0 && text.length < 60 && (isGeneric(text) || callsToAct.test(text))
}

function readGroup(story: Story, section: Section, group: Piece[], before: Piece | undefined): boolean {
  const lines = group.flatMap(piece => linesOf(piece.passage))
  if (!tellsWhen(story, lines, labelledLines(lines))) return false
  readLabels(story, section, lines, before?.passage)
  return true
}

/** Nothing a curator writes about one thing is longer. */
const longestPassage = 12_000

type Around = {
  header: string[] | null
  day: string | undefined
  before: Piece | undefined
  follows: Piece | undefined
}

function readPiece(story: Story, section: Section, piece: Piece, around: Around): void {
  const { block, passage } = piece
  if (block.form === 'embed') {
    readEmbed(story, section, block.url!, passage.text || null)
    return
  }
  if ((passage.text === '' && passage.links.length === 0) || passage.text.length > longestPassage) return
  if (
    (block.form === 'row' || passage.text.includes(' | ')) &&
    readRow(story, section, piece, around.header, around.day)
  )
    return
  if (block.form === 'row') return
  const lines = linesOf(passage)
  const labelled = labelledLines(lines)
  if (tellsWhen(story, lines, labelled)) {
    readLabels(story, section, lines, around.before?.passage)
    return
  }
  if (lines.length > 1 && (readAsList(story, section, piece) || readLines(story, section, piece, around)))
    return
  const times = block.form === 'quote' ? [] : eventTimes(passage, story.context, around.day)
  if (times.length > 0 && readTimed(story, section, piece, times)) return
  if (leadsList(piece, times.length)) {
    readSection(story, sectionUnder(section, piece))
    return
  }
  readUntimed(story, section, piece, around)
  const day = dayIn(passage.text, story.context) ?? around.day
  const inside = { header: null, day, before: undefined, follows: undefined }
  for (const child of piece.children) readPiece(story, section, child, inside)
}

/** "Upcoming events:" with items below it is a heading in a list. */
function leadsList(piece: Piece, times: number): boolean {
  const { text } = piece.passage
  return (
    times === 0 &&
    piece.block.form === 'item' &&
    text.length < 160 &&
    /[:：]$/.test(text) &&
    piece.children.length > 0
  )
}

function readUntimed(story: Story, section: Section, piece: Piece, around: Around): void {
  const { passage, block } = piece
  const line = block.form === 'paragraph' ? linkLineOf(passage) : null
  const toldFirst = line?.hasSite && passage.quoted.length > 0 && section.mood !== 'aside'
  if (toldFirst && readTold(story, piece, around.follows)) return
  if (line && readLinkLine(story, section, line)) return
  if (readAttributed(story, passage)) return
  if (readVideos(story, section, piece)) return
  if (readListLink(story, section, piece)) return
  if (block.form === 'paragraph' && section.mood !== 'aside') {
    if (readTold(story, piece, around.follows)) return
    if (readLead(story, passage)) return
  }
  if (block.form === 'image') return
  const opens = section.rank === 0 || story.introduction.length === 0
  if (story.items.length === 0) {
    if (opens) story.introduction.push(passage.text)
  } else if (
    story.current &&
    block.form !== 'item' &&
    around.before?.block.form !== 'item' &&
    section.rank === 0
  ) {
    story.current.notes.push(passage.text)
  }
}

/** A paragraph whose lines each tell a time is a list; a first line without a time is its heading. */
function readAsList(story: Story, section: Section, piece: Piece): boolean {
  const lines = linesOf(piece.passage)
  const timed = lines.map(line => eventTimes(line, story.context))
  const count = timed.filter(times => times.length > 0).length
  if (count < 2 || count < lines.length - 1) return false
  lines.forEach((line, index) => {
    const times = timed[index]!
    if (times.length === 0) return
    const inner: Piece = { block: { ...piece.block, form: 'item' }, passage: line, children: [] }
    readTimed(story, section, inner, times)
  })
  return true
}

/** An announcement and its link in the lines of one paragraph are read one after the other. */
function readLines(story: Story, section: Section, piece: Piece, around: Around): boolean {
  const lines = linesOf(piece.passage)
  const isList = lines.filter(line => namesItsKind(line.text)).length > 1
  if (piece.block.form !== 'paragraph' || !(isList || lines.slice(1).some(line => linkLineOf(line) !== null)))
    return false
  const parts =
    !isList && isOneAnnouncement(lines, story)
      ? [cutPassage(piece.passage, 0, piece.passage.text.lastIndexOf('\n')), lines.at(-1)!]
      : lines
  const pieces = parts.map(
    (passage): Piece => ({
      block: isList ? { ...piece.block, form: 'item' } : piece.block,
      passage,
      children: [],
    }),
  )
  pieces.forEach((one, index) => {
    const before = pieces[index - 1] ?? around.before
    readPiece(story, section, one, { ...around, before, follows: pieces[index + 1] ?? around.follows })
  })
  return true
}

/** A title, below it when that is, and at the end an address bare as it is: one event, whose lines belong together. */
function isOneAnnouncement(lines: Passage[], { context }: Story): boolean {
  const links = lines.map(linkLineOf)
  const last = links.at(-1)
  if (!last || last.hasSite || links.filter(Boolean).length > 1) return false
  if (!/^https?:\/\/\S+$/i.test(lines.at(-1)!.text.trim())) return false
  const timed = lines.map(line => eventTimes(line, context).length)
  return timed[0] === 0 && timed.filter(Boolean).length === 1
}

/** "EVENT: …", "Webinar: …", "Video: …" at the beginning of a line. */
function namesItsKind(line: string): boolean {
  const word = kindWord(line)
  return word !== null && word.index <= 5 && /^[^:\n]{0,40}:\s/.test(line.slice(word.index + word.length))
}

function programmeOf(story: Story): ProgrammeHead {
  const { head } = story
  const text = story.introduction.join('\n\n')
  const words = `${head.title ?? ''}\n${text}`
  const hashtags = [
    ...new Set([
      ...head.hashtags,
      ...(words.match(
        /(?<![\p{L}\p{N}&/])#(?:\p{L}|\d+\p{L}{3})[\p{L}\p{N}_]{2,60}(?:-\d{1,4}(?![\p{L}\p{N}]))?/gu,
      ) ?? []),
    ]),
  ]
  const programme: ProgrammeHead = {}
  if (head.title) programme.title = head.title
  if (text || head.summary) programme.text = text || head.summary!
  if (head.url) programme.url = head.url
  if (head.published) programme.published = head.published
  if (head.authors.length > 0) programme.authors = head.authors
  if (hashtags.length > 0) programme.hashtags = hashtags
  if (head.categories.length > 0) programme.categories = head.categories
  if (head.tags.length > 0) programme.tags = head.tags
  if (head.timeZone) programme.timeZone = head.timeZone
  return programme
}
