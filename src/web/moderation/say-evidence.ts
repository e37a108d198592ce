import type { Evidence } from '../../domain/taking-part/verdict.ts'
import type { Say } from '../words.ts'

/** Why something waits, in plain words, what weighs most first; what speaks neither way is left out. */
export function sayEvidence(evidence: readonly Evidence[], say: Say): string[] {
  return evidence
    .toSorted((a, b) => b.weight - a.weight)
    .flatMap(({ code, value = '' }) =>
      code === 'known'
        ? []
        : say(`evidence.${code}`, { value: typeof value === 'number' ? Math.round(value) : value }),
    )
}
