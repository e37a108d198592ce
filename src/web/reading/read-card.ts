import type { Content } from '../../domain/content.ts'
import type { FormContext } from '../ui/entry-form/form-state.ts'
import { type FormRead, readForm } from '../ui/entry-form/read.ts'
import { answerField } from '../ui/entry-form/settle-when.ts'
import type { Typed } from '../ui/entry-form/typed.ts'

/**
 * What the form of a card says. Whoever publishes has to answer what is in doubt, and be it that nobody knows; a draft
 * may keep its doubts.
 */
export function readCard(
  typed: Typed,
  before: Content,
  context: FormContext,
  { force, isPublished }: { force: boolean; isPublished: boolean },
): FormRead {
  const read = readForm(typed, before, context, { force })
  if (!isPublished) return read
  const open = read.content.doubts.filter(doubt => typed.get(answerField(doubt)) !== 'keep')
  const known = new Set(read.state.problems.map(({ field }) => field))
  const asked = open
    .map(answerField)
    .filter(field => !known.has(field))
    .map(field => ({ field, key: 'form.wrong.answer' as const }))
  return { ...read, state: { ...read.state, problems: [...read.state.problems, ...asked] } }
}
