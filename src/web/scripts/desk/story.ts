import { choose } from './choose.ts'
import { order } from './order.ts'

export function startStory(): void {
  const story = document.querySelector<HTMLFormElement>('#story')
  if (!story) return
  choose(story)
  order(story)
}
