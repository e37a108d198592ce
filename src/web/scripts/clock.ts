import { readRehearsal, rehearsedAt } from '../../domain/rehearsal.ts'

/** How much faster than time the clock of the page goes: 1, if it is no rehearsal. */
export const speed = rehearsal()?.speed ?? 1

/** The moment that it is: of the reader’s own clock, in a rehearsal of the one that the page tells. */
export function clockNow(): number {
  const told = rehearsal()
  return told ? rehearsedAt(told, Date.now()) : Date.now()
}

function rehearsal() {
  return readRehearsal(document.documentElement.dataset.rehearsal)
}
