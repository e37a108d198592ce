import { type CorrectedLink, type Correction, correctFinding, linkOf } from '../../domain/correct-finding.ts'
import type { Finding } from '../../domain/finding.ts'
import { openFindings } from '../../domain/reading.ts'
import { Refusal } from '../../domain/refusal.ts'
import { isOpen, type StepDetail } from '../../domain/suggestion.ts'
import { findReading, keepFindings } from '../../storage/readings.ts'
import type { Store } from '../../storage/store.ts'
import { keepStep } from '../../storage/suggestions.ts'
import { refuseTooMuch } from './own-suggestion.ts'
import { withSuggestion } from './with-suggestion.ts'

/**
 * The sender corrects what was read, of what is not decided yet. What it said before is kept in the history of the
 * suggestion; a curator who looks at it at that moment is told that it was read again.
 *
 * @returns whether anything changed
 * @throws Refusal when it is decided, or would be without a title
 */
export function correctSuggestion(
  store: Store,
  id: string,
  where: { reading: string; number: number },
  told: Correction,
  at: number,
): Promise<boolean> {
  return withSuggestion(store, id, async (db, suggestion) => {
    const reading = await findReading(db, where.reading)
    if (!reading || reading.suggestionId !== id || !isOpen(suggestion)) throw closed()
    if (reading.state === 'waiting' || !openFindings(reading).includes(where.number)) throw closed()
    await refuseTooMuch(db, id)
    const before = reading.findings[where.number] ?? null
    const next = correctFinding(before, told)
    if (next.title === '') throw new Refusal('title-missing', {}, 'It needs a title.')
    const corrected = changesOf(before, next, told)
    if (Object.keys(corrected).length === 0) return false
    const findings = before ? reading.findings.with(where.number, next) : [next]
    await keepFindings(db, { ...reading, findings }, at)
    const { name } = suggestion.sender
    await keepStep(db, suggestion, { at, who: 'sender', by: name, act: 'correct', detail: { corrected } })
    return true
  })
}

function changesOf(
  before: Finding | null,
  after: Finding,
  { title, when, links = {} }: Correction,
): NonNullable<StepDetail['corrected']> {
  const changes: NonNullable<StepDetail['corrected']> = {}
  const note = (field: string, a: string | undefined, b: string | undefined) => {
    if ((a || null) !== (b || null)) changes[field] = [a || null, b || null]
  }
  if (title !== undefined) note('title', before?.title, after.title)
  if (when) {
    note('start', before?.start, after.start)
    note('end', before?.end, after.end)
  }
  for (const role of Object.keys(links) as CorrectedLink[])
    note(role, linkOf(before, role), linkOf(after, role))
  return changes
}

function closed(): Refusal {
  return new Refusal('suggestion-closed', {}, 'Nothing is to be decided of it any more.')
}
