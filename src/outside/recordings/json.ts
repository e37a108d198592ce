/** Reads what anybody may have written: every step may be missing, or be of another kind. */
export type Json = Record<string, unknown>

function objectOf(told: unknown): Json | null {
  return typeof told === 'object' && told !== null && !Array.isArray(told) ? (told as Json) : null
}

export function parsed(text: string): Json | null {
  try {
    return objectOf(JSON.parse(text))
  } catch {
    return null
  }
}

/** What is deep inside: `at(told, 'channel', 'name')`. */
export function at(told: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>((inner, name) => objectOf(inner)?.[name], told)
}

export function listAt(told: unknown, ...path: string[]): Json[] {
  const list = at(told, ...path)
  return Array.isArray(list)
    ? list
        .slice(0, 500)
        .map(objectOf)
        .filter(each => each !== null)
    : []
}

export function textAt(told: unknown, ...path: string[]): string | null {
  const text = at(told, ...path)
  return typeof text === 'string' && text.trim() !== '' ? text.trim().slice(0, 500) : null
}

/** Also where a number is written as text, as YouTube and archive.org do. */
export function numberAt(told: unknown, ...path: string[]): number | null {
  const value = at(told, ...path)
  const number = typeof value === 'string' && /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : null
}

/** A length in whole seconds; what is no length, or none of a recording, is none. */
export function secondsAt(told: unknown, ...path: string[]): number | null {
  const seconds = numberAt(told, ...path)
  return seconds !== null && seconds >= 1 && seconds < 30 * 86_400 ? Math.round(seconds) : null
}

/** A moment that is written with its zone, or a day or moment of which the provider says that it is UTC. */
export function momentAt(told: unknown, ...path: string[]): number | null {
  const text = textAt(told, ...path)
  if (text === null || !/^\d{4}-\d\d-\d\d/.test(text)) return null
  const isWhole = /(?:Z|[+-]\d\d:?\d\d)$/i.test(text) || text.length === 10
  const moment = Date.parse(isWhole ? text : `${text.replace(' ', 'T')}Z`)
  return Number.isNaN(moment) ? null : moment
}

/** A language by its shortest tag (BCP 47), whether it was told by two letters or by three (ISO 639-2, -3). */
export function languageTag(told: string | null): string | null {
  if (told === null || !/^[a-z]{2,3}(?:-[A-Za-z0-9-]{2,12})?$/i.test(told)) return null
  try {
    return Intl.getCanonicalLocales(told)[0] ?? null
  } catch {
    return null
  }
}
