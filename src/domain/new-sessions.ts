import type { EventTime } from './event-time.ts'
import { foldName } from './fold-name.ts'

type Session = { title: string; time: EventTime }

/**
 * Of the sessions that are told, those that a programme does not have yet. One that has the title of another, which is
 * told at its own time no more, is that one at another time: whether it was moved is asked elsewhere.
 */
export function newSessions<Told extends Session>(own: readonly Session[], told: readonly Told[]): Told[] {
  const toldKeys = new Set(told.map(keyOf))
  const ownKeys = new Set(own.map(keyOf))
  const moved = own.filter(each => !toldKeys.has(keyOf(each))).map(({ title }) => foldName(title))
  return told.filter(each => {
    if (each.title === '' || ownKeys.has(keyOf(each))) return false
    const place = moved.indexOf(foldName(each.title))
    if (place < 0) return true
    moved.splice(place, 1)
    return false
  })
}

function keyOf({ title, time }: Session): string {
  return `${foldName(title)} ${time.start}`
}
