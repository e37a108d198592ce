import type { FC } from 'hono/jsx'
import { languagesNamed } from '../ui/entry-form/names-typed.ts'
import { Select } from '../ui/select.tsx'
import type { Showing } from '../ui/showing.ts'

/** In which language what is written here is written. */
export const TextLanguage: FC<{ value: string; showing: Showing }> = ({ value, showing }) => {
  const { say, locale } = showing
  const named = languagesNamed(locale)
  const other = value && !named.some(([tag]) => tag === value) ? [{ value, label: value }] : []
  return (
    <Select
      label={say('text-language')}
      name="language"
      hint={say('text-language.hint')}
      value={value}
      options={[
        { value: '', label: say('text-language.unknown') },
        ...other,
        ...named.map(([tag, label]) => ({ value: tag, label })),
      ]}
    />
  )
}
