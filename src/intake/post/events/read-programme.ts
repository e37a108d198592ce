import type { Finding } from '../../../domain/finding.ts'
import { addRoleLinks, finish, newDraft } from '../drafts/draft.ts'
import { eventsOf } from '../drafts/owner-times.ts'
import { drafts, type Story, tell } from '../drafts/story-state.ts'
import { passagesOf, type Section } from '../passages/outline.ts'
import { cleanTitle } from '../titles/titles.ts'
import { programmePart } from '../words/section-words.ts'
import { sectionWords } from './timed-event.ts'

/**
 * A heading with "Keynotes", "Talks", "Tutorials" below it is one event and what they list its sessions.
 * `read` reads a section into a story.
 */
export function readProgramme(
  story: Story,
  section: Section,
  read: (story: Story, section: Section) => void,
): boolean {
  const parts = section.sections.filter(inner => inner.plain && programmePart.test(inner.heading.text))
  if (section.rank === 0 || section.plain || parts.length < 2 || section.mood === 'aside') return false
  const inner: Story = { ...story, items: [], current: null, owners: new Map() }
  read(inner, section)
  for (const part of section.sections) read(inner, part)
  const found = inner.items.flatMap(item => ('finding' in item ? [item] : eventsOf(item, story.context)))
  const sessions = found.filter(one => one.finding.kind === 'event').map(one => finish(one))
  const timed = sessions.filter(one => one.start?.includes('T'))
  if (timed.length < 2) return false
  const passages = [section, ...section.sections].flatMap(one =>
    one.pieces.filter(piece => piece.block.form === 'paragraph').flatMap(passagesOf),
  )
  const words = passages.map(passage => passage.text).join('\n')
  const draft = newDraft('event', cleanTitle(section.heading.text), words)
  draft.around = sectionWords(story, section)
  for (const passage of passages) addRoleLinks(draft, passage)
  draft.finding.start = timed.map(one => one.start!).sort(byInstant)[0]!
  draft.finding.sessions = sessions.map(bare)
  draft.notes.push(section.pieces.map(piece => piece.passage.text).join('\n\n'))
  tell(story, draft)
  for (const other of drafts(inner)) if (other.finding.kind !== 'event') story.items.push(other)
  return true
}

function byInstant(one: string, other: string): number {
  return Date.parse(one.replace(/\[.*$/, '')) - Date.parse(other.replace(/\[.*$/, ''))
}

function bare(session: Finding): Finding {
  const { from, note, ...rest } = session
  return rest
}
