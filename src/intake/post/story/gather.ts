import { weekdayOf } from '../../../time/calendar-words.ts'
import { fold } from '../../../time/fold.ts'
import { zonesOfPlaceName } from '../../../time/places.ts'
import { addLink, type Draft } from '../drafts/draft.ts'
import { keep, withNote } from '../drafts/keep.ts'
import { isVideo, ownRole } from '../drafts/own-role.ts'
import { hasUrl, type Story } from '../drafts/story-state.ts'
import type { Hints } from '../entries/entry-title.ts'
import { entryOf } from '../entries/read-entry.ts'
import { isTimeAlone } from '../events/read-labels.ts'
import { readRow } from '../events/read-rows.ts'
import { looksLikeParty } from '../parties/names.ts'
import type { Piece, Section } from '../passages/outline.ts'
import { cutPassage, linesOf, type Passage } from '../passages/passage.ts'
import { joined } from '../passages/passage-join.ts'
import { addOwnerInProse } from '../prose/owner-in-prose.ts'
import { readEmbed } from '../prose/read-told.ts'
import { dayAlone, dayIn } from '../times/headed-day.ts'
import { eventTimes } from '../times/times-of.ts'
import { linkLineOf } from '../titles/link-line.ts'
import { cleanTitle } from '../titles/titles.ts'
import { titlesInLine } from '../titles/titles-in-line.ts'
import { isBreak } from '../words/break-words.ts'
import { kindWord } from '../words/kind-words.ts'
import { labelOf } from '../words/label-words.ts'
import { kindOfMood, moodOfHeading, moodOfLead } from '../words/lead.ts'
import { type Mood, moodOf } from '../words/section-words.ts'
import { opensWithHour } from './day-lines.ts'
import { readBlock } from './gather-block.ts'
import { opensWithTime, readParagraph, type Under } from './gather-paragraph.ts'

/** A round-up: sections in order, each a thing of its own or a list of things. */
export function gather(story: Story, section: Section, above?: string): void {
  const day = dayAlone(section.heading.text, story.context) ?? above
  // A heading ends the wait for a link.
  if (section.rank > 0 && story.current) {
    story.current.linked = true
    delete story.current.titleIsMadeUp
  }
  if (section.mood !== 'aside' || section.rank === 0) {
    const rest = readBlock(story, section, day) ?? section.pieces
    readPieces(
      story,
      section,
      rest,
      section.mood ?? (section.rank === 0 ? moodOfTitle(story) : undefined),
      day,
    )
  }
  for (const inner of section.sections) gather(story, inner, day)
}

/** "Statements on the International Day …": a post that says what it lists. */
function moodOfTitle(story: Story): Mood | undefined {
  const first = /^(?:\p{L}+\s)?\p{L}+(?=\s(?:on|for|about|from|zum|zur|sur|pour|sobre|para)\s)/u.exec(
    story.head.title ?? '',
  )?.[0]
  const mood = first ? moodOf(first) : undefined
  return mood === 'statements' || mood === 'videos' ? mood : undefined
}

function readPieces(
  story: Story,
  section: Section,
  pieces: Piece[],
  mood: Mood | undefined,
  day: string | undefined,
): void {
  let lead = mood
  let header: string[] | null = null
  pieces.forEach((piece, index) => {
    const before = pieces[index - 1]
    if (piece.block.header) {
      header = piece.block.cells!.map(cell => cell.map(run => run.text).join(''))
      return
    }
    const isItem = piece.block.form === 'item' || piece.block.form === 'row' || piece.block.form === 'embed'
    if (!isItem && linkLineOf(piece.passage) === null) lead = leadOf(piece, pieces[index + 1]) ?? mood
    readPiece(story, section, piece, {
      mood: lead,
      day,
      before,
      follows: pieces[index + 1],
      header,
      organisation: ownerOf(section),
    })
  })
}

/** A heading that is the name of a body says whose things are listed below. */
function ownerOf(section: Section): string | undefined {
  const name = cleanTitle(section.heading.text)
  if (section.rank === 0 || section.plain || section.mood !== undefined || !looksLikeParty(name))
    return undefined
  if (kindWord(name) || zonesOfPlaceName(name).length > 0 || dayNamed.test(name)) return undefined
  if (weekdayOf(fold(name.split(/[\s,:]/)[0]!))) return undefined
  return name
}

const dayNamed = /\p{Nd}|\b(?:day|week|others?|more|misc)\b/iu

/** What a paragraph says of the list behind it. */
function leadOf(piece: Piece, next: Piece | undefined): Mood | undefined {
  if (!next || piece.block.form !== 'paragraph') return undefined
  const leads = /[:：]$/.test(piece.passage.text) || next.block.form === 'item'
  return leads && piece.passage.text.length < 220 ? moodOfLead(piece.passage.text) : undefined
}

function readPiece(story: Story, section: Section, piece: Piece, under: Under): void {
  const { block, passage } = piece
  const hints: Hints = { kind: kindOfMood(under.mood), day: under.day, organisation: under.organisation }
  if (block.form === 'embed') {
    const current = story.current
    const isAwaited = current && (current.promised || (!current.finding.links?.length && !current.linked))
    const titled: Passage = {
      ...passage,
      links: [{ start: 0, end: passage.text.length, url: block.url!, text: passage.text }],
    }
    const own =
      isAwaited || passage.text === '' || under.mood === 'aside' || hasUrl(story, block.url!)
        ? null
        : entryOf(story, titled, { ...hints, kind: isVideo(block.url!) ? 'video' : hints.kind })
    if (own) keep(story, own)
    else readEmbed(story, { ...section, mood: under.mood }, block.url!, passage.text || null)
    return
  }
  if (passage.text === '' || passage.text.length > 12_000 || block.form === 'image') return
  if (block.form === 'row') {
    const count = story.items.length
    readRow(story, section, piece, under.header, under.day ?? story.day)
    story.items = story.items.filter(
      (item, at) => at < count || !('finding' in item) || !isBreak(item.finding),
    )
    return
  }
  const lines = linesOf(passage)
  if (block.form === 'item') {
    readItem(story, section, piece, under, hints)
    return
  }
  const readItems = (passages: readonly Passage[], mood = under.mood) => {
    for (const each of passages) {
      const item: Piece = { block: { ...block, form: 'item' }, passage: each, children: [] }
      readPiece(story, section, item, { ...under, mood, follows: undefined })
    }
  }
  const labelled = lines.filter(line => labelOf(line.text)).length
  const sign = block.form === 'paragraph' && labelled === 0 ? signOfAll(lines) : 0
  if (sign > 0) {
    readItems(lines.map(line => cutPassage(line, sign, line.text.length)))
    return
  }
  // "Statements worth your time:", and in the same paragraph its points.
  const [first, ...below] = lines
  const led =
    block.form === 'paragraph' && /[:：]$/.test(first!.text) && below.length > 0 ? signOfAll(below) : 0
  if (led > 0) {
    readItems(
      below.map(line => cutPassage(line, led, line.text.length)),
      moodOfLead(first!.text),
    )
    return
  }
  if (lines.length > 1 && labelled >= 2) {
    const draft = entryOf(story, passage, hints)
    if (draft) {
      keep(story, withNote(draft, passage))
      return
    }
  }
  const several = under.mood === 'aside' ? [] : titlesInLine(passage)
  if (several.length > 0) {
    readItems(several)
    return
  }
  const whole = blockEntry(story, lines, passage, under, hints)
  if (whole) {
    keep(story, withNote(whole, passage))
    return
  }
  if (lines.length > 1 && areEntries(story, lines, under.day)) {
    readItems(lines)
    return
  }
  if (lines.length > 1 && lines.slice(1).some(line => linkLineOf(line) !== null)) {
    for (const [index, line] of lines.entries())
      readPiece(
        story,
        section,
        { block, passage: line, children: [] },
        {
          ...under,
          follows: lines[index + 1] ? { block, passage: lines[index + 1]!, children: [] } : under.follows,
        },
      )
    return
  }
  readParagraph(story, section, piece, under, hints)
}

/** Lists typed by hand: how long the sign is that each line opens with. */
function signOfAll(lines: Passage[]): number {
  const sign = bullet.exec(lines[0]!.text)?.[0] ?? ''
  const isAll = lines.every(line => line.text.startsWith(sign) && !bullet.test(line.text.slice(sign.length)))
  return isAll ? sign.length : 0
}

const bullet = /^(?:[・･•▪◦‣►▶●○■►➤➡👉✅🔸🔹🔶🔷📌]\uFE0F?[\u{1F3FB}-\u{1F3FF}]?|[-–—>*](?=\s))\s*/u

/** When, what, who and where in lines of their own; or, in a list of one kind, a title and its address below it. */
function blockEntry(
  story: Story,
  lines: Passage[],
  passage: Passage,
  under: Under,
  hints: Hints,
): Draft | null {
  if (lines.length < 2 || lines.length > 8 || under.mood === 'aside') return null
  const timed = lines.filter(line => eventTimes(line, story.context, under.day).length > 0)
  const alone = timed.filter(line => isTimeAlone(story, line))
  const isBlock = lines.length > 2 && alone.length > 0 && alone.length < 3 && alone.length === timed.length
  const isTitled =
    lines.length === 2 &&
    timed.length === 0 &&
    hints.kind !== undefined &&
    hints.kind !== 'event' &&
    lines[0]!.links.length === 0 &&
    lines[0]!.text.length < 200 &&
    (!/[:：.!?]$/.test(lines[0]!.text) || lines[0]!.quoted.length > 0) &&
    /^(?:https?:\/\/|www\.)\S+$/.test(lines[1]!.text)
  if (!isBlock && !isTitled) return null
  const draft = entryOf(story, passage, hints)
  if (draft && (isTitled || draft.finding.kind === 'event')) return draft
  // A title, a day that is still to come, and who: nothing else is told so.
  const isAhead = isBlock && hints.kind === undefined && aheadOf(story, alone[0]!)
  return isAhead ? entryOf(story, passage, { ...hints, kind: 'event' }) : null
}

function aheadOf(story: Story, line: Passage): boolean {
  const { published } = story.context
  const start = eventTimes(line, story.context)[0]?.start
  return published !== undefined && start !== undefined && start.slice(0, 10) > published.slice(0, 10)
}

/** Lines that each open with a time, or each hold a linked title, are entries of a list. */
function areEntries(story: Story, lines: Passage[], day: string | undefined): boolean {
  const timed = lines.filter(
    line =>
      opensWithHour(line, day, story.context) ||
      eventTimes(line, story.context, day)[0]?.at.start === 0 ||
      opensWithTime(line.text),
  ).length
  const linked = lines.filter(
    line => line.links.length > 0 && (line.text.length > 20 || line.text.startsWith('#')),
  ).length
  // An hour, and below it where to go, or what it is: one entry.
  const [, second] = lines
  const isOne = (line: Passage) => isAddress(line) || lines.some(each => isTimeAlone(story, each))
  if (lines.length === 2 && timed === 1 && second && isOne(second)) return false
  return timed >= Math.max(1, lines.length - 1) || linked === lines.length
}

/** "https://…", "Register: https://…" */
function isAddress(line: Passage): boolean {
  return /^[^\p{L}\p{N}]*(?:[^:\n]{2,30}[:：]\s*)?(?:https?:\/\/|www\.)\S+$/u.test(line.text)
}

function readItem(story: Story, section: Section, piece: Piece, under: Under, hints: Hints): void {
  const { text } = piece.passage
  const heads =
    piece.children.length > 0 &&
    piece.children.every(child => child.block.form === 'item') &&
    (/[:：]$/.test(text) || dayAlone(text, story.context) !== undefined || isPartAlone(piece.passage))
  if (heads) {
    const mood = moodOfLead(text) ?? under.mood
    readPieces(story, section, piece.children, mood, dayIn(text, story.context) ?? under.day)
    return
  }
  if (under.mood === 'aside') return
  const passage = joined([piece.passage, ...piece.children.map(child => child.passage)])
  const draft = entryOf(story, passage, hints)
  if (!draft || !isWorthListing(draft, passage, hints) || isBreak(draft.finding)) return
  addOwnerInProse(draft, passage)
  for (const child of piece.children)
    if (child.block.url) addLink(draft, child.block.url, ownRole(draft.finding.kind, child.block.url, null))
  keep(story, withNote(draft, passage))
}

/** "Statements", and the statements in a list of their own below it. */
function isPartAlone({ text, links }: Passage): boolean {
  return links.length === 0 && text.split(/\s+/).length <= 3 && moodOfHeading(text) !== undefined
}

/** An item of a list is an entry where it tells a time, leads to a page, or stands under a heading that says what it is. */
function isWorthListing(draft: Draft, passage: Passage, hints: Hints): boolean {
  const { finding } = draft
  if (finding.kind === 'event')
    return (
      finding.start !== undefined ||
      finding.time !== undefined ||
      (hints.kind === 'event' && (passage.links.length > 0 || (finding.organisations?.length ?? 0) > 0))
    )
  const named = (finding.organisations?.length ?? 0) > 0 || (finding.people?.length ?? 0) > 0
  return (
    finding.title.startsWith('#') ||
    passage.links.length > 0 ||
    linkLineOf(passage)?.hasSite === true ||
    (hints.kind !== undefined && named)
  )
}
