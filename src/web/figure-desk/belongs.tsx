import type { FC } from 'hono/jsx'
import type { Figure } from '../../domain/figure.ts'
import { Select } from '../ui/select.tsx'
import type { Showing } from '../ui/showing.ts'
import type { Typed } from './figure-form.ts'

type Props = { figure: Figure; typed: Typed; showing: Showing }

/** To which line of a figure something belongs. */
export const LineChoice: FC<Props> = ({ figure, typed, showing: { say } }) => (
  <Select
    label={say('figures.line')}
    name="line"
    value={typed.line ?? ''}
    options={figure.lines.map(({ key, name }) => ({ value: key, label: name }))}
  />
)

/** Which of its sources says so. @param none what it is called that none of them does */
export const SourceChoice: FC<Props & { none?: string }> = ({
  figure,
  typed,
  none = '–',
  showing: { say },
}) => (
  <Select
    label={say('figures.source')}
    name="source"
    value={typed.source ?? ''}
    options={[
      { value: '', label: none },
      ...figure.sources.map(({ id, name }) => ({ value: id, label: name })),
    ]}
  />
)

/** Looks at what would be read, once more where it was looked at before. */
export const LookAct: FC<{ again: boolean; showing: Showing }> = ({ again, showing: { say } }) => (
  <p class="acts">
    <button class={again ? 'act' : 'act strong'} type="submit" name="do" value="look">
      {say('sources.look')}
    </button>
  </p>
)
