import type { FC } from 'hono/jsx'
import type { Figure } from '../../domain/figure.ts'
import type { FigureReadError } from '../../domain/figure-watch.ts'
import type { FigureRead } from '../../intake/figure/figure-read.ts'
import type { AtDesk } from '../middleware/at-desk.ts'
import { paths } from '../paths.ts'
import { hostOf } from '../ui/entry-words.ts'
import { Field } from '../ui/field.tsx'
import { Select } from '../ui/select.tsx'
import { LineChoice, LookAct, SourceChoice } from './belongs.tsx'
import type { Typed } from './figure-form.ts'
import { PageBelow } from './page-below.tsx'
import { ColumnFields, ReadPoints } from './preview.tsx'
import { sayUnread } from './say.ts'

type Props = {
  at: AtDesk
  figure: Figure
  typed: Typed
  looked: { read: FigureRead; checksum: string } | null
  wrong: FigureReadError | null
  today: string
}

/** An address that is to be read again and again: what it tells is looked at before. */
export const WatchPage: FC<Props> = ({ at, figure, typed, looked, wrong, today }) => {
  const { showing } = at
  const { say } = showing
  const field = (name: string, label: string, hint?: string) => (
    <Field label={label} name={name} value={typed[name] ?? ''} maxlength={1000} {...(hint && { hint })} />
  )
  return (
    <PageBelow
      at={at}
      figure={figure}
      title={say('figures.watch')}
      lead={say('figures.watch.lead')}
      wrong={wrong && sayUnread(wrong, showing, hostOf(typed.address ?? ''))}
    >
      <form class="entry-form own-form" method="post" action={paths.deskFigureWatches(figure.slug)}>
        {looked ? (
          <section class="looked">
            <ReadPoints read={looked.read} today={today} showing={showing} />
            <input type="hidden" name="checksum" value={looked.checksum} />
            <p class="acts">
              <button class="act strong" type="submit" name="do" value="watch">
                {say('figures.watch.begin')}
              </button>
            </p>
          </section>
        ) : (
          ''
        )}
        {field('address', say('figures.address'))}
        <Select
          label={say('figures.watch.as')}
          name="as"
          value={typed.as ?? 'table'}
          options={(['table', 'csv', 'json'] as const).map(as => ({
            value: as,
            label: say(`figures.watch.${as}`),
          }))}
        />
        <fieldset class="group">
          <legend>{say('figures.watch.table')}</legend>
          <p class="hint">{say('figures.watch.table.hint')}</p>
          <div class="row-fields">
            {field('row', say('figures.watch.row'))}
            {field('column', say('figures.watch.column'))}
          </div>
        </fieldset>
        <fieldset class="group">
          <legend>{say('figures.watch.json')}</legend>
          <div class="row-fields">
            {field('path', say('figures.watch.path'), '$.data[*].value')}
            {field('path-date', say('figures.watch.path-date'), '$.data[*].year')}
          </div>
        </fieldset>
        <fieldset class="group">
          <legend>{say('figures.watch.csv')}</legend>
          <div class="row-fields">
            {field('where', say('figures.watch.where'))}
            {field('is', say('figures.watch.is'))}
          </div>
        </fieldset>
        {looked?.read.table ? <ColumnFields {...looked.read.table} showing={showing} /> : ''}
        <LineChoice figure={figure} typed={typed} showing={showing} />
        <SourceChoice
          figure={figure}
          typed={typed}
          none={say('figures.watch.new-source')}
          showing={showing}
        />
        <div class="row-fields">
          {field('name', say('figures.source'))}
          <Select
            label={say('figures.rank')}
            name="rank"
            value={typed.rank ?? 'secondary'}
            options={(['primary', 'secondary'] as const).map(value => ({
              value,
              label: say(`figures.rank.${value}`),
            }))}
          />
        </div>
        <LookAct again={looked !== null} showing={showing} />
      </form>
    </PageBelow>
  )
}
