import type { Decision } from '../../domain/plan/decision.ts'
import type { Alternative } from '../../domain/plan/what-if.ts'
import { isolated } from '../ui/entry-words.ts'
import type { Showing } from '../ui/showing.ts'
import type { Key } from '../words.ts'

/** Why something is watched live, later or not at all, in a sentence; null where what stands beside it says so. */
export function sayWhy(
  { choice, reason, recording, held }: Decision,
  titleOf: (id: string) => string,
  { say, locale }: Showing,
): string | null {
  const key = keyOf(choice, recording, reason)
  if (key === null) return null
  const named = reason.others.map(({ id }) => say('plan.quoted', { title: isolated(titleOf(id)) }))
  if (reason.more > 0) named.push(say('clash.more', { count: reason.more }))
  const others = new Intl.ListFormat(locale, { type: reason.more > 0 ? 'unit' : 'conjunction' }).format(named)
  const told = [
    ...(held ? [] : [say('plan.not-held')]),
    say(key, { others }),
    ...(choice === 'missed' && recording === 'unknown' ? [say('plan.recording.unknown')] : []),
  ]
  return told.join(' ')
}

/** What becomes of the others where one is pinned the other way: `then live: …; then not at all: …`; null: nothing. */
export function sayThen(
  changes: Alternative['changes'],
  titleOf: (id: string) => string,
  { say, locale }: Showing,
): string | null {
  const told = (['live', 'later', 'missed'] as const).flatMap(choice => {
    const ids = changes.filter(({ to }) => to === choice).map(({ id }) => id)
    const named = ids.slice(0, 3).map(id => say('plan.quoted', { title: isolated(titleOf(id)) }))
    if (ids.length > named.length) named.push(say('clash.more', { count: ids.length - named.length }))
    const titles = new Intl.ListFormat(locale, { type: 'unit' }).format(named)
    return named.length ? say(`plan.then.${choice}`, { titles }) : []
  })
  return told.length ? told.join('; ') : null
}

function keyOf(
  choice: Decision['choice'],
  recording: Decision['recording'],
  { code, because, others }: Decision['reason'],
): Key | null {
  if (code === 'overlap') {
    if (choice !== 'live') return because === null ? null : `plan.after.${because}`
    return because === 'expected' || because === 'more' ? `plan.before.${because}` : 'plan.before.only'
  }
  if (code === 'over' && recording === 'available') return 'plan.why.over-recorded'
  if (code === 'chosen') return others.length > 0 ? 'plan.why.chosen-over' : 'plan.why.chosen'
  if (code === 'cancelled' || code === 'postponed') return null
  return `plan.why.${code}`
}
