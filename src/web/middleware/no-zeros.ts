import type { MiddlewareHandler } from 'hono'
import { type Env, type Parts, readerOf } from '../show.ts'
import { loadWords } from '../words.ts'
import { onMissing } from './errors.tsx'

/** No address holds a zero character, and PostgreSQL cannot even be asked for one: there is nothing at such a path. */
export function noZeros(parts: Parts): MiddlewareHandler<Env> {
  return async (c, next) => {
    if (!c.req.path.includes('\0')) return next()
    await loadWords(readerOf(c, parts).language)
    return onMissing(c, parts)
  }
}
