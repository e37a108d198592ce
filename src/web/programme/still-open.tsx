import type { FC } from 'hono/jsx'
import { type Task, tasksOf } from '../../domain/attention.ts'
import type { Reckoning } from '../../domain/phase.ts'
import type { Programme } from '../../domain/programme.ts'
import type { Showing } from '../ui/showing.ts'

/** What nobody told yet, counted: readers see what they cannot expect here, and its curator what there is to do. */
export const StillOpen: FC<{ programme: Programme; showing: Showing; reckoning: Reckoning }> = ({
  programme,
  showing,
  reckoning,
}) => {
  const { say, now } = showing
  const counts = new Map<Task['code'], number>()
  for (const entry of programme.entries) {
    const codes = new Set(tasksOf(entry, now, reckoning).map(({ code }) => code))
    for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  const told = order.filter(code => counts.has(code))
  if (told.length === 0) return null
  return (
    <p class="still-open">
      {say('open')} {told.map(code => say(`open.${code}`, { count: counts.get(code)! })).join(' · ')}
    </p>
  )
}

const order: Task['code'][] = [
  'time-not-told',
  'hour-not-told',
  'link-missing',
  'link-gone',
  'recording-not-told',
  'doubt',
]
