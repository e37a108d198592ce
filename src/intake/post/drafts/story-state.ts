import type { TimeContext } from '../../../time/read-time.ts'
import type { PostHead } from '../markup/block.ts'
import type { Section } from '../passages/outline.ts'
import type { Draft } from './draft.ts'
import type { OwnerTimes } from './owner-times.ts'

/** What has been read so far, and what the next paragraph may add to. */
export type Story = {
  head: PostHead
  top: Section
  context: TimeContext
  /** In story order. An owner's place is where its first time stood. */
  items: (Draft | OwnerTimes)[]
  /** The item whose story is being told. */
  current: Draft | null
  /** The curator's words before the first item, and after the last. */
  introduction: string[]
  owners: Map<object, OwnerTimes>
  /** The post lists many things; its title is not the title of one event. */
  isRoundUp: boolean
  /** The day of the one event whose parts are listed. */
  day?: string
}

export function tell(story: Story, draft: Draft): Draft {
  story.items.push(draft)
  story.current = draft
  return draft
}

export function drafts(story: Story): Draft[] {
  return story.items.filter((item): item is Draft => 'finding' in item)
}

export function hasUrl(story: Story, url: string): boolean {
  return drafts(story).some(
    draft => draft.finding.links?.some(link => link.url === url) || draft.finding.url === url,
  )
}
