import { clean, keyOf } from './content.ts'
import type { EntryFields } from './entry-fields.ts'
import type { RecordingState } from './finding.ts'
import type { PhaseAt } from './phase.ts'
import { mayBecome } from './recording.ts'

/** One thing that is done to several entries at once. */
export type Bulk =
  | { act: 'publish' | 'draft' | 'withdraw' | 'bring-back' }
  | { act: 'cancel'; reason: string }
  | { act: 'tag' | 'untag'; tag: string }
  | { act: 'organisation'; name: string }
  | { act: 'recording'; state: RecordingState }

export const bulkActs = [
  'publish',
  'draft',
  'withdraw',
  'bring-back',
  'cancel',
  'tag',
  'untag',
  'organisation',
  'recording',
] as const satisfies Bulk['act'][]

/** Recording states that are said without an address: where there is a recording, its link says so. */
export const recordingsToSay = ['unknown', 'none', 'expected', 'removed'] as const

/**
 * What an entry is after it; the same where it has nothing to do with it: what is no draft is not published, and
 * a recording is not removed that never was. What is cancelled takes its sessions along, which is another matter.
 */
export function bulkChange(
  bulk: Exclude<Bulk, { act: 'cancel' }>,
  fields: EntryFields,
  at: PhaseAt,
): EntryFields {
  const { state, kind } = fields
  switch (bulk.act) {
    case 'publish':
      return state === 'draft' ? { ...fields, state: 'published', publishAt: null } : fields
    case 'draft':
      return state === 'published' ? { ...fields, state: 'draft' } : fields
    case 'withdraw':
      return state === 'withdrawn' ? fields : { ...fields, state: 'withdrawn', publishAt: null }
    case 'bring-back':
      return state === 'withdrawn' ? { ...fields, state: 'draft' } : fields
    case 'tag': {
      const tag = clean(bulk.tag)
      const isNew = tag !== '' && !fields.tags.some(each => keyOf.tags(each) === keyOf.tags(tag))
      return isNew ? { ...fields, tags: [...fields.tags, tag] } : fields
    }
    case 'untag': {
      const tags = fields.tags.filter(each => keyOf.tags(each) !== keyOf.tags(bulk.tag))
      return tags.length < fields.tags.length ? { ...fields, tags } : fields
    }
    case 'organisation': {
      const name = clean(bulk.name)
      const key = keyOf.organisations({ name })
      const isNew = key !== '' && !fields.organisations.some(each => keyOf.organisations(each) === key)
      const organisations = [...fields.organisations, { name, url: null, role: null }]
      return isNew ? { ...fields, organisations } : fields
    }
    case 'recording':
      return kind === 'event' && mayBecome(fields.recording, bulk.state, at)
        ? { ...fields, recording: bulk.state }
        : fields
  }
}
