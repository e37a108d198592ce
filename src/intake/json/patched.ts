import { isThing, type Json } from './json.ts'

/**
 * A thing with a PatchObject (RFC 8984, section 1.4.9) put onto it: each key is a path (RFC 6901 without its first
 * slash), null takes away. Paths that lead nowhere are left out, as are those to what every object has by itself.
 */
export function patched(thing: Json, patch: Json): Json {
  const { recurrenceRules: _, excludedRecurrenceRules: __, recurrenceOverrides: ___, ...bare } = thing
  const result = structuredClone(bare)
  for (const [path, value] of Object.entries(patch).slice(0, 200)) {
    const keys = path.split('/').map(key => key.replaceAll('~1', '/').replaceAll('~0', '~'))
    const last = keys.pop()!
    if (keys.length > 10 || [...keys, last].some(key => builtIn.test(key))) continue
    let at: unknown = result
    for (const key of keys) at = isThing(at) && Object.hasOwn(at, key) ? at[key] : undefined
    if (!isThing(at)) continue
    if (value === null) delete at[last]
    else at[last] = value
  }
  return result
}

const builtIn = /^(?:__proto__|constructor|prototype)$/
