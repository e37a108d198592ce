import { namesDay } from './day-words.ts'
import { namesEvent } from './kind-words.ts'
import { isPlainHeading } from './section-words.ts'

/** "Programme | Conference on the High Seas" → what the programme is of; titles of other pages stay as they are. */
export function withoutPlainHead(title: string): string {
  const [, head, thing] = /^([^|–—]{3,30}?)\s+[|–—]\s+(.{6,})$/u.exec(title) ?? []
  if (!head || !thing || !isPlainHeading(head)) return title
  return namesEvent(thing) || namesDay(thing) ? thing : title
}
