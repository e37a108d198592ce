import { addressKey } from './address-key.ts'
import { type Content, keyOf } from './content.ts'
import { instantsOf } from './instants-of.ts'
import { same } from './merge-fields.ts'
import { joinTranslations } from './translation.ts'

/** Fields of which an entry has one: where two entries tell each its own, somebody has to choose. */
export const singleFields = [
  'kind',
  'title',
  'time',
  'attendance',
  'place',
  'status',
  'statusReason',
  'summary',
  'note',
  'recording',
  'registrationUntil',
  'published',
  'image',
  'imageAlt',
] as const
export type SingleField = (typeof singleFields)[number]

const listFields = [
  'organisations',
  'people',
  'links',
  'languages',
  'interpretation',
  'captions',
  'signLanguages',
  'tags',
] as const

export type Joined = {
  content: Content
  /** Fields that become other than they were in `kept`. */
  changed: (keyof Content)[]
  /** Fields of which both tell something else; the kept one's stands unless it is chosen otherwise. */
  differs: SingleField[]
}

/**
 * What two that are one event say together: the organisations, people, links, languages and tags of both, and where
 * one says nothing what the other says. Doubts belong to the time that is taken.
 *
 * @param chosen fields in which the other one's word is taken; `both`: its text is put behind the kept one's
 */
export function joinContents(
  kept: Content,
  other: Content,
  chosen: Partial<Record<SingleField, 'other' | 'both'>> = {},
): Joined {
  const content: Record<string, unknown> = { ...kept }
  const differs: SingleField[] = []
  for (const field of singleFields) {
    const [own, its] = [kept[field], other[field]]
    if (isSame(field, own, its) || isSilent(field, its)) continue
    if (isSilent(field, own)) content[field] = its
    else if (isPartOf(field, own, its)) content[field] = its
    else if (!isPartOf(field, its, own)) {
      differs.push(field)
      if (chosen[field] === 'other') content[field] = its
      if (chosen[field] === 'both') content[field] = `${own}\n\n${its}`
    }
  }
  for (const field of listFields) content[field] = union(field, kept[field], other[field])
  content.translations = joinTranslations(kept.translations, other.translations)
  content.doubts = doubtsOf(kept, other, content.time === other.time && !same(kept.time, other.time))
  const joined = content as Content
  const changed = (Object.keys(kept) as (keyof Content)[]).filter(field => !same(kept[field], joined[field]))
  return { content: joined, changed, differs }
}

function doubtsOf(kept: Content, other: Content, isOthersTime: boolean): Content['doubts'] {
  const isOfTime = ({ field }: Content['doubts'][number]) => /^(?:start|end|time)$/.test(field)
  if (!isOthersTime) return kept.doubts
  return [...kept.doubts.filter(doubt => !isOfTime(doubt)), ...other.doubts.filter(isOfTime)]
}

/** Whether a field says nothing that anybody meant. */
function isSilent(field: SingleField, value: unknown): boolean {
  if (value === null || value === '') return true
  if (field === 'time') return (value as Content['time']).precision === 'not-told'
  if (field === 'recording') return value === 'unknown'
  return field === 'status' && value === 'scheduled'
}

/** Whether the other one says the same and more: the hour to a day, the end to a start. */
function isPartOf(field: SingleField, less: unknown, more: unknown): boolean {
  if (field !== 'time') return false
  const [one, other] = [less as Content['time'], more as Content['time']]
  if (one.precision === 'date-only' && other.precision !== 'not-told')
    return one.end === null && one.start === other.start?.slice(0, 10)
  if (one.precision !== 'moment' || other.precision !== 'moment') return false
  // Whatever its zone is called, the same moment is the same moment.
  const [its, others] = [instantsOf(one), instantsOf(other)]
  return its.startsAt === others.startsAt && its.endsAt === null && others.endsAt !== null
}

function isSame(field: SingleField, own: unknown, its: unknown): boolean {
  if (same(own, its)) return true
  if (field !== 'time') return false
  const [one, other] = [own as Content['time'], its as Content['time']]
  return (
    one.precision === 'moment' && other.precision === 'moment' && same(instantsOf(one), instantsOf(other))
  )
}

function union<Field extends (typeof listFields)[number]>(
  field: Field,
  own: Content[Field],
  its: Content[Field],
): unknown[] {
  const key = (member: never) =>
    field === 'links' ? linkKey(member) : (keyOf[field] as (member: unknown) => string)(member)
  const known = new Set((own as never[]).map(key))
  return [...own, ...(its as never[]).filter(member => known.size < known.add(key(member)).size)]
}

function linkKey({ role, url }: { role: string; url: string }): string {
  return `${role} ${addressKey(url)}`
}
