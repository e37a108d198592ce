import type { FC } from 'hono/jsx'

type Props = {
  label: string
  name: string
  options: { value: string; label: string }[]
  value?: string
  hint?: string
}

/** One of a few. */
export const Select: FC<Props> = ({ label, name, options, value, hint }) => (
  <div class="field">
    <label for={name}>{label}</label>
    <select id={name} name={name} aria-describedby={hint ? `${name}-hint` : undefined}>
      {options.map(option => (
        <option value={option.value} selected={option.value === value}>
          {option.label}
        </option>
      ))}
    </select>
    {hint ? (
      <p class="hint" id={`${name}-hint`}>
        {hint}
      </p>
    ) : (
      ''
    )}
  </div>
)
