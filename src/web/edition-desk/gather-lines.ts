import { setImmediate } from 'node:timers/promises'
import type { InspectLine } from '../../domain/finding.ts'
import { inspect } from '../../intake/inspect.ts'

/** Milliseconds after which others have their turn. */
const turn = 15

/** All lines of what somebody handed in: their days must be known before the first of them is stored. */
export async function gatherLines(
  bytes: Uint8Array,
  options: Parameters<typeof inspect>[1],
): Promise<InspectLine[]> {
  const gathered: InspectLine[] = []
  let begun = performance.now()
  for (const line of await inspect(bytes, options)) {
    gathered.push(line)
    if (performance.now() - begun < turn) continue
    await setImmediate()
    begun = performance.now()
  }
  return gathered
}
