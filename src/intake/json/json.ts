export type Json = Record<string, unknown>

export function isThing(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A text that says something; no longer than `most` letters. */
export function textIn(value: unknown, most = 50_000): string | undefined {
  if (typeof value !== 'string') return undefined
  return value.slice(0, most).trim() || undefined
}

/** One of the words that are known. */
export function wordIn<Word extends string>(value: unknown, known: readonly Word[]): Word | undefined {
  return known.find(word => word === value)
}

/** Whether it is a text of this shape: asked of what may be anything. */
export function isText(value: unknown, pattern: RegExp): value is string {
  return typeof value === 'string' && pattern.test(value)
}

export function listIn(value: unknown, most = 200): unknown[] {
  return Array.isArray(value) ? value.slice(0, most) : []
}

export function thingsIn(value: unknown, most = 200): Json[] {
  return listIn(value, most).filter(isThing)
}

/** Short words: tags, languages. */
export function wordsIn(value: unknown): string[] | undefined {
  const words = listIn(value).flatMap(one => textIn(one, 300) ?? [])
  return words.length > 0 ? words : undefined
}
