import { addDoubts, addRoleLinks, newDraft } from '../drafts/draft.ts'
import type { Story } from '../drafts/story-state.ts'
import { allPassages } from '../passages/outline.ts'
import { namesDay } from '../words/day-words.ts'
import { namesEvent } from '../words/kind-words.ts'

/** "Conference on …: programme", not "Human Rights Day: programme". */
export function namesOneEvent(title: string): boolean {
  return namesEvent(title) && !(namesDay(title) && listing.test(title))
}

const listing =
  /program|agenda|[ck]alend|what['’]s on|listing|round-?up|jadwal|veranstaltungen|événements|eventos|eventi/iu

/** Hours below days in a post whose title names one event: they are its sessions. */
export function asOneEvent(story: Story): void {
  const sessions = story.items.flatMap(item =>
    'finding' in item && item.finding.kind === 'event' && item.finding.start ? [item.finding] : [],
  )
  const [first, last] = [sessions[0], sessions.at(-1)]
  if (!first?.start || !last || sessions.length < 2) return
  const texts = allPassages(story.top)
  const draft = newDraft('event', story.head.title!, texts.map(passage => passage.text).join('\n'))
  Object.assign(draft.finding, { start: first.start, ...(last.end && { end: last.end }) })
  addDoubts(draft, first.doubts ?? [])
  for (const passage of texts) addRoleLinks(draft, passage)
  draft.finding.sessions = sessions.map(({ title, start, end }) => ({
    kind: 'event',
    title,
    start: start!,
    ...(end && { end }),
  }))
  const others = story.items.filter(item => !('finding' in item) || !sessions.includes(item.finding))
  story.items = [draft, ...others]
}
