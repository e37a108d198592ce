import { isThing, type Json } from '../json.ts'

/**
 * The first text that lies at one of several paths (`venue.name|place.name`). Numbers are told in figures, and of a text in
 * several languages (`{en: …, fr: …}`) the first.
 */
export function textAt(thing: unknown, paths: string): string | undefined {
  for (const path of paths.split('|'))
    for (const value of valuesAt(thing, path)) {
      const text = wordsOf(value)
      if (text) return text
    }
  return undefined
}

/** All texts at them, each once: `tags[].name`. */
export function textsAt(thing: unknown, paths: string): string[] {
  const found = paths.split('|').flatMap(path => valuesAt(thing, path).flatMap(value => wordsOf(value) ?? []))
  return [...new Set(found)].slice(0, 100)
}

export function thingAt(thing: unknown, paths: string): Json | undefined {
  return thingsAt(thing, paths)[0]
}

export function thingsAt(thing: unknown, paths: string): Json[] {
  return paths.split('|').flatMap(path => valuesAt(thing, path).filter(isThing))
}

/** `a.b` leads into things; `[]` behind a name into each member of a list. */
function valuesAt(thing: unknown, path: string): unknown[] {
  let values: unknown[] = [thing]
  for (const step of path.split('.')) {
    const name = step.replace('[]', '')
    values = values.flatMap(value => (isThing(value) && Object.hasOwn(value, name) ? [value[name]] : []))
    if (step.endsWith('[]'))
      values = values.flatMap(value => (Array.isArray(value) ? value.slice(0, mostMembers) : []))
  }
  return values
}

const mostMembers = 500

function wordsOf(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  if (typeof value === 'string') return value.slice(0, 50_000).trim() || undefined
  if (!isThing(value)) return undefined
  const names = Object.keys(value)
  if (names.length === 0 || names.length > 60 || !names.every(name => languageCode.test(name)))
    return undefined
  return wordsOf(Object.values(value).find(one => typeof one === 'string' && one.trim() !== ''))
}

const languageCode = /^[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?$/
