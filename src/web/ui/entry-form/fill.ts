import type { Content } from '../../../domain/content.ts'
import { readToldTime } from '../../../domain/told-time.ts'
import type { FormContext, FormState } from './form-state.ts'
import { nameOfCountry, nameOfLanguage } from './names-typed.ts'
import { type RowList, rowFields, type Typed } from './typed.ts'
import { fieldsOfParts, partsOfTime } from './when-parts.ts'

/** A form filled with what an entry says. */
export function fillForm(content: Content, context: FormContext): FormState {
  return {
    typed: typedOf(content, context),
    problems: [],
    doubts: content.doubts.map(doubt => ({ doubt, asked: false })),
    time: content.time,
  }
}

/** Field names whose text may have several lines. */
const longFields: ReadonlySet<string> = new Set(['summary', 'note', 'place.address'])

/** What the fields of a form say of a content. */
export function typedOf(content: Content, context: FormContext): Typed {
  const { place } = content
  const languages = (tags: string[]) => tags.map(tag => nameOfLanguage(tag, context)).join(', ')
  const fields: [string, string | number | null][] = [
    ['kind', content.kind],
    ['title', content.title],
    ['summary', content.summary],
    ['note', content.note],
    ...fieldsOfParts(partsOfTime(content.time)),
    ['status', content.status],
    ['reason', content.statusReason],
    ['attendance', content.attendance],
    ['place.name', place?.name ?? null],
    ['place.address', place?.address ?? null],
    ['place.country', place?.country ? nameOfCountry(place.country, context.locale) : null],
    ['place.lat', place?.lat ?? null],
    ['place.lon', place?.lon ?? null],
    ...rows('organisations', content.organisations),
    ...rows('people', content.people),
    ...rows('links', content.links),
    ['recording', content.recording],
    ...registrationFields(content.registrationUntil),
    ['languages', languages(content.languages)],
    ['interpretation', languages(content.interpretation)],
    ['captions', languages(content.captions)],
    ['sign', languages(content.signLanguages)],
    ['tags', content.tags.join(', ')],
    ['image', content.image],
    ['alt', content.imageAlt],
    ['published', content.published],
    ['language', content.language && nameOfLanguage(content.language, context)],
  ]
  return new Map(fields.map(([name, value]) => [name, asShown(name, value)]))
}

/** The fields of one row, as it says a member. */
export function rowTyped(list: RowList, member: Record<string, string | null>): Record<string, string> {
  return Object.fromEntries(rowFields[list].map(field => [field, asShown(field, member[field] ?? null)]))
}

function rows<L extends RowList>(list: L, members: Content[L]): [string, string][] {
  return members.flatMap((member, at) =>
    Object.entries(rowTyped(list, member)).map(([field, value]): [string, string] => [
      `${list}.${at}.${field}`,
      value,
    ]),
  )
}

/** Day and hour; the zone where one is told with them. What is no time stands where the day does. */
function registrationFields(until: string | null): [string, string][] {
  const told = until === null ? null : readToldTime(until)
  if (!told) return [['until.day', until ?? '']]
  if (told.isDay) return [['until.day', told.wall]]
  const fields: [string, string][] = [
    ['until.day', told.wall.slice(0, 10)],
    ['until.clock', told.wall.slice(11, told.wall.endsWith(':00') ? 16 : 19)],
  ]
  return told.zone === null ? fields : [...fields, ['until.zone', told.zone]]
}

/** As a browser keeps it: one line, or lines that end alike. */
function asShown(name: string, value: string | number | null): string {
  const text = value === null ? '' : String(value).replace(/\r\n?/g, '\n')
  return longFields.has(name) ? text : text.replace(/\n+/g, ' ')
}
