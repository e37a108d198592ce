import { addRoleLinks, newDraft } from '../drafts/draft.ts'
import { type Story, tell } from '../drafts/story-state.ts'
import type { Section } from '../passages/outline.ts'
import { cleanTitle, titleMarks } from '../titles/titles.ts'
import { namesEvent } from '../words/kind-words.ts'
import { sectionWords } from './timed-event.ts'

/**
 * A heading of its own among the events, with a quoted title or a word for an event below it, is an event even if
 * no day is told: the curator is asked for it.
 */
export function readUndated(story: Story, section: Section): void {
  const listsEvents = section.parent?.mood === 'events' && section.parent.heading.text !== ''
  if (!listsEvents || section.plain || section.pieces.length === 0 || section.sections.length > 0) return
  const passages = section.pieces
    .filter(piece => piece.block.form === 'paragraph')
    .map(piece => piece.passage)
  const words = passages.map(passage => passage.text).join('\n')
  const quoted = passages.flatMap(passage => titleMarks(passage, []).filter(mark => mark.weight >= 5))[0]
  if (!quoted && !namesEvent(section.heading.text)) return
  if (!namesEvent(`${section.heading.text}\n${words}`)) return
  const draft = newDraft('event', quoted?.text ?? cleanTitle(section.heading.text), words)
  draft.finding.doubts = [{ code: 'date-missing', says: 'No day is told for this event.', field: 'start' }]
  for (const passage of passages) addRoleLinks(draft, passage)
  draft.around = sectionWords(story, section)
  draft.notes.push(words)
  tell(story, draft)
}
