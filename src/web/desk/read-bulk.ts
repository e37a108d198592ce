import { type Bulk, bulkActs, recordingsToSay } from '../../domain/bulk.ts'

/** What a form wants done to the chosen entries; the name of what is missing where it says too little. */
export function readBulk(fields: Record<string, string>): Bulk | 'tag' | 'organisation' | 'recording' | null {
  const [, said = fields.recording] = /^recording-(\w+)$/.exec(fields.act ?? '') ?? []
  const act = fields.act?.startsWith('recording') ? 'recording' : bulkActs.find(each => each === fields.act)
  const [tag, name] = [fields.tag?.trim().slice(0, 200), fields.organisation?.trim().slice(0, 300)]
  switch (act) {
    case undefined:
      return null
    case 'cancel':
      return { act, reason: (fields.reason ?? '').slice(0, 1000) }
    case 'tag':
    case 'untag':
      return tag ? { act, tag } : 'tag'
    case 'organisation':
      return name ? { act, name } : 'organisation'
    case 'recording': {
      const state = recordingsToSay.find(each => each === said)
      return state ? { act, state } : 'recording'
    }
    default:
      return { act }
  }
}
