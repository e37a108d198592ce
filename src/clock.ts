import { type Rehearsal, rehearsedAt } from './domain/rehearsal.ts'

/** What all doors read the time from: pages, jobs and commands. `rehearsal`: it is not the real one. */
export type Clock = { now: () => number; rehearsal: Rehearsal | null }

/** The clock of the machine, which is read here and nowhere else. */
export const realClock: Clock = { now: Date.now, rehearsal: null }

/** One that stands at a moment now, and goes so many times as fast. */
export function startClock({ start, speed }: Pick<Rehearsal, 'start' | 'speed'>): Clock {
  const rehearsal = { start, speed, since: realClock.now() }
  return { now: () => rehearsedAt(rehearsal, realClock.now()), rehearsal }
}
