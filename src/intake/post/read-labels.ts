import type { LinkRole } from '../../domain/finding.ts'
import { addDoubts, addLink, addOrganisation, addRoleLinks, type Draft, newDraft, roleIn } from './draft.ts'
import { type Label, labelOf } from './label-words.ts'
import { namedHeading, type Section } from './outline.ts'
import { looksLikeName } from './parties.ts'
import { cutPassage, type Passage } from './passage.ts'
import { type Story, tell } from './story-state.ts'
import { eventTimes, timeFields } from './times-of.ts'
import { cleanTitle, isTitle, titleMarks } from './titles.ts'

export type LabelledLine = { label: Label; value: Passage }

/** The "When: …" lines among the lines of a block; a label alone takes the line after it. */
export function labelledLines(lines: Passage[]): LabelledLine[] {
  const found: LabelledLine[] = []
  lines.forEach((line, index) => {
    const label = labelOf(line.text)
    if (!label) return
    const value = cutPassage(line, label.length, line.text.length)
    const next = lines[index + 1]
    if (value.text === '' && value.links.length === 0 && next && !labelOf(next.text))
      found.push({ label, value: next })
    else found.push({ label, value })
  })
  return found
}

/** Whether labelled lines tell of an event: one of them says when. */
export function tellsWhen(story: Story, lines: LabelledLine[]): boolean {
  return lines.some(
    ({ label, value }) =>
      /^(?:when|day|clock)$/.test(label.key) && eventTimes(value, story.context).length > 0,
  )
}

/** A group of labelled lines → an event named by its title line, by the line before them or by the heading above. */
export function readLabels(
  story: Story,
  section: Section,
  lines: Passage[],
  before: Passage | undefined,
): void {
  const labelled = labelledLines(lines)
  const plain = lines.filter(line => !labelOf(line.text) && !labelled.some(one => one.value === line))
  const told = labelled.find(
    ({ label, value }) => label.key === 'title' && isTitle(cleanTitle(value.text)) && value.text.length < 160,
  )
  const heading = namedHeading(section)
  const title =
    titleIn(told?.value) ??
    titleIn(plain[0]) ??
    (heading ? cleanTitle(heading.heading.text) : (titleIn(before) ?? story.head.title)) ??
    ''
  if (!isTitle(title)) return
  const draft = newDraft('event', title, lines.map(line => line.text).join('\n'))
  draft.around = heading?.heading.text ?? ''
  for (const line of plain) for (const link of line.links) addLink(draft, link.url, pageOrRole(line, link))
  fillDraft(story, draft, labelled)
  draft.notes.push(lines.map(line => line.text).join('\n'))
  tell(story, draft)
}

export function fillDraft(story: Story, draft: Draft, lines: LabelledLine[]): void {
  const { finding } = draft
  const when = lines
    .filter(({ label }) => /^(?:when|day|clock)$/.test(label.key))
    .map(({ value }) => value.text)
  const time = eventTimes(passageText(when.join(', ')), story.context)
  if (time[0]) {
    Object.assign(finding, timeFields(time[0]))
    delete finding.doubts
    addDoubts(draft, time[0].doubts)
    const sessions =
      time[0].sessions.length > 1
        ? time[0].sessions
        : time.length > 1
          ? time.flatMap(one => (one.start ? [{ start: one.start, end: one.end ?? null }] : []))
          : []
    if (sessions.length > 1)
      finding.sessions = sessions.map(one => ({
        kind: 'event',
        title: finding.title,
        start: one.start,
        ...(one.end ? { end: one.end } : {}),
      }))
  }
  for (const { label, value } of lines) {
    const role = roles[label.key]
    if (role) for (const link of value.links) addLink(draft, link.url, specific(value, link.url, role))
    else addRoleLinks(draft, value)
    if (label.key === 'where') {
      if (
        /\b(?:online|zoom|virtual\w*|en línea|en ligne|webex|teams|youtube|facebook)\b|عبر الإنترنت|زووم|线上|онлайн/iu.test(
          value.text,
        )
      )
        finding.attendance = 'online'
      else if (value.text !== '' && !/^https?:/.test(value.text))
        finding.place = { name: value.text.split('\n')[0]! }
      for (const link of value.links) addLink(draft, link.url, specific(value, link.url, 'join'))
    }
    if (label.key === 'organisers') for (const name of namesIn(value.text)) addOrganisation(draft, name)
    if (label.key === 'speakers') {
      const people = namesIn(value.text)
        .filter(looksLikeName)
        .map(name => ({ name, role: 'speaker' }))
      if (people.length > 0) finding.people = [...(finding.people ?? []), ...people]
    }
    if (label.key === 'link') for (const link of value.links) finding.url ??= link.url
  }
}

const roles: Partial<Record<Label['key'], LinkRole>> = {
  join: 'join',
  register: 'registration',
  programme: 'programme',
  recording: 'recording',
  livestream: 'livestream',
  slides: 'slides',
}

/** The label tells the role, unless the address is sure of another. */
function specific(value: Passage, url: string, told: LinkRole): LinkRole {
  const link = value.links.find(one => one.url === url)
  const role = link ? roleIn(value, { ...link, text: '' }) : null
  return role && role !== 'source' && told === 'join' ? role : told
}

function pageOrRole(line: Passage, link: Passage['links'][number]): LinkRole {
  const role = roleIn(line, link)
  return role === null || role === 'source' ? 'programme' : role
}

function titleIn(passage: Passage | undefined): string | undefined {
  if (!passage) return undefined
  const mark = titleMarks(passage, []).sort((a, b) => b.weight - a.weight)[0]
  const text = mark && mark.weight >= 4 ? mark.text : cleanTitle(passage.text)
  return isTitle(text) && text.length <= 160 ? text : undefined
}

function passageText(text: string): Passage {
  return { text, links: [], strong: [], struck: [], quoted: [] }
}

function namesIn(text: string): string[] {
  return text
    .replace(/\([^)]*\)/g, '')
    .split(/\s*[;,\n]\s*|\s+(?:and|und|et|y|e|dan|и|و)\s+|、/u)
    .map(name => name.trim().replace(/[.]$/, ''))
    .filter(name => name.length > 1 && name.length < 90)
}
