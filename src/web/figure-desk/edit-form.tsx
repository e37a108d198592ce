import type { FC } from 'hono/jsx'
import { longestText } from '../../domain/edition-faults.ts'
import type { Figure } from '../../domain/figure.ts'
import { figureDirections } from '../../domain/figure.ts'
import { paths } from '../paths.ts'
import { Field } from '../ui/field.tsx'
import { MarkdownField } from '../ui/markdown-field.tsx'
import { Select } from '../ui/select.tsx'
import type { Showing } from '../ui/showing.ts'
import type { Typed } from './figure-form.ts'
import { rowsOf } from './figure-form.ts'

type Props = {
  figure: Figure
  typed: Typed
  others: { id: string; name: string }[]
  series: { value: string; label: string }[]
  showing: Showing
}

/** What a figure is: its words, its lines and its sources, each with a row for one more. */
export const EditForm: FC<Props> = ({ figure, typed, others, series, showing }) => {
  const { say } = showing
  const field = (name: string, label: string, more = {}) => (
    <Field label={label} name={name} value={typed[name] ?? ''} maxlength={1000} {...more} />
  )
  const select = (name: string, label: string, options: { value: string; label: string }[]) => (
    <Select label={label} name={name} value={typed[name] ?? ''} options={options} />
  )
  const against = new Set((typed.against ?? '').split(' '))
  return (
    <section aria-labelledby="what">
      <h2 id="what">{say('figures.what')}</h2>
      <form class="entry-form own-form" method="post" action={paths.deskFigure(figure.slug)} novalidate>
        <input type="hidden" name="revision" value={typed.revision ?? figure.revision} />
        {field('name', say('figures.name'), { required: true })}
        {field('unit', say('figures.unit'))}
        {field('slug', say('figures.slug'), {
          hint: say('figures.slug.hint', { words: `\u2066{{figure:${figure.slug}}}\u2069` }),
        })}
        <MarkdownField
          showing={showing}
          name="text"
          label={say('figures.text')}
          value={typed.text ?? ''}
          most={longestText}
          rows={4}
        />
        {select('series', say('figures.of'), series)}
        {select(
          'direction',
          say('figures.direction'),
          figureDirections.map(value => ({ value, label: say(`figures.direction.${value}`) })),
        )}
        <div class="row-fields">
          {field('baseline', say('figures.baseline'))}
          {field('baseline-date', say('figures.date'))}
          {field('goal', say('figures.goal'))}
          {field('goal-date', say('figures.date'))}
        </div>
        {others.length ? (
          <fieldset class="group">
            <legend>{say('figures.against')}</legend>
            <div class="states">
              {others.map(({ id, name }) => (
                <label class="box">
                  <input type="checkbox" name="against" value={id} checked={against.has(id)} />{' '}
                  <bdi>{name}</bdi>
                </label>
              ))}
            </div>
          </fieldset>
        ) : (
          ''
        )}
        <fieldset class="group">
          <legend>{say('figures.lines')}</legend>
          <p class="hint">{say('figures.lines.hint')}</p>
          {Array.from({ length: rowsOf(typed, 'line') }, (_, index) => (
            <div class="row-fields">
              <input type="hidden" name={`line.${index}.key`} value={typed[`line.${index}.key`] ?? ''} />
              {field(`line.${index}.name`, say('figures.line'))}
              {field(`line.${index}.text`, say('figures.line.text'))}
              {field(`line.${index}.until`, say('figures.line.until'))}
              {select(
                `line.${index}.counts`,
                say('figures.line.counts'),
                (['totals', 'members'] as const).map(value => ({
                  value,
                  label: say(`figures.line.${value}`),
                })),
              )}
              <p class="field">
                <label class="box">
                  <input
                    type="checkbox"
                    name={`line.${index}.beside`}
                    value="yes"
                    checked={typed[`line.${index}.beside`] === 'yes'}
                  />{' '}
                  {say('figures.line.beside')}
                </label>
              </p>
            </div>
          ))}
        </fieldset>
        <fieldset class="group">
          <legend>{say('figures.sources')}</legend>
          {Array.from({ length: rowsOf(typed, 'source') }, (_, index) => (
            <div class="row-fields">
              <input type="hidden" name={`source.${index}.id`} value={typed[`source.${index}.id`] ?? ''} />
              {field(`source.${index}.name`, say('figures.source'))}
              {field(`source.${index}.address`, say('figures.address'))}
              {select(
                `source.${index}.rank`,
                say('figures.rank'),
                (['primary', 'secondary'] as const).map(value => ({
                  value,
                  label: say(`figures.rank.${value}`),
                })),
              )}
            </div>
          ))}
        </fieldset>
        <p class="acts">
          <button class="act strong" type="submit">
            {say('edition-form.save')}
          </button>
        </p>
      </form>
      <details>
        <summary>{say('figures.drop')}</summary>
        <form class="drop" method="post" action={paths.deskFigure(figure.slug)}>
          <input type="hidden" name="_method" value="delete" />
          <p class="hint">{say('figures.drop.hint')}</p>
          <button class="quiet" type="submit">
            {say('figures.drop')}
          </button>
        </form>
      </details>
    </section>
  )
}
