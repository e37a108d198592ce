import { clean } from '../../domain/content.ts'
import { notTold } from '../../domain/event-time.ts'
import { linkRole } from '../../intake/link-role.ts'
import type { StatusChange } from '../../services/change-status.ts'
import type { RecordingTold } from '../../services/set-recording.ts'
import type { FormContext, FormState, Problem } from '../ui/entry-form/form-state.ts'
import { longestLine, tooLong } from '../ui/entry-form/lengths.ts'
import { settleWhen } from '../ui/entry-form/settle-when.ts'
import type { Typed } from '../ui/entry-form/typed.ts'
import { webAddress } from '../ui/entry-form/web-address.ts'

/** What may be said of an event by a form of its own. */
export const statusActs = ['cancelled', 'postponed', 'movedOnline', 'scheduled'] as const
export type StatusAct = (typeof statusActs)[number]

/** What a form says, or why it comes back. */
export type Read<T> = { told: T } | { state: FormState }

/** Postponed to a time that is told is rescheduled. */
export function readStatus(status: StatusAct, typed: Typed, context: FormContext): Read<StatusChange> {
  const problems: Problem[] = []
  const reason = lineIn(typed, 'reason', problems) || null
  const change: StatusChange = { status, reason }
  const url = clean(typed.get('url') ?? '')
  if (status === 'movedOnline' && url) {
    const address = webAddress(url)
    const role = (address && linkRole(address, { over: false })) ?? 'join'
    if (address === null)
      problems.push({ field: 'url', key: 'form.wrong.address', values: { told: url.slice(0, 80) } })
    else
      change.link = {
        role: role === 'livestream' || role === 'registration' ? role : 'join',
        url: address,
        title: null,
      }
  }
  const words = clean(typed.get('when') ?? '')
  if (status !== 'postponed' || words === '')
    return problems.length > 0 ? { state: stateOf(typed, problems) } : { told: change }
  const given = new Map([...typed, ['when.words', words]])
  const when = settleWhen(given, { time: notTold, doubts: [] }, context, true)
  // Whatever is wrong with the time is said beside the words that tell it.
  problems.push(
    ...when.problems.map(problem =>
      problem.field.startsWith('when.') ? { ...problem, field: 'when' } : problem,
    ),
  )
  if (problems.length > 0 || when.time === null)
    return { state: { ...stateOf(typed, problems), doubts: when.shown, time: when.time } }
  return { told: { ...change, status: 'rescheduled', time: when.time, doubts: when.left } }
}

/** There with its address, or what else is said of it. */
export function readRecording(typed: Typed): Read<RecordingTold> {
  const state = (['none', 'expected', 'removed', 'unknown'] as const).find(
    each => each === typed.get('state'),
  )
  if (state) return { told: { state } }
  const problems: Problem[] = []
  const title = lineIn(typed, 'title', problems) || null
  const words = clean(typed.get('url') ?? '')
  const url = webAddress(words)
  if (words === '') problems.push({ field: 'url', key: 'form.wrong.address-missing' })
  else if (url === null)
    problems.push({ field: 'url', key: 'form.wrong.address', values: { told: words.slice(0, 80) } })
  if (url === null || problems.length > 0) return { state: stateOf(typed, problems) }
  return { told: { state: 'available', url, title } }
}

export function stateOf(typed: Typed, problems: Problem[]): FormState {
  return { typed, problems, doubts: [], time: null }
}

function lineIn(typed: Typed, name: string, problems: Problem[]): string {
  const text = clean(typed.get(name) ?? '')
  const [key, values] = tooLong(longestLine)
  if (text.length > longestLine) problems.push({ field: name, key, values })
  return text
}
