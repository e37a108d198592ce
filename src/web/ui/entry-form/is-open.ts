import type { FormView } from './field.tsx'
import type { FormPart } from './form-part.ts'

/** Whether something behind “More” is wrong, or told: a compact form shows that elsewhere. */
export function isOpen(view: FormView, more: FormPart[], compact: boolean): boolean {
  const { typed, problems, focus } = view.state
  const isUsual = (name: string, value: string) =>
    value === '' ||
    (name === 'status' && value === 'scheduled') ||
    (name === 'recording' && value === 'unknown')
  return more.some(part => {
    const isOf = (name: string) => (beginnings[part] ?? new RegExp(`^${part}(?:\\.|$)`)).test(name)
    if (problems.some(({ field }) => isOf(field)) || (focus && isOf(focus))) return true
    if (compact) return /^(?:more|less):/.test(typed.get('act') ?? '')
    return [...typed].some(([name, value]) => isOf(name) && !/\.role$/.test(name) && !isUsual(name, value))
  })
}

/** Fields of a part, by how their names begin. */
const beginnings: Partial<Record<FormPart, RegExp>> = {
  when: /^when\.(?!precision|seen)/,
  where: /^(?:attendance|place\.)/,
  texts: /^(?:note|summary)$/,
  status: /^(?:status|reason)$/,
  until: /^until\./,
  languages: /^(?:language|languages|interpretation|captions|sign)$/,
  picture: /^(?:image|image-keep|image-file|alt)$/,
}
