/** A clock that does not tell the time: it stood at `start` when the real one stood at `since`, and goes `speed` times as fast. */
export type Rehearsal = { start: number; since: number; speed: number }

/** What it shows, in epoch milliseconds. @param real what a real clock shows */
export function rehearsedAt({ start, since, speed }: Rehearsal, real: number): number {
  return Math.floor(start + (real - since) * speed)
}

/** As pages tell it to their scripts. */
export function tellRehearsal({ start, since, speed }: Rehearsal): string {
  return `${start} ${since} ${speed}`
}

/** Null where there is none. */
export function readRehearsal(told: string | undefined): Rehearsal | null {
  const [start, since, speed] = told?.split(' ').map(Number) ?? []
  return start === undefined || !since || !speed ? null : { start, since, speed }
}
