import type { InspectLine } from '../domain/finding.ts'
import { type InspectOptions, inspect } from './inspect.ts'

/** The first lines of a file, as many as are wanted: what is done in the thread apart (`inspectApart`). */
export async function readLines(
  bytes: Uint8Array,
  options: InspectOptions,
  most: number,
): Promise<InspectLine[]> {
  const lines: InspectLine[] = []
  for (const line of await inspect(bytes, options)) {
    lines.push(line)
    if (lines.length >= most) break
  }
  return lines
}
