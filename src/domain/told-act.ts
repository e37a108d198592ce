import type { EntryFields } from './entry-fields.ts'
import type { EventTime } from './event-time.ts'
import type { EventStatus } from './finding.ts'

/** One recorded change, as history tells it. */
export type RecordedChange = {
  entryId: string | null
  by: string
  act: string
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

/** What an act was, by what it changed and not only by its name: a form can do anything. */
export type ToldAct =
  | { kind: 'added'; state: EntryFields['state'] }
  | {
      kind:
        | 'imported'
        | 'reread'
        | 'restored'
        | 'undid'
        | 'merged'
        | 'merged-away'
        | 'renamed'
        | 'sorted'
        | 'unscheduled'
    }
  | { kind: 'published' | 'published-as-scheduled' | 'withdrew' | 'brought-back' | 'unpublished' }
  | { kind: 'moved'; from: EventTime; to: EventTime }
  | { kind: 'status'; status: EventStatus }
  | { kind: 'scheduled'; publishAt: number }
  | { kind: 'recording' }
  | { kind: 'opened' | 'went-live' | 'archived' | 'made-draft' }
  | { kind: 'zone-rules' | 'addresses' }
  | { kind: 'organisation'; from: string; to: string }
  | { kind: 'organisations-merged' | 'organisations-parted'; from: string; to: string }
  | { kind: 'person-hidden' | 'person-shown'; name: string }
  | { kind: 'series' | 'edited'; fields: string[] }

/** The names of acts that say more than what changed. */
const named: Record<string, 'restored' | 'undid' | 'merged' | 'merged-away' | 'reread'> = {
  restore: 'restored',
  undo: 'undid',
  merge: 'merged',
  merged: 'merged-away',
  import: 'reread',
  reread: 'reread',
}

const ofOrganisations: Record<string, 'organisation' | 'organisations-merged' | 'organisations-parted'> = {
  'edit-organisation': 'organisation',
  'merge-organisations': 'organisations-merged',
  'part-organisations': 'organisations-parted',
}

const ofPeople: Record<string, 'person-hidden' | 'person-shown'> = {
  'hide-person': 'person-hidden',
  'show-person': 'person-shown',
}

/** Whether it made one of two organisations, or two of one: that is so in every edition, and is not undone in one. */
export function isOfOrganisations({ act }: Pick<RecordedChange, 'act'>): boolean {
  return act === 'merge-organisations' || act === 'part-organisations'
}

export function toldActOf(change: RecordedChange): ToldAct {
  return change.entryId === null ? ofEdition(change) : ofEntry(change)
}

function ofEntry({ by, act, before, after }: RecordedChange): ToldAct {
  const told = (after ?? {}) as Partial<EntryFields>
  if (before === null)
    return act === 'import' ? { kind: 'imported' } : { kind: 'added', state: told.state ?? 'published' }
  const was = before as Partial<EntryFields>
  if (named[act]) return { kind: named[act] }
  if (told.state !== undefined && was.state !== undefined) return ofState(was.state, told.state, by)
  if (told.status) return { kind: 'status', status: told.status }
  if (told.publishAt) return { kind: 'scheduled', publishAt: told.publishAt }
  const fields = Object.keys(told)
  const isOnly = (...some: string[]) => fields.every(field => some.includes(field))
  if (fields.length === 0) return { kind: 'edited', fields }
  if (isOnly('publishAt')) return { kind: 'unscheduled' }
  if (isOnly('position', 'parentId')) return { kind: 'sorted' }
  if (isOnly('title', 'slug') && told.title !== undefined) return { kind: 'renamed' }
  if (isOnly('time', 'doubts') && was.time && told.time)
    return { kind: 'moved', from: was.time, to: told.time }
  if (isOnly('recording', 'links') && told.recording === 'available') return { kind: 'recording' }
  return { kind: 'edited', fields }
}

function ofState(from: EntryFields['state'], to: EntryFields['state'], by: string): ToldAct {
  if (to === 'withdrawn') return { kind: 'withdrew' }
  if (from === 'withdrawn') return { kind: 'brought-back' }
  if (to === 'draft') return { kind: 'unpublished' }
  return { kind: by === 'schedule' ? 'published-as-scheduled' : 'published' }
}

function ofEdition({ by, act, before, after }: RecordedChange): ToldAct {
  const told = after ?? {}
  const fields = Object.keys(told).filter(field => field !== 'publishedAt')
  if (act === 'derive-instants') return { kind: 'zone-rules' }
  if (act === 'add-addresses') return { kind: 'addresses' }
  if (act === 'describe-series') return { kind: 'series', fields }
  if (ofOrganisations[act]) {
    return { kind: ofOrganisations[act], from: nameOf(before), to: nameOf(after) }
  }
  if (ofPeople[act]) return { kind: ofPeople[act], name: nameOf(after) }
  if (before === null) return { kind: 'opened' }
  if (named[act]) return { kind: named[act] }
  if (told.state === 'live') return { kind: by === 'schedule' ? 'published-as-scheduled' : 'went-live' }
  if (told.state === 'archived') return { kind: 'archived' }
  if (told.state === 'draft') return { kind: 'made-draft' }
  if (typeof told.publishAt === 'number') return { kind: 'scheduled', publishAt: told.publishAt }
  if (fields.length === 1 && fields[0] === 'publishAt') return { kind: 'unscheduled' }
  return { kind: 'edited', fields }
}

function nameOf(of: RecordedChange['after']): string {
  return String(of?.name ?? '')
}
