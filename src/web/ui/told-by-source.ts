import type { EventTime } from '../../domain/event-time.ts'
import { instantsOf } from '../../domain/instants-of.ts'
import type { Proposal } from '../../domain/proposal.ts'
import type { WatchedSource } from '../../domain/source.ts'
import { dayOf } from '../../time/days.ts'
import { sayLength } from '../../time/say-length.ts'
import { sayClock, sayMoment, sayZone } from '../../time/say-time.ts'
import { hostOf, isolated } from './entry-words.ts'
import { sayProblem } from './say-problem.ts'
import type { Showing } from './showing.ts'
import { fieldName } from './told-field.ts'
import { sayEventTime } from './told-time.ts'

/** What a source says otherwise, the weightiest first, as one sentence: “Partners: moved by 1 hour, from 14:00 to 15:00”. */
export function sayProposals(name: string, proposals: Proposal[], showing: Showing): string {
  const { say, locale } = showing
  const source = isolated(name)
  const of = (field: Proposal['field']) => proposals.find(proposal => proposal.field === field)
  if (of('status')?.told === 'cancelled') return say('need.source-changed.cancelled', { source })
  const time = of('time')
  const names = proposals
    .filter(({ field }) => field !== 'time')
    .map(({ field }) => fieldName(field, showing))
    .filter(each => each !== null)
  const listed = (words: string[]) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(words)
  const others = names.length ? listed(names) : ''
  const title = of('title')?.told
  if (!time && typeof title === 'string') {
    const renamed = say('need.source-changed.title', { source, title: isolated(title) })
    const rest = proposals.flatMap(({ field }) =>
      field === 'title' ? [] : (fieldName(field, showing) ?? []),
    )
    return rest.length ? `${renamed} ${say('need.source-changed.also', { fields: listed(rest) })}` : renamed
  }
  if (!time) return say('need.source-changed', { source, fields: others })
  const moved = sayMoved(source, time.now as EventTime, time.told as EventTime, showing)
  const left = typeof title === 'string' ? names.filter(name => name !== fieldName('title', showing)) : names
  return [
    moved,
    ...(typeof title === 'string' ? [say('need.source-changed.renamed', { title: isolated(title) })] : []),
    ...(left.length ? [say('need.source-changed.also', { fields: listed(left) })] : []),
  ].join(' ')
}

/** What happened, in the language of the page, with what a curator can do. @param at where it is only looked at */
export function sayTrouble(
  { error, address }: Pick<WatchedSource, 'error' | 'address'>,
  showing: Showing,
  at: 'source' | 'look' = 'source',
): string {
  return error ? sayProblem(error, showing, { at, site: isolated(hostOf(address)) }) : ''
}

/** By how much, where both have an hour: in the zone of the page, which it names, and only the clocks of one day. */
function sayMoved(source: string, now: EventTime, told: EventTime, showing: Showing): string {
  const { say, locale, zone } = showing
  const [before, after] = [instantsOf(now).startsAt, instantsOf(told).startsAt]
  if (before === null || after === null || before === after || now.precision !== told.precision) {
    const [from, to] = [now, told].map(time => isolated(sayEventTime(time, showing)))
    return say('need.source-changed.time', { source, from: from!, to: to! })
  }
  const isOneDay = dayOf(before, zone) === dayOf(after, zone)
  const words = (at: number) => (isOneDay ? sayClock(at, zone, locale) : sayMoment(at, zone, locale))
  const moved = {
    source,
    length: sayLength(Math.abs(after - before) / 60_000, locale),
    from: isolated(words(before)),
    to: isolated(say('told.clock', { clock: words(after), zone: sayZone(zone, after, locale) })),
  }
  return say(after > before ? 'need.source-changed.later' : 'need.source-changed.earlier', moved)
}
