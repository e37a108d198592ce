import type { LinkRole } from '../../../domain/finding.ts'
import {
  addDoubts,
  addLink,
  addOrganisation,
  addRoleLinks,
  type Draft,
  newDraft,
  roleIn,
} from '../drafts/draft.ts'
import { type Story, tell } from '../drafts/story-state.ts'
import { looksLikeName } from '../parties/parties.ts'
import { namedHeading, type Section } from '../passages/outline.ts'
import { cutPassage, emptyPassage, type Passage, type PassageLink } from '../passages/passage.ts'
import { type EventTime, eventTimes, isDayOnly, timeFields, withoutTimes } from '../times/times-of.ts'
import { cleanTitle, isGeneric, isTitle, titleMarks } from '../titles/titles.ts'
import { statusWords } from '../words/fate-words.ts'
import { type Label, labelOf, toldBy } from '../words/label-words.ts'
import { giveToPost } from './give-to-owner.ts'
import { pageRole, sectionWords } from './timed-event.ts'

export type LabelledLine = { label: Label; value: Passage }

/** The "When: …" lines among the lines of a block; a label alone takes the line after it. */
export function labelledLines(lines: Passage[]): LabelledLine[] {
  const found: LabelledLine[] = []
  lines.forEach((line, index) => {
    const label = labelOf(line.text)
    if (!label) return
    const value = cutPassage(line, label.length, line.text.length)
    const next = lines[index + 1]
    const isAlone = value.text === '' && value.links.length === 0
    found.push({ label, value: isAlone && next && !labelOf(next.text) ? next : value })
  })
  return found
}

/** Whether lines tell of one event: a label says when, or the first line is a time and nothing else. */
export function tellsWhen(story: Story, lines: Passage[], labelled: LabelledLine[]): boolean {
  if (labelled.some(({ label, value }) => saysWhen(label) && eventTimes(value, story.context).length > 0)) {
    return true
  }
  return lines.length > 1 && (labelled.length > 0 || lines.length < 6) && isTimeAlone(story, lines[0]!)
}

/** A group of lines → an event named by its title line, by the line before them or by the heading above. */
export function readLabels(
  story: Story,
  section: Section,
  lines: Passage[],
  before: Passage | undefined,
): void {
  const labelled = labelledLines(lines)
  const plain = lines.filter(line => !labelOf(line.text) && !labelled.some(one => one.value === line))
  const times = timesOf(story, lines, labelled)
  const heading = namedHeading(section)
  const named = labelled
    .filter(({ label, value }) => label.key === 'title' || (label.key === 'what' && value.text.length <= 80))
    .map(({ value }) => titleIn(value))
  const title =
    named.find(Boolean) ??
    plain.map(line => (isTimeAlone(story, line) ? undefined : titleIn(line))).find(Boolean) ??
    (heading ? titleIn(heading.heading) : undefined) ??
    (before && before.text.length < 160 ? titleIn(before) : undefined)
  if (!title && !story.isRoundUp && story.head.title) {
    giveToPost(story, lines, times)
    return
  }
  if (!title) return
  const draft = newDraft('event', title, lines.map(line => line.text).join('\n'))
  draft.around = sectionWords(story, section)
  setTimes(draft, times)
  for (const line of plain) addPages(draft, line)
  for (const line of labelled) fill(draft, line)
  draft.notes.push(lines.map(line => line.text).join('\n'))
  tell(story, draft)
}

function timesOf(story: Story, lines: Passage[], labelled: LabelledLine[]): EventTime[] {
  const told = labelled
    .filter(({ label }) => saysWhen(label) || label.key === 'zone')
    .map(({ label, value }) => toldBy(label, unstruck(value)))
  const words = told.length > 0 ? told.join(', ') : unstruck(lines[0]!)
  const times = eventTimes({ ...emptyPassage, text: words }, story.context)
  if (told.length > 0 || times.length !== 1 || !isDayOnly(times[0]!)) return times
  // "Saturday 20 December" in its line, and in the next "March for rights, 13:00".
  const hours = lines
    .slice(1)
    .flatMap(line => eventTimes(line, story.context, times[0]!.phrase))
    .filter(time => time.start?.startsWith(`${times[0]!.start}T`))
  return hours.length === 1 ? hours : times
}

/** The text without what is struck out, where something stands in its place. */
function unstruck(passage: Passage): string {
  const rest = passage.struck.reduceRight(
    (text, span) => text.slice(0, span.start) + text.slice(span.end),
    passage.text,
  )
  return /\d/.test(rest) ? rest.trim() : passage.text
}

function setTimes(draft: Draft, times: EventTime[]): void {
  const { finding } = draft
  const first = times[0]
  if (!first) return
  Object.assign(finding, timeFields(first))
  delete finding.doubts
  addDoubts(draft, first.doubts)
  const others = times.flatMap(one => (one.start ? [{ start: one.start, end: one.end ?? null }] : []))
  const sessions = first.sessions.length > 1 ? first.sessions : others
  if (sessions.length < 2) return
  finding.sessions = sessions.map(one => ({
    kind: 'event',
    title: finding.title,
    start: one.start,
    ...(one.end ? { end: one.end } : {}),
  }))
}

const roles: Partial<Record<Label['key'], LinkRole>> = {
  join: 'join',
  register: 'registration',
  programme: 'programme',
  recording: 'recording',
  livestream: 'livestream',
  slides: 'slides',
}

function fill(draft: Draft, { label, value }: LabelledLine): void {
  const { finding } = draft
  const role = roles[label.key]
  if (role) for (const link of value.links) addLink(draft, link.url, specific(value, link, role))
  else if (label.key !== 'where') addRoleLinks(draft, value)
  if (label.key === 'where') fillPlace(draft, value)
  if (label.key === 'organisers') for (const name of namesIn(value.text)) addOrganisation(draft, name)
  if (label.key === 'speakers') {
    const people = namesIn(value.text)
      .filter(looksLikeName)
      .map(name => ({ name, role: 'speaker' }))
    if (people.length > 0) finding.people = [...(finding.people ?? []), ...people]
  }
  if (label.key === 'link' && value.links[0]) finding.url ??= value.links[0].url
}

export function fillPlace(draft: Draft, value: Passage): void {
  for (const link of value.links) addLink(draft, link.url, specific(value, link, 'join'))
  const words = value.text.split('\n')[0]!
  if (virtual.test(words))
    draft.finding.attendance = /\b(?:hybrid|and online|und online)\b/i.test(words) ? 'mixed' : 'online'
  else if (words !== '' && !/^https?:/.test(words)) draft.finding.place = { name: words }
}

const virtual =
  /\b(?:online|zoom|virtual\w*|webex|teams|youtube|facebook|google meet|(?:twitter|x) spaces?|instagram live|discord|jitsi|bigbluebutton|streamyard|livestream)\b|en línea|en ligne|عبر الإنترنت|زووم|线上|онлайн/iu

/** The label tells the role, unless the address is sure of another. */
function specific(value: Passage, link: PassageLink, told: LinkRole): LinkRole {
  const role = roleIn(value, { ...link, text: '' })
  return role && role !== 'source' && told === 'join' ? role : told
}

function addPages(draft: Draft, line: Passage): void {
  for (const link of line.links) {
    const isTitleLink = draft.finding.title.includes(cleanTitle(link.text)) && link.text.length > 3
    if (isTitleLink || isGeneric(link.text)) addLink(draft, link.url, pageRole(line, link.url))
  }
  addRoleLinks(draft, line)
}

function saysWhen(label: Label): boolean {
  return label.key === 'when' || label.key === 'day' || label.key === 'clock'
}

export function isTimeAlone(story: Story, line: Passage): boolean {
  const times = eventTimes(line, story.context)
  if (times.length === 0) return false
  const rest = withoutTimes(
    line.text,
    times.map(time => time.at),
  )
  return isGeneric(rest)
}

function titleIn(passage: Passage | undefined): string | undefined {
  if (!passage) return undefined
  const mark = titleMarks(passage, []).sort((a, b) => b.weight - a.weight)[0]
  const isQuoted = mark !== undefined && mark.weight >= 5 && mark.text.length > passage.text.length / 3
  const bold = passage.strong[0]
  // "**Title** – POSTPONED".
  if (bold && statusWords.some(([, words]) => words.test(passage.text.slice(bold.end)))) {
    const name = cleanTitle(passage.text.slice(bold.start, bold.end))
    if (isTitle(name)) return name
  }
  // "[Binder](…), a tool to …": the linked name with a word on what it is.
  const first = passage.links[0]
  if (first?.start === 0 && passage.text[first.end] === ',' && isTitle(first.text))
    return cleanTitle(first.text)
  const text = isQuoted ? mark.text : cleanTitle(passage.text)
  return isTitle(text) && text.length <= 160 ? text : undefined
}

function namesIn(text: string): string[] {
  return text
    .replace(/\([^)]*\)/g, '')
    .split(/\s*[;,\n]\s*|\s+(?:and|und|et|y|e|dan|и|و)\s+|、/u)
    .map(name => name.trim().replace(/[.]$/, ''))
    .filter(name => name.length > 1 && name.length < 90)
}
