import { type Json, textIn } from '../json.ts'

/** By what a service calls it; undefined where it does not: what has no name is named by nothing. */
export function idIn(value: unknown): string | undefined {
  return textIn(value, 1500)
}

/** Things by their id, of several with one the last. Those without are in it nowhere. */
export function byId(things: Json[]): Map<string, Json> {
  return new Map(
    things.flatMap(one => {
      const id = idIn(one.id)
      return id === undefined ? [] : [[id, one] as const]
    }),
  )
}
