import type { Child, FC } from 'hono/jsx'

type Props = {
  label: string
  name: string
  type?: 'text' | 'email' | 'password' | 'date' | 'number' | 'datetime-local'
  value?: string
  /** What the field is for, where its label does not say it. */
  hint?: string
  /** Why what was typed will not do. */
  wrong?: string | null
  autocomplete?: string
  inputmode?: 'numeric' | 'text'
  required?: boolean
  autofocus?: boolean
  min?: string
  max?: string
  maxlength?: number
  placeholder?: string
  /** What somebody else wrote there. */
  children?: Child
}

/** One line to fill in. */
export const Field: FC<Props> = ({ label, name, type = 'text', hint, wrong, children, ...input }) => {
  const told = [hint && `${name}-hint`, wrong && `${name}-wrong`].filter(Boolean).join(' ')
  return (
    <div class="field">
      <label for={name}>{label}</label>
      {wrong ? (
        <p class="wrong" id={`${name}-wrong`}>
          {wrong}
        </p>
      ) : (
        ''
      )}
      {children}
      <input
        id={name}
        name={name}
        type={type}
        dir={type === 'text' ? 'auto' : 'ltr'}
        aria-describedby={told || undefined}
        aria-invalid={wrong ? 'true' : undefined}
        {...input}
      />
      {hint ? (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      ) : (
        ''
      )}
    </div>
  )
}
