import type { FoundPerson } from '../../domain/finding.ts'
import { personName } from '../person-name.ts'
import { oneLine } from '../plain-text.ts'

export type Json = Record<string, unknown>

export function objectsIn(list: unknown): Json[] {
  const objects: Json[] = []
  for (const item of Array.isArray(list) ? list : []) {
    const object = asObject(item)
    if (object) objects.push(object)
  }
  return objects
}

export function asObject(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined
}

export function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

/** `"…"` or `{en: "…", fr: "…"}`: in the talk's own language, else in English, else the first. */
export function localized(value: unknown, language: string | undefined): string | undefined {
  const plain = text(value)
  if (plain) return plain
  const object = asObject(value)
  if (!object || !Object.keys(object).every(key => /^[a-z]{2,3}(?:[-_]\w+)?$/i.test(key))) return undefined
  return (
    text(object[language ?? 'en']) ??
    text(object.en) ??
    Object.values(object).flatMap(item => text(item) ?? [])[0]
  )
}

export function people(list: unknown): FoundPerson[] {
  if (!Array.isArray(list)) return []
  return list.flatMap((item: unknown) => {
    const person = asObject(item)
    const name =
      text(person?.full_name) ??
      text(person?.public_name) ??
      text(person?.name) ??
      text(person?.fullName) ??
      partsOfName(person)
    if (!person || !name) return []
    const told = text(person.role)?.toLowerCase()
    const url = text(person.url) ?? text(person.public_url)
    const affiliation = oneLine(text(person.affiliation))
    return [
      {
        name: personName(name.slice(0, 300)),
        role: told && /^[a-z ]{3,30}$/.test(told) ? told : 'speaker',
        ...(url && /^https?:/.test(url) ? { url } : {}),
        ...(affiliation ? { affiliation } : {}),
      },
    ]
  })
}

function partsOfName(person: Json | undefined): string | undefined {
  const first = text(person?.first_name) ?? text(person?.firstName)
  const last = text(person?.last_name) ?? text(person?.lastName)
  return [first, last].filter(Boolean).join(' ') || undefined
}
