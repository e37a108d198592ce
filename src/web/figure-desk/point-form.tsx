import type { FC } from 'hono/jsx'
import type { Figure } from '../../domain/figure.ts'
import type { AtDesk } from '../middleware/at-desk.ts'
import { paths } from '../paths.ts'
import { Field } from '../ui/field.tsx'
import { Select } from '../ui/select.tsx'
import type { Showing } from '../ui/showing.ts'
import { LineChoice, SourceChoice } from './belongs.tsx'
import type { Typed } from './figure-form.ts'
import { PageBelow } from './page-below.tsx'
import { lineName } from './say.ts'

type Props = { figure: Figure; typed: Typed; action: string; showing: Showing }

/** What a point says; of a line of members who joined or left, of others the number. */
export const PointForm: FC<Props> = ({ figure, typed, action, showing }) => {
  const { say } = showing
  const kinds = new Set(figure.lines.map(({ counts }) => counts))
  const field = (name: 'date' | 'value' | 'who' | 'note', more = {}) => (
    <Field label={say(`figures.${name}`)} name={name} value={typed[name] ?? ''} maxlength={500} {...more} />
  )
  return (
    <form class="entry-form own-form" method="post" action={action}>
      {figure.lines.length > 1 ? <LineChoice figure={figure} typed={typed} showing={showing} /> : ''}
      {field('date', { required: true, hint: say('figures.date.hint') })}
      {kinds.has('totals') ? field('value', { inputmode: 'text' }) : ''}
      {field('who')}
      {kinds.has('members') ? (
        <Select
          label={say('figures.act')}
          name="act"
          value={typed.act ?? 'joined'}
          options={(['joined', 'left'] as const).map(act => ({
            value: act,
            label: say(`figures.act.${act}`),
          }))}
        />
      ) : (
        ''
      )}
      <SourceChoice figure={figure} typed={typed} showing={showing} />
      {field('note')}
      <p class="acts">
        <button class="act strong" type="submit">
          {say('edition-form.save')}
        </button>
      </p>
    </form>
  )
}

/** One point, to be corrected or taken away. */
export const PointPage: FC<{
  at: AtDesk
  figure: Figure
  id: string
  typed: Typed
  refused: string | null
}> = ({ at, figure, id, typed, refused }) => {
  const { showing } = at
  const { say } = showing
  const action = paths.deskFigurePoint(figure.slug, id)
  return (
    <PageBelow
      at={at}
      figure={figure}
      title={say('figures.correct')}
      lead={say('figures.correct.lead', { line: lineName(figure, typed.line ?? '') })}
      wrong={refused}
    >
      <PointForm figure={figure} typed={typed} action={action} showing={showing} />
      <form class="drop" method="post" action={action}>
        <input type="hidden" name="_method" value="delete" />
        <button class="quiet" type="submit">
          {say('figures.remove')}
        </button>
      </form>
    </PageBelow>
  )
}
