import type { Passage } from '../passages/passage.ts'
import { addDoubts, type Draft } from './draft.ts'
import { hasUrl, type Story, tell } from './story-state.ts'

/** Tells a draft into the story, unless it leads where an earlier one does. */
export function keep(story: Story, draft: Draft): void {
  const urls = draft.finding.links?.map(link => link.url) ?? []
  if (urls.length > 0 && draft.finding.kind !== 'event' && urls.every(url => hasUrl(story, url))) return
  doubtDay(story, draft)
  tell(story, draft)
}

export function withNote(draft: Draft, passage: Passage): Draft {
  draft.notes.push(passage.text)
  return draft
}

/** An hour alone was put on the day the post is about: most likely, but nobody said so. */
function doubtDay(story: Story, draft: Draft): void {
  if (!story.day || !draft.finding.start?.startsWith(`${story.day}T`)) return
  if (!draft.finding.told?.start?.startsWith(story.day)) return
  const says = `No day is told with the hour; ${story.day}, the day the post is about, is taken.`
  addDoubts(draft, [{ code: 'date-missing', says, field: 'start' }])
}

/** What is seen of an event that is still to come is its stream. */
export function streamed(draft: Draft, published: string | undefined): void {
  const { finding } = draft
  if (
    finding.kind !== 'event' ||
    !finding.start ||
    !published ||
    finding.start.slice(0, 10) < published.slice(0, 10)
  )
    return
  const text = draft.words.join('\n')
  if (recorded.test(text)) return
  for (const link of finding.links ?? []) if (link.role === 'recording') link.role = 'livestream'
}

const recorded =
  /recording|recorded|replay|aufzeichnung|mitschnitt|enregistr|grabaci|gravaç|registrazion|تسجيل|запись|录像/iu
