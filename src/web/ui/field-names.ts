import type { Content } from '../../domain/content.ts'
import type { Key } from '../words.ts'
import type { Showing } from './showing.ts'

const keys: Record<keyof Content, Key> = {
  kind: 'form.kind',
  title: 'form.title',
  summary: 'form.summary',
  note: 'form.note',
  time: 'form.when',
  status: 'form.status',
  statusReason: 'form.reason',
  attendance: 'form.attendance',
  place: 'form.where',
  organisations: 'form.organisations',
  people: 'form.people',
  links: 'form.links',
  recording: 'form.recording',
  registrationUntil: 'form.until',
  languages: 'form.languages',
  interpretation: 'form.interpretation',
  captions: 'form.captions',
  signLanguages: 'form.sign',
  tags: 'form.tags',
  image: 'form.picture',
  imageAlt: 'form.alt',
  doubts: 'form.doubts',
  published: 'form.published',
}

/** What a field of an entry is called. */
export function fieldName(field: keyof Content, { say }: Pick<Showing, 'say'>): string {
  return say(keys[field])
}

/** The same of several: `Organisations, Links and Subjects`. */
export function fieldNames(
  fields: readonly (keyof Content)[],
  showing: Pick<Showing, 'say' | 'locale'>,
): string {
  const names = fields.map(field => fieldName(field, showing))
  return new Intl.ListFormat(showing.locale, { type: 'conjunction' }).format(names)
}
