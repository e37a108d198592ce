import { longestLine } from '../../domain/edition-faults.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { Field } from '../ui/field.tsx'
import { sayRefusal } from '../ui/say-refusal.ts'
import type { Showing } from '../ui/showing.ts'
import { fieldName } from '../ui/told-field.ts'
import type { FormFields } from './typed.ts'

type Form = { typed: FormFields; wrong: Partial<Record<string, Refusal>>; showing: Showing }

/** Writes fields of one line of a form, each with its name as label, what was typed in it and why that will not do. */
export function linesOf({ typed, wrong, showing }: Form) {
  return (name: string, more: Partial<Parameters<typeof Field>[0]> = {}) => (
    <Field
      label={labelOf(name, showing)}
      name={name}
      value={typed[name] ?? ''}
      wrong={wrong[name] && sayRefusal(showing.say, wrong[name])}
      {...((more.type ?? 'text') === 'text' && { maxlength: longestLine })}
      {...more}
    />
  )
}

/** The name of a field with a large letter, as a label has it. */
export function labelOf(field: string, showing: Showing): string {
  const name = fieldName(field, showing) ?? field
  return name.charAt(0).toLocaleUpperCase(showing.locale) + name.slice(1)
}
