import type { RecordingState } from '../finding.ts'
import type { Wish } from './starred.ts'

/**
 * What is won by watching live what could otherwise be seen later, or not at all: musts seen, likes seen, less that
 * hangs on an expected recording, and live. Compared part by part, the first one first.
 */
export type Worth = readonly [musts: number, likes: number, certain: number, live: number]

export const nothing: Worth = [0, 0, 0, 0]

export function worthOf({ wish, recording }: { wish: Wish; recording: RecordingState }): Worth {
  if (recording === 'available') return [0, 0, 0, 1]
  if (recording === 'expected') return [0, 0, 1, 1]
  return wish === 'must' ? [1, 0, 0, 1] : [0, 1, 0, 1]
}

export function plus(a: Worth, b: Worth): Worth {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] + b[3]]
}

export function isWorthLess(a: Worth, b: Worth): boolean {
  for (let part = 0; part < 4; part++) if (a[part] !== b[part]) return a[part]! < b[part]!
  return false
}
