import { type RecordedChange, type ToldAct, toldActOf } from '../../domain/told-act.ts'
import { sayMoment } from '../../time/say-time.ts'
import { isolated } from '../ui/entry-words.ts'
import type { Showing } from '../ui/showing.ts'
import { fieldName } from '../ui/told-field.ts'
import { sayClocks, sayEventTime } from '../ui/told-time.ts'
import { isKey, type Key } from '../words.ts'

type Moved = Extract<ToldAct, { kind: 'moved' }>

/**
 * What somebody did, as a sentence: “Anna moved it from 14:00 to 15:00”.
 *
 * @param sources names of what an entry was read from, where they are known
 */
export function sayAct(change: RecordedChange, showing: Showing, sources: string[] = []): string {
  const { say, zone, locale } = showing
  const told = toldActOf(change)
  const who = sayWho(change.by, showing)
  const isOf = change.entryId === null ? 'edition' : 'entry'
  switch (told.kind) {
    case 'added':
      return say(told.state === 'draft' ? 'did.added-draft' : 'did.added', { who })
    case 'imported':
    case 'reread': {
      const source = sources.length === 1 ? isolated(cut(sources[0]!)) : 'none'
      return say(`did.${told.kind}`, { who, source })
    }
    case 'moved':
      return say('did.moved', { who, ...sayMove(told, showing) })
    case 'status':
      return say(`did.status.${told.status}`, { who })
    case 'scheduled':
      return say('did.scheduled', { who, moment: sayMoment(told.publishAt, zone, locale) })
    case 'organisation':
    case 'organisations-merged':
    case 'organisations-parted':
      return say(`did.${told.kind}`, { who, from: isolated(told.from), to: isolated(told.to) })
    case 'person-hidden':
    case 'person-shown':
      return say(`did.${told.kind}`, { who, name: isolated(told.name) })
    case 'series':
    case 'edited': {
      const fields = sayFields(told.fields, showing)
      const key = told.kind === 'series' ? 'did.series' : `did.edited.${isOf}`
      return fields ? say(key as Key, { who, fields }) : say('did.something', { who })
    }
    default:
      return say(`did.${told.kind}`, { who })
  }
}

/** What was done to several entries at once: “Anna published 12 entries”; or what all of it was done for. */
export function sayActs(changes: RecordedChange[], count: number, by: string, showing: Showing): string {
  const ofOrganisation = changes.find(change => toldActOf(change).kind.startsWith('organisation'))
  if (ofOrganisation) return sayAct(ofOrganisation, showing)
  const kinds = new Set(changes.map(change => toldActOf(change).kind))
  // What one of them gained, and sessions that came along, belong to it.
  if (kinds.has('merged-away')) return showing.say('many.merged-away', { who: sayWho(by, showing) })
  const [only] = kinds
  const key = kinds.size === 1 && isKey(`many.${only}`) ? `many.${only}` : 'many.edited'
  return showing.say(key as Key, { who: sayWho(by, showing), count })
}

/** A person, or which part of the house it was. */
export function sayWho(by: string, { say }: Showing): string {
  return parts[by] ? say(parts[by]) : isolated(by)
}

const parts: Record<string, Key> = {
  host: 'who.host',
  schedule: 'who.daylong',
  source: 'who.daylong',
  recordings: 'who.daylong',
  links: 'who.daylong',
  'zone data': 'who.daylong',
}

/** Only the clocks, where day and zone stay the same. */
function sayMove({ from, to }: Moved, showing: Showing): { from: string; to: string } {
  const isSameDay =
    from.precision === 'moment' &&
    to.precision === 'moment' &&
    from.zone === to.zone &&
    from.start?.slice(0, 10) === to.start?.slice(0, 10)
  if (!isSameDay) return { from: sayEventTime(from, showing), to: sayEventTime(to, showing) }
  const clocks = from.start === to.start ? {} : { end: null }
  return { from: sayClocks({ ...from, ...clocks }, showing), to: sayClocks({ ...to, ...clocks }, showing) }
}

function sayFields(fields: string[], showing: Showing): string | null {
  const names = fields.map(field => fieldName(field, showing)).filter(name => name !== null)
  if (names.length === 0) return null
  return new Intl.ListFormat(showing.locale, { type: 'conjunction' }).format(names)
}

function cut(source: string): string {
  return source.length > 80 ? `${source.slice(0, 80)}…` : source
}
