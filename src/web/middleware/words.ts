import type { MiddlewareHandler } from 'hono'
import { type Env, type Parts, readerOf } from '../show.ts'
import { loadWords } from '../words.ts'

/** Has the words of the language that whoever asks reads in ready, before any page says one. */
export function withWords(parts: Parts): MiddlewareHandler<Env> {
  return async (c, next) => {
    await loadWords(readerOf(c, parts).language)
    await next()
  }
}
