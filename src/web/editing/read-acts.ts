import { clean } from '../../domain/content.ts'
import { notTold } from '../../domain/event-time.ts'
import { linkRole } from '../../intake/link-role.ts'
import type { StatusChange } from '../../services/change-status.ts'
import type { FormContext, Problem } from '../ui/entry-form/form-state.ts'
import { lineIn, type Read, stateOf } from '../ui/entry-form/read-recording.ts'
import { settleWhen } from '../ui/entry-form/settle-when.ts'
import type { Typed } from '../ui/entry-form/typed.ts'
import { webAddress } from '../ui/entry-form/web-address.ts'

/** What may be said of an event by a form of its own. */
export const statusActs = ['cancelled', 'postponed', 'movedOnline', 'scheduled'] as const
export type StatusAct = (typeof statusActs)[number]

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
